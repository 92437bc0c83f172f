/** Faults that the directional laws must catch. */
import { Purpose } from "../../model/world/accounts.ts";
import { after, rowsOf, type PlantedBug } from "./plant.ts";

export const directionalBugs: readonly PlantedBug[] = [
  {
    law: "D2",
    name: "overheads fall as the wage floor rises",
    phases: after("money", ({ providers, era }) => {
      for (const row of rowsOf(providers)) providers.columns.cost[row] -= era.wages.floor * 1000;
    }),
  },
  {
    law: "D3",
    name: "a rebate is asked that grows with the fee",
    phases: after("money", ({ providers, council }) => {
      for (const row of rowsOf(providers)) providers.columns.revenue[row] -= council.fee * 1000;
    }),
  },
  {
    law: "D4",
    name: "a council with more money tightens eligibility",
    phases: after("calendar", ({ council, timetable, week }) => {
      if (timetable.aprilWeek[week] === 1) council.eligibility /= 1 + council.weeklyGrant / 1e9;
    }),
  },
  {
    law: "D5",
    name: "whoever needs much is agreed less",
    phases: after("assessment", ({ people }) => {
      const { need, assessed } = people.columns;
      for (const row of rowsOf(people)) if (need[row] > 400) assessed[row] = 15;
    }),
  },
  {
    law: "D6",
    name: "the council pays for care that nobody has",
    phases: after("money", ({ ledger, accounts }) => {
      ledger.transfer(accounts.localTaxpayers, accounts.economy, 1, Purpose.homeCareFee);
    }),
  },
];
