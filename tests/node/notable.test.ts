import { describe, expect, it } from "vitest";
import { Gatherer, type RunSeries, type TurningPoint } from "../../src/node/store/gathering.ts";
import { notableOf } from "../../src/node/store/notable.ts";

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
