/** Directional laws of budgets, needs and limits. */
import { daysFromIso, TURN_WEEKS } from "../../kernel/index.ts";
import { Funding, ProviderKind, Service, Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import { leaves, simulate, start, type ResolvedScenario } from "../../simulation/index.ts";
import { isFirstOfYear } from "../laws/accounts.ts";
import { lawOf, type Case, type Law, type LawOptions, type Notes } from "../law.ts";
import { chosen, valueIn, withChange } from "../variants.ts";
import { always } from "./money.ts";

/** The first recorded week that begins a financial year, -1 for none. */
function firstApril({ start: first, weeks }: ResolvedScenario): number {
  for (let week = 1; week < weeks; week++) if (isFirstOfYear(daysFromIso(first) + 7 * week)) return week;
  return -1;
}

/** What the plan has left of each thing it can cut; more is less cut. */
const leftBy = (council: World["council"]): readonly number[] => [
  council.eligibility,
  council.recognition,
  council.staffRatio,
  council.otherRatio,
  council.rateRatio,
  council.placesRatio,
  council.sumRatio,
  council.daysRatio,
  -council.push,
  -council.clawBackCut,
];

/**
 * With fees following costs by a fixed share: otherwise a smaller gap also lets fees rise, which can cost more than the
 * budget grew. Whole packages are no matter for this law: who is placed depends on who else is.
 */
export const D4: Law = lawOf(
  "D4",
  "The pass-through of fees fixed: in the first April with a larger grant the council cuts no deeper, measure by measure.",
  ["Aprils compared", "Aprils that cut less"],
  ({ scenario, seed }, notes, options) => {
    const week = firstApril(scenario);
    if (week < 0) return;
    const fixed = always(scenario, { "framework.feePassThrough": 0.5 });
    const grant = Math.min(10, Number(valueIn(fixed, "council.grantChange", week)) * 1.5);
    const richer = withChange(fixed, week, { "council.grantChange": grant });
    const [poor, rich] = [fixed, richer].map((each) => {
      const run = start(each, seed, options);
      while (run.recorded <= week) run.step();
      return run.world.council;
    });
    if (poor.grossMean < poor.chargesMean) return;
    notes.seen("Aprils compared");
    const [left, right] = [poor, rich].map(leftBy);
    if (left.some((value, index) => value < right[index])) notes.seen("Aprils that cut less");
    const holds = left.every((value, index) => value <= right[index] + 1e-12);
    notes.unless(holds, () => `with less: ${left.join(", ")}; with more: ${right.join(", ")}`);
  },
);

/** Whose review comes first: somebody with home care that the council manages. */
function reviewed(world: World, seed: string): number {
  const { people } = world;
  const { funding, service, stage } = people.columns;
  const managed = Array.from(people.live.subarray(0, people.liveCount)).filter(
    (row) => stage[row] === Stage.served && service[row] === Service.homeCare && funding[row] === Funding.managedBudget,
  );
  return managed.length > 0 ? managed[chosen(seed, managed.length)] : -1;
}

export const D5: Law = lawOf(
  "D5",
  "A greater need of one person never lowers what a review agrees for that person.",
  ["people compared", "people for whom more was agreed"],
  ({ scenario, seed }, notes, options) => {
    const agreed = [0.7, 1, 1.4, 2].map((ratio) => {
      let person = -1;
      const founded = (world: World): void => {
        person = reviewed(world, seed);
        if (person < 0) return;
        world.people.columns.need[person] *= ratio;
        world.people.columns.reviewWeek[person] = -10_000;
      };
      const run = start(scenario, seed, {
        founded,
        phases: (all) =>
          (options.phases?.(all) ?? all).filter(({ name }) => name === "calendar" || name === "assessment"),
      });
      for (let week = 0; week < TURN_WEEKS; week++) run.step();
      return person < 0 ? 0 : run.world.people.columns.assessed[person];
    });
    notes.seen("people compared");
    if (agreed[3] > agreed[0]) notes.seen("people for whom more was agreed");
    const rises = agreed.every((minutes, index) => index === 0 || minutes >= agreed[index - 1]);
    notes.unless(rises, () => `as need grew, ${agreed.join(", ")} minutes were agreed`);
  },
);

/** Every lever that brings people, at nothing. */
const nobodyComes = (): Readonly<Record<string, number>> =>
  Object.fromEntries(
    leaves
      .filter(({ path }) => /^size\.(homeCare|directPayments|supportedLiving|dayServices|selfFunders)/.test(path))
      .concat(leaves.filter(({ path }) => /^demand\.(assessed|shortTerm|selfFunders)PerWeek/.test(path)))
      .map(({ path }) => [path, 0]),
  );

export const D6: Law = lawOf(
  "D6",
  "Limits: without people nothing is delivered and no care is bought. Matching and prices held still, no provider with " +
    "staff and council work fails under a fee beyond every cost, and under a fee of nothing whoever lives by council " +
    "work alone has failed once twice its cushion is spent.",
  ["weeks without people", "weeks under a fee beyond every cost", "providers that lived by council work"],
  ({ scenario, seed }, notes, options) => {
    const empty = simulate(always(scenario, nobodyComes()), seed, options);
    const spent = empty.weekly["council.communitySpend"];
    notes.seen("weeks without people", spent.length);
    const given = empty.weekly["hours.delivered"];
    notes.unless(
      spent.every((value) => value === 0) && given.every((value) => value === 0),
      () => `without people community care costs ${Math.max(...spent)} and ${Math.max(...given)} hours are given`,
    );
    const rich = always(scenario, {
      "framework.openingFee": 10_000,
      "framework.feeChange": 1,
      "framework.supportedLivingPrice": 1000,
      "framework.dayPrice": 1000,
      "providers.cashKeptWeeks": 20,
    });
    const withCouncilWork = new Set<number>();
    const founded = ({ providers }: World): void => {
      const { booked, privateBooked, workers } = providers.columns;
      for (let row = 0; row < providers.rows; row++) {
        if (booked[row] > privateBooked[row] && workers[row] > 0) withCouncilWork.add(row);
      }
    };
    const run = start(rich, seed, { ...options, frozen: { prices: true, matching: true }, founded });
    while (!run.done) {
      run.step();
      notes.seen("weeks under a fee beyond every cost");
      const { status } = run.world.providers.columns;
      for (const row of withCouncilWork) {
        notes.unless(status[row] === 0, () => `provider ${run.world.providers.keys[row]} fails in spite of its fee`);
      }
    }
    starve({ scenario, seed }, notes, options);
  },
);

/**
 * Without a fee nothing comes in: a firm has half the cash it likes to keep, and may overdraw. Both are weeks of its mean
 * cost; counted double, because that mean lags, and with the four weeks until the next decision.
 */
function starve({ scenario, seed }: Case, notes: Notes, options: LawOptions): void {
  const unpaid = { ...always(scenario, NO_FEES), burnInWeeks: 0, weeks: 520 };
  const frozen = { prices: true, matching: true };
  let starving: readonly number[] = [];
  const founded = (world: World): void => {
    starving = livingByCouncilWork(world);
  };
  const run = start(unpaid, seed, { ...options, frozen, founded });
  const { cashKeptWeeks, overdraftWeeks } = run.world.era.providers;
  const last = Math.ceil(2 * (cashKeptWeeks / 2 + overdraftWeeks)) + 4;
  for (let week = 0; week < last; week++) run.step();
  const { status, account, costMean } = run.world.providers.columns;
  for (const row of starving) {
    notes.seen("providers that lived by council work");
    const cash = run.world.ledger.balances[account[row]];
    const says = (): string =>
      `provider ${run.world.providers.keys[row]} has ${cash} pence, mean cost ${costMean[row]}`;
    notes.unless(status[row] !== 0, () => `${says()}, and trades after ${last} weeks without a fee`);
  }
}

/** Nothing for council work, nobody kept up by the council, and costs as in any other year. */
const NO_FEES: Readonly<Record<string, number>> = {
  "providers.emergencySupport": 0,
  "framework.openingFee": 0,
  "framework.feeFloor": 0,
  "framework.supportedLivingPrice": 0,
  "framework.dayPrice": 0,
  "providers.cashKeptWeeks": 4,
  "providers.overdraftWeeks": 4,
};

/** Rows of those with staff and council work, no private work, and a team that somebody pays. */
function livingByCouncilWork({ providers }: World): readonly number[] {
  const { booked, privateBooked, workers, kind, wage } = providers.columns;
  return Array.from(providers.live.subarray(0, providers.liveCount)).filter(
    (row) =>
      kind[row] !== ProviderKind.inHouse &&
      booked[row] > 600 &&
      privateBooked[row] === 0 &&
      workers[row] * wage[row] > 0,
  );
}
