/** Laws of direction, each in the scope that it states, on random small councils. */
import { describe, it } from "vitest";
import { cases, directionalLaws } from "../../src/testing/index.ts";
import { assertLawWithGuards, CASES } from "../support/laws-assert.ts";

describe("directional laws", () => {
  it.each(directionalLaws.map((law) => [`${law.id}: ${law.statement}`, law] as const))(
    "%s",
    (_, law) => assertLawWithGuards(law, cases({ mostWeeks: 40 }), (law.id === "D4" ? 200 : 60) * CASES),
    120_000,
  );
});
