/** How often somebody is worried about a person whom a paid worker looks after. */
import { exp } from "../../kernel/math.ts";
import type { Era } from "../levers/index.ts";

/** How much of a holder's spending the council sees: all with cards, with statements as far as anybody reads them. */
export function sightOfSpending({ directPayment, safety }: Era): number {
  if (directPayment.monitoring === "prepaid cards") return 1;
  return directPayment.statementHours / (directPayment.statementHours + safety.halfSightHours);
}

/** Work of monitoring, for holder and council, over that of bank statements. */
export const monitoringEffort = ({ directPayment }: Era): number =>
  directPayment.monitoring === "prepaid cards" ? directPayment.cardEffort : 1;

/** Concerns per person and year with a provider of this quality, in standard deviations. */
export const concernsWithProvider = ({ safety }: Era, quality: number): number =>
  safety.agencyRate * exp(-safety.qualityEffect * quality);

/** Concerns per employer and year with an assistant who has, or has not, been checked. */
export function concernsWithAssistant(era: Era, checked: boolean): number {
  const { assistantRate, checkEffect, monitoringEffect } = era.safety;
  const seen = 1 - monitoringEffect * sightOfSpending(era);
  return assistantRate * seen * (checked ? 1 - checkEffect : 1);
}
