/** `explain`: a life for people and for programs, from results or a scenario, and what is said to those who ask amiss. */
import { readFileSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { moneyTable } from "../../src/cli/explanation-tables.ts";
import { PURPOSE_WORDS, PURPOSES } from "../../src/model/world/accounts.ts";
import { perform } from "../../src/node/jobs.ts";
import type { CandidateGroup, Explanation } from "../../src/simulation/explain/index.ts";
import { call, callJson, inScratchFolder } from "../support/cli-call.ts";
import { answering } from "../support/cli-runner.ts";

inScratchFolder();

/** A year of a small council whose fees are too low to live on. */
const HARD = [
  "format: 1",
  "extends: baseline",
  "weeks: 60",
  "burnInWeeks: 2",
  "seeds: 1-2",
  "set:",
  "  size.scale: 0.04",
  "  framework.feeChange: 0.7",
  "  providers.overdraftWeeks: 0",
  "  providers.orderlyClients: 0",
  "  providers.entryRate: 0.5",
  "",
].join("\n");
beforeEach(() => writeFileSync("hard.yaml", HARD));

const COLUMNS = 100;
const widest = (text: string): number => Math.max(...text.split("\n").map((line) => line.length));

describe("who is not in another run of the same seed", () => {
  const ofGroup = (file: string): readonly string[] => [
    "explain",
    file,
    "--seed",
    "1",
    "--agent",
    "person:handed-back",
  ];
  const keysOf = async (words: readonly string[]): Promise<readonly number[]> => {
    const found = await callJson([...words, "--list"]);
    const groups = found["groups"] as CandidateGroup[];
    return groups.filter(({ name }) => name === "handed-back").flatMap(({ agents }) => agents.map(({ key }) => key));
  };

  it("is listed, and the first of them is told of", async () => {
    writeFileSync("milder.yaml", HARD.replace("feeChange: 0.7", "feeChange: 0.8"));
    const [here, there] = [await keysOf(ofGroup("hard.yaml")), await keysOf(ofGroup("milder.yaml"))];
    const apart = here.filter((key) => !there.includes(key));
    expect(apart.length).toBeGreaterThan(0);
    expect(apart.length).toBeLessThan(here.length);
    const asked = [...ofGroup("hard.yaml"), "--against", "milder.yaml"];
    expect(await keysOf(asked)).toEqual(apart);
    expect((await call([...asked, "--list"])).out).toContain("explain, and who is not in the same group of milder\n");
    const { out, err } = await call(asked);
    expect(out).toMatch(new RegExp(`^Person ${apart[0]}, `));
    expect(err).toContain(`The first of ${apart.length} whom milder has not.`);
  });

  it("is nobody where the runs are one, and not asked of one agent by key", async () => {
    const none = await call([...ofGroup("hard.yaml"), "--against", "hard.yaml"]);
    expect(none.code).toBe(2);
    expect(none.err).toContain("the run of seed 1 has no person:handed-back whom that of hard has not too");
    const one = await call(["explain", "hard.yaml", "--agent", "provider:1", "--against", "hard.yaml"]);
    expect(one.code).toBe(2);
    expect(one.err).toContain("--against picks from a group");
  });
});

describe("a life", () => {
  it("of a failed provider begins with the answer, and says why, who was hit and every pound", async () => {
    const { code, out, err } = await call(["explain", "hard.yaml", "--seed", "1", "--agent", "provider:failed"]);
    expect(code).toBe(0);
    const titles = out.split("\n").filter((line) => /^[A-Z][a-zA-Z ,£]+$/.test(line));
    expect(titles).toEqual([
      "In short",
      "Fees and wages",
      "Clients and hours",
      "Staff",
      "Margin",
      "Cash",
      "Why it gave notice",
      "Who was hit",
      "At the beginning",
      "What happened",
      "Year by year",
      "Money by financial year, £",
    ]);
    expect(out).toMatch(/^Provider \d+, a home care agency\nhard, seed 1; weeks 0 to \d+ of the run/);
    expect(out).toMatch(/\n {2}Failed on \d+ \w+ 201\d with \d+ clients?, \d+ weeks after recording began\.\n/);
    expect(out).toContain("Overdraft limit: 0 weeks of cost [providers.overdraftWeeks, set by hard.yaml:9]");
    expect(out).toContain("This is not a forecast.");
    expect(out).not.toMatch(/NaN|undefined|\bnull\b|[{}]/);
    expect(widest(out)).toBeLessThanOrEqual(COLUMNS);
    expect(err).toMatch(/^One week in full, with every payment and draw: --week \d+\n$/);
  });

  it.each([
    "person:topped-up",
    "person:refused",
    "person:handed-back",
    "worker:hired",
    "worker:assistant",
    "provider:entered",
  ])("of a %s reads well", async (agent) => {
    const { code, out } = await call(["explain", "hard.yaml", "--agent", agent]);
    expect(code).toBe(0);
    expect(out).toContain("\nIn short\n");
    expect(out).toContain("\nWhat happened\n");
    expect(out).not.toMatch(/NaN|undefined|\bnull\b|[{}]/);
    expect(widest(out)).toBeLessThanOrEqual(COLUMNS);
  });

  it("in one week shows payments, draws and columns", async () => {
    const { out } = await call(["explain", "hard.yaml", "--agent", "provider:2", "--week", "3"]);
    expect(out).toMatch(/\nWeek 3, which starts on 26 Apr 2010 \(2010-11\)\n/);
    for (const title of ["Every payment of the week", "Draws behind its decisions", "How it stood after the week"]) {
      expect(out).toContain(`\n${title}\n`);
    }
    expect(out).toMatch(/\n {2}− +£[\d,.]+ {2}take-home pay of care workers, to worker \d+\n/);
    expect(widest(out)).toBeLessThanOrEqual(COLUMNS);
    const byDate = await call(["explain", "hard.yaml", "--agent", "provider:2", "--week", "2010-04-30"]);
    expect(byDate.out).toBe(out);
  });

  it("is one object for programs, the same from results as from the scenario", async () => {
    await call(["run", "hard.yaml", "--out", "results"]);
    const found = await callJson(["explain", "results", "--seed", "2", "--agent", "person:topped-up"]);
    const again = await callJson(["explain", "hard.yaml", "--seed", "2", "--agent", "person:topped-up"]);
    expect(Object.keys(found).join(" ")).toBe(
      "agent causes digest engineVersion firstWeek hit inWeek lastMonday lastWeek money opening results scenario scenarioHash seed story summary weeks years",
    );
    expect({ ...found, results: null }).toEqual(again);
    const manifest = JSON.parse(readFileSync("results/manifest.json", "utf8")) as { digests: Record<string, string> };
    expect(found["digest"]).toBe(manifest.digests["2"]);
    const { agent, story, money } = found as unknown as Explanation;
    expect(agent.kind).toBe("person");
    expect(money.rows.some(({ purpose }) => purpose === "topUp")).toBe(true);
    for (const each of story) {
      expect(each).toMatchObject({
        week: expect.any(Number),
        monday: expect.stringMatching(/^20\d\d-/),
        cause: expect.any(String),
      });
    }
  });
});

describe("the table of money", () => {
  it("leaves out no word of what was paid for", () => {
    const rows = PURPOSES.map((purpose) => ({
      year: "2010-11",
      direction: "out" as const,
      purpose,
      label: PURPOSE_WORDS[purpose],
      pence: 100_000_000,
      transfers: 1,
    }));
    const table = moneyTable({ opening: 0, closing: 0, rows }, COLUMNS);
    const labels = table.replace(/ +[\d,.]+$/gm, "");
    const words = labels.replace(/\s+/g, " ");
    for (const purpose of PURPOSES) expect(words).toContain(` ${PURPOSE_WORDS[purpose]} `);
    // Two columns in, and forty of a label.
    expect(widest(labels.slice(labels.indexOf("  Out"), labels.indexOf("  Held")))).toBeLessThanOrEqual(42);
  });
});

describe("whom there is to explain", () => {
  it("is listed by what befell them", async () => {
    const { out } = await call(["explain", "hard.yaml", "--list"]);
    const groups = ["provider\n  failed", "person\n  topped-up", "worker\n  assistant"];
    for (const group of groups) expect(out).toContain(group);
    expect(widest(out)).toBeLessThanOrEqual(COLUMNS + 10);
    const workers = await call(["explain", "hard.yaml", "--agent", "worker", "--list"]);
    expect(workers.out).not.toContain("topped-up");
  });

  it("is listed whole for one group, and the first of them is the one that is told of", async () => {
    const found = await callJson(["explain", "hard.yaml", "--agent", "provider:failed", "--list"]);
    const groups = found["groups"] as CandidateGroup[];
    const [first] = groups.find(({ name }) => name === "failed")?.agents ?? [];
    const { out } = await call(["explain", "hard.yaml", "--agent", "provider:failed", "--list"]);
    expect(out).toContain(`  provider:${first.key}  ${first.monday}  week ${first.week}\n`);
    expect(out).toContain(
      "\nprovider:failed (failed: cash below the overdraft limit, and too large to wind up in good order): ",
    );
    const told = (await callJson(["explain", "hard.yaml", "--agent", "provider:failed"])) as unknown as Explanation;
    expect(told.agent.key).toBe(first.key);
  });
});

describe("a run whose results are kept", () => {
  it("must come out as it did then", async () => {
    await call(["run", "hard.yaml", "--out", "results"]);
    const other = answering(async (job) => {
      const { value } = await perform(job);
      if (!("explanation" in value)) return value;
      return { explanation: { ...value.explanation, digest: "0".repeat(32) } };
    });
    const { code, out, err } = await call(["explain", "results", "--agent", "provider:2"], { pool: other });
    expect([code, out]).toEqual([5, ""]);
    expect(err).toMatch(
      /^error: results does not reproduce: manifest\.json: seed 1 has digest [0-9a-f]{32} there and 0{32} here\n$/,
    );
  });

  it("must be of this engine, whole and unedited", async () => {
    await call(["run", "hard.yaml", "--out", "results"]);
    const text = readFileSync("results/manifest.json", "utf8");
    writeFileSync("results/manifest.json", text.replaceAll("+source", "+12345678"));
    const words = ["explain", "results", "--agent", "provider:2"];
    const { code, err } = await call(words);
    expect(code).toBe(5);
    expect(err).toMatch(/^error: results was made by engine \d+\.\d+\.\d+\+12345678; this is engine /);
    expect((await call([...words, "--any-engine"])).code).toBe(0);
    writeFileSync("results/manifest.json", text);
    writeFileSync("results/events.parquet", "cut");
    expect(await call(words)).toMatchObject({ code: 5, out: "" });
  });
});

/** Words, exit code, and what is said on stderr. */
const SAID: readonly (readonly [words: string, code: number, said: RegExp])[] = [
  ["hard.yaml", 2, /^error: whom to explain is not said\n {2}Name one with --agent person:<key>, /],
  [
    "hard.yaml --agent provder:2",
    2,
    /^error: "provder" is not a kind of agent\n {2}Did you mean "provider"\?\n {2}Allowed: person:<key>, worker:<key>, provider:<key>, or a group such as provider:failed\.\n$/,
  ],
  [
    "hard.yaml --agent provider:faild",
    2,
    /^error: "faild" is neither the key of a provider nor a group of them\n {2}Did you mean "failed"\?\n {2}Allowed: a key, or one of: failed, wound-up, /,
  ],
  ["hard.yaml --agent person:0", 2, /^error: "0" is neither the key of a person nor a group of them\n/],
  [
    "hard.yaml --agent provider:999",
    2,
    /^error: no provider has the key 999\n {2}Nearest keys: [\d, ]+\.\n {2}To find one: --agent provider --list\n$/,
  ],
  ["hard.yaml --agent person:4294967295", 2, /^error: no person has the key 4294967295\n {2}Nearest keys: [\d, ]+\.\n/],
  [
    "hard.yaml --agent provider:2 --week 60",
    2,
    /^error: week "60" lies outside the run of 60 weeks\n {2}Allowed: 0 to 59, or a date from 2010-04-05 to 2011-05-29\.\n$/,
  ],
  ["hard.yaml --agent provider:2 --week 2009-01-05", 2, /^error: week "2009-01-05" lies outside the run of 60 weeks\n/],
  ["hard.yaml --agent provider:2 --week soon", 2, /^error: "soon" is not a week\n {2}Allowed: 0 to 59, /],
  [
    "hard.yaml --agent provider:failed --week 59",
    2,
    /^error: provider \d+ was not there in week 59, 23 May 2011\n {2}Allowed: week 0 \(5 Apr 2010\) to week \d+ \(/,
  ],
  ["hard.yaml --agent provider:2 --seed 1-3", 2, /^error: --seed "1-3" names 3 seeds\n {2}Allowed: one seed\.\n$/],
  ["nowhere.yaml --agent provider:2", 2, /^error: scenario nowhere\.yaml has a problem\n/],
  ["./nowhere/ --agent provider:2", 2, /^error: scenario \.\/nowhere\/ has a problem\n/],
  ["hard.yaml --agent provider:2 --set size.scale=900", 3, /^error: each worker would need about \d/],
  [
    "hard.yaml --agent provider:failed --set providers.overdraftWeeks=52",
    2,
    /^error: the run of seed 1 has no provider:failed\n {2}In this run there are: [a-z, -]+\.\n {2}Try another seed\.\n$/,
  ],
];

describe("what is said to those who ask amiss", () => {
  it.each(SAID)("caremarket explain %s -> %i", async (line, code, said) => {
    const found = await call(["explain", ...line.split(" ")]);
    expect(found.err).toMatch(said);
    expect([found.code, found.out]).toEqual([code, ""]);
  });

  it("names the seeds that results have, and where levers are set", async () => {
    await call(["run", "hard.yaml", "--seed", "2", "--out", "results"]);
    const other = await call(["explain", "results", "--seed", "3", "--agent", "provider:2"]);
    expect(other).toMatchObject({ code: 2, err: "error: results has no run of seed 3\n  Allowed: 2.\n" });
    const set = await call(["explain", "results", "--set", "wages.floor=9", "--agent", "provider:2"]);
    expect(set.code).toBe(2);
    expect(set.err).toMatch(/^error: --set is given with results, which have their scenario already\n/);
  });

  it("is one object where JSON is asked for", async () => {
    const { out } = await call(["explain", "hard.yaml", "--agent", "provider:999", "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      error: { kind: "invalid", exitCode: 2, message: "no provider has the key 999" },
    });
  });
});
