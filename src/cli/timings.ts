/** Where the time of a run went: the phases of the week over all runs, and the stages of the command. */
import { aligned } from "./text.ts";

export interface Timings {
  /** Adds one run's phases, in milliseconds. */
  readonly add: (phases: Readonly<Record<string, number>>) => void;
  /** Ends a stage of the command that began when the last one ended. */
  readonly stage: (name: string) => void;
  readonly asData: () => Record<string, unknown>;
  readonly asText: () => string;
}

export function openTimings(): Timings {
  const phases = new Map<string, number>();
  const stages: (readonly [name: string, milliseconds: number])[] = [];
  const startup = performance.now();
  let last = startup;
  return {
    add: (run) => {
      for (const [name, milliseconds] of Object.entries(run)) phases.set(name, (phases.get(name) ?? 0) + milliseconds);
    },
    stage: (name) => {
      const now = performance.now();
      stages.push([name, now - last]);
      last = now;
    },
    asData: () => ({
      unit: "milliseconds",
      startup,
      stages: Object.fromEntries(stages),
      phases: Object.fromEntries(phases),
    }),
    asText: () => {
      const rows = [["start-up", startup] as const, ...stages].map(rowOf);
      const total = [...phases.values()].reduce((sum, each) => sum + each, 0);
      const share = (milliseconds: number): string => `${Math.round((100 * milliseconds) / total)}%`;
      const busy = [...phases].map(([name, milliseconds]) => [...rowOf([name, milliseconds]), share(milliseconds)]);
      const parts = [`Stages\n${aligned(rows, "  ")}`];
      if (busy.length > 0) parts.push(`Phases of the week, over all runs\n${aligned(busy, "  ")}`);
      return parts.join("\n");
    },
  };
}

const rowOf = ([name, milliseconds]: readonly [string, number]): string[] => [
  name,
  `${milliseconds.toFixed(0)} ms`.padStart(9),
];
