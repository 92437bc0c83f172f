/** Directional laws of budgets and needs. */
import { daysFromIso, TURN_WEEKS } from "../../kernel/index.ts";
import { Funding, Service, Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import { start, type ResolvedScenario } from "../../simulation/index.ts";
import { isFirstOfYear } from "../laws/accounts.ts";
import { lawOf, type Law } from "../law.ts";
import { always, chosen, valueIn, withChange } from "../variants.ts";

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
