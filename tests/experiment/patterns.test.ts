/** Patterns of the market, on a council of an eighth with few seeds; the page docs/patterns.md has them at full size. */
import { describe, expect, it } from "vitest";
import {
  CLAIMS,
  judgeClaims,
  lagId,
  lagsOf,
  PATTERNS,
  sidesOf,
  verdictOf,
  type Claim,
  type Sides,
} from "../../src/experiment/patterns/index.ts";
import { measures } from "../../src/model/measures/index.ts";
import type { World } from "../../src/model/world/world.ts";
import {
  lookupAmong,
  resolveOrThrow,
  type Phase,
  type ResolvedScenario,
  type RunOptions,
} from "../../src/simulation/index.ts";
import { SCENARIOS } from "../support/shipped-files.ts";

const SCALE = 0.12;
const SEEDS = ["1", "2", "3", "4"];
const lookup = lookupAmong(SCENARIOS);
const resolved = new Map(
  [...new Set(CLAIMS.flatMap((claim) => claim.arms))].map((name) => {
    const entry = { name: `${name}.yaml`, text: SCENARIOS[name] };
    return [name, resolveOrThrow({ entry, lookup, set: [`size.scale=${SCALE}`] }).scenario];
  }),
);
const armOf = (name: string): ResolvedScenario => {
  const scenario = resolved.get(name);
  if (scenario === undefined) throw new RangeError(`no arm ${name}`);
  return scenario;
};

/** What so few seeds of so small a council can tell; the others need the full size. */
const TOLD = "P3a P3d P4a P4b P4d P4e P5c P6a P6b P7c P9a P10a P11a P11b P11c P12a P12b".split(" ");
const claimsOf = (ids: readonly string[]): readonly Claim[] => CLAIMS.filter(({ id }) => ids.includes(id));

function sidesOfAll(claims: readonly Claim[], seeds: readonly string[], options: RunOptions = {}): Sides {
  const each = seeds.map((seed) => sidesOf(claims, armOf, seed, options));
  return Object.fromEntries(claims.map(({ id }) => [id, each.map((sides) => sides[id])]));
}

const told = claimsOf(TOLD);
const sides = sidesOfAll(told, SEEDS);
const directed = told.filter(({ expected }) => expected.way === "more" || expected.way === "less");

describe("claims", () => {
  it.each(told.map((claim) => [`${claim.id}: ${claim.sentence}`, claim] as const))("%s", (_, claim) => {
    const [{ verdict, paired }] = judgeClaims([claim], sides);
    expect({ verdict, paired }).toMatchObject({ verdict: "shown" });
  });

  it("are told of every pattern", () => {
    expect(told.map(({ id }) => id)).toEqual(TOLD);
    for (const { id } of PATTERNS) expect(told.some((claim) => claim.id.startsWith(id))).toBe(true);
  });

  it("are not borne out by the arms exchanged", () => {
    const turned = Object.fromEntries(
      Object.entries(sides).map(([id, pairs]) => [id, pairs.map(([a, b]) => [b, a] as const)]),
    );
    expect(new Set(judgeClaims(directed, turned).map(({ verdict }) => verdict))).toEqual(new Set(["otherwise"]));
  });

  it("are not borne out by an arm whose policy does nothing", () => {
    const idle = Object.fromEntries(
      Object.entries(sides).map(([id, pairs]) => [id, pairs.map(([a]) => [a, a] as const)]),
    );
    expect(new Set(judgeClaims(directed, idle).map(({ verdict }) => verdict))).toEqual(new Set(["unclear"]));
  });
});

describe("a planted bug", () => {
  /** After a phase, something is put right that should have been left. */
  const after =
    (name: string, put: (world: World) => void) =>
    (phases: readonly Phase[]): readonly Phase[] =>
      phases.map((phase) =>
        phase.name === name ? { ...phase, run: (world) => [phase.run(world), put(world)] } : phase,
      );
  const withBug = (ids: readonly string[], phases: RunOptions["phases"]) =>
    judgeClaims(claimsOf(ids), sidesOfAll(claimsOf(ids), SEEDS.slice(0, 2), phases && { phases })).map(
      ({ verdict }) => verdict,
    );

  it("in the direct-payment rate is seen: rates that follow prices whatever the rule leave nothing of P4", () => {
    const generous = after("calendar", ({ council, market }) => {
      council.directPaymentRate.fill(market.meanPrice);
    });
    expect(withBug(["P4a", "P4d"], generous)).not.toContain("shown");
  });

  it("in outcomes is seen: lives that nothing moves leave nothing of P6 and of P11", () => {
    const still = (phases: readonly Phase[]): readonly Phase[] => phases.filter(({ name }) => name !== "outcomes");
    expect(withBug(["P6a", "P11b"], still)).not.toContain("shown");
  });
});

describe("verdicts", () => {
  const effect = (low: number, high: number) => ({ mean: (low + high) / 2, low, high });
  const more = { way: "more", least: 2 } as const;
  const less = { way: "less", least: 2 } as const;

  it.each([
    ["well above the least", more, effect(3, 5), "shown"],
    ["above nothing, below the least", more, effect(0.5, 1.5), "weak"],
    ["across nothing, whatever the mean", more, effect(-1, 9), "unclear"],
    ["below nothing", more, effect(-3, -1), "otherwise"],
    ["exactly nothing", more, effect(0, 0), "unclear"],
    ["less, as expected", less, effect(-5, -3), "shown"],
    ["less, by little", less, effect(-1.5, -0.5), "weak"],
    ["less expected, more found", less, effect(1, 3), "otherwise"],
    ["the same, within bounds", { way: "the same", most: 1 }, effect(-0.9, 0.2), "shown"],
    ["the same, over the edge", { way: "the same", most: 1 }, effect(-1.2, 0.2), "unclear"],
    ["the same, beyond", { way: "the same", most: 1 }, effect(1.1, 3), "otherwise"],
    ["no fall, and a rise", { way: "not less", most: 1 }, effect(-0.5, 30), "shown"],
    ["no fall, left open", { way: "not less", most: 1 }, effect(-2, 1), "unclear"],
    ["no fall, and a fall", { way: "not less", most: 1 }, effect(-4, -2), "otherwise"],
    ["one seed, without an interval", more, { mean: 9, low: Number.NaN, high: Number.NaN }, "unclear"],
    ["nothing to compare", more, undefined, "unclear"],
  ] as const)("%s", (_, expected, found, verdict) => {
    expect(verdictOf(expected, found)).toBe(verdict);
  });

  it("leave out seeds in which a side is not defined", () => {
    const [judged] = judgeClaims([told[0]], {
      [told[0].id]: [
        [1, Number.NaN],
        [10, 5],
        [12, 6],
      ],
    });
    expect(judged).toMatchObject({ first: 11, second: 5.5, paired: { seeds: 2, mean: -5.5 } });
  });
});

describe("the table of patterns", () => {
  it("names arms and measures that there are, each claim once and with its least effect argued", () => {
    const keys = measures.map(({ key }) => key);
    expect(new Set(CLAIMS.map(({ id }) => id)).size).toBe(CLAIMS.length);
    for (const { id, claims } of PATTERNS) expect(claims.every((claim) => claim.id.startsWith(id))).toBe(true);
    for (const { arms, measure, reason } of CLAIMS) {
      for (const arm of arms) expect(Object.keys(SCENARIOS)).toContain(arm);
      for (const [, key] of measure.matchAll(/`([^`]+)`/gu)) expect(keys).toContain(key);
      expect(reason).toMatch(/^as in P\d|.{20}/u);
    }
  });

  it("asks for the years of what gives way", () => {
    const [livingWage] = PATTERNS;
    const ids = lagsOf(livingWage).map(({ id }) => id);
    expect(ids).toContain(lagId("P3", "providers.marginPercent", 2016));
    expect(ids).toHaveLength(4 * (livingWage.lags?.measures.length ?? 0));
  });
});
