/** Who gains and who loses, as a person reads it on a terminal. */
import type { GainRow, Gains } from "../report/index.ts";
import { gainUnit, meanUnit, sharesText } from "../report/sweep/gain-words.ts";
import { digits, signedFigure } from "../report/units.ts";
import { fitted } from "./text.ts";

/** A line for everybody and one for each group; a group of too few people has only its warning. */
export function gainsText(gains: Gains, columns = Infinity): string {
  const { measure, sentence, whom, everybody, rows } = gains;
  const fine = gainUnit(gains);
  const bare = { ...fine, prefix: "", differenceSuffix: "" };
  const cells = ({ group, people, better, worse, meanDifference, spread, warning = "" }: GainRow, indent: string) => {
    const head = [indent + group, digits(people, 0)];
    if (!Number.isFinite(better)) return [...head, "", "", "", "", "", warning];
    const { decimals } = meanUnit(fine, { spread });
    const mean = signedFigure(meanDifference, { ...fine, decimals });
    const interval =
      spread !== undefined && Number.isFinite(spread.low)
        ? ` (${signedFigure(spread.low, { ...bare, decimals })} to ${signedFigure(spread.high, { ...bare, decimals })})`
        : "";
    const ownDifferences = [0, 2, 4]
      .map((place) => signedFigure(spread?.quantiles[place] ?? Number.NaN, bare))
      .join(" / ");
    const shares = sharesText({ better, worse });
    return [
      ...head,
      shares.worse,
      shares.better,
      shares.unchanged,
      mean + interval,
      spread === undefined ? "" : ownDifferences,
      warning,
    ];
  };
  const byGrouping = [...new Set(rows.map(({ grouping }) => grouping))].flatMap((grouping) => [
    [`by ${grouping}`, "", "", "", "", "", "", ""],
    ...rows.filter((row) => row.grouping === grouping).map((row) => cells(row, "  ")),
  ]);
  const header = [
    "",
    "people",
    "worse",
    "better",
    "unchanged",
    "mean difference (95% interval)",
    "5% / half / 95% of people",
    "",
  ];
  const { onlyFirst = 0, onlySecond = 0 } = everybody.spread ?? {};
  return [
    `Who gains and who loses: ${measure} (${fine.label}), each person compared with himself or herself.`,
    fitted([header, cells(everybody, ""), ...byGrouping], columns, "  "),
    `5% / half / 95% of people: so many have a difference of their own that is no higher.`,
    `${sentence} ${whom}`,
    ...(onlyFirst + onlySecond > 0
      ? [
          `In only one of the two runs, and in no figure: ${digits(onlyFirst, 0)} people of the first, ${digits(onlySecond, 0)} of the second, a mean over the seeds.`,
        ]
      : []),
  ].join("\n");
}
