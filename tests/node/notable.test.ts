import { describe, expect, it } from "vitest";
import { Gatherer, type RunSeries, type TurningPoint } from "../../src/node/store/gathering.ts";
import { notableOf, storyOf } from "../../src/node/store/notable.ts";

const point = (kind: string, amount: number, rest: Partial<TurningPoint> = {}): TurningPoint => ({
  monday: "2018-04-02",
  kind,
  agent: 0,
  amount,
  fee: 14.92,
  feeBefore: 14.12,
  ...rest,
});

const textOf = (...points: readonly TurningPoint[]): string =>
  notableOf(points)
    .map(({ text }) => text)
    .join(" | ");

describe("what a council settles in one week", () => {
  const fee = point("council.fee", 1472);
  const tender = point("council.tender", 32);
  const rate = point("council.directPaymentRate", 1492);

  it("is one entry, and says what the tender made of the fee", () => {
    const text = textOf(fee, tender, rate);
    expect(text).not.toContain("|");
    expect(text).toContain("framework fee at £14.72 an hour");
    expect(text).toContain("At the tender the fee rose from £14.72 to £14.92.");
    expect(text).toContain("£14.92 an hour, as much as the fee.");
  });

  it("takes the fee of the week before where it is not the week of the yearly fee", () => {
    expect(textOf(tender)).toContain("rose from £14.12 to £14.92.");
    expect(textOf({ ...tender, fee: 13.5 })).toContain("fell from £14.12 to £13.50.");
    expect(textOf({ ...tender, fee: 14.12 })).not.toMatch(/rose|fell/);
    expect(textOf({ ...tender, fee: Number.NaN })).not.toMatch(/rose|fell|NaN/);
  });

  it("sets the direct-payment rate beside the fee that it follows", () => {
    expect(textOf({ ...rate, amount: 1343 })).toContain("90% of the fee.");
    expect(textOf({ ...rate, fee: Number.NaN })).not.toMatch(/of the fee|as the fee|NaN/);
  });

  it("stays apart from another week's", () => {
    expect(notableOf([fee, { ...rate, monday: "2019-04-01" }])).toHaveLength(2);
  });
});

describe("what befalls one provider or person", () => {
  it("names whom to ask about", () => {
    const [failed, handed] = notableOf([
      point("provider.failed", 32, { agent: 47 }),
      point("package.handedBack", 210, { agent: 9 }),
    ]);
    expect(failed).toMatchObject({ agent: "provider:47", kind: "provider:47" });
    expect(failed.text).toMatch(/^Failed, with 32 people/);
    expect(handed.agent).toBe("person:9");
  });

  it("sends a reader to one that failed, if any did", () => {
    const raise = point("provider.raisedPay", 5, { agent: 8 });
    expect(storyOf([raise, point("provider.failed", 32, { agent: 47 })])).toBe("provider:47");
    expect(storyOf([raise])).toBeUndefined();
  });

  it("is nobody's where the council did it, and an unknown kind is its code", () => {
    expect(notableOf([point("council.overspend", 5)])[0]).not.toHaveProperty("agent");
    expect(notableOf([point("moon.rose", 5)])[0].text).toBe("moon.rose");
  });
});

it("no yearly settlement is left out for want of room, whichever of its parts is common", () => {
  const years = 12;
  const mondays = Array.from({ length: years * 2 }, (_, week) => `20${10 + week}-04-05`);
  const rows = Array.from({ length: years }, (_, year) => [
    { week: year * 2, kind: "council.fee", amount: 1300 + year },
    { week: year * 2, kind: "council.directPaymentRate", amount: 1200 + year },
    ...Array.from({ length: 30 }, () => ({ week: year * 2 + 1, kind: "person.crisis", amount: 9e6 })),
  ]).flat();
  const run: RunSeries = {
    seed: "1",
    mondays,
    years: ["2010-11"],
    yearOfWeek: mondays.map(() => 0),
    weekly: { "prices.frameworkFee": mondays.map((_, week) => week) },
    yearly: {},
    events: {
      week: rows.map(({ week }) => week),
      kind: rows.map(({ kind }) => kind),
      agent: rows.map(({ kind }) => (kind === "person.crisis" ? 5 : 0)),
      amount: rows.map(({ amount }) => amount),
    },
  };
  const gatherer = new Gatherer();
  gatherer.add(run);
  const { turningPoints } = gatherer.finish();
  expect(turningPoints.filter(({ kind }) => kind.startsWith("council."))).toHaveLength(2 * years);
  const fees = turningPoints.filter(({ kind }) => kind === "council.fee");
  expect(fees.map(({ fee }) => fee)).toEqual(fees.map(({ monday }) => mondays.indexOf(monday)));
  expect(notableOf(turningPoints).length).toBeLessThanOrEqual(20);
});

interface Happened {
  readonly week: number;
  readonly kind: string;
  readonly amount: number;
}

function gathered(rows: readonly Happened[]) {
  const weeks = 1 + Math.max(...rows.map(({ week }) => week));
  const mondays = Array.from({ length: weeks }, (_, week) =>
    new Date(Date.UTC(2010, 3, 5 + 7 * week)).toISOString().slice(0, 10),
  );
  const gatherer = new Gatherer();
  gatherer.add({
    seed: "1",
    mondays,
    years: ["2010-11"],
    yearOfWeek: mondays.map(() => 0),
    weekly: {},
    yearly: {},
    events: {
      week: rows.map(({ week }) => week),
      kind: rows.map(({ kind }) => kind),
      agent: rows.map(() => 0),
      amount: rows.map(({ amount }) => amount),
    },
  });
  return gatherer.finish();
}

/** So many of a kind, the later the larger. */
const many = (kind: string, count: number): readonly Happened[] =>
  Array.from({ length: count }, (_, week) => ({ week, kind, amount: 1 + week }));

it("an April without a precept is no precept, neither counted nor told; nought of another kind is", () => {
  const { eventCounts, turningPoints } = gathered([
    ...[0, 0, 0.02, 0.03, 0].map((amount, week) => ({ week, kind: "council.precept", amount })),
    { week: 3, kind: "council.overspend", amount: 0 },
  ]);
  expect(Array.from(eventCounts["council.precept"][0])).toEqual([2]);
  expect(Array.from(eventCounts["council.overspend"][0])).toEqual([1]);
  expect(turningPoints.filter(({ kind }) => kind === "council.precept").map(({ amount }) => amount)).toEqual([
    0.02, 0.03,
  ]);
});

describe("the list of turning points", () => {
  const told = (rows: readonly Happened[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const { kind } of gathered(rows).turningPoints) counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  };

  it("has all of a kind or none, rare kinds first", () => {
    const rows = [...many("council.gap", 9), ...many("council.precept", 9), ...many("provider.closed", 12)];
    expect(told(rows)).toEqual({ "council.gap": 9, "council.precept": 9 });
    expect(told(rows.slice(0, 18))).toEqual({ "council.gap": 9, "council.precept": 9 });
    expect(told(many("council.gap", 24))).toEqual({ "council.gap": 24 });
  });

  it("is filled with the largest of a common kind where rare ones are few", () => {
    const rows = [...many("provider.failed", 2), ...many("package.spot", 300)];
    expect(told(rows)).toEqual({ "provider.failed": 2, "package.spot": 18 });
    const shown = gathered(rows).turningPoints.filter(({ kind }) => kind === "package.spot");
    expect(Math.min(...shown.map(({ amount }) => amount))).toBe(283);
  });
});
