/** Faults in what is reported, each of one figure: the law of reports must catch them. */
import { Purpose } from "../../model/world/accounts.ts";
import type { Counter } from "../../model/world/tally.ts";
import { Holder, isManaged, Source, Stage } from "../../model/world/codes.ts";
import { after, during, type PlantedBug, rowsOf, under } from "./plant.ts";

/** A figure is reported otherwise than it was. */
export const misreported = (name: string, phases: PlantedBug["phases"]): PlantedBug => ({ law: "E14", name, phases });

/** A counter of the week is written down otherwise than it was counted. */
export const miscounted = (
  name: string,
  phase: string,
  counter: Counter,
  change: (counted: number) => number,
): PlantedBug =>
  misreported(
    name,
    after(phase, ({ tally }) => {
      tally[counter] = change(tally[counter]);
    }),
  );

/** Money of a purpose is counted that nobody paid. */
const miscountedPence = (name: string, purpose: number): PlantedBug =>
  misreported(
    name,
    after("money", ({ ledger }) => {
      ledger.moved[purpose] += 100;
    }),
  );

export const oneMore = (counted: number): number => counted + 1;
export const twice = (counted: number): number => 2 * counted;

const ofWhatIsCounted: readonly PlantedBug[] = [
  miscounted(
    "what holders' hours would cost is counted at a hundredth above the fee",
    "money",
    "commissionedPence",
    (pence) => pence * 1.01,
  ),
  miscounted("an hour of planning is counted that nobody worked", "assessment", "extraPlanHours", oneMore),
  miscounted("statements are counted as read twice", "assessment", "statementHours", twice),
  under(
    ["holders who insist", "direct payments for most"],
    miscounted("what reviews have added to budgets is counted twice", "money", "raisedPence", twice),
  ),
  miscounted("every review of a budget is counted as upheld, and one more", "assessment", "appealsUpheld", oneMore),
  miscounted("what stays unpaid to those who sell to holders is not counted", "money", "badDebtPence", () => 0),
  miscounted("an hour is counted that did not come under contract", "money", "contractMinutes", (all) => all + 60),
  miscounted("a planned review is counted that nobody did", "assessment", "reviews", oneMore),
  miscounted("whoever leaves an agency is counted twice", "labour", "careWorkerLeavers", twice),
  miscounted("days in hospital are counted twice", "choice", "delayedDays", twice),
  misreported(
    "whoever buys care is not counted in hospital",
    during("choice", ({ people }) => {
      const { funding, source, stage } = people.columns;
      const buyers = rowsOf(people).filter(
        (row) => stage[row] === Stage.seeking && source[row] === Source.discharge && !isManaged(funding[row]),
      );
      for (const row of buyers) source[row] = Source.crisis;
      return () => {
        for (const row of buyers) source[row] = Source.discharge;
      };
    }),
  ),
  misreported(
    "whoever looks for care again still comes from hospital",
    after("assessment", ({ people }) => {
      const { source, stage, provider } = people.columns;
      for (const row of rowsOf(people)) {
        const again = stage[row] === Stage.seeking && source[row] === Source.replacement && provider[row] < 0;
        if (again) source[row] = Source.discharge;
      }
    }),
  ),
  miscounted("an admission to hospital is counted that was none", "needs", "emergencyAdmissions", oneMore),
  miscounted("the survey is told of lives a tenth poorer", "monitoring", "surveyLife", (life) => life * 0.9),
  miscountedPence("a pound of instalments is counted that no agency paid", Purpose.loanService),
  miscountedPence("a pound of drawings is counted that no owner took", Purpose.drawings),
  miscountedPence("a pound of charges is counted that no holder paid in", Purpose.directPaymentCharge),
];

const ofWhatHolds: readonly PlantedBug[] = [
  misreported(
    "budgets are paid at a rate a hundredth above the one that is reported",
    during("money", ({ council }) => {
      const before = council.directPaymentRate.slice();
      for (const [group, rate] of before.entries()) council.directPaymentRate[group] = rate * 1.01;
      return () => council.directPaymentRate.set(before);
    }),
  ),
  misreported(
    "care homes are paid a hundredth more than the price that is reported",
    during("money", ({ council }) => {
      const before = council.careHomeIndex;
      council.careHomeIndex *= 1.01;
      return () => {
        council.careHomeIndex = before;
      };
    }),
  ),
  misreported(
    "the gap is reported a point wider than it was told",
    after("calendar", ({ council, timetable, week }) => {
      if (timetable.aprilWeek[week] === 1) council.gap += 0.01;
    }),
  ),
  misreported(
    "the plan reports a tenth more than was expected of each measure",
    after("calendar", ({ council, timetable, week }) => {
      if (timetable.aprilWeek[week] !== 1) return;
      for (const [at, weekly] of council.expected.entries()) council.expected[at] = weekly * 1.1;
    }),
  ),
  misreported(
    "workers put a penny by, which is reported as people's",
    after("money", ({ ledger, accounts }) => {
      ledger.transfer(accounts.owners, ledger.open(Holder.worker), 1, Purpose.pay);
    }),
  ),
  misreported(
    "the legal floor is reported a penny higher than it is",
    after("monitoring", (world) => {
      world.era = { ...world.era, wages: { ...world.era.wages, floor: world.era.wages.floor + 1 } };
    }),
  ),
];

export const recountBugs: readonly PlantedBug[] = [...ofWhatIsCounted, ...ofWhatHolds];
