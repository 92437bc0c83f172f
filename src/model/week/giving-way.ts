/**
 * A firm gives way on much before it fails. Every four weeks its quality moves towards its own bent, less what squeezed
 * margins and strained staff take; under pressure it pays less of travel and training, and lets pay come nearer to the
 * legal floor (calendar.ts); when its hours swing it guarantees fewer.
 */
import { paceOfTurn } from "../../kernel/index.ts";
import { paidPerContact } from "../rules/cost.ts";
import { pressureOf } from "../rules/pressure.ts";
import { HALF_YEAR, YEAR_OF_TURNS } from "../rules/smoothing.ts";
import { ProviderKind } from "../world/codes.ts";
import { qualityBent, zeroHoursBent } from "../world/founding-providers.ts";
import { DECISION_WEEKS } from "../world/providers.ts";
import type { World } from "../world/world.ts";
import { marginOf } from "./labour.ts";

/** Margin with nothing withheld on travel and training, and what churn, vacancies and overtime ask of staff. */
interface Squeeze {
  readonly margin: Float64Array;
  readonly strain: Float64Array;
}

export function giveWay(world: World): void {
  const { providers } = world;
  const squeeze: Squeeze = {
    margin: world.scratch.floats("squeezedMargin", providers.rows),
    strain: world.scratch.floats("staffStrain", providers.rows),
  };
  for (let index = 0; index < providers.liveCount; index++) lookAt(world, providers.live[index], squeeze);
  // Without a burn-in, the first decision is what later ones are measured against.
  if (world.week < Math.max(world.timetable.burnInWeeks, DECISION_WEEKS)) setUsual(world, squeeze);
  moveQuality(world, squeeze);
  if (!world.frozen.prices) moveTerms(world, squeeze);
}

function lookAt(world: World, row: number, squeeze: Squeeze): void {
  const { churn, vacancy, overtime } = world.providers.columns;
  const { qualityBestMargin, qualityWorstMargin } = world.era.providers;
  squeeze.margin[row] = Math.min(qualityBestMargin, Math.max(qualityWorstMargin, honestMargin(world, row)));
  squeeze.strain[row] = Math.min(1, churn[row]) + vacancy[row] + Math.min(1, overtime[row]);
}

/** An agency's margin as its owner judges it: a young one's is the market's, and what sparing has brought is counted out. */
export function honestMargin(world: World, row: number): number {
  const { providers, market, era, week } = world;
  const { enteredWeek, travel, withheld } = providers.columns;
  const young = enteredWeek[row] > 0 && week - enteredWeek[row] < era.providers.youngWeeks;
  const margin = young ? market.meanMargin : marginOf(world, row);
  // Pressure does not end because a firm has given way to it.
  const relief = paidPerContact(era, travel[row], 0) / paidPerContact(era, travel[row], withheld[row]) - 1;
  return margin - relief * era.prices.payShare * (1 - margin);
}

/** What is usual in the burn-in stays the measure: the level of quality at the opening is that of the firms' own bents. */
function setUsual(world: World, { margin, strain }: Squeeze): void {
  const { providers, market } = world;
  const { kind, clients } = providers.columns;
  const { usualMargin, usualStrain } = market;
  const people = world.scratch.floats("clientsByKind", usualMargin.length);
  const margins = world.scratch.floats("marginByKind", usualMargin.length);
  const strains = world.scratch.floats("strainByKind", usualMargin.length);
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    people[kind[row]] += clients[row];
    margins[kind[row]] += clients[row] * margin[row];
    strains[kind[row]] += clients[row] * strain[row];
  }
  for (let each = 0; each < usualMargin.length; each++) {
    if (people[each] === 0) continue;
    usualMargin[each] = margins[each] / people[each];
    usualStrain[each] = strains[each] / people[each];
  }
  // A market that opens without micro-providers measures them by its agencies.
  usualMargin[ProviderKind.micro] = usualMargin[ProviderKind.agency];
  usualStrain[ProviderKind.micro] = usualStrain[ProviderKind.agency];
}

function moveQuality(world: World, { margin, strain }: Squeeze): void {
  const { providers, market, era } = world;
  const { kind, quality } = providers.columns;
  const { qualityMarginEffect, qualityChurnEffect, qualityPace, qualityMostMoved } = era.providers;
  const pace = paceOfTurn(qualityPace);
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    const moved =
      qualityMarginEffect * (margin[row] - market.usualMargin[kind[row]]) -
      qualityChurnEffect * (strain[row] - market.usualStrain[kind[row]]);
    const target = qualityBent(world, row) + Math.min(qualityMostMoved, Math.max(-qualityMostMoved, moved));
    quality[row] += (target - quality[row]) * pace;
  }
}

/** Paid travel and training give way with the margin, guaranteed hours with the swing of what is asked for. */
function moveTerms(world: World, { margin }: Squeeze): void {
  const { providers, era } = world;
  const { kind, withheld, zeroHours, booked, volume } = providers.columns;
  const { squeezeTravelPay, plannedSwing } = era.providers;
  const { zeroHoursResponse } = era.labour;
  const pace = paceOfTurn(HALF_YEAR);
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (kind[row] !== ProviderKind.agency) continue;
    const pressed = pressureOf(era, margin[row]);
    withheld[row] += (squeezeTravelPay * pressed - withheld[row]) * pace;
    const swing = volume[row] > 0 ? Math.abs(booked[row] - volume[row]) / volume[row] : 0;
    const wanted = zeroHoursBent(world, row) + zeroHoursResponse * Math.max(0, swing - plannedSwing);
    zeroHours[row] += (Math.min(1, wanted) - zeroHours[row]) * pace;
    volume[row] += (booked[row] - volume[row]) * (volume[row] > 0 ? YEAR_OF_TURNS : 1);
  }
}
