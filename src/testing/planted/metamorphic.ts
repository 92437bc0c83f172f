/** Faults that the laws of two runs must catch. Some remember what no world holds, so they are made afresh each time. */
import { finalise32 } from "../../kernel/index.ts";
import { Purpose } from "../../model/world/accounts.ts";
import type { World } from "../../model/world/world.ts";
import { after, rowsOf, type PlantedBug } from "./plant.ts";

/** A penny of grant that goes nowhere: small, and in every digest. */
const strayPenny = ({ ledger, accounts }: World, pence = 1): void =>
  ledger.transfer(accounts.exchequer, accounts.economy, pence, Purpose.grant);

/** Counts runs, over all runs of one list of bugs. */
function remembersRuns(): PlantedBug["phases"] {
  let runs = 0;
  return (phases) => {
    runs += 1;
    const own = runs;
    return after("money", (world) => strayPenny(world, own))(phases);
  };
}

/** Counts weeks outside the world, where no snapshot finds them. */
const remembersWeeks: PlantedBug["phases"] = (phases) => {
  let weeks = 0;
  return after("money", (world) => {
    weeks += 1;
    strayPenny(world, weeks);
  })(phases);
};

/** Counts people once for each number of a week, whichever council asks. */
function countsOnceAWeek(): PlantedBug["phases"] {
  let counted = -1;
  let people = 0;
  return after("money", (world) => {
    if (world.week !== counted) people = world.people.liveCount;
    counted = world.week;
    strayPenny(world, 1 + people);
  });
}

/** One stream that is used up: each draw depends on how many came before. */
function usedUp(): () => number {
  let drawn = 0;
  return () => {
    drawn += 1;
    return ((finalise32(drawn) >>> 0) + 0.5) / 2 ** 32;
  };
}

const sharedStream: PlantedBug["phases"] = (phases) => {
  const next = usedUp();
  return after("outcomes", ({ people }) => {
    for (const row of rowsOf(people)) people.columns.life[row] += (next() - 0.5) / 100;
  })(phases);
};

const streamThatRunsDry: PlantedBug["phases"] = (phases) => {
  const next = usedUp();
  return after("calendar", ({ draws, week }) => {
    if (week === 0) Object.assign(draws["delivery.absence"], { uniform: next });
  })(phases);
};

/** A new list each time: nothing that one law's runs leave behind reaches another's. */
export const metamorphicBugs = (): readonly PlantedBug[] => [
  { law: "M1", name: "a run knows how many ran before it", phases: remembersRuns() },
  {
    law: "M2",
    name: "the council counts the reforms to come",
    phases: after("money", (world) => strayPenny(world, world.timetable.eras.length)),
  },
  {
    law: "M3",
    name: "every change of parameters costs a penny",
    phases: after("money", (world) => {
      const { eraOfWeek } = world.timetable;
      if (world.week > 0 && eraOfWeek[world.week] !== eraOfWeek[world.week - 1]) strayPenny(world);
    }),
  },
  {
    law: "M4",
    name: "whoever is kept in the first row needs a minute more",
    phases: after("needs", ({ people }) => {
      if (people.rows > 0) people.columns.need[0] += 1;
    }),
  },
  { law: "M5", name: "people share one stream of luck", phases: sharedStream },
  {
    law: "M6",
    name: "somebody behaves because a journal is kept",
    phases: after("money", (world) => {
      if (world.ledger.journal !== undefined) strayPenny(world);
    }),
  },
  { law: "M7", name: "luck is used up by whoever draws first", phases: streamThatRunsDry },
  { law: "M8", name: "a phase remembers what no snapshot holds", phases: remembersWeeks },
  {
    law: "M9",
    name: "a pound is a pound in every currency",
    phases: after("money", (world) => strayPenny(world, 160)),
  },
  { law: "M12", name: "a run knows which seeds ran before it", phases: remembersRuns() },
  {
    law: "M13",
    name: "a count is kept for the week, and the next council takes it for its own",
    phases: countsOnceAWeek(),
  },
  {
    law: "M14",
    name: "luck goes by the date",
    phases: after("money", (world) => strayPenny(world, 1 + (world.timetable.startDay % 1000))),
  },
  {
    law: "M15",
    name: "the council puts a penny by for every reform to come",
    phases: after("calendar", (world) => strayPenny(world, world.timetable.eras.length)),
  },
  {
    law: "M16",
    name: "what is left of the grant is spent in the last week of all",
    phases: after("money", (world) => {
      const { burnInWeeks, weeks } = world.timetable;
      if (world.week === burnInWeeks + weeks - 1) strayPenny(world);
    }),
  },
];
