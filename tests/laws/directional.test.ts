/** Laws of direction, each in the scope that it states, on random small councils. */
import { describe, it } from "vitest";
import { assertLaw, cases, directionalLaws, type Law } from "../../src/testing/index.ts";
import { CASES } from "../support/laws-assert.ts";

/** D6 holds for two years: its firms owe nothing on loans, and those that lose all council work are no longer looked at. */
const weeksOf = ({ id }: Law): number => (id === "D6" ? 104 : 40);

describe("directional laws", () => {
  it.each(directionalLaws.map((law) => [`${law.id}: ${law.statement}`, law] as const))(
    "%s",
    (_, law) => assertLaw(law, cases({ mostWeeks: weeksOf(law) }), { runs: (law.id === "D4" ? 200 : 60) * CASES }),
    120_000,
  );
});
