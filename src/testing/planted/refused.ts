/** Faults that the law of people refused care must catch. */
import { Purpose } from "../../model/world/accounts.ts";
import { Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import { after, during, rowsOf, type PlantedBug } from "./plant.ts";

/** The first person refused care; -1 for none. */
const firstRefused = ({ people }: World): number =>
  rowsOf(people).find((row) => people.columns.stage[row] === Stage.refused) ?? -1;

export const refusedBugs: readonly PlantedBug[] = [
  {
    law: "E24",
    name: "a person refused care is paid a pound by the council",
    under: ["eligibility tightened"],
    phases: after("money", (world) => {
      const { ledger, accounts, people } = world;
      const row = firstRefused(world);
      if (row < 0) return;
      ledger.transfer(accounts.council, people.columns.account[row], 100, Purpose.directPayment);
      ledger.transfer(accounts.reserves, accounts.council, 100, Purpose.reserveDraw);
    }),
  },
  {
    law: "E24",
    name: "people refused care vanish",
    under: ["eligibility tightened"],
    phases: after("assessment", ({ people }) => {
      const { stage } = people.columns;
      for (const row of rowsOf(people)) if (stage[row] === Stage.refused) stage[row] = Stage.gone;
    }),
  },
  {
    law: "E24",
    name: "a package goes on after care was refused",
    under: ["eligibility tightened"],
    phases: after("assessment", ({ people }) => {
      const { stage, assessed, need } = people.columns;
      for (const row of rowsOf(people)) if (stage[row] === Stage.refused) assessed[row] = Math.ceil(need[row]);
    }),
  },
  {
    law: "E24",
    name: "people are refused by the need that they came with",
    under: ["eligibility tightened"],
    phases: during("assessment", ({ people }) => {
      const { placedNeed } = people.columns;
      const before = placedNeed.slice();
      placedNeed.fill(Infinity);
      return () => placedNeed.set(before);
    }),
  },
  {
    law: "E24",
    name: "everybody found ineligible counts as refused",
    under: ["eligibility tightened"],
    phases: during("assessment", ({ council }) => {
      const before = council.openingEligible.slice();
      council.openingEligible.fill(1);
      return () => council.openingEligible.set(before);
    }),
  },
];
