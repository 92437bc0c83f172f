/** What recounts know of what makes up a life with care, person by person in their turn. */
import { placeInRound, TURN_WEEKS } from "../../kernel/index.ts";
import { Funding, isManaged, ProviderKind, Service, Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import { findsHard, managesNow, supportOfHolders } from "./recount-information.ts";
import type { PurposeName } from "./recount-memory.ts";

/** Minutes to which sessions of company and occupation are reckoned: ten hours. */
const TEN_HOURS = 600;

export const PARTS = ["participation", "burden", "moneyStrain", "carerStrain", "informationHard"] as const;
export type Part = (typeof PARTS)[number];

/** Routes on which the council funds long-term care. */
const ROUTES: readonly number[] = [
  Funding.managedWithoutBudget,
  Funding.managedBudget,
  Funding.thirdParty,
  Funding.directPayment,
];

/** One quarter of the people: funded people in care, and what each part adds up to over them. */
type Quarter = Readonly<Record<Part, number>> & { readonly people: number };

/** What people live with in their turn, from how the week went for them. */
export class Parts {
  private readonly quarters: Quarter[] = [];
  private readonly toppedUp = new Map<number, number>();

  transfer(from: number, _to: number, pence: number, purpose: PurposeName): void {
    if (purpose === "topUp") this.toppedUp.set(from, (this.toppedUp.get(from) ?? 0) + pence);
  }

  before(phase: string): void {
    if (phase === "calendar") this.toppedUp.clear();
  }

  after(phase: string, world: World): void {
    if (phase !== "outcomes" || world.week < world.timetable.burnInWeeks) return;
    const { people, week } = world;
    const served = Array.from(people.live.subarray(0, people.liveCount)).filter(
      (row) =>
        placeInRound(people.keys[row]) % TURN_WEEKS === week % TURN_WEEKS &&
        people.columns.stage[row] === Stage.served &&
        ROUTES.includes(people.columns.funding[row]),
    );
    const total = (of: (row: number) => number): number => served.reduce((sum, row) => sum + of(row), 0);
    this.quarters[week % TURN_WEEKS] = {
      people: served.length,
      participation: total((row) => participation(world, row)),
      burden: total((row) => burden(world, row)),
      moneyStrain: total((row) => this.moneyStrain(world, row)),
      carerStrain: total((row) => people.columns.carer[row] * (1 - met(world, row))),
      informationHard: total((row) => (findsHard(world, row) ? 1 : 0)),
    };
  }

  /** What the household paid by the journal, over what it could spend. */
  private moneyStrain({ people, era, market }: World, row: number): number {
    const { account, meansRatio } = people.columns;
    const means = meansRatio[row] * market.priceIndex * era.directPayment.familyIncome;
    return Math.min(1, (this.toppedUp.get(account[row]) ?? 0) / Math.max(means, 1));
  }

  /** Mean of a part over the last recorded turns of all funded people in care, per cent. */
  percent(part: Part): number {
    const people = this.quarters.reduce((sum, quarter) => sum + quarter.people, 0);
    return people > 0 ? (100 * this.quarters.reduce((sum, quarter) => sum + quarter[part], 0)) / people : Number.NaN;
  }
}

/** Whether the council's own contract with agencies covers somebody's care. */
function isCovered({ people, providers }: World, row: number): boolean {
  const { provider, funding, spot } = people.columns;
  if (provider[row] < 0 || spot[row] === 1 || !isManaged(funding[row])) return false;
  return providers.columns.kind[provider[row]] === ProviderKind.agency;
}

/** Minutes of the week's visits, and a week's part of what banks gave at the last turn. */
function minutesOf({ people }: World, row: number): readonly [visits: number, banks: number] {
  const { delivered, fromBank, fromPool, bankedAtTurn } = people.columns;
  return [delivered[row] - (fromBank[row] + fromPool[row]), bankedAtTurn[row] / TURN_WEEKS];
}

/** Minutes that count: under the contract, those shaped to outcomes count for more, and spare ones had met theirs. */
function counted(world: World, row: number): number {
  const [visits, banks] = minutesOf(world, row);
  if (!isCovered(world, row)) return visits + banks;
  const { contractForm, outcomesProductivity } = world.terms;
  if (contractForm === "outcomes-based") return (visits + banks) * outcomesProductivity;
  return visits + banks + world.people.columns.spare[row];
}

const met = (world: World, row: number): number => Math.min(1, counted(world, row) / world.people.columns.need[row]);

/** Sessions of company and occupation over those wanted, at most all. */
function participation(world: World, row: number): number {
  const { people, era } = world;
  const { service, need, sessions } = people.columns;
  const { sessionsOfVisits, sessionsOfDay, sessionsOfSupportedLiving, sessionsOfFlexibleHours } = era.outcomes;
  const [visits, banks] = minutesOf(world, row);
  const had: Readonly<Record<number, number>> = {
    [Service.homeCare]: sessionsOfVisits * (visits / TEN_HOURS),
    [Service.dayServices]: sessionsOfDay * met(world, row),
    [Service.supportedLiving]: sessionsOfSupportedLiving * met(world, row),
    [Service.assistant]: sessionsOfFlexibleHours * (visits / TEN_HOURS),
    [Service.community]: sessionsOfFlexibleHours * (visits / TEN_HOURS),
  };
  const beyond = Math.min(banks, Math.max(0, counted(world, row) - need[row]));
  return Math.min(1, (had[service[row]] + sessionsOfFlexibleHours * (beyond / TEN_HOURS)) / sessions[row]);
}

/** Work of managing that neither the person nor anybody else can take on; none where the council arranges care. */
function burden(world: World, row: number): number {
  const { people, era } = world;
  const { funding, service } = people.columns;
  const { workEmployer, workCommunity, workAgency } = era.outcomes;
  const holder = funding[row] === Funding.directPayment;
  if (!holder && funding[row] !== Funding.thirdParty) return 0;
  const others = service[row] === Service.community ? workCommunity : workAgency;
  const work = service[row] === Service.assistant ? workEmployer : others;
  const { monitoring, cardEffort, statementWork } = era.directPayment;
  const statements = statementWork * (monitoring === "prepaid cards" ? cardEffort : 1);
  const helped = holder ? supportOfHolders(world) : era.route.thirdPartySupport;
  return (holder ? work + statements : work) * (1 - managesNow(world, row)) * (1 - helped);
}
