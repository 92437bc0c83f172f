/** When a provider began to lose money or to live on its overdraft, and when it ceased to. */
import type { World } from "../../model/world/world.ts";
import type { Fact } from "./explanation.ts";
import { hasHours, type ProviderState } from "./provider-state.ts";
import { fact, type Teller } from "./teller.ts";

/** What counts as a loss or a margin again, share of revenue. */
const LOSS = 0;
const MARGIN = 0.005;

export class ProviderMoney {
  private isLossMaking = false;
  private isOverdrawn = false;
  /** As young as in the week before, and short already: judged only when it is old enough. */
  private wasShortWhenYoung = false;
  private readonly teller: Teller;

  constructor(teller: Teller) {
    this.teller = teller;
  }

  /** As it stands when recording begins: what began before is told as such. */
  open(world: World, row: number, state: ProviderState): void {
    const { week } = world;
    this.isLossMaking = state.margin < LOSS && !isYoung(world, row);
    this.isOverdrawn = state.cash < 0;
    if (this.isLossMaking) this.teller.turn(week, "provider.lossMakingBefore", marginFacts(state), priceFacts(state));
    if (this.isOverdrawn) this.teller.turn(week, "provider.overdrawnBefore", limitFacts(state), cashFacts(state));
  }

  /** After a week. */
  weigh(world: World, row: number, state: ProviderState): void {
    const { week } = world;
    const turns = this.isLossMaking ? state.margin > MARGIN : state.margin < LOSS;
    if (turns && !isYoung(world, row)) {
      this.isLossMaking = !this.isLossMaking;
      const short = this.wasShortWhenYoung ? "provider.lossMakingYoung" : "provider.lossMaking";
      const code = this.isLossMaking ? short : "provider.profitable";
      this.teller.turn(week, code, marginFacts(state), priceFacts(state));
    }
    this.wasShortWhenYoung = isYoung(world, row) && state.margin < 0;
    if (this.isOverdrawn ? state.cash <= state.cost : state.cash >= 0) return;
    this.isOverdrawn = !this.isOverdrawn;
    const code = this.isOverdrawn ? "provider.cashGone" : "provider.cashBack";
    this.teller.turn(week, code, limitFacts(state), cashFacts(state));
  }
}

/** Young agencies have no half-year behind them to be judged by. */
function isYoung({ week, era, providers }: World, row: number): boolean {
  const entered = providers.columns.enteredWeek[row];
  return entered > 0 && week - entered < era.providers.youngWeeks;
}

const marginFacts = ({ margin }: ProviderState): Fact[] => [fact("margin", "margin", margin, "share")];

const limitFacts = ({ limit }: ProviderState): Fact[] => [fact("limit", "limit", -limit, "pence")];

const cashFacts = ({ cash, owed }: ProviderState): Fact[] => [
  fact("cash", "cash", cash, "pence"),
  fact("owed", "the council owes it", owed, "pence"),
];

function priceFacts(state: ProviderState): Fact[] {
  const fee = fact("fee", "the council pays", state.fee, "pence per hour");
  if (!hasHours(state)) return [fee];
  return [fee, fact("fullCost", "an hour costs in full", state.fullCost, "pence per hour")];
}
