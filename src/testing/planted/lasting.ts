/** Faults in what lasts: jobs, what is written of packages, and what people have. */
import { Employment, Source, Stage } from "../../model/world/codes.ts";
import { leaveJob } from "../../model/world/hiring.ts";
import { firstEmployed } from "./first.ts";
import { after, during, rowsOf, under, type PlantedBug } from "./plant.ts";

const jobBugs: readonly PlantedBug[] = [
  {
    law: "E28",
    name: "somebody's job has begun a week earlier than it did",
    phases: after("labour", (world) => {
      const row = firstEmployed(world);
      if (row >= 0) world.workers.columns.startedWeek[row] -= 1;
    }),
  },
  {
    law: "E28",
    name: "an assistant leaves, and nobody is told",
    phases: after("labour", (world) => {
      const { employment } = world.workers.columns;
      const row = rowsOf(world.workers).find((each) => employment[each] === Employment.person);
      if (row !== undefined) leaveJob(world, row, Employment.seeking);
    }),
  },
];

const packageBugs: readonly PlantedBug[] = [
  under(["direct payments for most", "everybody frailer"], {
    law: "E29",
    name: "who comes to hospital goes on with the top-up of the week before",
    phases: after("needs", ({ people, week }) => {
      const { stage, source, queuedWeek, toppedUp, topUp } = people.columns;
      for (const row of rowsOf(people)) {
        const arrives = stage[row] === Stage.seeking && source[row] === Source.discharge && queuedWeek[row] === week;
        if (arrives && toppedUp[row] === 1) topUp[row] = 100;
      }
    }),
  }),
  {
    law: "E29",
    name: "a spot price is forgotten, and the package is still a spot purchase",
    phases: after("brokerage", ({ people }) => {
      const { spot, rate } = people.columns;
      for (const row of rowsOf(people)) if (spot[row] === 1) rate[row] = 0;
    }),
  },
  {
    law: "E29",
    name: "who begins to wait is taken to have waited for a week",
    phases: after("assessment", ({ people, week }) => {
      const { stage, queuedWeek } = people.columns;
      for (const row of rowsOf(people)) {
        if (stage[row] === Stage.seeking && queuedWeek[row] === week) queuedWeek[row] -= 1;
      }
    }),
  },
];

const meansBugs: readonly PlantedBug[] = [
  under(["direct payments for most"], {
    law: "E30",
    name: "holders spend sixteen times what they and their families have",
    phases: during("choice", ({ people }) => {
      const { meansRatio } = people.columns;
      const rows = rowsOf(people);
      for (const row of rows) meansRatio[row] *= 16;
      return () => {
        for (const row of rows) meansRatio[row] /= 16;
      };
    }),
  }),
  under(["direct payments for most"], {
    law: "E30",
    name: "employers of assistants forget that leave is paid",
    phases: during("choice", (world) => {
      const { era } = world;
      world.era = { ...era, wages: { ...era.wages, leaveShare: 0 } };
      return () => {
        world.era = era;
      };
    }),
  }),
];

export const lastingBugs: readonly PlantedBug[] = [...jobBugs, ...packageBugs, ...meansBugs];
