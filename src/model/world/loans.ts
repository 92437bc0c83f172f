/**
 * Agencies that changed hands were bought partly on credit, and what they earn serves the loan. An instalment is the same
 * every week whatever the week brings: unlike drawings, quality or pay for travel it does not give way. Who sells pays
 * off what is still owed. When an agency stops, what is left pays the loan before the owners; the rest is the bank's loss.
 */
import { pow, WEEKS_PER_YEAR } from "../../kernel/index.ts";
import type { World } from "./world.ts";

/** What an agency earns its owner, pence a week: what is left over cost, and the owner's drawings. */
function earningsOf({ providers, era, market }: World, row: number): number {
  const { revenueMean, costMean } = providers.columns;
  return Math.max(0, revenueMean[row] - costMean[row] + era.prices.drawingsPerWeek * market.priceIndex);
}

/** Part of a loan that is paid a year, so that equal parts pay it off with interest over the term. */
function yearlyPart({ era }: World): number {
  const { loanYears, loanRate } = era.providers;
  return loanRate > 0 ? loanRate / (1 - pow(1 + loanRate, -loanYears)) : 1 / loanYears;
}

/**
 * What a buyer borrows on the strength of an agency's earnings, pence. A definition: a bank lends no more than all of
 * these earnings would pay off over the term; the buyer finds the rest.
 */
function loanOn(world: World, row: number): number {
  const { loanMultiple, loanShare } = world.era.providers;
  const yearly = earningsOf(world, row) * WEEKS_PER_YEAR;
  return world.ledger.round(Math.min(yearly * loanMultiple * loanShare, yearly / yearlyPart(world)));
}

/** What pays a loan off with interest in equal weekly parts, pence. */
const instalmentOf = (world: World, loan: number): number =>
  world.ledger.round((loan * yearlyPart(world)) / WEEKS_PER_YEAR);

/** What would pay the rest of a loan off at once, at today's rate, pence: 0 where there is none. */
export function owedOnLoan(world: World, row: number): number {
  const { instalment, loanEnd } = world.providers.columns;
  const weeks = Math.max(0, loanEnd[row] - world.week - 1);
  const { loanRate } = world.era.providers;
  const years = loanRate > 0 ? (1 - pow(1 + loanRate, -weeks / WEEKS_PER_YEAR)) / loanRate : weeks / WEEKS_PER_YEAR;
  return world.ledger.round(instalment[row] * WEEKS_PER_YEAR * years);
}

/** The loan of a new owner, in place of any that the old one had; returns it, pence. */
export function takeLoan(world: World, row: number, yearsAgo = 0): number {
  const { instalment, loanEnd } = world.providers.columns;
  const loan = loanOn(world, row);
  instalment[row] = instalmentOf(world, loan);
  const weeks = Math.floor((world.era.providers.loanYears - yearsAgo) * WEEKS_PER_YEAR);
  loanEnd[row] = world.week + weeks;
  return loan;
}

/** This week's instalment, pence; 0 once the loan is paid off. */
export function instalmentDue({ providers, week }: World, row: number): number {
  const { instalment, loanEnd } = providers.columns;
  return week < loanEnd[row] ? instalment[row] : 0;
}
