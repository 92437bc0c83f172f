/** People refused care since eligibility was tightened: who they are, what befalls them, and that they come back. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lognormal } from "../../src/kernel/index.ts";
import { LEAST_NEED, LEAST_STANDING, placeAfter } from "../../src/model/rules/eligibility.ts";
import { Funding, Service, Stage } from "../../src/model/world/codes.ts";
import { EVENT_KINDS } from "../../src/model/world/events.ts";
import { lookupAmong, resolveOrThrow, simulate, start, type RunResult } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

const TIGHTER = [{ from: "2015-04-06", set: { "assessment.threshold": "critical" } }] as const;
/** No plan that tightens anything by itself. */
const LEVEL = { "size.scale": 0.2, "council.eligibilityCutCap": 0 };

const run = (
  changes: readonly { readonly from: string; readonly set: Readonly<Record<string, number | string>> }[],
  set = {},
) => scenarioFrom(smallCouncil({ weeks: 208, set: { ...LEVEL, ...set }, changes }));

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((all, each) => all + each, 0);
const total = ({ weekly }: RunResult, key: string): number => sum(weekly[key]);

/** Weeks of the events of a kind, by person, and how many there were. */
function eventsOf({ events }: RunResult, code: string): ReadonlyMap<number, readonly number[]> {
  const kind = EVENT_KINDS.findIndex((each) => each.code === code);
  const weeks = new Map<number, number[]>();
  for (let at = 0; at < events.kind.length; at++) {
    if (events.kind[at] !== kind) continue;
    const key = events.agent[at];
    weeks.set(key, [...(weeks.get(key) ?? []), events.week[at]]);
  }
  return weeks;
}

describe("people refused care", () => {
  const tighter = simulate(run(TIGHTER), "1");
  const twin = simulate(run([]), "1");

  it("are those whom the opening's bands would have served, and nobody else", () => {
    expect(total(tighter, "people.refused")).toBeGreaterThan(0);
    expect(total(twin, "people.refused")).toBe(0);
    expect(eventsOf(twin, "person.refused").size).toBe(0);
    // The least in need leave as ever, with tighter bands and without.
    expect(eventsOf(tighter, "person.ineligible").size).toBeGreaterThan(100);
    expect(eventsOf(twin, "person.ineligible").size).toBeGreaterThan(100);
  });

  it("have more crises and more emergency admissions than the same people with care", () => {
    expect(total(tighter, "people.funded")).toBeLessThan(total(twin, "people.funded"));
    expect(total(tighter, "people.crises")).toBeGreaterThan(total(twin, "people.crises"));
    expect(total(tighter, "nhs.emergencyAdmissions")).toBeGreaterThan(total(twin, "nhs.emergencyAdmissions"));
  });

  it("fare worse than people in care, and count among everybody with a need", () => {
    const last = (key: string): number => tighter.weekly[key].at(-1) ?? Number.NaN;
    expect(last("outcomes.route.refused")).toBeLessThan(last("outcomes.qualityOfLife"));
    expect(last("outcomes.everybody")).toBeLessThan(twin.weekly["outcomes.everybody"].at(-1) ?? Number.NaN);
  });

  it("come back in a crisis or by asking again, and some of them are then given care", () => {
    expect(total(tighter, "people.refusedReturned")).toBeGreaterThan(0);
    const back = eventsOf(tighter, "person.cameBack");
    const routes = eventsOf(tighter, "person.route");
    const served = [...back].filter(([key, weeks]) => (routes.get(key) ?? []).some((week) => week > weeks[0]));
    expect(served.length).toBeGreaterThan(0);
    expect(served.length).toBeLessThan(back.size);
  });

  it("ask again the more often, the more the lever says", () => {
    const never = simulate(run(TIGHTER, { "demand.refusedAskPerYear": 0, "demand.crisisPerYear": 0 }), "1");
    expect(total(never, "people.refused")).toBeGreaterThan(0);
    expect(total(never, "people.refusedReturned")).toBe(0);
    const often = simulate(run(TIGHTER, { "demand.refusedAskPerYear": 4 }), "1");
    expect(total(often, "people.refusedReturned")).toBeGreaterThan(2 * total(tighter, "people.refusedReturned"));
  });

  it("lose what a review ended, and have nothing left in a direct-payment account", () => {
    const world = start(run(TIGHTER), "1");
    let ended = 0;
    const inCare = new Set<number>();
    while (!world.done) {
      world.step();
      const { people, ledger } = world.world;
      const { stage, funding, service, provider, assistants, budgetAccount, banked } = people.columns;
      for (const row of people.live.subarray(0, people.liveCount)) {
        if (stage[row] === Stage.served) inCare.add(people.keys[row]);
        if (stage[row] !== Stage.refused) continue;
        if (inCare.delete(people.keys[row])) ended += 1;
        const left = ledger.balances[budgetAccount[row]] + banked[row] + assistants[row];
        expect([funding[row], service[row], provider[row], left]).toEqual([Funding.none, Service.none, -1, 0]);
      }
    }
    expect(ended).toBeGreaterThan(20);
  });

  it("are not asked of self-funders, who buy care whatever the council finds", () => {
    const rich = { "assessment.savingsMedian": 900_000, "assessment.savingsSpread": 0 };
    expect(total(simulate(run(TIGHTER, { ...rich, ...NO_FOUNDERS }), "1"), "people.refused")).toBe(0);
  });
});

const NO_FOUNDERS = {
  "size.homeCare": 0,
  "size.directPayments": 0,
  "size.supportedLiving": 0,
  "size.dayServices": 0,
};

const textOf = (name: string): string => readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), "utf8");

// A council whose grant falls behind its needs may tighten eligibility without austerity too: the plan is kept from it.
it("there are none in a decade without austerity in which the plan leaves eligibility alone", () => {
  const lookup = lookupAmong({ baseline: textOf("baseline") }, {});
  const entry = { name: "no-austerity.yaml", text: textOf("no-austerity") };
  const { scenario } = resolveOrThrow({ entry, lookup, set: ["size.scale=0.1", "council.eligibilityCutCap=0"] });
  expect(total(simulate(scenario, "1"), "people.refused")).toBe(0);
});

describe("the place of somebody whose need has grown", () => {
  const [share, spread] = [0.4, 0.6];
  /** As people arrive: need over the median, by place. */
  const needAt = (rank: number): number =>
    rank > 1 - share
      ? lognormal((rank - (1 - share)) / share, 1, spread)
      : lognormal(LEAST_STANDING, 1, spread) * (LEAST_NEED + ((1 - LEAST_NEED) * rank) / (1 - share));

  it.each([0.05, 0.4, 0.58, 0.65, 0.8, 0.95])("from %d is where people come with that need", (rank) => {
    for (const ratio of [1.1, 1.25, 2]) {
      const place = placeAfter(rank, ratio, share, spread);
      expect(place).toBeGreaterThan(rank);
      expect(needAt(place) / needAt(rank)).toBeCloseTo(ratio, 3);
    }
  });

  it("is never lower, and never beyond the highest", () => {
    expect(placeAfter(0.7, 0.5, share, spread)).toBe(0.7);
    expect(placeAfter(0.7, 1e9, share, spread)).toBeLessThanOrEqual(1);
    expect(placeAfter(0.7, 1.1, share, 0)).toBe(1);
    for (const odd of [0, 1]) expect(placeAfter(0.3, 3, odd, spread)).toBeGreaterThanOrEqual(0.3);
  });
});
