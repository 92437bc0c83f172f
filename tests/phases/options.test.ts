/** Among how many suppliers people choose: by whose money it is, by what it buys, and by what they have heard of. */
import { describe, expect, test } from "vitest";
import { countChoice, optionsFor, optionsOf } from "../../src/model/week/options.ts";
import { Funding, ProviderKind, Service } from "../../src/model/world/codes.ts";
import type { World } from "../../src/model/world/world.ts";
import { start } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

/** Five suppliers are enough; of those that others know of, people know six tenths, and half of these where it is hard. */
const SET = { "outcomes.enoughChoice": 5, "directPayment.knownShare": 0.6, "information.knownWhenHard": 0.5 };

/** The choice of somebody with such care, in a zone with so many suppliers. */
function choiceWith(funding: number, service: number, suppliers: Partial<World["market"]>, hard = false): number {
  const { world } = start(scenarioFrom(smallCouncil({ set: { ...SET, "outcomes.otherOptions": 2 } })), "1");
  const { market, people } = world;
  for (const each of [market.frameworkChoice, market.affordableChoice, market.openChoice]) each.fill(0);
  Object.assign(world, { market: { ...market, ...suppliers } });
  const row = people.live[0];
  people.columns.funding[row] = funding;
  people.columns.service[row] = service;
  return optionsFor(world, optionsOf(world), row, hard);
}

const each = (suppliers: number): Float64Array => new Float64Array(64).fill(suppliers);
const { managedBudget, directPayment, selfFunded, thirdParty } = Funding;

describe("the choice of suppliers", () => {
  test("of home care that the council arranges is that of its framework, of which brokers know all", () => {
    expect(choiceWith(managedBudget, Service.homeCare, { frameworkChoice: each(3) })).toBeCloseTo(0.6, 12);
    expect(choiceWith(managedBudget, Service.homeCare, { frameworkChoice: each(30) })).toBe(1);
    expect(choiceWith(managedBudget, Service.homeCare, { openChoice: each(30), affordableChoice: each(30) })).toBe(0);
  });

  test("of a home with support and of days is among services of that kind, however small the framework", () => {
    const kinds = each(0);
    kinds[ProviderKind.supportedLiving] = 2;
    kinds[ProviderKind.dayService] = 4;
    for (const agencies of [0, 30]) {
      const suppliers = { servicesOfKind: kinds, frameworkChoice: each(agencies) };
      expect(choiceWith(managedBudget, Service.supportedLiving, suppliers)).toBeCloseTo(0.4, 12);
      expect(choiceWith(managedBudget, Service.dayServices, suppliers)).toBeCloseTo(0.8, 12);
      expect(choiceWith(managedBudget, Service.community, suppliers)).toBeCloseTo(0.4, 12);
    }
  });

  test("of holders is of what they can afford and have heard of, of whoever pays alone of all with room", () => {
    for (const route of [directPayment, thirdParty]) {
      expect(choiceWith(route, Service.homeCare, { affordableChoice: each(5) })).toBeCloseTo(0.6, 12);
      expect(choiceWith(route, Service.homeCare, { affordableChoice: each(5) }, true)).toBeCloseTo(0.3, 12);
      expect(choiceWith(route, Service.homeCare, { openChoice: each(5) })).toBe(0);
    }
    expect(choiceWith(selfFunded, Service.homeCare, { openChoice: each(5) })).toBeCloseTo(0.6, 12);
    expect(choiceWith(selfFunded, Service.homeCare, { affordableChoice: each(5) })).toBe(0);
  });

  test("counts agencies with room whatever their price, and for holders those within reach of the rate", () => {
    const run = start(scenarioFrom(smallCouncil({ set: { "directPayment.affordableInPart": 0 } })), "1");
    run.step();
    const { market, council, providers } = run.world;
    council.directPaymentRate.fill(1);
    countChoice(run.world);
    expect(Math.max(...market.openChoice)).toBeGreaterThan(1);
    expect(Math.max(...market.affordableChoice)).toBe(0);
    const living = [...providers.live.subarray(0, providers.liveCount)].filter(
      (row) => providers.columns.kind[row] === ProviderKind.supportedLiving,
    );
    expect(market.servicesOfKind[ProviderKind.supportedLiving]).toBe(living.length);
  });
});
