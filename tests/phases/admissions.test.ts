/** Emergency admissions: what makes them more, and how much all of it together comes to. */
import { describe, expect, it } from "vitest";
import { emergencyAdmissions } from "../../src/model/week/hospital.ts";
import { Funding, Stage } from "../../src/model/world/codes.ts";
import { start } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

describe("the NHS", () => {
  it("admits whoever is as frail, as short of care and as unsafe as can be at the product of all three", () => {
    // Three times for need, twice for care that is not safe, and twice for care that does not come.
    const factors = { "nhs.needEffect": 3, "nhs.mostCareFactor": 2, "nhs.unsafeEffect": 1, "nhs.unmetEffect": 1 };
    const share = (perYear: number): number => {
      const { world } = start(
        scenarioFrom(smallCouncil({ set: { ...factors, "nhs.emergencyPerYear": perYear } })),
        "1",
      );
      const { people, providers, tally } = world;
      const { stage, turn, need, delivered, bankedAtTurn, funding } = people.columns;
      providers.columns.quality.fill(-5);
      world.week = 20;
      world.muster.week = -1;
      let all = 0;
      for (const row of people.live.subarray(0, people.liveCount)) {
        if (people.columns.provider[row] < 0 || stage[row] !== Stage.served) stage[row] = Stage.gone;
        [need[row], delivered[row], bankedAtTurn[row]] = [6000, 0, 0];
        const isMeant = stage[row] === Stage.served && funding[row] !== Funding.selfFunded;
        if (isMeant && turn[row] === world.week % 12) all += 1;
      }
      expect(all).toBeGreaterThan(3);
      const before = tally.emergencyAdmissions;
      emergencyAdmissions(world);
      return (tally.emergencyAdmissions - before) / all;
    };
    // Twelve times as often as is usual: sure in twelve weeks where that is once in 144.
    expect(share(365.25 / 7 / 144)).toBe(1);
    expect(share(0)).toBe(0);
  });
});
