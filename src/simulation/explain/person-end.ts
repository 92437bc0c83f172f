/**
 * How a person left. Only a move to a care home is logged; a death is counted. Each person's rival events hang on one
 * draw, so what is counted between that draw and the next one befell the person of the draw.
 */
import { Funding, Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import type { Heard } from "./draw-watch.ts";
import type { HappeningCode } from "./happenings.ts";
import type { PersonState } from "./person-state.ts";

export class PersonEnd {
  private hasDied = false;
  /** Deaths counted up to the person's own draw; -1 where it is not the last one drawn. */
  private deathsBefore = -1;

  /** Before the phase in which people leave. */
  begin(): void {
    this.hasDied = false;
    this.deathsBefore = -1;
  }

  hear(world: World, { stream, key }: Heard, own: number): void {
    if (stream !== "needs.exit") return;
    this.settle(world);
    if (key === own) this.deathsBefore = world.tally.deaths;
  }

  /** The turn to tell of; undefined where an event has told it. */
  codeOf(world: World, before: PersonState, hasMoved: boolean): HappeningCode | undefined {
    this.settle(world);
    if (hasMoved) return undefined;
    if (before.stage === Stage.gone) return "person.left";
    if (before.endWeek > 0 && world.week >= before.endWeek) {
      return before.funding === Funding.shortTerm ? "person.helpEnded" : "person.supportEnded";
    }
    if (this.hasDied) return "person.died";
    if (before.funding === Funding.selfFunded) return "person.stoppedBuying";
    if (before.stage === Stage.refused) return "person.leftRefused";
    return before.stage === Stage.assessment ? "person.leftQueue" : "person.leftOtherwise";
  }

  private settle(world: World): void {
    if (this.deathsBefore < 0) return;
    this.hasDied = world.tally.deaths > this.deathsBefore;
    this.deathsBefore = -1;
  }
}
