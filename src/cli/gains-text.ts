/** Who gains and who loses, as a person reads it on a terminal. */
import type { GainRow, Gains } from "../report/index.ts";
import { digits, signedFigure, unitOf } from "../report/units.ts";
import { aligned } from "./text.ts";

/** A line for everybody and one for each group; a group of too few people has only its warning. */
export function gainsText(gains: Gains): string {
  const { measure, unit, sentence, everybody, rows } = gains;
  const fine = { ...unitOf(unit, 10), decimals: 2 };
  const percent = (share: number): string => `${digits(100 * share, 0)}%`;
  const cells = ({ group, people, better, worse, meanDifference, warning = "" }: GainRow, indent: string): string[] =>
    Number.isFinite(better)
      ? [
          indent + group,
          digits(people, 0),
          percent(worse),
          percent(better),
          signedFigure(meanDifference, fine),
          warning,
        ]
      : [indent + group, digits(people, 0), "", "", "", warning];
  const byGrouping = [...new Set(rows.map(({ grouping }) => grouping))].flatMap((grouping) => [
    [`by ${grouping}`, "", "", "", "", ""],
    ...rows.filter((row) => row.grouping === grouping).map((row) => cells(row, "  ")),
  ]);
  return [
    `Who gains and who loses: ${measure}, each person compared with himself or herself.`,
    aligned([["", "people", "worse", "better", "mean difference", ""], cells(everybody, ""), ...byGrouping], "  "),
    sentence,
  ].join("\n");
}
