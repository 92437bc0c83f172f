/** The law of means: nobody plans to add what they have not got. */
import { Funding, Service, Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import { TURN_WEEKS } from "../../kernel/index.ts";
import type { Notes } from "../law.ts";
import { weeklyLaw } from "../weekly.ts";

/** Pay, insurance and relief of two assistants are each rounded once. */
const ROUNDINGS = 4;

export const E30 = weeklyLaw(
  "E30",
  "In the week of their turn, when they look at hours and prices again, holders of a direct payment add no more to it than " +
    "policy takes them to spend of what they and their families could: what they reckon with is what they pay.",
  ["top-ups at a turn", "turns of employers of assistants"],
  (notes) => ({
    after: (phase, world) => {
      if (phase !== "money") return;
      const { stage, funding, turn } = world.people.columns;
      for (const row of world.people.live.subarray(0, world.people.liveCount)) {
        if (stage[row] !== Stage.served || funding[row] !== Funding.directPayment) continue;
        if (turn[row] % TURN_WEEKS === world.week % TURN_WEEKS) checkMeans(notes, world, row);
      }
    },
  }),
);

function checkMeans(notes: Notes, { people, era, market, ledger, week }: World, row: number): void {
  const { topUp, meansRatio, service, bought, assessed } = people.columns;
  const { familyIncome, topUpLimit } = era.directPayment;
  if (service[row] === Service.assistant) notes.seen("turns of employers of assistants");
  if (topUp[row] > 0) notes.seen("top-ups at a turn");
  const most = meansRatio[row] * familyIncome * market.priceIndex * topUpLimit;
  notes.unless(
    topUp[row] <= most + ROUNDINGS * ledger.unit,
    () =>
      `week ${week}: person ${people.keys[row]}, service ${service[row]}, adds ${topUp[row]} pence where ${most} is the most, ` +
      `for ${bought[row]} of ${assessed[row]} minutes`,
  );
}
