/** What the form of contract makes of an agreed hour: how much of it is given, and how much is paid. */
import type { Era } from "../levers/index.ts";

/** Whether visits are what was agreed, as far as there is time, and paid by the minute that came. */
export const isPlain = ({ framework }: Era): boolean =>
  framework.contractForm === "time and task" &&
  framework.paidForDelivered === 1 &&
  framework.unrecordedShare === 0 &&
  framework.electronicMonitoring === 0;

/** Share of the fee that the contract pays for an agreed hour. */
export const priceShare = ({ framework }: Era): number =>
  framework.contractForm === "outcomes-based" ? 1 - framework.targetSaving : 1;

/** Share of a monitored hour of time and task that does not come, and is not paid. */
export const cutOfMonitored = ({ framework }: Era): number =>
  framework.unrecordedShare * (1 - framework.monitoredReturn);

/**
 * Hours that are paid for over hours that are given, as an agency expects them: what a cut visit or a fixed sum leaves
 * it. 1 where every minute comes and is paid.
 *
 * @param giveShare share of agreed time that the agency gives under an outcomes-based contract
 */
export function paidOverGiven(era: Era, giveShare: number): number {
  const { contractForm, unrecordedShare, electronicMonitoring: seen } = era.framework;
  if (contractForm === "outcomes-based") return 1 / giveShare;
  // What a user-directed contract leaves over of a monitored visit is paid and comes later.
  const cut = contractForm === "user-directed" ? 0 : cutOfMonitored(era);
  return (1 - seen + seen * (1 - cut)) / ((1 - seen) * (1 - unrecordedShare) + seen * (1 - cut));
}

/**
 * The share of agreed time that an agency gives for a fixed sum: the less its margin is than the one it bids with, the
 * less, down to what the contract allows.
 */
export function timeForMargin(era: Era, margin: number): number {
  const { tenderMargin, outcomesTrim, outcomesFloor } = era.framework;
  return Math.max(outcomesFloor, 1 - outcomesTrim * Math.max(0, tenderMargin - margin));
}
