/** Made-up results in the shape that runs give: twenty seeds, ten years, the same on every machine. */
import type { EventSummary, ReportInput } from "../../src/report/input.ts";
import { SHAPES, type Shape } from "./report-measures.ts";

export interface Wanted {
  readonly runs?: number;
  readonly weeks?: number;
  /** What is put in the place of the shapes above. */
  readonly shapes?: readonly Shape[];
}

const DAY = 86_400_000;

/** A number from 0 to 1 for these whole numbers: no state, so that nothing depends on order. */
function uniform(...parts: readonly number[]): number {
  let hash = 0x811c9dc5;
  for (const part of parts) {
    hash = Math.imul(hash ^ part, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash ^= hash >>> 13;
  }
  return (hash >>> 0) / 4294967296;
}

/** Three uniforms added: round enough, within 1.5 of zero, with a spread of a half. */
const round = (...parts: readonly number[]): number =>
  uniform(1, ...parts) + uniform(2, ...parts) + uniform(3, ...parts) - 1.5;

export const mondaysFrom = (start: string, weeks: number): string[] =>
  Array.from({ length: weeks }, (_, week) => new Date(Date.parse(start) + week * 7 * DAY).toISOString().slice(0, 10));

/** "2010-11" for a Monday from April 2010 to March 2011. */
function yearOf(monday: string): string {
  const year = Number(monday.slice(0, 4)) - (monday.slice(5) < "04-01" ? 1 : 0);
  return `${year}-${String((year + 1) % 100).padStart(2, "0")}`;
}

function weeklyOf(shape: Shape, place: number, run: number, weeks: number): Float64Array {
  return Float64Array.from({ length: weeks }, (_, week) => {
    const progress = weeks === 1 ? 0 : week / (weeks - 1);
    // Slow at first, quicker after 2016: roughly as the decade went.
    const bent = 0.6 * progress + 0.4 * progress * progress;
    const level = shape.from + (shape.to - shape.from) * bent;
    if (shape.isCount) return Math.floor(level + uniform(place, run, week));
    const own = round(place, run) * shape.spread * progress;
    const year = round(place, run, Math.floor(week / 52)) * shape.spread;
    return level + own + year;
  });
}

function yearlyOf(shape: Shape, weekly: Float64Array, yearOfWeek: readonly number[], years: number): Float64Array {
  const sums = new Float64Array(years);
  const weeks = new Float64Array(years);
  weekly.forEach((value, week) => {
    sums[yearOfWeek[week]] += value;
    weeks[yearOfWeek[week]]++;
  });
  return shape.measure.yearly === "sum" ? sums : sums.map((sum, year) => sum / weeks[year]);
}

function eventsOf(runs: number, years: readonly string[], mondays: readonly string[]): EventSummary {
  const kinds = [
    { code: "failure", sentence: "An agency ran out of cash and failed" },
    { code: "handBack", sentence: "An agency handed packages back" },
    { code: "savings", sentence: "The council took a savings measure" },
  ];
  const counts = Object.fromEntries(
    kinds.map(({ code }, place) => [
      code,
      Array.from({ length: runs }, (_, run) =>
        years.map((__, year) => Math.floor(uniform(900 + place, run, year) * (place * 6 + 2))),
      ),
    ]),
  );
  const notable = [3, 120, 314, 401].flatMap((week) =>
    week < mondays.length
      ? [
          {
            monday: mondays[week],
            kind: "Hand-back",
            text: `An agency handed back ${week % 9} packages after 26 loss-making weeks.`,
          },
        ]
      : [],
  );
  return { kinds, counts, notable };
}

const EVIDENCE = ["E1-001", "E2-008, E2-045", "assumption: judged from two interviews", "FORMS 4"];

function assumptionsOf(): ReportInput["assumptions"] {
  const changed = {
    path: "prices.feePassThrough",
    label: "Share of cost growth the council passes into fees",
    unit: "share",
    kind: "policy" as const,
    values: [
      { from: "", value: 0.6 },
      { from: "2016-04-04", value: 0 },
    ],
    defaults: [{ from: "", value: 0.6 }],
    evidence: "assumption: fees frozen from 2016",
    origin: "fee-freeze.yaml",
  };
  const rows = Array.from({ length: 60 }, (_, index) => ({
    path: `subject${index % 7}.parameter${index}`,
    label: `A number that the model assumes, the ${index + 1}th`,
    unit: ["share", "GBP per hour", "weeks", "choice"][index % 4],
    values: [{ from: "", value: index % 4 === 3 ? "market" : Math.round(uniform(77, index) * 1000) / 100 }],
    defaults: [{ from: "", value: index % 4 === 3 ? "market" : Math.round(uniform(77, index) * 1000) / 100 }],
    evidence: EVIDENCE[index % EVIDENCE.length],
    origin: "default",
  }));
  return [...rows, changed];
}

const hex = (length: number, ...parts: readonly number[]): string =>
  Array.from({ length }, (_, index) => Math.floor(uniform(...parts, index) * 16).toString(16)).join("");

export function reportInput({ runs = 20, weeks = 522, shapes = SHAPES }: Wanted = {}): ReportInput {
  const mondays = mondaysFrom("2010-04-05", weeks);
  const years = [...new Set(mondays.map(yearOf))];
  const yearOfWeek = mondays.map((monday) => years.indexOf(yearOf(monday)));
  const seeds = Array.from({ length: runs }, (_, run) => String(run + 1));
  const weekly: Record<string, Float64Array[]> = {};
  const yearly: Record<string, Float64Array[]> = {};
  shapes.forEach((shape, place) => {
    weekly[shape.measure.key] = seeds.map((_, run) => weeklyOf(shape, place, run, weeks));
    yearly[shape.measure.key] = weekly[shape.measure.key].map((run) => yearlyOf(shape, run, yearOfWeek, years.length));
  });
  return {
    scenario: {
      name: "fee-freeze",
      title: "Fees frozen from 2016 while the wage floor rises",
      question:
        "What happens to providers, people and outcomes if the council freezes its fees from April 2016 while the legal wage floor keeps rising?",
      source: "NAO 2016, paragraph 14",
      hash: hex(64, 5),
    },
    engineVersion: "0.1.0+3f9c2a7d",
    commit: "715c8f9",
    seeds,
    digest: hex(32, 6),
    digests: Object.fromEntries(seeds.map((seed, run) => [seed, hex(32, 7, run)])),
    mondays,
    years,
    yearOfWeek,
    measures: shapes.map((shape) => shape.measure),
    weekly,
    yearly,
    assumptions: assumptionsOf(),
    events: eventsOf(runs, years, mondays),
    reproduce: `caremarket run fee-freeze --seeds 1-${runs}`,
    warnings: [],
  };
}
