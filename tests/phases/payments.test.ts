/**
 * What looks after direct payments, on the tiny council with one thing changed at a time, worked out on paper.
 *
 * Who they are is told in tests/tiny/tiny.test.ts: Art, Beth, Cora and Dora hold a direct payment, Beth employs, and Ada
 * has 8¾ hours a week that the council arranges.
 */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { concernsWithAssistant, concernsWithProvider, sightOfSpending } from "../../src/model/rules/safety.ts";
import { Purpose } from "../../src/model/world/accounts.ts";
import { EVENT_KINDS } from "../../src/model/world/events.ts";
import { fifthOf } from "../../src/model/world/fifths.ts";
import { Stage } from "../../src/model/world/codes.ts";
import { setNeed } from "../../src/model/world/traits.ts";
import type { World } from "../../src/model/world/world.ts";
import { lookupAmong, PURPOSES, resolveOrThrow, simulate, start, type Run } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";
import { FEE, PRICE, YEAR } from "../support/tiny-paper.ts";
import { pence, runTiny, weekly } from "../support/tiny-run.ts";

/** The tiny council under way, with settings on top and the founded world touched up. */
function startTiny(weeks: number, set: readonly string[], founded: (world: World) => void = () => {}): Run {
  const text = readFileSync(new URL("../../scenarios/tiny.yaml", import.meta.url), "utf8");
  const entry = { name: "tiny.yaml", text };
  const { scenario } = resolveOrThrow({ entry, lookup: lookupAmong({}, {}), flags: { weeks }, set });
  return start(scenario, "1", { checks: "full", founded });
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

const moved = ({ world }: Run, purpose: (typeof PURPOSES)[number]): number =>
  world.ledger.moved[PURPOSES.indexOf(purpose)];

describe("the account of what direct payments save and cost", () => {
  const { result, paid } = runTiny("1", 8, ["directPayment.supportCost=8", "directPayment.supportPerHolder=0.5"]);
  const { weekly: series } = result;

  test("sets 36½ hours at the fee against four budgets", () => {
    // Art 10½, Beth 12, Cora 6 and Dora 8 hours; their budgets are in tests/tiny.
    const commissioned = 36.5 * FEE;
    const budgets = 14_102 + 10_050 + 8058 + 13_967;
    expect(series["tradeOff.hours"][0]).toBeCloseTo(36.5, 9);
    expect(series["tradeOff.ratePercent"][0]).toBeCloseTo((100 * budgets) / commissioned, 9);
    expect(series["tradeOff.priceSaving"][0]).toBeCloseTo(((commissioned - budgets) * YEAR) / 1e8, 12);
  });

  test("takes off support at half of £8 for each of four, and half an hour a quarter of staff", () => {
    expect(paid("paymentSupport")).toEqual({ "council → economy": weekly(1600, pence(1600 * 1.02, 1632)) });
    // Eight hours a year are read when there are holders to read of: from the second week, at £40,000 for an hour a week.
    expect(series["tradeOff.extraCost"][0]).toBeCloseTo((1600 * YEAR) / 1e8, 12);
    const statements = ((8 / YEAR) * 4_000_000) / YEAR;
    expect(series["tradeOff.extraCost"][1]).toBeCloseTo(((1600 + statements) * YEAR) / 1e8, 12);
    const net = series["tradeOff.priceSaving"][1] - series["tradeOff.extraCost"][1];
    expect(series["tradeOff.net"][1]).toBeCloseTo(net, 12);
  });
});

describe("spending", () => {
  const first = (set: readonly string[], key: string): number => runTiny("1", 1, set).result.weekly[key][0];

  test("is the same whoever collects the charge, and whatever it is", () => {
    const free = ["assessment.chargeShare=0"];
    for (const key of ["council.communitySpend", "council.grossSpend"]) {
      expect([key, first([], key)]).toEqual([key, first(free, key)]);
    }
    expect(first(free, "council.charges")).toBe(0);
    // Art pays in £37.80, Beth £7.20 and Cora £1.80; of managed packages come 3 × £37.80, £7.20 and 2 × £1.80.
    expect((first([], "council.charges") * 1e8) / YEAR).toBeCloseTo(4 * 3780 + 2 * 720 + 3 * 180, 6);
  });
});

describe("prepaid cards", () => {
  const half = ["directPayment.clawBackWeeks=0"];
  const cards = ["directPayment.monitoring=prepaid cards", "directPayment.cardFee=1", ...half];

  test("give back what is unspent within four weeks, and statements within twelve", () => {
    // Cora keeps £80.58 − £76.55 a week, Dora £139.67 − £128.33.
    const a = 8058 - 7655;
    const b = 13_967 - 12_833;
    const byStatements = runTiny("1", 26, half).paid("clawBack");
    const read = ["Cora", "Dora"].map((name) =>
      byStatements[`${name}'s direct payment → council`].flatMap((sum, week) => (sum > 0 ? [week] : [])),
    );
    for (const [first, ...later] of read) {
      expect(first).toBeLessThan(12);
      expect(later).toEqual([first + 12, ...(first + 24 < 26 ? [first + 24] : [])]);
    }
    expect(read[0][0]).not.toBe(read[1][0]);
    const before = Math.min(read[0][0], read[1][0], 5);
    const { result } = runTiny("1", before, half);
    expect(result.weekly["directPayments.unspent"][before - 1]).toBeCloseTo((before * (a + b)) / 1e8, 12);
    const byCards = runTiny("1", 8, cards).paid("clawBack");
    const given = (name: string): number[] => byCards[`${name}'s direct payment → council`];
    for (const name of ["Cora", "Dora"]) {
      const weeks = given(name).flatMap((sum, week) => (sum > 0 ? [week] : []));
      expect(weeks).toEqual([weeks[0], weeks[0] + 4]);
    }
    const cora = given("Cora");
    expect(cora[cora.findIndex((sum) => sum > 0)] % a).toBe(0);
  });

  test("cost a pound for each of four holders", () => {
    expect(runTiny("1", 8, cards).paid("paymentCard")).toEqual({ "council → economy": weekly(400, 408) });
  });
});

describe("a budget that cannot buy the assessed hours", () => {
  const hearing = ["assessment.reviewHours=0.1", "assessment.reviewsPerYear=0", "directPayment.statementHours=0"];
  const asking = [...hearing, "directPayment.appealShare=1", "directPayment.upheldShare=1"];

  test("rises to what they cost when a review is upheld, and the top-up ends", () => {
    const { result, paid } = runTiny("1", 4, asking);
    const art = pence(10.5 * PRICE, 16_844);
    const topUps = paid("topUp")["Art → agency"];
    expect(topUps[0] === art - 14_102 || topUps[0] === 0).toBe(true);
    expect(topUps[3]).toBe(0);
    // Beth's assistants cost more than her budget too; Cora's and Dora's suffice.
    expect(sumOf(result.weekly["sufficiency.upheld"])).toBe(2);
    const raised = art - 14_102 + (11_658 - 10_050);
    // Leave is paid by the penny, and a budget for it may be a fraction of one off.
    expect(result.weekly["sufficiency.raised"][3]).toBeCloseTo((raised * YEAR) / 1e8, 5);
  });

  test("stays when it is refused, and staff have heard it all the same", () => {
    const refused = [...hearing, "directPayment.appealShare=1", "directPayment.upheldShare=0"];
    const { result, paid } = runTiny("1", 4, refused);
    expect(paid("topUp")["Art → agency"]).toEqual([2742, 2742, 2742, 2742]);
    expect(sumOf(result.weekly["sufficiency.reviews"])).toBe(2);
    expect(sumOf(result.weekly["sufficiency.upheld"])).toBe(0);
  });

  test("is not heard where there is no time", () => {
    const busy = ["directPayment.appealShare=1", "directPayment.upheldShare=1"];
    expect(sumOf(runTiny("1", 4, busy).result.weekly["sufficiency.reviews"])).toBe(0);
  });
});

describe("assistants who are all away", () => {
  const away = ["directPayment.assistantAbsence=1"];

  test("leave a gap that nobody fills", () => {
    expect(runTiny("1", 4, away).paid("reliefCare")).toEqual({});
    expect(runTiny("1", 4, away).paid("assistantPay")).toEqual({});
  });

  test("are stood in for at their pay, and the council pays for 12 hours of being ready", () => {
    const { result, paid } = runTiny("1", 4, [
      ...away,
      "directPayment.absenceCover=1",
      "directPayment.coverCost=6",
      "directPayment.supportCost=0",
    ]);
    const [relief] = Object.values(paid("reliefCare"));
    // One assistant or two with six hours each: the penny of a half may differ.
    for (const sum of relief) expect(Math.abs(sum - 11_658)).toBeLessThanOrEqual(1);
    expect(paid("paymentSupport")).toEqual({ "council → economy": [7200, 7200, 7200, 7200] });
    expect(result.weekly["unmet.hoursPercent"][3]).toBeCloseTo(0, 9);
  });
});

describe("a family that adds to a package of the council", () => {
  const willing = ["framework.managedTopUpShare=1", "labour.usualHours=45"];
  const ADA = 0;
  const twice = ({ people }: World, row = people.live[ADA]): void => setNeed({ people } as World, row, 1050);

  test("buys the rest of the need from the same agency, and the council pays for its own hours only", () => {
    const run = startTiny(4, willing, twice);
    for (let week = 0; week < 4; week++) run.step();
    const { people, providers, market, ledger } = run.world;
    const { extra, bought, delivered, topUp, provider, toppedUp } = people.columns;
    const row = people.live[ADA];
    expect([extra[row], bought[row], delivered[row], market.extraMinutes]).toEqual([525, 1050, 1050, 525]);
    expect(topUp[row]).toBe(ledger.round((525 * providers.columns.price[provider[row]]) / 60));
    expect(toppedUp[row]).toBe(1);
    // Five weeks are owed from before; nothing that the family pays is in the invoices.
    const invoices = Array.from(market.due.subarray(provider[row] * 8, provider[row] * 8 + 4));
    expect(new Set(invoices)).toEqual(new Set([3 * 11_751 + 25_181]));
  });

  test("stops when nobody is willing any more", () => {
    const run = startTiny(8, [...willing, "framework.managedTopUpShare@2016-03-28=0"], twice);
    run.finish();
    expect(run.world.market.extraMinutes).toBe(0);
    expect(run.world.people.columns.topUp[run.world.people.live[ADA]]).toBe(0);
    expect(moved(run, "topUp")).toBeGreaterThan(0);
  });
});

describe("a first top-up", () => {
  test("is told in the week in which it is paid, with what was paid", () => {
    const paid = new Map<string, number>();
    const set = { "size.scale": 0.06, "directPayment.rateShare": 0.7, "directPayment.topUpLimit": 1 };
    const scenario = scenarioFrom(smallCouncil({ weeks: 60, burnInWeeks: 0, set }));
    const { events } = simulate(scenario, "1", {
      journal: {
        transfer: (week, from, _, sum, purpose) => {
          if (purpose !== Purpose.topUp || sum === 0) return;
          const key = `${week} ${from}`;
          paid.set(key, (paid.get(key) ?? 0) + sum);
        },
      },
    });
    const kind = EVENT_KINDS.findIndex(({ code }) => code === "person.toppedUp");
    const told = Array.from(events.kind, (each, at) => (each === kind ? at : -1)).filter((at) => at >= 0);
    const sums = Array.from(paid, ([key, sum]) => `${key.split(" ")[0]} ${sum}`);
    expect(told.length).toBeGreaterThan(10);
    for (const at of told) expect(sums).toContain(`${events.week[at]} ${events.amount[at]}`);
    // Nobody pays without having been told of.
    expect(new Set(Array.from(paid.keys(), (key) => key.split(" ")[1])).size).toBe(told.length);
  });
});

describe("safety", () => {
  const eraWith = (set: readonly string[]): World["era"] => startTiny(1, set).world.era;

  test("checks and sight of the spending lower concerns with assistants; quality, those with providers", () => {
    const rates = ["safety.assistantRate=0.02", "safety.checkEffect=0.3", "safety.monitoringEffect=0.3"];
    const era = eraWith([...rates, "safety.agencyRate=0.01", "safety.qualityEffect=0.4"]);
    expect(sightOfSpending(era)).toBe(0.5);
    expect(concernsWithAssistant(era, false)).toBeCloseTo(0.02 * 0.85, 12);
    expect(concernsWithAssistant(era, true)).toBeCloseTo(0.02 * 0.85 * 0.7, 12);
    expect(concernsWithProvider(era, 0)).toBe(0.01);
    expect(concernsWithProvider(era, 1)).toBeCloseTo(0.01 * 0.670320046, 9);
    const cards = eraWith([...rates, "directPayment.monitoring=prepaid cards"]);
    expect(concernsWithAssistant(cards, false)).toBeCloseTo(0.02 * 0.7, 12);
  });

  test("a concern ends the job of an assistant and weighs less each month", () => {
    // Five concerns a year are certain in twelve weeks.
    const run = startTiny(40, ["safety.assistantRate=5", "safety.checkEffect=0", "safety.monitoringEffect=0"]);
    const kind = EVENT_KINDS.findIndex(({ code }) => code === "person.safeguarding");
    const { people, events } = run.world;
    const { harm, assistants, service, crisisWeek, stage } = people.columns;
    const beth = people.live.subarray(0, people.liveCount).find((row) => assistants[row] > 0) ?? -1;
    let seen = 0;
    while (!run.done && seen === 0) {
      const before = assistants[beth];
      run.step();
      seen = events.columns.kind.subarray(0, events.count).filter((each) => each === kind).length;
      if (seen === 0) continue;
      expect(assistants[beth]).toBe(before - 1);
      expect(crisisWeek[beth]).toBe(run.world.week);
    }
    expect([seen, stage[beth], service[beth]]).toEqual([1, Stage.served, 4]);
    const fresh = harm[beth];
    expect(fresh).toBeLessThanOrEqual(1);
    for (let week = 0; week < 4; week++) run.step();
    expect(harm[beth]).toBeCloseTo(fresh * 0.965 ** 4, 12);
  });
});

test("a fifth of incomes lies between each two of the limits", () => {
  expect([-2, -0.85, -0.84, -0.26, -0.25, 0, 0.25, 0.26, 0.84, 0.85, 2].map(fifthOf)).toEqual([
    0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 4,
  ]);
});
