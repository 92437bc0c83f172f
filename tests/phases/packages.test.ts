/** What is written of a package ends with it: a price, a choice and a top-up go with nobody into the next. */
import { describe, expect, test } from "vitest";
import { crisis } from "../../src/model/week/crisis.ts";
import { place } from "../../src/model/week/stock.ts";
import { ProviderKind, Service, Stage } from "../../src/model/world/codes.ts";
import type { World } from "../../src/model/world/world.ts";
import { start } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

/** A council after a week, and somebody in it who has home care of an agency, as written. */
function somebody(written: Partial<Record<"spot" | "rate" | "offered" | "topUp" | "noticeWeek", number>>): {
  readonly world: World;
  readonly row: number;
} {
  const set = { "demand.hospitalShare": 1 };
  const run = start(scenarioFrom(smallCouncil({ set, burnInWeeks: 0 })), "1");
  run.step();
  const { world } = run;
  const { people, providers } = world;
  const { columns } = people;
  const row = [...people.live.subarray(0, people.liveCount)].find(
    (each) =>
      columns.stage[each] === Stage.served &&
      columns.service[each] === Service.homeCare &&
      providers.columns.kind[columns.provider[each]] === ProviderKind.agency,
  );
  if (row === undefined) throw new Error("nobody has home care");
  for (const [name, value] of Object.entries(written)) columns[name as keyof typeof written][row] = value;
  return { world, row };
}

describe("what is written of a package", () => {
  test("a spot price does not go on with whoever takes the package over: the council's own team", () => {
    const { world, row } = somebody({ spot: 1, rate: 1.3, noticeWeek: 4 });
    const { kind } = world.providers.columns;
    const team = [...world.providers.live].find((each) => kind[each] === ProviderKind.inHouse) ?? -1;
    expect(team).toBeGreaterThanOrEqual(0);
    place(world, row, team, 600);
    const { spot, rate, noticeWeek } = world.people.columns;
    expect([spot[row], rate[row], noticeWeek[row]]).toEqual([0, 0, 0]);
  });

  test.each([{ spot: 1, rate: 1.3 }, { offered: 3 }, { topUp: 700 }])("ends in hospital: %o", (written) => {
    const { world, row } = somebody(written);
    crisis(world, row);
    const { stage, spot, rate, offered, topUp } = world.people.columns;
    expect(stage[row]).toBe(Stage.seeking);
    expect([spot[row], rate[row], offered[row], topUp[row]]).toEqual([0, 0, 0, 0]);
  });
});
