/** Faults that the weekly laws must catch. */
import { Purpose } from "../../model/world/accounts.ts";
import { Service, Stage } from "../../model/world/codes.ts";
import { DUE_WEEKS } from "../../model/world/providers.ts";
import { rebook } from "../../model/week/stock.ts";
import { setWeeklyRevenue } from "../../model/world/revenue.ts";
import { firstEmployed, firstLeft, firstServed } from "./first.ts";
import { after, during, rowsOf, type PlantedBug } from "./plant.ts";

export const moneyBugs: readonly PlantedBug[] = [
  {
    law: "E1",
    name: "a worker is paid a penny out of nothing",
    phases: after("money", (world) => {
      const row = firstEmployed(world);
      if (row >= 0) world.ledger.balances[world.workers.columns.account[row]] += 1;
    }),
  },
  {
    law: "E2",
    name: "a penny moves behind the ledger's back",
    phases: after("money", ({ ledger, accounts }) => {
      ledger.balances[accounts.hmrc] -= 1;
      ledger.balances[accounts.economy] += 1;
    }),
  },
  {
    law: "E3",
    name: "the precept brings a penny more than its rate",
    phases: after("money", ({ ledger, accounts }) => {
      ledger.transfer(accounts.localTaxpayers, accounts.council, 1, Purpose.precept);
      ledger.transfer(accounts.council, accounts.reserves, 1, Purpose.reserveAddition);
    }),
  },
  {
    law: "E3",
    name: "the precept is raised by twice what was asked for, whatever the law",
    phases: after("calendar", (world) => {
      const { council, era, timetable, week } = world;
      if (timetable.aprilWeek[week] !== 1) return;
      council.bandDPrecept += council.bandDCore * Math.max(era.council.precept, 0.01);
      setWeeklyRevenue(world);
    }),
  },
  {
    law: "E3",
    name: "a week's spending is left unbalanced",
    phases: after("money", ({ ledger, accounts }) => {
      ledger.transfer(accounts.council, accounts.economy, 1, Purpose.otherSpend);
    }),
  },
  {
    law: "E3",
    name: "a surplus is put aside while an earlier overspend is owed",
    under: ["overspends, and years that make them good"],
    phases: during("money", ({ council }) => {
      const owed = council.toMakeGood;
      council.toMakeGood = 0;
      return () => {
        council.toMakeGood = owed;
      };
    }),
  },
  {
    law: "E4",
    name: "deductions are taken at a rate that is not the law's",
    phases: during("money", (world) => {
      const { era } = world;
      world.era = { ...era, wages: { ...era.wages, incomeTaxAllowance: 0, incomeTaxRate: 0.25 } };
      return () => {
        world.era = era;
      };
    }),
  },
  {
    law: "E4",
    name: "pay is nine tenths of the wage floor",
    phases: after("delivery", ({ providers, era }) => {
      for (const row of rowsOf(providers)) providers.columns.wage[row] = era.wages.floor * 0.9;
    }),
  },
  {
    law: "E4",
    name: "the state keeps a penny that nobody owed",
    phases: after("money", ({ ledger, accounts }) => {
      ledger.transfer(accounts.economy, accounts.hmrc, 1, Purpose.payrollTax);
    }),
  },
  {
    law: "E12",
    name: "a household pays for its assistant while the budget still holds money",
    phases: after("money", ({ people, ledger, accounts }) => {
      const { service, stage, account, budgetAccount, topUp } = people.columns;
      const row = rowsOf(people).find(
        (each) => service[each] === Service.assistant && stage[each] === Stage.served && topUp[each] === 0,
      );
      if (row === undefined) return;
      ledger.transfer(accounts.economy, account[row], 100, Purpose.householdIncome);
      ledger.transfer(account[row], budgetAccount[row], 100, Purpose.topUp);
      topUp[row] += 100;
    }),
  },
  {
    law: "E12",
    name: "people are charged a pound more than the means test allows",
    phases: during("money", ({ people }) => {
      const before = people.columns.charge.slice();
      for (const row of rowsOf(people)) people.columns.charge[row] += 100;
      return () => people.columns.charge.set(before);
    }),
  },
  {
    law: "E12",
    name: "a third party takes half of its fee again",
    under: ["budgets held by third parties"],
    phases: during("money", (world) => {
      const { era } = world;
      world.era = { ...era, route: { ...era.route, thirdPartyFee: era.route.thirdPartyFee * 1.5 } };
      return () => {
        world.era = era;
      };
    }),
  },
  {
    law: "E13",
    name: "a household goes into debt",
    phases: after("money", ({ people, ledger, accounts }) => {
      const [row] = rowsOf(people);
      if (row !== undefined) {
        ledger.transfer(people.columns.account[row], accounts.economy, 1, Purpose.consumption);
      }
    }),
  },
  {
    law: "E13",
    name: "an insolvent provider goes on trading",
    phases: during("providers", ({ providers, ledger }) => {
      const own = rowsOf(providers).map((row) => providers.columns.account[row]);
      const before = Array.from(own, (account) => ledger.balances[account]);
      for (const account of own) ledger.balances[account] = Math.max(0, ledger.balances[account]);
      return () => {
        for (const [index, account] of own.entries()) {
          if (before[index] < 0) ledger.balances[account] += before[index];
        }
      };
    }),
  },
];

export const careBugs: readonly PlantedBug[] = [
  {
    law: "E5",
    name: "a worker gives a minute that nobody gets",
    phases: after("delivery", (world) => {
      const row = firstEmployed(world);
      if (row < 0) return;
      world.workers.columns.contact[row] += 1;
      world.workers.columns.paid[row] += 2;
    }),
  },
  {
    law: "E6",
    name: "more comes than was agreed",
    phases: after("delivery", (world) => {
      const { delivered, bought } = world.people.columns;
      const row = firstServed(world);
      if (row >= 0) delivered[row] = bought[row] + 1;
    }),
  },
  {
    law: "E6",
    name: "hours that did not come are written down as met",
    phases: after("outcomes", ({ people }) => {
      const { delivered, bought } = people.columns;
      for (const row of rowsOf(people)) delivered[row] = Math.max(delivered[row], bought[row]);
    }),
  },
  {
    law: "E6",
    name: "a quarter of an hour is commissioned that nobody assessed",
    phases: after("brokerage", (world) => {
      const row = firstServed(world);
      if (row >= 0) rebook(world, row, world.people.columns.assessed[row] + 15);
    }),
  },
  {
    law: "E18",
    name: "a banked minute is given and stays in the bank",
    under: ["time banked"],
    phases: after("delivery", (world) => {
      const { banked, fromBank } = world.people.columns;
      for (const row of rowsOf(world.people)) if (fromBank[row] > 0) banked[row] += 1;
    }),
  },
  {
    law: "E18",
    name: "banked time counts in the one week in which it comes",
    under: ["time banked"],
    phases: after("delivery", ({ people }) => {
      const { bankedAtTurn, fromBank, fromPool } = people.columns;
      for (const row of rowsOf(people)) bankedAtTurn[row] = fromBank[row] + fromPool[row];
    }),
  },
  {
    law: "E18",
    name: "a banked minute counts for somebody whom no contract covers",
    phases: after("delivery", ({ people }) => {
      const { bankedAtTurn, provider } = people.columns;
      for (const row of rowsOf(people)) if (provider[row] < 0) bankedAtTurn[row] = 1;
    }),
  },
  {
    law: "E7",
    name: "somebody is served by nobody",
    phases: after("monitoring", (world) => {
      const row = firstServed(world);
      if (row >= 0) world.people.columns.provider[row] = -1;
    }),
  },
  {
    law: "E7",
    name: "whoever loses a provider keeps the hours that were agreed",
    phases: after("providers", ({ people }) => {
      const { stage, assessed, bought } = people.columns;
      for (const row of rowsOf(people)) if (stage[row] === Stage.seeking) bought[row] = assessed[row];
    }),
  },
  {
    law: "E8",
    name: "an employer forgets a worker",
    phases: after("labour", (world) => {
      const row = firstEmployed(world);
      if (row >= 0) world.providers.columns.workers[world.workers.columns.provider[row]] -= 1;
    }),
  },
  {
    law: "E9",
    name: "a provider that has left takes a client",
    phases: after("monitoring", (world) => {
      const [left, row] = [firstLeft(world), firstServed(world)];
      if (left >= 0 && row >= 0) world.people.columns.provider[row] = left;
    }),
  },
  {
    law: "E9",
    name: "a provider that has left is paid an old invoice",
    phases: after("money", (world) => {
      const left = firstLeft(world);
      if (left < 0) return;
      const { ledger, accounts, providers } = world;
      ledger.transfer(accounts.banks, providers.columns.account[left], 1, Purpose.receivables);
    }),
  },
  {
    law: "E9",
    name: "an invoice of a provider that has left stays open",
    phases: after("providers", (world) => {
      const left = firstLeft(world);
      if (left >= 0) world.market.due[left * DUE_WEEKS] = 100;
    }),
  },
  {
    law: "E10",
    name: "a person drops out of the list and is never seen again",
    phases: after("choice", ({ people, week }) => {
      const gone = new Uint8Array(people.rows);
      if (week === 3) gone[people.live[0]] = 1;
      people.sweep(gone);
    }),
  },
  {
    law: "E11",
    name: "brokers take every agency for a member",
    phases: during("brokerage", ({ providers }) => {
      const before = providers.columns.framework.slice();
      providers.columns.framework.fill(1, 0, providers.rows);
      return () => providers.columns.framework.set(before);
    }),
  },
];
