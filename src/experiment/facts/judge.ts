/** The runs set beside the facts: what they give, how far it varies, and whether it agrees. */
import { spreadOf, type Spread } from "../spread.ts";
import { partIds, type Basis, type Fact, type Part } from "./fact.ts";
import type { Figures } from "./watch.ts";

/** What the runs give: median, 5th and 95th percentile and mean; null where no run defines it. */
export interface Simulated {
  readonly median: number | null;
  readonly p5: number | null;
  readonly p95: number | null;
  readonly mean: number | null;
  /** Runs that define it. */
  readonly runs: number;
}

/** One part of a fact beside the runs. */
export interface JudgedPart {
  /** "C01", or "C05a" where a fact has several. */
  readonly id: string;
  readonly fact: string;
  /** What this part measures, and when. */
  readonly label: string;
  readonly source: string;
  readonly unit: string;
  /** Digits after the point that are worth reading. */
  readonly decimals: number;
  readonly target: number;
  /** In the target's unit. */
  readonly tolerance: number;
  readonly rule: Part["rule"];
  /** Which of the simulated figures is set beside the target. */
  readonly judgedBy: Part["judgedBy"];
  readonly simulated: Simulated;
  /** In what way the fact was in view when parameters were set, and which; false where it was not. */
  readonly usedInFitting: string | false;
  /** What of it goes in by construction; false where nothing does. */
  readonly input: string | false;
  readonly pass: boolean;
  /** Of a part that fails: the mechanism at fault, or that it is not explained yet; null of one that passes. */
  readonly why: string | null;
}

/**
 * A fact beside the runs: it passes only if all parts do, and its figures are those of the part that decides, which is
 * the first that fails, or else the first.
 */
export interface JudgedFact extends JudgedPart {
  /** The id of the part that decides. */
  readonly part: string;
  readonly parts: readonly JudgedPart[];
}

export const NOT_EXPLAINED = "not explained yet";
const NOT_DEFINED = "not defined: the runs do not cover the time that the fact speaks of, or nobody was there to count";

/** Every fact with its verdict, from the figures of each run. */
export function judge(facts: readonly Fact[], runs: readonly Figures[]): readonly JudgedFact[] {
  return facts.map((fact) => {
    const ids = partIds(fact);
    const parts = fact.parts.map((part, index) => {
      const id = ids[index];
      return judgePart(fact, part, id, spreadOf(runs.map((figures) => figures[id])));
    });
    const deciding = parts.find(({ pass }) => !pass) ?? parts[0];
    const whys = parts.flatMap(({ why }) => (why === null ? [] : [why]));
    return {
      ...deciding,
      id: fact.id,
      fact: fact.fact,
      part: deciding.id,
      why: whys.length === 0 ? null : [...new Set(whys)].join(" "),
      parts,
    };
  });
}

/** Whether a figure lies where a part wants it; NaN never does. */
export function agrees(
  { target, tolerance, rule }: Pick<Part, "target" | "tolerance" | "rule">,
  value: number,
): boolean {
  return value >= target - tolerance && (rule === "at least" || value <= target + tolerance);
}

function judgePart(fact: Fact, part: Part, id: string, spread: Spread | undefined): JudgedPart {
  const value = spread?.[part.judgedBy];
  const pass = value !== undefined && agrees(part, value);
  return {
    id,
    fact: `${fact.fact}: ${part.label}`,
    label: part.label,
    source: fact.source,
    unit: part.unit,
    decimals: part.decimals,
    target: part.target,
    tolerance: part.tolerance,
    rule: part.rule,
    judgedBy: part.judgedBy,
    simulated: {
      median: spread?.median ?? null,
      p5: spread?.low ?? null,
      p95: spread?.high ?? null,
      mean: spread?.mean ?? null,
      runs: spread?.runs ?? 0,
    },
    usedInFitting: textOf(fact.fitting),
    input: textOf(fact.input),
    pass,
    why: pass ? null : whyOf(part, value),
  };
}

const textOf = (basis: Basis | undefined): string | false =>
  basis === undefined
    ? false
    : basis.parameters.length === 0
      ? basis.how
      : `${basis.how} (${basis.parameters.join(", ")})`;

/** The mechanism at fault, by which side of the target the figure lies on. */
function whyOf({ target, fault }: Part, value: number | undefined): string {
  if (value === undefined) return NOT_DEFINED;
  return (value > target ? fault.above : fault.below) ?? NOT_EXPLAINED;
}
