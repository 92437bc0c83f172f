/** One lever as a person reads it: what it means, what it may be, and what it is when nobody sets it. */
import { reasonOf, type Leaf } from "../model/levers/index.ts";
import type { Dated } from "../model/levers/parameter.ts";
import { dateInWords, unparted } from "../report/wording.ts";
import { aligned, COLUMNS, wrapped } from "./text.ts";

export function leverText(leaf: Leaf): string {
  const byDate: readonly Dated<number | string>[] = leaf.default;
  const whole = leaf.type !== "choice" && leaf.integer ? ", whole numbers" : "";
  const values = byDate.map(({ from, value }) =>
    byDate.length === 1
      ? String(value)
      : `${value} ${from === "" ? "from the beginning" : `from ${dateInWords(from)}`}`,
  );
  const rows = [
    ["Kind", leaf.kind],
    ["Unit", leaf.unit],
    ["Allowed", `${allowedText(leaf)}${whole}`],
    ["Default", values[0] ?? ""],
    ...values.slice(1).map((value) => ["", value]),
    ...(leaf.firstOrder === undefined
      ? []
      : [
          ["Moves first", `${leaf.firstOrder.measure}, ${leaf.firstOrder.sign > 0 ? "up" : "down"} where it is higher`],
        ]),
  ];
  const evidence = wrapped(unparted(`Evidence: ${reasonOf(leaf)}`), COLUMNS, "  ");
  return [`${leaf.path}: ${leaf.label}`, wrapped(leaf.sentence, COLUMNS, "  "), aligned(rows, "  "), evidence].join(
    "\n",
  );
}

/** "0 to 1", or the names. */
export const allowedText = (leaf: Leaf): string =>
  leaf.type === "choice" ? leaf.choices.join(" | ") : `${leaf.min} to ${leaf.max}`;

/** The default in a line: a dated one as the range of all its values, since the first and the last may be the same. */
export function usualText(leaf: Leaf): string {
  const values = [...new Set((leaf.default as readonly Dated<number | string>[]).map(({ value }) => value))];
  const dated = leaf.default.length > 1 ? " by date" : "";
  const numbers = values.filter((value) => typeof value === "number");
  if (numbers.length < values.length) return `${values.join(", ")}${dated}`;
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return `${least === most ? least : `${least} to ${most}`}${dated}`;
}
