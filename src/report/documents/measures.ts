/** Every measure, event and cause in a table. */
import { measures } from "../../model/measures/index.ts";
import { EVENT_KINDS } from "../../model/world/events.ts";
import { YEARLY_WORDS } from "../wording.ts";
import { table } from "./markdown.ts";

/** The page of measures and events. */
export function measuresPage(): string {
  const rows = measures.map(({ key, label, sentence, unit, yearly, headline }) => [
    `\`${key}\`${headline ? " ★" : ""}`,
    label,
    sentence,
    unit,
    YEARLY_WORDS[yearly],
  ]);
  const events = EVENT_KINDS.map(({ code, sentence, unit }) => [`\`${code}\``, sentence, unit]);
  return `# Measures and events

Written from the code by \`npm run docs\`; a test fails where it is out of date. ★ stands in the short summary.

## Measures

Each is counted every week over the world as it then is; a year is made of its weeks as the last column says.
Financial years hold 52 or 53 weeks; what is summed is scaled to a year of mean length, so that years can be compared.

${table(["key", "label", "what is counted", "unit", "a year is the"], rows)}

## Events

Decisions and turning points, kept with week, agent, amount and cause.

${table(["code", "what happened, and what the amount is", "unit"], events)}
`;
}
