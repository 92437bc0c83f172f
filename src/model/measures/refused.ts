/** People refused care since eligibility was tightened: how many, and how many come back. */
import { row, type Measure } from "./measure.ts";

export const refused: readonly Measure[] = [
  row(
    "people.refused",
    "People refused care",
    "people",
    "People with no care who would have it by the eligibility of the council's opening, and do not pay for it themselves.",
    "mean",
    (v) => v.counts.refused,
  ),
  row(
    "people.refusals",
    "Refusals of care",
    "refusals",
    "Assessments and reviews that refused care which the opening's eligibility would have given.",
    "sum",
    (v) => v.world.tally.refused,
  ),
  row(
    "people.refusedReturned",
    "People refused care who come back",
    "people",
    "People refused care who came back to the assessment queue, in a crisis or by asking again.",
    "sum",
    (v) => v.world.tally.refusedReturned,
  ),
];
