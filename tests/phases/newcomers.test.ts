/** Agencies that open in one week: nobody follows two of them. */
import { expect, test } from "vitest";
import { enter } from "../../src/model/week/entry.ts";
import { EventKind } from "../../src/model/world/events.ts";
import { start } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

test("each brings as many clients along as it says, and none whom another newcomer has just brought", () => {
  const set = {
    "size.zones": 1,
    "providers.entryRate": 0.5,
    "providers.hoursPerAgency": 50,
    "providers.firstClients": 5,
  };
  const run = start(scenarioFrom(smallCouncil({ set, burnInWeeks: 0 })), "1");
  run.step();
  run.step();
  const { world } = run;
  const before = world.events.count;
  world.market.meanMargin = 1;
  enter(world);
  const { kind, agent, amount } = world.events.columns;
  const { keys, columns, live, liveCount } = world.providers;
  const entered = Array.from({ length: world.events.count - before }, (_, at) => before + at).filter(
    (at) => kind[at] === EventKind["provider.entered"],
  );
  expect(entered.length).toBeGreaterThan(1);
  for (const at of entered) {
    const row = live.subarray(0, liveCount).find((each) => keys[each] === agent[at]) ?? -1;
    expect(columns.clients[row]).toBe(amount[at]);
  }
});
