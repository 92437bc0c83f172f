/** The runs whose results are kept: small ones that fail fast, and the baseline's decade with its headline figures. */
import { readFileSync } from "node:fs";
import { lookupAmong, resolveOrThrow, type RunResult, simulate } from "../../src/simulation/index.ts";

export const GOLDEN_FILE = new URL("golden.json", import.meta.url);

/** Results as kept: digests by run, and yearly figures of the baseline's decade by measure; null where not defined. */
export interface Golden {
  readonly digests: Readonly<Record<string, string>>;
  readonly years: readonly string[];
  readonly yearly: Readonly<Record<string, readonly (number | null)[]>>;
}

interface Kept {
  readonly scenario: "tiny" | "baseline";
  readonly seed: string;
  readonly scale?: number;
  readonly weeks?: number;
}

export const DECADE = "baseline, seed 1";

export const RUNS: Readonly<Record<string, Kept>> = {
  "tiny, seed 1": { scenario: "tiny", seed: "1" },
  "tiny, seed 2": { scenario: "tiny", seed: "2" },
  "a tenth of the baseline, 156 weeks, seed 1": { scenario: "baseline", seed: "1", scale: 0.1, weeks: 156 },
  [DECADE]: { scenario: "baseline", seed: "1" },
};

/** What a director would ask for, from every subject. */
const KEPT_YEARLY = [
  "providers.trading",
  "providers.failures",
  "providers.closures",
  "providers.handBacks",
  "providers.marginPercent",
  "prices.frameworkFee",
  "prices.privatePrice",
  "prices.directPaymentRate",
  "wages.careWorker",
  "people.funded",
  "people.homeCare",
  "people.directPaymentSharePercent",
  "people.awaitingCare",
  "unmet.hoursPercent",
  "waits.assessmentWeeks",
  "topUps.sharePercent",
  "topUps.meanWeekly",
  "outcomes.qualityOfLife",
  "workforce.careWorkers",
  "workforce.vacancyPercent",
  "council.grossSpend",
  "council.reserves",
];

/** Runs one of them. */
export function runKept(name: string): RunResult {
  const { scenario: file, seed, scale, weeks } = RUNS[name];
  const text = readFileSync(new URL(`../../scenarios/${file}.yaml`, import.meta.url), "utf8");
  const { scenario } = resolveOrThrow({
    entry: { name: `${file}.yaml`, text },
    lookup: lookupAmong({}),
    ...(scale === undefined ? {} : { set: [`size.scale=${scale}`] }),
    ...(weeks === undefined ? {} : { flags: { weeks } }),
  });
  return simulate(scenario, seed);
}

/** What this engine gives. JSON keeps a double by its shortest text, which is exact. */
export function currentGolden(): Golden {
  const results = Object.keys(RUNS).map((name) => [name, runKept(name)] as const);
  const digests = Object.fromEntries(results.map(([name, { digest }]) => [name, digest]));
  const { years, yearly } = Object.fromEntries(results)[DECADE];
  const kept = KEPT_YEARLY.map((key) => [key, Array.from(yearly[key], numberOrNull)] as const);
  return { digests, years, yearly: Object.fromEntries(kept) };
}

/** As JSON keeps it, which knows neither NaN nor a zero below zero. */
const numberOrNull = (value: number): number | null => (Number.isNaN(value) ? null : value + 0);

/** What is kept. Throws where the file is missing or no longer JSON. */
export const keptGolden = (): Golden => JSON.parse(readFileSync(GOLDEN_FILE, "utf8")) as Golden;

/** The file's text: a line for each run and each measure, so that a change of one is a line in a commit. */
export function goldenText({ digests, years, yearly }: Golden): string {
  const lines = (values: object): string =>
    Object.entries(values)
      .map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(",\n");
  const parts = [
    `  "digests": {\n${lines(digests)}\n  }`,
    `  "years": ${JSON.stringify(years)}`,
    `  "yearly": {\n${lines(yearly)}\n  }`,
  ];
  return `{\n${parts.join(",\n")}\n}\n`;
}

/** A line for each figure that differs, with its value before and after; empty where all are the same to the last bit. */
export function differences(before: Golden, after: Golden): readonly string[] {
  const [old, now] = [figuresOf(before), figuresOf(after)];
  const names = new Set([...old.keys(), ...now.keys()]);
  return [...names]
    .filter((name) => !Object.is(old.get(name), now.get(name)))
    .map((name) => `${name}: ${shown(old, name)} → ${shown(now, name)}`);
}

/** Every figure by a name of its own. */
function figuresOf({ digests, years, yearly }: Golden): ReadonlyMap<string, number | string | null> {
  const yearlyFigures = Object.entries(yearly).flatMap(([key, values]) =>
    values.map((value, index) => [`${key} in ${years[index] ?? "no year"}`, value] as const),
  );
  return new Map<string, number | string | null>([
    ...Object.entries(digests).map(([name, digest]) => [`digest of ${name}`, digest] as const),
    ["years", years.join(" ")],
    ...yearlyFigures,
  ]);
}

const shown = (figures: ReadonlyMap<string, number | string | null>, name: string): string =>
  figures.has(name) ? String(figures.get(name) ?? "not defined") : "none";
