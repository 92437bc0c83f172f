/** Everything that a life can hold has words: a code without a sentence fails here. */
import { describe, expect, it } from "vitest";
import { leaves } from "../../src/model/levers/index.ts";
import { INSTITUTION_WORDS, PURPOSE_WORDS, PURPOSES } from "../../src/model/world/accounts.ts";
import * as codes from "../../src/model/world/codes.ts";
import { CAUSES, EVENT_CAUSES, EVENT_KINDS, EventCause } from "../../src/model/world/events.ts";
import { STREAM_WORDS } from "../../src/model/world/stream-words.ts";
import { STREAMS } from "../../src/model/world/streams.ts";
import {
  EMPLOYMENT_WORDS,
  FUNDING_WORDS,
  GROUP_WORDS,
  PROVIDER_KIND_WORDS,
  PROVIDER_STATUS_WORDS,
  SERVICE_WORDS,
  SOURCE_WORDS,
  STAGE_WORDS,
} from "../../src/model/world/words.ts";
import { HAPPENINGS, SELECTORS } from "../../src/simulation/explain/index.ts";
import { fill } from "../../src/simulation/explain/teller.ts";

const SENTENCE = /^([A-Z{£]).*[.!]$/;
const PATHS = new Set(leaves.map(({ path }) => path));
const GROUPED = new Set(leaves.map(({ path }) => path.replace(/\.(older|physical|learning|mental)$/, "")));

/** Every code that is reported, with what is said of it. */
const TOLD: readonly (readonly [code: string, sentence: string, levers: readonly string[]])[] = [
  ...EVENT_KINDS.map(({ code, told, levers }) => [code, told, levers] as const),
  ...EVENT_CAUSES.map((cause) => [`cause ${cause}`, CAUSES[cause].sentence, CAUSES[cause].levers] as const),
  ...Object.entries(HAPPENINGS).map(([code, { told, levers }]) => [code, told, levers] as const),
];

describe("what is told", () => {
  it.each(TOLD)("of %s is a sentence that rests on levers that exist", (_, sentence, levers) => {
    expect(sentence).toMatch(SENTENCE);
    expect(levers.filter((path) => !PATHS.has(path) && !GROUPED.has(path))).toEqual([]);
  });

  it("of the other party stands beside every event that has one", () => {
    const withOther = EVENT_KINDS.filter(({ told }) => told.includes("{other}"));
    expect(withOther.map(({ code }) => code)).toContain("package.handedBack");
    for (const { toldOfOther } of withOther) expect(toldOfOther).toMatch(SENTENCE);
    for (const { toldOfOther } of withOther) expect(toldOfOther).toContain("{agent}");
  });

  it("keeps the places of the causes, which digests count", () => {
    expect(EVENT_CAUSES[0]).toBe("none");
    expect(EVENT_CAUSES.map((cause) => EventCause[cause])).toEqual(EVENT_CAUSES.map((_, index) => index));
  });

  it("is filled from facts, and shows what it lacks", () => {
    expect(fill("{a} and {b}.", { a: "One" })).toBe("One and {b}.");
  });
});

describe("words", () => {
  it.each([
    ["FUNDING_WORDS", FUNDING_WORDS, codes.Funding],
    ["SERVICE_WORDS", SERVICE_WORDS, codes.Service],
    ["STAGE_WORDS", STAGE_WORDS, codes.Stage],
    ["SOURCE_WORDS", SOURCE_WORDS, codes.Source],
    ["PROVIDER_KIND_WORDS", PROVIDER_KIND_WORDS, codes.ProviderKind],
    ["PROVIDER_STATUS_WORDS", PROVIDER_STATUS_WORDS, codes.ProviderStatus],
    ["EMPLOYMENT_WORDS", EMPLOYMENT_WORDS, codes.Employment],
  ] as const)("%s has one for each code", (_, words, table) => {
    for (const code of Object.values(table)) expect(words[code]).toMatch(/\S/);
    expect(words).toHaveLength(Object.keys(table).length);
  });

  it("stand for every purpose, institution and stream", () => {
    for (const purpose of PURPOSES) expect(PURPOSE_WORDS[purpose]).toMatch(/\S/);
    expect(new Set(Object.values(PURPOSE_WORDS)).size).toBe(PURPOSES.length);
    for (const name of Object.values(INSTITUTION_WORDS)) expect(name).toMatch(/\S/);
    for (const stream of STREAMS) expect(STREAM_WORDS[stream].sentence).toMatch(SENTENCE);
    expect(GROUP_WORDS).toHaveLength(4);
  });
});

describe("groups to find agents by", () => {
  it("have names of their own, and events that exist", () => {
    const names = SELECTORS.map(({ kind, name }) => `${kind}:${name}`);
    expect(new Set(names).size).toBe(names.length);
    const kinds: readonly string[] = EVENT_KINDS.map(({ code }) => code);
    for (const { event, cause, sentence } of SELECTORS) {
      expect(sentence).toMatch(/\S/);
      if (event !== undefined) expect(kinds).toContain(event);
      if (cause !== undefined) expect(EVENT_CAUSES).toContain(cause);
    }
  });
});
