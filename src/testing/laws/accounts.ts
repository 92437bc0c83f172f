/** Laws of money: every penny moves by a transfer, and the accounts say the same as the transfers do. */
import { civilFromDays, daysFromIso, mondayOnOrAfter, WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { PURPOSES } from "../../model/world/accounts.ts";
import { ProviderKind } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import type { Notes } from "../law.ts";
import { weeklyLaw } from "../weekly.ts";

export const E1 = weeklyLaw(
  "E1",
  "Every transaction moves whole pence from one account to another, and all balances together never change.",
  ["transfers"],
  (notes) => ({
    transfer: (from, to, pence, purpose) => {
      notes.seen("transfers");
      const whole = Number.isSafeInteger(pence) && pence > 0;
      notes.unless(whole && from !== to, () => `${pence} pence from ${from} to ${to} for ${PURPOSES[purpose]}`);
    },
    week: ({ ledger }) => {
      let sum = 0;
      for (let account = 0; account < ledger.accounts; account++) sum += ledger.balances[account];
      notes.unless(sum === 0, () => `all accounts sum to ${sum} pence`);
    },
  }),
);

/** Balances by account, from transfers alone. */
export class Books {
  private readonly pence = new Map<number, number>();

  transfer(from: number, to: number, pence: number): void {
    this.pence.set(from, this.of(from) - pence);
    this.pence.set(to, this.of(to) + pence);
  }

  of(account: number): number {
    return this.pence.get(account) ?? 0;
  }
}

export const E2 = weeklyLaw(
  "E2",
  "Each account holds what came in less what went out, by a journal that the ledger knows nothing of.",
  ["balances that are not zero"],
  (notes) => {
    const books = new Books();
    return {
      transfer: (from, to, pence) => books.transfer(from, to, pence),
      week: ({ ledger, week }) => {
        for (let account = 0; account < ledger.accounts; account++) {
          const [is, should] = [ledger.balances[account], books.of(account)];
          if (is !== 0) notes.seen("balances that are not zero");
          notes.unless(
            is === should,
            () => `week ${week}: account ${account} holds ${is}, its transfers make ${should}`,
          );
        }
      },
    };
  },
);

/** What may come into the council's account, and what may go out of it. */
const INTO_COUNCIL: readonly string[] = [
  "grant",
  "councilTax",
  "precept",
  "nhsTransfer",
  "betterCareFund",
  "charge",
  "careHomeCharge",
  "clawBack",
  "reserveDraw",
  "overspend",
];
const OUT_OF_COUNCIL: readonly string[] = [
  "homeCareFee",
  "inHouseFee",
  "supportedLivingFee",
  "dayFee",
  "directPayment",
  "serviceFund",
  "careHomeFee",
  "assessmentStaff",
  "otherSpend",
  "monitoringLicence",
  "paymentSupport",
  "paymentCard",
  "assistantCheck",
  "voluntaryGrant",
  "providerSupport",
  "marketShaping",
  "jointTeams",
  "reserveAddition",
  "overspendMadeGood",
];

export const E3 = weeklyLaw(
  "E3",
  "The council's week balances line by line; an overspend is its own line, comes only when reserves are empty, " +
    "and is made good out of a surplus before reserves grow; " +
    "the precept brings tax base times rate, and its rate is what the law allows.",
  [
    "weeks",
    "weeks with a precept",
    "Aprils that asked for more than the law allows",
    "draws on reserves",
    "overspends",
    "overspends made good",
  ],
  (notes) => {
    const precept = new PreceptRecount(notes);
    const week = { into: 0, out: 0, lines: new Map<string, number>() };
    let world: World | undefined;
    return {
      founded: (founded) => {
        world = founded;
      },
      transfer: (from, to, pence, purpose) => {
        const council = world?.accounts.council;
        if (from !== council && to !== council) return;
        const name = PURPOSES[purpose];
        const allowed = to === council ? INTO_COUNCIL : OUT_OF_COUNCIL;
        notes.unless(allowed.includes(name), () => `${name} goes ${to === council ? "into" : "out of"} the council`);
        if (to === council) week.into += pence;
        else week.out += pence;
        week.lines.set(name, (week.lines.get(name) ?? 0) + pence);
      },
      week: (now) => {
        const line = (name: string): number => week.lines.get(name) ?? 0;
        notes.unless(week.into === week.out, () => `week ${now.week}: ${week.into} came in and ${week.out} went out`);
        checkReserves(notes, now, line);
        const due = precept.pence(now);
        if (due > 0) notes.seen("weeks with a precept");
        notes.unless(
          line("precept") === due,
          () => `week ${now.week}: the precept brought ${line("precept")}, not ${due}`,
        );
        notes.seen("weeks");
        week.into = 0;
        week.out = 0;
        week.lines.clear();
      },
    };
  },
);

function checkReserves(notes: Notes, { council, ledger, accounts, week }: World, line: (name: string) => number): void {
  const reserves = ledger.balances[accounts.reserves];
  if (line("reserveDraw") > 0) notes.seen("draws on reserves");
  const both = line("reserveDraw") > 0 && line("reserveAddition") > 0;
  notes.unless(!both, () => `week ${week}: reserves are drawn on and added to`);
  if (line("overspendMadeGood") > 0) notes.seen("overspends made good");
  notes.unless(
    line("overspendMadeGood") === 0 || line("overspend") + line("reserveDraw") === 0,
    () => `week ${week}: an earlier overspend is made good in a week without a surplus`,
  );
  notes.unless(
    line("reserveAddition") === 0 || council.toMakeGood === 0,
    () => `week ${week}: reserves grow while ${council.toMakeGood} pence of an overspend are to be made good`,
  );
  if (line("overspend") === 0) return;
  notes.seen("overspends");
  notes.unless(reserves === 0, () => `week ${week}: an overspend with ${reserves} pence in reserve`);
}

/** The precept from tax base, rates and limits alone: its rate is added each April, its base is that of the week. */
class PreceptRecount {
  private core = -1;
  private added = 0;
  private growth = 1;
  /** Rates raised under each limit over several years, in order. */
  private readonly settlements: { limit: number; raised: number[] }[] = [];

  constructor(private readonly notes: Notes) {}

  /** This April's rate: what is asked for, unless the year's limit or what is left of the settlement's is less. */
  private rate({ council }: World["era"]): number {
    const settlement = this.settlements[this.settlements.length - 1];
    const before = settlement.raised.reduce((sum, each) => sum + each, 0);
    const asked = council.preceptUse < 0 ? council.precept : council.preceptUse * council.preceptLimit;
    const most = Math.max(0, Math.min(council.preceptLimit, settlement.limit - before));
    const over = asked > most + 1e-9;
    if (over) this.notes.seen("Aprils that asked for more than the law allows");
    settlement.raised.push(over ? most : asked);
    return over ? most : asked;
  }

  /** What this week's precept must bring, pence; called once a week, in order. */
  pence(world: World): number {
    const { era, timetable, week, ledger } = world;
    const { council, size } = era;
    if (this.core < 0) this.core = council.bandD;
    if (this.settlements.length === 0) this.settlements.push({ limit: council.preceptTotal, raised: [] });
    const monday = timetable.startDay + 7 * (week - timetable.burnInWeeks);
    if (week > timetable.burnInWeeks && isFirstOfYear(monday)) {
      if (this.settlements[this.settlements.length - 1].limit !== council.preceptTotal) {
        this.settlements.push({ limit: council.preceptTotal, raised: [] });
      }
      const tax = this.core + this.added;
      this.added += tax * this.rate(world.era);
      this.core += tax * council.coreRise;
      this.growth *= 1 + council.taxBaseGrowth;
    }
    const yearly = this.added * council.taxBase * size.scale * this.growth * council.collection;
    return Math.floor(yearly / WEEKS_PER_YEAR / ledger.unit + 0.5) * ledger.unit;
  }
}

/** Whether a Monday is the first on or after 1 April. */
export const isFirstOfYear = (monday: number): boolean =>
  mondayOnOrAfter(daysFromIso(`${civilFromDays(monday).year}-04-01`)) === monday;

export const E13 = weeklyLaw(
  "E13",
  "Nobody owes without a credit line: only providers run overdrafts, and one whose overdraft passes its limit leaves " +
    "at the next of its four-weekly decisions.",
  ["overdrafts", "budgets with money in them"],
  (notes) => ({
    after: (phase, world) => {
      if (phase !== "providers" || world.week % 4 !== 3) return;
      const { providers, ledger, era } = world;
      const { account, kind, costMean } = providers.columns;
      for (let index = 0; index < providers.liveCount; index++) {
        const row = providers.live[index];
        const cash = ledger.balances[account[row]];
        if (kind[row] === ProviderKind.inHouse || cash >= 0) continue;
        notes.seen("overdrafts");
        const limit = era.providers.overdraftWeeks * Math.max(costMean[row], ledger.unit);
        notes.unless(
          -cash <= limit,
          () => `week ${world.week}: provider ${providers.keys[row]} owes ${-cash} of ${limit}`,
        );
      }
    },
    week: (world) => {
      const { ledger, accounts, people, workers, week } = world;
      const { balances } = ledger;
      notes.unless(balances[accounts.reserves] >= 0, () => `week ${week}: reserves of ${balances[accounts.reserves]}`);
      for (let index = 0; index < people.liveCount; index++) {
        const row = people.live[index];
        const own = balances[people.columns.account[row]];
        const budget = balances[people.columns.budgetAccount[row]];
        if (budget > 0) notes.seen("budgets with money in them");
        notes.unless(
          own >= 0 && budget >= 0,
          () => `week ${week}: person ${people.keys[row]} has ${own} and ${budget}`,
        );
      }
      for (let index = 0; index < workers.liveCount; index++) {
        const row = workers.live[index];
        const own = balances[workers.columns.account[row]];
        notes.unless(own >= 0, () => `week ${week}: worker ${workers.keys[row]} has ${own}`);
      }
    },
  }),
);
