/** Faults that the weekly laws of payments and of the state must catch. */
import { Purpose } from "../../model/world/accounts.ts";
import { Service } from "../../model/world/codes.ts";
import { firstServed } from "./first.ts";
import { after, during, rowsOf, type PlantedBug } from "./plant.ts";
import { misreported } from "./recounts.ts";

export const paymentBugs: readonly PlantedBug[] = [
  {
    law: "E12",
    name: "a family pays for hours that the council agreed",
    under: ["families that add hours"],
    phases: during("money", ({ people }) => {
      const before = people.columns.extra.slice();
      for (const row of rowsOf(people)) people.columns.extra[row] = Math.floor(before[row] / 2);
      return () => people.columns.extra.set(before);
    }),
  },
  {
    law: "E21",
    name: "relief comes and nobody notes it",
    under: ["assistants often away, and relief", "direct payments for most"],
    phases: after("delivery", ({ workers }) => workers.columns.relief.fill(0)),
  },
  {
    law: "E22",
    name: "what families add is forgotten when a package ends",
    under: ["families that add hours"],
    phases: after("choice", ({ market }) => {
      market.extraMinutes = Math.max(0, market.extraMinutes - 15);
    }),
  },
  {
    law: "E23",
    name: "harm that nobody noticed",
    phases: after("needs", ({ people }) => {
      const [row] = rowsOf(people);
      if (row !== undefined) people.columns.harm[row] = 1;
    }),
  },
];

export const stateBugs: readonly PlantedBug[] = [
  {
    law: "E25",
    name: "a provider is kept up without a penny for it in the budget",
    phases: after("choice", ({ providers, ledger, accounts }) => {
      const [row] = rowsOf(providers);
      if (row !== undefined) {
        ledger.transfer(accounts.exchequer, providers.columns.account[row], 1, Purpose.providerSupport);
      }
    }),
  },
  {
    law: "E26",
    name: "quality rises week after week of itself",
    phases: after("providers", ({ providers }) => {
      for (const row of rowsOf(providers)) providers.columns.quality[row] += 0.2;
    }),
  },
  {
    law: "E27",
    name: "a bank forgives a penny of what is due",
    phases: during("money", ({ providers }) => {
      const before = providers.columns.instalment.slice();
      for (const row of rowsOf(providers)) providers.columns.instalment[row] = Math.max(0, before[row] - 1);
      return () => providers.columns.instalment.set(before);
    }),
  },
  {
    law: "E27",
    name: "a bank lends on twice what an agency takes in",
    phases: during("providers", ({ providers }) => {
      const before = providers.columns.revenueMean.slice();
      for (const row of rowsOf(providers)) providers.columns.revenueMean[row] *= 2;
      return () => providers.columns.revenueMean.set(before);
    }),
  },
  {
    law: "E27",
    name: "instalments give way week by week",
    phases: after("providers", ({ providers }) => {
      const { instalment } = providers.columns;
      for (const row of rowsOf(providers)) instalment[row] = Math.floor(instalment[row] / 2);
    }),
  },
  misreported(
    "community options forget whom they have agreed to serve",
    after("delivery", ({ market }) => {
      market.communityMinutes /= 2;
    }),
  ),
  {
    law: "E17",
    name: "an agency goes on counting a client who needs less",
    phases: after("assessment", (world) => {
      const row = firstServed(world);
      if (row >= 0) world.people.columns.bought[row] = Math.max(0, world.people.columns.bought[row] - 15);
    }),
  },
  misreported(
    "a crisis is counted twice",
    after("needs", ({ tally }) => {
      tally.crises *= 2;
    }),
  ),
  misreported(
    "top-ups are booked as something else",
    after("money", ({ ledger }) => {
      ledger.moved[Purpose.topUp] -= 100;
    }),
  ),
  misreported(
    "the council pays agencies a penny an hour more than the fee that it reports",
    during("money", ({ council }) => {
      council.fee += 1;
      return () => {
        council.fee -= 1;
      };
    }),
  ),
  misreported(
    "people are assessed, and nobody counts how long they waited",
    after("assessment", ({ tally }) => {
      tally.assessmentWeeks = 0;
    }),
  ),
  misreported(
    "agencies' revenue is written down before it is earned",
    after("money", ({ providers }) => {
      for (const row of rowsOf(providers)) providers.columns.revenueMean[row] *= 1.001;
    }),
  ),
  {
    law: "E15",
    name: "a charge of half a penny",
    phases: after("needs", ({ people }) => {
      const [row] = rowsOf(people);
      if (row !== undefined) people.columns.charge[row] += 0.5;
    }),
  },
  {
    law: "E15",
    name: "zero from below",
    phases: after("needs", ({ people }) => {
      for (const row of rowsOf(people)) {
        if (people.columns.service[row] === Service.community) people.columns.rate[row] = -0;
      }
    }),
  },
  {
    law: "E15",
    name: "half a minute is booked",
    phases: after("providers", ({ providers }) => {
      for (const row of rowsOf(providers)) providers.columns.booked[row] += 0.5;
    }),
  },
  {
    law: "E15",
    name: "admissions without end are reported",
    phases: after("monitoring", ({ tally }) => {
      tally.emergencyAdmissions = Infinity;
    }),
  },
  {
    law: "E16",
    name: "the next parameters come early",
    phases: after("calendar", (world) => {
      const { eras, eraOfWeek } = world.timetable;
      world.era = eras[Math.min(eras.length - 1, eraOfWeek[world.week] + 1)];
    }),
  },
];
