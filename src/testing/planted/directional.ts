/** Faults that the directional laws must catch. */
import { Purpose } from "../../model/world/accounts.ts";
import { after, during, rowsOf, type PlantedBug } from "./plant.ts";

export const directionalBugs: readonly PlantedBug[] = [
  {
    law: "D1",
    name: "agencies charge holders on top what the council pays them more",
    phases: after("money", ({ people, council }) => {
      const { topUp, group } = people.columns;
      for (const row of rowsOf(people)) if (topUp[row] > 0) topUp[row] += 10 * council.directPaymentRate[group[row]];
    }),
  },
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
  {
    law: "D6",
    name: "owners take out whatever the fee brings, and half a year's cost more",
    phases: after("money", ({ providers, ledger, accounts }) => {
      for (const row of rowsOf(providers)) {
        const { account, costMean } = providers.columns;
        const most = ledger.balances[account[row]] + ledger.round(26 * costMean[row]);
        if (most > 0) ledger.transfer(account[row], accounts.owners, most, Purpose.payout);
      }
    }),
  },
  {
    law: "D6",
    name: "owners put in whatever is lost, for ever",
    phases: after("money", ({ providers, ledger, accounts }) => {
      for (const row of rowsOf(providers)) {
        const account = providers.columns.account[row];
        const short = -ledger.balances[account];
        if (short > 0) ledger.transfer(accounts.owners, account, short, Purpose.ownerCapital);
      }
    }),
  },
  {
    law: "D7",
    name: "whose turn it is to go depends on how many are to go",
    phases: during("needs", ({ draws, era }) => {
      const luck = draws["needs.exit"];
      const uniform = luck.uniform.bind(luck);
      const turn = Math.round(1000 * era.demand.deathPerYear[0]);
      luck.uniform = (agent) => uniform(agent, turn);
      return () => {
        luck.uniform = uniform;
      };
    }),
  },
];
