/** A second count of unplanned admissions to hospital without a crisis: one lot a person in twelve weeks. */
import { placeInRound, pow, ROUND_WEEKS, WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { Funding, Service, Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import { cameForNeed } from "./banked-time.ts";
import { comesAndGoes } from "./recount-reading.ts";

/** However frail somebody is, the risk is no more than so many times the usual. */
const FRAILEST = 3;

/** People whose turn it is and whose lot falls under their risk, as they stand when life has befallen everybody. */
export function admittedOnTurn(world: World): number {
  const { people, draws, week, era, providers } = world;
  const { stage, funding, group, need, service, provider, harm } = people.columns;
  const { nhs, demand } = era;
  const risk = (row: number): number => {
    const met = stage[row] === Stage.served ? Math.min(cameForNeed(people, row) / need[row], 1) : 0;
    const quality = provider[row] < 0 ? 0 : providers.columns.quality[provider[row]];
    const unsafe = 1 + nhs.unsafeEffect * (harm[row] - quality);
    const care = Math.max(nhs.leastCareFactor, Math.min(nhs.mostCareFactor, unsafe));
    const hours =
      service[row] === Service.supportedLiving ? demand.supportedLivingHours : demand.homeCareHours[group[row]];
    const frailty = Math.min(pow(need[row] / (hours * 60), nhs.needEffect), FRAILEST);
    return nhs.emergencyPerYear[group[row]] * care * (1 + nhs.unmetEffect * (1 - met)) * frailty;
  };
  return Array.from(people.live.subarray(0, people.liveCount)).filter((row) => {
    if (stage[row] === Stage.gone || funding[row] === Funding.selfFunded || comesAndGoes(world, row)) return false;
    if (placeInRound(people.keys[row]) !== week % ROUND_WEEKS) return false;
    const lot = draws["needs.admission"].uniform(people.keys[row]);
    return lot < (risk(row) * ROUND_WEEKS) / WEEKS_PER_YEAR;
  }).length;
}
