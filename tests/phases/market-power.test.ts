/** Prices of one of few: what an agency has of the market where it works, and what it asks for that. */
import { describe, expect, it } from "vitest";
import { privatePrice } from "../../src/model/rules/price.ts";
import { fullCost, setPrivatePrices } from "../../src/model/world/agency-costs.ts";
import { setBuyerShares } from "../../src/model/world/buyer-shares.ts";
import { Funding, ProviderKind, Service, Stage } from "../../src/model/world/codes.ts";
import type { World } from "../../src/model/world/world.ts";
import { start } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

type Settings = Readonly<Record<string, number>>;

const foundedWith = (set: Settings): World => start(scenarioFrom(smallCouncil({ set })), "1").world;

/** Served people who buy agency hours, by row. */
function buyersOf({ people }: World): readonly number[] {
  const { stage, funding, service } = people.columns;
  const buys: readonly number[] = [Funding.selfFunded, Funding.directPayment, Funding.thirdParty];
  return [...people.live.subarray(0, people.liveCount)].filter(
    (row) => stage[row] === Stage.served && service[row] === Service.homeCare && buys.includes(funding[row]),
  );
}

const agenciesOf = ({ providers }: World): readonly number[] =>
  [...providers.live.subarray(0, providers.liveCount)].filter(
    (row) => providers.columns.kind[row] === ProviderKind.agency,
  );

describe("the private price", () => {
  const { era } = foundedWith({ "providers.priceElasticity": 6 });
  const asked = (share: number, marketPower = 1): number =>
    privatePrice({ ...era, providers: { ...era.providers, marketPower } }, 1000, 0, share);

  it("adds a fifth to cost for one of many, two fifths for one of two, and stops at twice the cost", () => {
    expect(asked(0)).toBeCloseTo(1200, 9);
    expect(asked(0.5)).toBeCloseTo(1400, 9);
    expect(asked(0.8)).toBeCloseTo(2000, 9);
    expect(asked(1)).toBe(asked(0.8));
  });

  it("does not ask who else sells where market power is off, and half as much at a half", () => {
    for (const share of [0, 0.3, 1]) expect(asked(share, 0)).toBe(asked(0));
    expect(asked(0.5, 0.5)).toBe(asked(0.25));
  });

  it("passes on what the fee falls short as far as the council buys: nothing where it buys no hour", () => {
    const world = foundedWith({
      "providers.marketPower": 0,
      "providers.crossSubsidy": 0.4,
      "providers.crossSubsidyCap": 1,
    });
    const { price, booked, privateBooked } = world.providers.columns;
    const [row] = agenciesOf(world).filter((each) => booked[each] > 0);
    world.council.fee = 1;
    const priceAt = (privateShare: number): number => {
      privateBooked[row] = booked[row] * privateShare;
      setPrivatePrices(world);
      return price[row];
    };
    const passed = priceAt(0) - priceAt(1);
    expect(passed).toBeCloseTo(0.4 * (fullCost(world, row) - 1), 6);
    expect(priceAt(0.75) - priceAt(1)).toBeCloseTo(passed / 4, 6);
  });
});

describe("an agency's part of what individuals buy", () => {
  it("is all of it where it is alone, people with assistants or community options aside", () => {
    const world = foundedWith({ "size.agencies": 1 / 0.03, "size.zones": 1 });
    const { people, providers } = world;
    const others = [...people.live.subarray(0, people.liveCount)].filter(
      (row) => people.columns.stage[row] === Stage.served && people.columns.funding[row] === Funding.directPayment,
    );
    for (const row of others) people.columns.funding[row] = Funding.managedBudget;
    expect(buyersOf(world).length).toBeGreaterThan(5);
    setBuyerShares(world);
    expect(agenciesOf(world).map((row) => providers.columns.buyerShare[row])).toEqual([1]);
  });

  it("is less by what assistants give: who has one does without an agency", () => {
    const world = foundedWith({ "size.agencies": 1 / 0.03, "size.zones": 1 });
    const { stage, funding, service, bought } = world.people.columns;
    const minutes = (rows: readonly number[]): number => rows.reduce((sum, row) => sum + bought[row], 0);
    const assisted = [...world.people.live.subarray(0, world.people.liveCount)].filter(
      (row) =>
        stage[row] === Stage.served && funding[row] === Funding.directPayment && service[row] !== Service.homeCare,
    );
    expect(assisted.length).toBeGreaterThan(3);
    const all = minutes(buyersOf(world)) + minutes(assisted);
    const [only] = agenciesOf(world);
    expect(world.providers.columns.buyerShare[only]).toBeCloseTo(minutes(buyersOf(world)) / all, 9);
  });

  it("is that of each zone, weighted by where its own hours are", () => {
    const world = foundedWith({ "size.scale": 0.2, "size.agencies": 40, "size.zones": 3 });
    setBuyerShares(world);
    const { stage, funding, provider, zone, bought } = world.people.columns;
    const buyers = buyersOf(world);
    const holders = [...world.people.live.subarray(0, world.people.liveCount)].filter(
      (row) => stage[row] === Stage.served && funding[row] === Funding.directPayment && !buyers.includes(row),
    );
    const minutesIn = (place: number, rows: readonly number[]): number =>
      rows.filter((row) => zone[row] === place).reduce((sum, row) => sum + bought[row], 0);
    let compared = 0;
    for (const agency of agenciesOf(world)) {
      const own = buyers.filter((row) => provider[row] === agency);
      const all = [0, 1, 2].map((place) => minutesIn(place, [...buyers, ...holders]));
      const parts = [0, 1, 2].map((place) => minutesIn(place, own));
      const sum = parts.reduce((before, part) => before + part, 0);
      const share =
        sum === 0 ? 0 : parts.reduce((before, part, at) => before + (part / sum) * (part / all[at] || 0), 0);
      expect(world.providers.columns.buyerShare[agency]).toBeCloseTo(share, 9);
      if (share > 0) compared += 1;
    }
    expect(compared).toBeGreaterThan(3);
  });

  it("makes few dearer than many at the same cost, and not where market power is off", () => {
    const markUp = (agencies: number, marketPower: number): number => {
      const world = foundedWith({
        "size.scale": 0.2,
        "size.zones": 1,
        "size.agencies": agencies,
        "providers.marketPower": marketPower,
        "providers.crossSubsidy": 0,
      });
      return world.market.meanPrice;
    };
    expect(markUp(5, 1) / markUp(5, 0)).toBeGreaterThan(1.05);
    expect(markUp(200, 1) / markUp(200, 0)).toBeLessThan(1.02);
    expect(markUp(200, 1) / markUp(200, 0)).toBeGreaterThan(1);
  });
});
