/** Lists as a person asks for them: in several words, and on a terminal that is not wide. */
import { describe, expect, it } from "vitest";
import { FIELD_TERMS } from "../../src/cli/field-terms.ts";
import { fitted } from "../../src/cli/text.ts";
import { call, inScratchFolder } from "../support/cli-call.ts";

inScratchFolder();

const widest = (text: string): number => Math.max(...text.split("\n").map((line) => line.length));

describe("a list that words narrow", () => {
  it.each([
    ["levers", "direct payment rate", "directPayment.rateShare.older"],
    ["levers", "rule of the direct-payment rate", "directPayment.rateRule"],
    ["levers", "in house", "framework.inHouseStartShare"],
    ["measures", "holders top", "topUps.people"],
    ["scenarios", "precept weak", "precept-used-tax-poor"],
  ])("%s %s", async (list, words, found) => {
    const { code, out } = await call([list, words]);
    expect([code, out]).toEqual([0, expect.stringContaining(found)]);
  });

  it.each([
    ["levers market price", "directPayment.rateRule"],
    ["measures holders top", "topUps.people"],
    ["scenarios precept weak", "precept-used-tax-poor"],
    ["measures ascof", "monitoring.controlPercent"],
    ["measures ascof", "waits.delayedDays"],
    ["measures 1A", "monitoring.qualityOfLife"],
    ["measures ASCOF 1B", "truth.controlPercent"],
    ["measures 1C", "people.directPaymentSharePercent"],
    ["measures 3A", "monitoring.satisfiedPercent"],
    ["measures 2C", "waits.delayedDays"],
    ["measures DTOC", "waits.delayedDays"],
    ["measures delayed transfers of care", "waits.delayedDays"],
    ["levers ukhca", "framework.feeFloor"],
    ["levers minimum price", "framework.feeFloor"],
    ["scenarios UKHCA", "minimum-price-fees"],
    ["levers NLW", "wages.floor"],
    ["scenarios nlw", "living-wage-unfunded"],
    ["levers precept", "council.preceptLimit"],
    ["levers SDS", "route.personalBudgetShare"],
    ["levers self-directed support", "route.directPaymentPush"],
    ["levers PA pay", "directPayment.assistantRate"],
    ["levers ISF", "route.thirdPartyFee"],
    ["levers individual service fund", "route.thirdPartyShare"],
  ])("%s", async (line, found) => {
    const { code, out } = await call(line.split(" "));
    expect([code, out]).toEqual([0, expect.stringContaining(found)]);
  });

  it("has no term of the field that finds nothing, and a short one finds what it means alone", async () => {
    const lists = await Promise.all(
      ["levers", "measures", "scenarios"].map(async (list) => (await call([list, "--json"])).out),
    );
    const known = lists.join("").toLowerCase();
    for (const [term, ways] of FIELD_TERMS) {
      for (const way of ways) expect(known, `${term}: ${way}`).toContain(way);
    }
    expect((await call(["levers", "PA"])).out).not.toContain("council.preceptLimit");
    expect((await call(["measures", "1A"])).out).not.toContain("waits.delayedDays");
  });

  it("has nothing where one of the words is nowhere", async () => {
    expect((await call(["levers", "rate zzzz"])).code).toBe(2);
  });
});

describe("a table", () => {
  it("keeps to the terminal, and to one line a row where there is none", async () => {
    const wide = (await call(["levers", "council.precept"])).out + (await call(["levers", "directPayment"])).out;
    expect(widest(wide)).toBeGreaterThan(120);
    for (const list of [["levers", "directPayment"], ["measures"], ["scenarios"]]) {
      expect(widest((await call(list, { columns: 110 })).out), list.join(" ")).toBeLessThanOrEqual(110);
    }
  });

  it("of a comparison keeps to the terminal too", async () => {
    const words = ["compare", "tiny.yaml", "tiny.yaml", "--seeds", "1-2", "--set", "wages.floor=8"];
    const table = (text: string): string => text.split("Differences over")[1].split("What adds up")[0];
    expect(widest(table((await call(words)).out))).toBeGreaterThan(120);
    expect(widest(table((await call(words, { columns: 110 })).out))).toBeLessThanOrEqual(110);
  }, 60_000);

  it("breaks cells between words and nowhere else, and loses none", () => {
    const rows = [
      ["one", "a longer cell of several words", "and another one that is longer still"],
      ["  indented by two blanks", "x", "averyveryverylongwordindeed"],
    ];
    const text = fitted(rows, 60);
    expect(widest(text)).toBeLessThanOrEqual(60);
    const words = (each: string): string[] =>
      each
        .split(/\s+/)
        .filter((word) => word !== "")
        .sort();
    expect(words(text)).toEqual(words(rows.flat().join(" ")));
    expect(fitted(rows, Infinity).split("\n")).toHaveLength(2);
    expect(widest(fitted([["averyveryverylongwordindeed", "b"]], 10))).toBe(30);
  });
});
