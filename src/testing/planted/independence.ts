/** Faults by which lives come to depend on what is no matter of theirs: a figure, a policy, where money is from. */
import { Purpose } from "../../model/world/accounts.ts";
import { after, during, rowsOf, type PlantedBug } from "./plant.ts";

export const independenceBugs: readonly PlantedBug[] = [
  {
    law: "M17",
    name: "whoever fares badly is found to need more",
    phases: after("outcomes", ({ people }) => {
      const { need, life } = people.columns;
      for (const row of rowsOf(people)) need[row] += 1 - life[row] / 24;
    }),
  },
  {
    law: "M17",
    name: "councils are paid part of what is deducted from pay",
    phases: after("money", ({ ledger, accounts, era }) => {
      ledger.transfer(accounts.hmrc, accounts.council, ledger.round(1000 * era.wages.incomeTaxRate), Purpose.grant);
    }),
  },
  {
    law: "M18",
    name: "whoever comes asks for more where more is paid",
    phases: after("needs", ({ people, council, week }) => {
      const { need, enteredWeek } = people.columns;
      for (const row of rowsOf(people)) if (enteredWeek[row] === week) need[row] += council.directPaymentRate[0] / 1000;
    }),
  },
  {
    law: "M19",
    name: "a tenth of what comes from the NHS stays there",
    phases: after("money", ({ ledger, accounts, council }) => {
      ledger.transfer(accounts.council, accounts.nhs, ledger.round(council.weeklyNhs / 10), Purpose.nhsTransfer);
    }),
  },
  {
    law: "M20",
    name: "staff assess fewer people the less is put by",
    phases: during("assessment", ({ council, ledger, accounts }) => {
      const { staffRatio } = council;
      const reserves = Math.max(0, ledger.balances[accounts.reserves]);
      council.staffRatio *= reserves / (reserves + 1e7);
      return () => {
        council.staffRatio = staffRatio;
      };
    }),
  },
  {
    law: "M21",
    name: "the council cuts other spending a little every week, as far as its plan would let it in April",
    phases: after("calendar", ({ council, era, timetable, week }) => {
      if (timetable.aprilWeek[week] === 0) council.otherRatio *= 1 - era.council.otherCutCap / 1000;
    }),
  },
];
