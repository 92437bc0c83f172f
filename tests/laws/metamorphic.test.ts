/**
 * The exact laws of two or more runs, M1 to M9 and M12 to M21, on random small councils. M10 and M11 are about files and
 * names: tests/scenario/composition.test.ts and tests/scenario/hash.test.ts.
 */
import { describe, it } from "vitest";
import { assertLaw, cases, metamorphicLaws } from "../../src/testing/index.ts";
import { CASES } from "../support/laws-assert.ts";

describe("metamorphic laws", () => {
  it.each(metamorphicLaws.map((law) => [`${law.id}: ${law.statement}`, law] as const))(
    "%s",
    (_, law) => assertLaw(law, cases({ mostWeeks: 40, mostScale: 0.02 }), { runs: 40 * CASES }),
    120_000,
  );
});
