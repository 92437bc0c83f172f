/** What a counterexample prints runs the same case again, without anything that only one shell understands. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { hashScenario } from "../../src/simulation/index.ts";
import { cases, scenarioFrom, smallScenarios } from "../../src/testing/index.ts";

it("a counterexample prints its scenario as a file that resolves to the same, and the line with its seed", () => {
  fc.assert(
    fc.property(cases(), (given) => {
      const [head, , ...rest] = fc.stringify(given).split("\n");
      expect(head).toBe("Save these lines as replay.yaml:");
      const end = rest.indexOf("");
      expect(hashScenario(scenarioFrom(rest.slice(0, end).join("\n")))).toBe(hashScenario(given.scenario));
      expect(rest[end + 1]).toContain(`npx caremarket run replay.yaml --seed ${given.seed} `);
      expect(rest[end + 2]).toContain(`readFileSync("replay.yaml", "utf8")), seed: "${given.seed}" })`);
      expect(rest.slice(end).join("\n")).not.toMatch(/printf|&&|'|\$/);
    }),
    { numRuns: 20 },
  );
});

it("a scenario alone prints as the file that resolves to the same, and a copy of it as anything does", () => {
  fc.assert(
    fc.property(smallScenarios(), (scenario) => {
      expect(hashScenario(scenarioFrom(fc.stringify(scenario)))).toBe(hashScenario(scenario));
      expect(fc.stringify({ ...scenario })).toMatch(/^\{"format":1,/);
    }),
    { numRuns: 20 },
  );
});
