/** What the form of contract makes of an agreed hour: how much of it is given, and how much is paid. */
import type { Era } from "../levers/index.ts";

/** What the home-care contract says. */
export type Terms = Era["framework"];

/** A sum so near to the fee asks nothing of anybody: what is left where a saving was undone step by step. */
const NO_SAVING = 1e-9;

/**
 * The contract in force: the scenario's, or, where the savings plan has put fixed sums in its place, an outcomes-based
 * one. What a plan asks comes on top of what the scenario's own contract does.
 *
 * @param sumRatio the fixed sum of a package over what it would be without the plan; 1 where the plan asks nothing
 */
export function termsInForce(framework: Terms, sumRatio: number): Terms {
  if (sumRatio > 1 - NO_SAVING || framework.contractForm === "user-directed") return framework;
  const asked = framework.contractForm === "outcomes-based" ? framework.targetSaving : 0;
  return { ...framework, contractForm: "outcomes-based", targetSaving: 1 - (1 - asked) * sumRatio };
}

/** Whether visits are what was agreed, as far as there is time, and paid by the minute that came. */
export const isPlain = (terms: Terms): boolean =>
  terms.contractForm === "time and task" &&
  terms.paidForDelivered === 1 &&
  terms.unrecordedShare === 0 &&
  terms.electronicMonitoring === 0;

/** Share of the fee that the contract pays for an agreed hour. */
export const priceShare = ({ contractForm, targetSaving }: Terms): number =>
  contractForm === "outcomes-based" ? 1 - targetSaving : 1;

/** Share of a monitored hour of time and task that does not come, and is not paid. */
export const cutOfMonitored = ({ unrecordedShare, monitoredReturn }: Terms): number =>
  unrecordedShare * (1 - monitoredReturn);

/**
 * Hours that are paid for over hours that are given, as an agency expects them: what a cut visit or a fixed sum leaves
 * it. 1 where every minute comes and is paid.
 *
 * @param giveShare share of agreed time that the agency gives under an outcomes-based contract
 */
export function paidOverGiven(terms: Terms, giveShare: number): number {
  const { contractForm, unrecordedShare, electronicMonitoring: seen } = terms;
  if (contractForm === "outcomes-based") return 1 / giveShare;
  // What a user-directed contract leaves over of a monitored visit is paid and comes later.
  const cut = contractForm === "user-directed" ? 0 : cutOfMonitored(terms);
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
