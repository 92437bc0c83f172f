/** What reaches the NHS, and what comes from it. */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { Purpose } from "../world/accounts.ts";
import { percent, row, type Measure, type WeekView } from "./measure.ts";

/** What admissions and delayed days of the week cost, pence. */
function cost({ world: { era, tally } }: WeekView): number {
  return tally.emergencyAdmissions * era.nhs.admissionCost + tally.delayedDays * era.nhs.delayedDayCost;
}

export const nhs: readonly Measure[] = [
  row(
    "nhs.emergencyAdmissions",
    "Emergency admissions",
    "admissions",
    "Unplanned hospital admissions of people whom the council supports, has refused as eligibility was tightened, or is to assess and would have supported before, those in a crisis of care too.",
    "sum",
    (v) => v.world.tally.emergencyAdmissions,
    true,
  ),
  row(
    "nhs.cost",
    "Cost to the NHS",
    "GBP million a year",
    "Emergency admissions and delayed days at the cost of each, at prices of 2015-16; nobody in the model pays it.",
    "mean",
    (v) => (cost(v) * WEEKS_PER_YEAR) / 1e8,
    true,
  ),
  row(
    "nhs.betterCareFund",
    "Better Care Fund received",
    "GBP million a year",
    "Paid to the council under the fund's conditions, beyond the usual transfer, at a yearly rate.",
    "mean",
    (v) => (v.flow[Purpose.betterCareFund] * WEEKS_PER_YEAR) / 1e8,
  ),
  row(
    "nhs.reablementStarts",
    "Short-term help before an assessment",
    "people",
    "People referred on leaving hospital who began with short-term help.",
    "sum",
    (v) => v.world.tally.reablementStarts,
  ),
  row(
    "nhs.reabledPercent",
    "No long-term care after short-term help",
    "% of people helped before an assessment",
    "Of people whose short-term help ended in the week and was to be followed by an assessment, those who need none.",
    "mean",
    (v) => percent(v.world.tally.reabled, v.world.tally.reablementEnds),
  ),
];
