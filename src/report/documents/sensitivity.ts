/** What moves when a judged number is wrong: read off docs/sensitivity.csv, the results of the sweep of assumptions. */
import { rangeText, subjects, type Parameter, type ParameterKind } from "../../model/levers/index.ts";
import { measures } from "../../model/measures/index.ts";
import { filled, table } from "./markdown.ts";

/** One parameter at one end of its range, and one measure. */
export interface Effect {
  readonly parameter: string;
  readonly end: "least" | "most";
  readonly measure: string;
  /** The measure's paired difference from the run with all as assumed, in its unit: mean, and 95 % interval. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** The difference over the standard deviation of the measure between seeds: how much more than luck it moves it. */
  readonly ofLuck: number;
}

const COLUMNS = ["parameter", "end", "measure", "difference", "low", "high", "of_luck"] as const;
const HEAD = [...COLUMNS.slice(0, 1), "kind", ...COLUMNS.slice(1)].join(",");

/** Columns are found by their names; the kind, which the registry has too, is not read. @throws Error where one is missing. */
export function readEffects(text: string): readonly Effect[] {
  const [head, ...lines] = text.trim().split("\n");
  const places = COLUMNS.map((name) => head.split(",").indexOf(name));
  if (places.includes(-1)) throw new Error(`docs/sensitivity.csv begins with "${head}" and not with "${HEAD}"`);
  return lines.map((line) => {
    const cells = line.split(",");
    const [parameter, end, measure, ...numbers] = places.map((place) => cells[place]);
    const [difference, low, high, ofLuck] = numbers.map(Number);
    return { parameter, end: end === "least" ? "least" : "most", measure, difference, low, high, ofLuck };
  });
}

/** What the registry says a parameter is: policy, world, behaviour or size. Nothing of a parameter that is gone. */
const kindOf = (path: string): string => parameters.get(path)?.kind ?? "";

export const effectsText = (effects: readonly Effect[]): string =>
  `${[
    HEAD,
    ...effects.map(({ parameter, end, measure, difference, low, high, ofLuck }) =>
      [
        parameter,
        kindOf(parameter),
        end,
        measure,
        ...[difference, low, high, ofLuck].map((value) => Number(value.toPrecision(4))),
      ].join(","),
    ),
  ].join("\n")}\n`;

/** An effect counts where no seed's luck could have made it, and where it is not small beside that luck. */
const counts = ({ low, high, ofLuck }: Effect): boolean => (low > 0 || high < 0) && Math.abs(ofLuck) >= LEAST_OF_LUCK;
const LEAST_OF_LUCK = 0.5;

/** One measure that a parameter moves: at either end of its range, undefined where it does not count. */
export interface Moved {
  readonly parameter: string;
  readonly measure: string;
  readonly least?: Effect;
  readonly most?: Effect;
  /** The larger of the two, over luck. */
  readonly size: number;
}

/** What each parameter moves, the most first. */
export function movedBy(effects: readonly Effect[]): readonly Moved[] {
  const found = new Map<string, { parameter: string; measure: string; least?: Effect; most?: Effect; size: number }>();
  for (const effect of effects.filter(counts)) {
    const { parameter, measure, end, ofLuck } = effect;
    const key = `${parameter} ${measure}`;
    const moved = found.get(key) ?? { parameter, measure, size: 0 };
    moved[end] = effect;
    moved.size = Math.max(moved.size, Math.abs(ofLuck));
    found.set(key, moved);
  }
  return [...found.values()].sort((one, two) => two.size - one.size);
}

const labels = new Map(measures.map(({ key, label, unit }) => [key, { label, unit }]));
/** A measure as a reader knows it. */
const nameOf = (measure: string): string => labels.get(measure)?.label ?? measure;
const unitOf = (measure: string): string => labels.get(measure)?.unit ?? "";

/** "−0.12", "+3.4": two significant digits. */
function signed(value: number): string {
  const size = Number(Math.abs(value).toPrecision(2));
  return `${value < 0 ? "−" : "+"}${size}`;
}

/** "−0.2 to +0.4", with "·" for an end that moves nothing. */
const endsText = ({ least, most }: Moved): string =>
  [least, most].map((effect) => (effect === undefined ? "·" : signed(effect.difference))).join(" to ");

/** At most this many measures are named of each parameter. */
const MOST_NAMED = 3;

/** What one parameter moves, in a cell of a table. */
export function sensitiveText(moved: readonly Moved[], parameter: string): string {
  const own = moved.filter((each) => each.parameter === parameter);
  if (own.length === 0) return "nothing of these beyond luck";
  const named = own.slice(0, MOST_NAMED).map((each) => `${nameOf(each.measure)} ${endsText(each)}`);
  return named.join("; ") + (own.length > MOST_NAMED ? `; ${own.length - MOST_NAMED} more` : "");
}

/** How many parameters each table lists. */
const LISTED = 12;

/** What moves each measure most. */
export function effectsTables(effects: readonly Effect[]): string {
  if (effects.length === 0) return "The sweep has not been run to its end with this engine yet: there are no tables.";
  const moved = movedBy(effects);
  const keys = [...new Set(effects.map(({ measure }) => measure))];
  const tried = new Set(effects.map(({ parameter }) => parameter));
  const moving = new Set(moved.map(({ parameter }) => parameter));
  const parts = keys.map((key) => {
    const own = moved.filter(({ measure }) => measure === key);
    const rows = own.slice(0, LISTED).map((each) => {
      const row = parameters.get(each.parameter);
      return [
        `\`${each.parameter}\``,
        row?.label ?? "",
        kindOf(each.parameter),
        row?.range === undefined ? "" : rangeText(row.range),
        each.least === undefined ? "·" : signed(each.least.difference),
        each.most === undefined ? "·" : signed(each.most.difference),
        each.size.toFixed(1),
      ];
    });
    const more = own.length > LISTED ? ` The first ${LISTED} of ${own.length}.` : "";
    const heads = ["parameter", "label", "kind", "range", "at its least#", "at its most#", "over luck#"];
    return `### ${nameOf(key)}, ${unitOf(key)}\n\n\`${key}\`.${more}\n\n${table(heads, rows)}`;
  });
  return `${tried.size} judged numbers were tried. ${moving.size} of them move at least one of the ${keys.length} measures; the other ${
    tried.size - moving.size
  } move none of them beyond luck. By kind: ${kindsText(tried, moving)}.\n\n${parts.join("\n\n")}`;
}

/** "20 of 95 of policy, 12 of 60 of the world": how many of those tried move something. */
function kindsText(tried: ReadonlySet<string>, moving: ReadonlySet<string>): string {
  const of = (paths: ReadonlySet<string>, kind: string): number =>
    [...paths].filter((path) => kindOf(path) === kind).length;
  return KINDS.filter(([kind]) => of(tried, kind) > 0)
    .map(([kind, words]) => `${of(moving, kind)} of ${of(tried, kind)} ${words}`)
    .join(", ");
}

const KINDS: readonly (readonly [kind: ParameterKind, words: string])[] = [
  ["policy", "of policy"],
  ["behaviour", "of behaviour"],
  ["world", "of the world"],
  ["size", "of size"],
];

const parameters: ReadonlyMap<string, Parameter> = new Map(
  Object.entries(subjects).flatMap(([subject, rows]) =>
    Object.entries<Parameter>(rows).map(([name, row]) => [`${subject}.${name}`, row] as const),
  ),
);

/** docs/sensitivity.md with its tables filled in anew. */
export const withEffects = (page: string, effects: readonly Effect[]): string =>
  filled(page, "effects", effectsTables(effects));
