/** Made-up results of a policy in many worlds: it does worst in a box that is put there, or nowhere in particular. */
import type { SweepArm, SweepAxis, SweepResults } from "../../src/experiment/sweep-results.ts";
import type { SweepReportInput } from "../../src/report/index.ts";
import { SWEEP_MEASURES, sweepInput } from "./sweep-fixture.ts";

export interface WantedWorlds {
  readonly worlds?: number;
  /** How much worse unmet need gets in a world; by default by 4 points in the box, by 1 elsewhere, and by luck besides. */
  readonly effect?: (settings: SweepArm["settings"], place: number) => number;
  /** Without a policy there are only worlds. */
  readonly hasPolicy?: boolean;
  readonly design?: string;
}

/** The box, a quarter of all worlds: strain above 0.5 and grip at most 0.5; noise has nothing to do with it. */
export const isInBox = ({ strain, grip }: SweepArm["settings"]): boolean => Number(strain) > 0.5 && Number(grip) <= 0.5;

export const NAMES = ["strain", "grip", "noise"] as const;

/** From 0 to 1, each third differently, no two worlds alike. */
const drawn = (place: number, step: number): number => (place * step + 0.137) % 1;
const STEPS = [0.6180339887, 0.4142135624, 0.7320508076];

/** Luck of a world and seed from −0.5 to 0.5. */
const luck = (place: number, seed: number): number => ((place * 0.7548776662 + seed * 0.569840291) % 1) - 0.5;

const KEY = "unmet.hoursPercent";

export function worldsInput({
  worlds = 160,
  effect = (settings, place) => (isInBox(settings) ? 4 : 1) + luck(place, 9),
  hasPolicy = true,
  design = "latin-hypercube",
}: WantedWorlds = {}): SweepReportInput {
  const points = Array.from({ length: worlds }, (_, place) =>
    Object.fromEntries(NAMES.map((name, axis) => [name, Number(drawn(place, STEPS[axis]).toFixed(4))])),
  );
  const policies = hasPolicy ? ["as they were", "held"] : [];
  const axes: SweepAxis[] = [
    ...(hasPolicy ? [{ name: "fees", label: "fees", unit: "choice", kind: "policy" as const, values: policies }] : []),
    ...NAMES.map((name): SweepAxis => ({
      name,
      label: `Uncertain ${name}`,
      unit: "share",
      kind: "uncertainty",
      values: points.map((point) => point[name]).sort((one, other) => one - other),
    })),
  ];
  const settings = points.flatMap((point): SweepArm["settings"][] =>
    hasPolicy ? policies.map((fees) => ({ fees, ...point })) : [point],
  );
  const arms = settings.map((each, index): SweepArm => ({
    index,
    label: `world ${Math.floor(index / Math.max(1, policies.length))} ${each["fees"] ?? ""}`.trim(),
    settings: each,
    scenarioHash: String(index).padStart(64, "0"),
  }));
  const base = sweepInput({ seeds: 4 });
  const yearly: SweepResults["yearly"] = (arm, seed, key) => {
    const place = Math.floor(arm / Math.max(1, policies.length));
    const level = 8 + luck(place + 3, seed);
    const isHeld = !hasPolicy || settings[arm]["fees"] === "held";
    const more = key === KEY && isHeld ? effect(settings[arm], place) : 0;
    return [level, level, level + more, level + more];
  };
  return {
    ...base,
    differences: [],
    measures: SWEEP_MEASURES.filter((measure) => measure.key === KEY),
    results: {
      ...base.results,
      name: "worlds",
      axes,
      arms,
      reference: 0,
      measures: [KEY],
      yearly,
      failures: [],
      sampling: {
        design,
        seed: "1",
        axes: [...NAMES],
        crossed: hasPolicy ? ["fees"] : [],
        rows: arms.map(({ index }) => index),
      },
    },
  };
}
