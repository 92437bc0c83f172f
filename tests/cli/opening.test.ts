/** `opening`: a council of one's own beside the mean one, and the grant that it needs. */
import { writeFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { call, callJson, inScratchFolder } from "../support/cli-call.ts";

inScratchFolder();

const OURS = ["format: 1", "extends: baseline", "burnInWeeks: 4", "set: { size.scale: 0.1, council.grant: 30 }", ""];
beforeEach(() => writeFileSync("ours.yaml", OURS.join("\n")));

describe("a council of one's own", () => {
  it("stands beside the mean one, with what it lacks and the grant at which it balances", async () => {
    const { out: stdout } = await call(["opening", "ours.yaml", "--seeds", "1"]);
    expect(stdout).toContain("One run, mean of the 52 weeks from 2010-04-05, beside the mean council (baseline).");
    expect(stdout).toMatch(/Framework fee +£13\.43 +£13\.43 +1\.00 +£ an hour/);
    expect(stdout).toMatch(/Grant for adult social care +£3\.0m +£48\.9m +0\.06/);
    // Neither has a precept in 2010.
    expect(stdout).not.toContain("Precept");
    const lines =
      /Gross spending +£([\d.]+)m[\s\S]*Less what people pay +£([\d.]+)m[\s\S]*Budget +£([\d.]+)m[\s\S]*Left over +−£([\d.]+)m/;
    const [gross, charges, budget, missing] = (lines.exec(stdout) ?? []).slice(1).map(Number);
    expect(Math.abs(gross - charges - budget - missing)).toBeLessThan(0.2);
    const words = stdout.replaceAll(/\s+/g, " ");
    expect(words).toMatch(/£1\.\dm a year is missing, and comes out of reserves \(\d\d\.\d% of what comes in\)\./);
    const [, grant] = /With council\.grant (\d+\.\d) in place of 30\.0 the year balances/.exec(words) ?? [];
    expect(words).toMatch(/council\.grantChange 1\.\d{3} in place of 1 does the same/);
    const after = await call(["opening", "ours.yaml", "--seeds", "1", "--set", `council.grant=${grant}`]);
    expect(after.out.replaceAll(/\s+/g, " ")).toContain("That is near enough");
  });

  it("is one object for a program, and says the same", async () => {
    const data = await callJson(["opening", "ours.yaml", "--seeds", "1", "--council", "inner-city"]);
    expect(data).toMatchObject({ scenario: "ours", council: "inner-city", seeds: ["1"], weeks: 52, grant: 30 });
    const figures = data["figures"] as readonly Readonly<Record<string, unknown>>[];
    expect(figures.find(({ key }) => key === "prices.frameworkFee")).toMatchObject({
      value: expect.closeTo(13.9, 9),
      meanCouncil: expect.closeTo(13.43, 9),
    });
    for (const { value, meanCouncil } of figures) {
      for (const each of [value, meanCouncil]) expect(each === null || Number.isFinite(each)).toBe(true);
    }
    const scale = 0.1;
    expect(data["balancingGrant"]).toBeCloseTo(30 - (data["left"] as number) / scale, 9);
  });

  it("that is too large for the limits is refused with the size it would have", async () => {
    const { code, err: stderr } = await call(["opening", "ours.yaml", "--set", "size.scale=1000"]);
    expect(code).toBe(3);
    expect(stderr).toContain("each worker would need about");
  });
});
