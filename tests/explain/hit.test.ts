import { expect, it } from "vitest";
import type { Followed } from "../../src/simulation/explain/explanation.ts";
import { hitOf } from "../../src/simulation/explain/hit.ts";

const gone = { outcome: "left care", without: 0, weeks: 0, to: 0 } as unknown as Followed;

it("speaks of one person and of several as English does", () => {
  expect(hitOf([], [gone], []).sentences[0]).toBe("1 person was given notice.");
  expect(hitOf([], [gone, gone], []).sentences[0]).toBe("2 people were given notice.");
  expect(hitOf([gone], [], []).sentences[0]).toBe("1 person lost their provider when it left.");
});
