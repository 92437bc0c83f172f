/** Offers of pay where workers are short: of the only agency there is, and of all of them at once. */
import { describe, expect, test } from "vitest";
import { EVENT_KINDS } from "../../src/model/world/events.ts";
import { simulate } from "../../src/simulation/index.ts";
import { scenarioFrom } from "../../src/testing/index.ts";
import { smallCouncil } from "../support/laws-council.ts";

/** Two fifths of posts empty and nobody who looks for a job; no agency too small, or earning too little, to raise. */
const SHORT = {
  "labour.openingSlack": 0.6,
  "size.jobSeekers": 0,
  "labour.seekersFromOutside": 0,
  "labour.offerFewestWorkers": 0,
  "framework.feeChange": 1.5,
  "providers.entryRate": 0,
  "providers.closureBase": 0,
  "providers.transferRate": 0,
};
const RAISED = EVENT_KINDS.findIndex(({ code }) => code === "provider.raisedOffer");

/** Agencies that raised their offer within a year and a half, of those that trade. */
function raising(set: Readonly<Record<string, number>>): { readonly raised: number; readonly trading: number } {
  const { events, weekly } = simulate(
    scenarioFrom(smallCouncil({ weeks: 78, burnInWeeks: 0, set: { ...SHORT, ...set } })),
    "1",
  );
  const agencies = events.agent.filter((_, at) => events.kind[at] === RAISED);
  return { raised: new Set(agencies).size, trading: weekly["providers.trading"][77] };
}

describe("an offer of pay rises where posts stay empty", () => {
  test("with the only agency, which has no other to compare itself with", () => {
    expect(raising({ "size.agencies": 34 })).toEqual({ raised: 1, trading: 1 });
  });

  test("with all agencies where all lack workers, and with none where nothing is enough", () => {
    const { raised, trading } = raising({});
    expect(trading).toBeGreaterThan(3);
    expect(raised).toBe(trading);
    expect(raising({ "labour.offerVacancy": 1 }).raised).toBe(0);
  });
});
