/**
 * How a council opens: who is there, what an hour costs, what comes in and what goes out in its first year, before any
 * policy of the scenario has done much. For whoever writes down the figures of a council of their own.
 */
import { WEEKS_PER_YEAR } from "../kernel/index.ts";
import { Purpose } from "../model/world/accounts.ts";
import { reservesAllButGone } from "../model/world/revenue.ts";
import type { World } from "../model/world/world.ts";
import { start, type ResolvedScenario } from "../simulation/index.ts";

/** A year, or as many weeks as the scenario records. */
export const FIRST_YEAR = 52;

type PurposeName = keyof typeof Purpose;

/** A line of the council's account: what it is called, and the payments that make it. */
interface Line {
  readonly label: string;
  readonly of: readonly PurposeName[];
  readonly less?: readonly PurposeName[];
}

/** A sum, and the lines that it is the sum of. */
export interface Heading {
  readonly key: string;
  readonly label: string;
  readonly lines: Readonly<Record<string, Line>>;
}

/**
 * The account of a year in the order of a budget book: what is spent, less what people pay, is met by the budget, and
 * what is left of that goes to reserves. What holders pay into their direct payments is on both sides.
 */
export const ACCOUNT: readonly Heading[] = [
  {
    key: "council.grossSpend",
    label: "Gross spending",
    lines: {
      "council.communitySpend": {
        label: "Community care",
        of: [
          "homeCareFee",
          "inHouseFee",
          "supportedLivingFee",
          "dayFee",
          "directPayment",
          "directPaymentCharge",
          "serviceFund",
        ],
        less: ["clawBack"],
      },
      "spending.careHomes": { label: "Care homes", of: ["careHomeFee"] },
      "spending.staff": { label: "Assessment staff", of: ["assessmentStaff"] },
      "spending.payments": {
        label: "Support, cards and checks for direct payments",
        of: ["paymentSupport", "paymentCard", "assistantCheck"],
      },
      "spending.providers": {
        label: "Support for providers, and monitoring of visits",
        of: ["providerSupport", "marketShaping", "monitoringLicence"],
      },
      "spending.jointTeams": { label: "Joint teams with the NHS", of: ["jointTeams"] },
      "spending.voluntary": { label: "Grants to voluntary bodies", of: ["voluntaryGrant"] },
      "spending.other": { label: "Other social care spending", of: ["otherSpend"] },
    },
  },
  {
    key: "council.allCharges",
    label: "Less what people pay",
    lines: {
      "council.charges": { label: "Charges for community care", of: ["charge", "directPaymentCharge"] },
      "charges.careHomes": { label: "Charges of care-home residents", of: ["careHomeCharge"] },
    },
  },
  {
    key: "council.netBudget",
    label: "Budget",
    lines: {
      "income.grant": { label: "Grant for adult social care", of: ["grant"] },
      "income.tax": { label: "Council tax for adult social care", of: ["councilTax"] },
      "income.precept": { label: "Precept", of: ["precept"] },
      "income.nhs": { label: "NHS transfer", of: ["nhsTransfer"] },
      "income.fund": { label: "Better Care Fund", of: ["betterCareFund"] },
    },
  },
];

/** One council's first year under one seed. Money in £ million a year. */
export interface OpeningYear {
  /** Weeks that it holds: 52, or fewer where the scenario records fewer. */
  readonly weeks: number;
  /** Means over those weeks, by measure. */
  readonly means: Readonly<Record<string, number>>;
  /** By heading and line of `ACCOUNT`. */
  readonly account: Readonly<Record<string, number>>;
  /** What was left over and went to reserves; what was missing, where it is below zero. */
  readonly left: number;
  /** `council.grant` and `council.grantChange` as the year begins, and what each would have to be for nothing to be left or missing. */
  readonly grant: number;
  readonly grantChange: number;
  /** NaN where no grant would do it: in a council of no size, or one whose grant is taken away. */
  readonly balancingGrant: number;
  readonly balancingChange: number;
  /** It did something about what it lacked, in an April or by holding starts back: with that grant more is spent. */
  readonly answered: boolean;
}

/** Lives through the burn-in and the first year. @param keys of the measures to take means of */
export function openingYear(scenario: ResolvedScenario, seed: string, keys: readonly string[]): OpeningYear {
  const run = start({ ...scenario, weeks: Math.min(FIRST_YEAR, scenario.weeks) }, seed);
  while (run.recorded < 0) run.step();
  const before = Float64Array.from(run.world.ledger.moved);
  run.step();
  const { grant, grantChange, scale } = asItBegins(run.world);
  let answered = false;
  for (; !run.done; run.step()) answered ||= answers(run.world);
  const { weekly, mondays } = run.figures();
  const weeks = mondays.length;
  const { moved } = run.world.ledger;
  const yearly = (name: PurposeName): number =>
    ((moved[Purpose[name]] - before[Purpose[name]]) / 1e8) * (WEEKS_PER_YEAR / weeks);
  const left = sumOf(SAVED, yearly);
  const balancingGrant = scale > 0 ? grant - left / scale : Number.NaN;
  return {
    weeks,
    means: Object.fromEntries(keys.map((key) => [key, meanOf(weekly[key])])),
    account: accountOf(yearly),
    left,
    grant,
    grantChange,
    balancingGrant,
    balancingChange: grant > 0 ? (grantChange * balancingGrant) / grant : Number.NaN,
    answered: answered || answers(run.world),
  };
}

/** What goes to reserves, less what comes out of them or is overspent. */
const SAVED: Line = {
  label: "Left over",
  of: ["reserveAddition", "overspendMadeGood"],
  less: ["reserveDraw", "overspend"],
};

function sumOf({ of, less = [] }: Line, yearly: (name: PurposeName) => number): number {
  const sum = (names: readonly PurposeName[]): number => names.reduce((total, name) => total + yearly(name), 0);
  return sum(of) - sum(less);
}

function accountOf(yearly: (name: PurposeName) => number): OpeningYear["account"] {
  const rows = ACCOUNT.flatMap(({ key, lines }) => {
    const own = Object.entries(lines).map(([name, line]) => [name, sumOf(line, yearly)] as const);
    return [[key, own.reduce((total, [, value]) => total + value, 0)] as const, ...own];
  });
  return Object.fromEntries(rows);
}

/** The week was one in which what the council lacks changes what it buys. */
const answers = (world: World): boolean => world.timetable.aprilWeek[world.week] === 1 || reservesAllButGone(world);

function asItBegins({ era }: World): Pick<OpeningYear, "grant" | "grantChange"> & { readonly scale: number } {
  const { grant, grantChange } = era.council;
  return { grant: grant / 1e8, grantChange, scale: era.size.scale * grantChange };
}

/** Over the weeks in which it is defined. */
function meanOf(values: ArrayLike<number>): number {
  const known = Array.from(values).filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
