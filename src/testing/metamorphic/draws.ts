/** The law of luck: drawing more, or for a new purpose, leaves every other draw as it was. */
import { openDraws } from "../../kernel/index.ts";
import { STREAMS } from "../../model/world/streams.ts";
import type { World } from "../../model/world/world.ts";
import { simulate, type Phase } from "../../simulation/index.ts";
import { mustBeSame } from "../difference.ts";
import { lawOf, type Law } from "../law.ts";

/** A phase that draws for everybody from every stream, and does nothing with it. */
const idleDraws: Phase = {
  name: "idle draws",
  sentence: "Chance is asked, and nobody listens.",
  moves: "",
  run: ({ draws, people }: World) => {
    for (const name of STREAMS) {
      for (let index = 0; index < Math.min(people.liveCount, 3); index++) {
        draws[name].uniform(people.keys[people.live[index]], index);
        draws[name].bits(index);
      }
    }
  },
};

export const M7: Law = lawOf(
  "M7",
  "A new purpose of chance, or more draws for an old one, changes no other draw and no run.",
  ["draws compared"],
  ({ scenario, seed }, notes, options) => {
    const known = openDraws(seed, STREAMS);
    const more = openDraws(seed, ["new.first", ...STREAMS, "new.last"]);
    for (const name of STREAMS) {
      more["new.first"].at(3).uniform(5);
      const [left, right] = [known[name].at(3).uniform(5, 2), more[name].at(3).uniform(5, 2)];
      notes.seen("draws compared");
      notes.unless(left === right, () => `${name} draws ${right} beside new streams, alone ${left}`);
    }
    const withIdle = (phases: readonly Phase[]): readonly Phase[] =>
      (options.phases?.(phases) ?? phases).flatMap((phase) => [phase, idleDraws]);
    mustBeSame(notes, simulate(scenario, seed, options), simulate(scenario, seed, { ...options, phases: withIdle }));
  },
);
