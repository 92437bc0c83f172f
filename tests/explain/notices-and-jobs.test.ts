/** What a person's and a worker's summary and table leave out no more: notices, employers within a year, paid leave. */
import { describe, expect, it } from "vitest";
import { EventKind } from "../../src/model/world/events.ts";
import { dateText } from "../../src/simulation/explain/amounts.ts";
import { explain } from "../../src/simulation/explain/index.ts";
import { NoticesTo } from "../../src/simulation/explain/person-notices.ts";
import { type ResolvedScenario, simulate } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { hardCouncil } from "../support/explain-council.ts";
import { smallCouncil } from "../support/laws-council.ts";

const SEED = "1";

/** How the notices of the first few people ended, by the summary of each. */
function noticesIn(given: ResolvedScenario): { readonly over: number; readonly gone: number } {
  const { kind, agent } = simulate(given, SEED).events;
  const noticed = new Set([...agent].filter((_, at) => kind[at] === EventKind["package.handedBack"]));
  const counts = { over: 0, gone: 0 };
  for (const key of [...noticed].slice(0, 16)) {
    const { summary, story } = explain(given, SEED, { agent: { kind: "person", key } });
    const notices = story.filter(({ code }) => code === "package.handedBack");
    const said = summary.find((sentence) => sentence.startsWith("Was given notice")) ?? "";
    expect(said).toContain(`on ${dateText(notices[0].monday)}: `);
    expect(said.includes(", first by ")).toBe(notices.length > 1);
    if (notices.length > 1) continue;
    const hasStopped = said.includes("care stopped, and nobody had taken over");
    expect(hasStopped).toBe(story.some(({ code }) => code === "person.noticeEnded"));
    counts.gone += hasStopped ? 1 : 0;
    counts.over += said.includes("another provider took over after") ? 1 : 0;
  }
  return counts;
}

describe("a person who was given notice", () => {
  it("reads of it in the summary, and who took over", () => {
    expect(noticesIn(hardCouncil()).over).toBeGreaterThan(0);
  });

  it("reads that nobody had taken over, where fees are so low that nobody does", () => {
    const low = { "size.scale": 0.06, "framework.feeChange": 0.75, "framework.spotCap": 1 };
    expect(noticesIn(scenarioFrom(smallCouncil({ weeks: 60, set: low }))).gone).toBeGreaterThan(0);
  });

  it("more than once, reads how each ended", () => {
    const notices = new NoticesTo();
    notices.given("agency 7", "2012-04-02", 100);
    notices.takenOver(103);
    notices.given("agency 8", "2013-04-01", 152);
    notices.ended();
    notices.given("agency 9", "2014-04-07", 205);
    expect(notices.sentences).toEqual([
      "Was given notice 3 times, first by agency 7 on 2 Apr 2012: once another provider took over before care stopped, once care stopped and nobody had taken over and once the story ends with the notice still running.",
    ]);
  });
});

describe("a worker's year", () => {
  // Care is given by assistants to many here, and they move often.
  const given = scenarioFrom(
    smallCouncil({ weeks: 104, set: { "size.scale": 0.06, "directPayment.assistantQuitPerYear": 2 } }),
  );
  const hired = simulate(given, SEED).events;
  // Who is engaged twice has lost a post in between.
  const engagements = [...hired.other].filter((_, at) => hired.kind[at] === EventKind["person.hiredAssistant"]);
  const assistant = engagements.find((key, at) => engagements.indexOf(key) < at) ?? 0;
  const { years, story, summary } = explain(given, SEED, { agent: { kind: "worker", key: assistant } });
  const factsOf = (name: string) => years.map(({ facts }) => facts.find((each) => each.name === name));

  it("names every employer of the year, in turn", () => {
    const told = factsOf("employer").map((each) => String(each?.value));
    const engaged = story.filter(({ code }) => code === "worker.engaged" || code === "worker.hired");
    expect(engaged.length).toBeGreaterThan(0);
    for (const { sentence, year } of engaged) {
      const [employer] = /(person|agency|supported living provider|day service) \d+/.exec(sentence) ?? [""];
      expect(told[years.findIndex((each) => each.year === year)]).toContain(employer);
    }
    expect(told.some((text) => text.includes(", then "))).toBe(true);
  });

  it("counts paid leave in paid time, an assistant's too", () => {
    const [paid, contact] = [factsOf("paid"), factsOf("contact")].map((facts) => Number(facts[0]?.value));
    expect(paid / contact).toBeCloseTo(1.16, 2);
    expect(summary.join(" ")).toMatch(/of paid time, leave included\./);
  });
});
