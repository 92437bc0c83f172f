/** How far a judged number may be off: the range that we would defend. */
import type { NumberParameter, Parameter, Range } from "./parameter.ts";

/** "0.5–2", "± 0.1", "± 20 %". */
export function rangeText(range: Range): string {
  if ("by" in range) return `± ${range.by}`;
  if ("percent" in range) return `± ${range.percent} %`;
  return `${range[0]}–${range[1]}`;
}

/** What a parameter rests on, with the range where it is judged. */
export const reasonOf = ({ evidence, range }: Pick<Parameter, "evidence" | "range">): string =>
  range === undefined ? evidence : `${evidence}; range ${rangeText(range)}`;

/** The least and the most that one value of a parameter may be by its range, within what is allowed. */
export function endsOf(
  range: Range,
  value: number,
  { min, max, integer }: Pick<NumberParameter, "min" | "max" | "integer">,
): readonly [number, number] {
  const within = (end: number): number => {
    const held = Math.min(max, Math.max(min, end));
    // Ten significant digits: 0.3 is 0.3 again, not 0.1 + 0.2.
    return integer ? Math.round(held) : Number(held.toPrecision(10));
  };
  if ("by" in range) return [within(value - range.by), within(value + range.by)];
  if (!("percent" in range)) return [within(range[0]), within(range[1])];
  const far = Math.abs(value) * (range.percent / 100);
  return [within(value - far), within(value + far)];
}
