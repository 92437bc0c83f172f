/** The tables of docs/patterns.md: what is claimed, from the declarations; and what runs answered. */
import {
  judgeClaims,
  lagId,
  PATTERNS,
  REASONS,
  yearsOf,
  type Claim,
  type Expected,
  type Judged,
  type Pattern,
  type Sides,
} from "../../experiment/patterns/index.ts";
import { pairedOf } from "../../experiment/paired.ts";
import { digits } from "../units.ts";
import { filled, table } from "./markdown.ts";

/** "less, by 2 or more", with the claim's digits. */
function expectedText({ expected, decimals }: Claim): string {
  if (expected.way === "the same") return `the same, within ${digits(expected.most, decimalsOf(expected, decimals))}`;
  if (expected.way === "not less") return `no fall of ${digits(expected.most, decimalsOf(expected, decimals))} or more`;
  return `${expected.way}, by ${digits(expected.least, decimalsOf(expected, decimals))} or more`;
}

/** Enough digits for the threshold itself. */
function decimalsOf(expected: Expected, decimals: number): number {
  const size = "least" in expected ? expected.least : expected.most;
  return Number.isInteger(size) ? 0 : Math.max(decimals, (String(size).split(".")[1] ?? "").length);
}

const armsText = ({ arms: [first, second] }: Claim): string =>
  first === second ? `\`${first}\`` : `\`${first}\` → \`${second}\``;

/** What each claim says, before any run. */
function claimsText(pattern: Pattern): string {
  const rows = pattern.claims.map((claim) => [
    claim.id,
    claim.sentence,
    armsText(claim),
    `${claim.measure} (${claim.unit}), ${claim.period.from.slice(0, 7)} to ${claim.period.before.slice(0, 7)}`,
    `${expectedText(claim)}: ${claim.reason}`,
  ]);
  return [
    `### ${pattern.id}. ${pattern.sentence}`,
    `Source: ${pattern.source}.`,
    table(["", "claim", "arms", "measured", "expected"], rows),
  ].join("\n\n");
}

/** The page with what is claimed filled in anew. Needs no run. */
export const withClaims = (page: string): string => filled(page, "claims", PATTERNS.map(claimsText).join("\n\n"));

/** "−5.0 (−5.3 to −4.7)". */
function effectText({ claim, paired }: Judged): string {
  if (paired === undefined) return "not defined";
  const { mean, low, high } = paired;
  const [middle, from, to] = [mean, low, high].map((value) => digits(value, claim.decimals));
  return `${middle} (${from} to ${to})`;
}

/** What the runs answered, and where not as expected, why. */
function answersText(sides: Sides, seeds: number, digest: string): string {
  const judged = PATTERNS.flatMap(({ claims }) => judgeClaims(claims, sides));
  const rows = judged.map((each) => [
    each.claim.id,
    each.claim.sentence,
    digits(each.first, each.claim.decimals),
    digits(each.second, each.claim.decimals),
    effectText(each),
    each.verdict,
  ]);
  const count = (verdict: Judged["verdict"]): number => judged.filter((each) => each.verdict === verdict).length;
  const others = judged.filter(({ verdict }) => verdict !== "shown");
  return [
    `${seeds} seeds. Of ${judged.length} claims ${count("shown")} are shown, ${count("weak")} weak, ` +
      `${count("unclear")} unclear, ${count("otherwise")} otherwise. ${answeredBy(digest)}`,
    table(["", "claim", "first#", "second#", "second less first (95 % interval)#", "answer"], rows),
    ...PATTERNS.filter(({ lags }) => lags !== undefined).map((pattern) => lagsText(pattern, sides)),
    "### Where the answer is another one, and why",
    others.map(({ claim, verdict }) => `- **${claim.id}**, ${verdict}: ${REASONS[claim.id] ?? UNEXPLAINED}`).join("\n"),
  ].join("\n\n");
}

const UNEXPLAINED = "not explained yet.";

/** The sentence by which the page says of which results its figures are. */
const answeredBy = (digest: string): string => `The baseline's seed 1 had digest \`${digest}\`.`;

function lagsText({ id, lags }: Pattern, sides: Sides): string {
  if (lags === undefined) return "";
  const years = yearsOf(lags);
  const rows = lags.measures.map(([key, label]) => [
    label,
    ...years.map((year) => {
      const pairs = sides[lagId(id, key, year)];
      const paired = pairedOf(
        pairs.map(([first]) => first),
        pairs.map(([, second]) => second),
      );
      if (paired === undefined) return "not defined";
      return `${digits(paired.mean, 2)}${paired.low > 0 || paired.high < 0 ? "*" : ""}`;
    }),
  ]);
  return [
    `${id} year by year, \`${lags.arms[1]}\` less \`${lags.arms[0]}\`; * where the 95 % interval holds no zero.`,
    table(["", ...years.map((year) => `${year}-${String(year + 1).slice(2)}#`)], rows),
  ].join("\n\n");
}

/** The page with what runs answered filled in anew. */
export const withAnswers = (page: string, sides: Sides, seeds: number, digest: string): string =>
  filled(page, "answers", answersText(sides, seeds, digest));
