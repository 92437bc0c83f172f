/** What recounts know of who comes: people referred, and those whom short-term help was enough for. */
import { placeInRound, TURN_WEEKS } from "../../kernel/index.ts";
import { Funding, PersonCause, Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import type { Range } from "./recount-delays.ts";
import { peopleOf } from "./recount-reading.ts";

/** Who was here before life took its course this week, and who is after it. */
export class Comers {
  referrals: Range = [0, 0];
  /** Whose help before an assessment ended this week, and of them those who need no more. */
  helped = 0;
  enough: Range = [0, 0];
  /** Keys of those who wait for care or for a second assistant once life has taken its course. */
  waiting: ReadonlySet<number> = new Set();
  private here: ReadonlySet<number> = new Set();
  private ending: ReadonlySet<number> = new Set();

  before(phase: string, world: World): void {
    if (phase !== "needs") return;
    const { keys, columns } = world.people;
    const { stage, funding, cause, endWeek } = columns;
    const ends = (row: number): boolean => endWeek[row] > 0 && endWeek[row] <= world.week && stage[row] !== Stage.gone;
    const beforeAssessment = (row: number): boolean =>
      funding[row] === Funding.shortTerm && cause[row] === PersonCause.referral;
    this.here = new Set(peopleOf(world).map((row) => keys[row]));
    this.ending = new Set(
      peopleOf(world)
        .filter((row) => ends(row) && beforeAssessment(row))
        .map((row) => keys[row]),
    );
  }

  after(phase: string, world: World): void {
    if (phase !== "needs") return;
    this.listWaiting(world);
    const { keys, columns } = world.people;
    const inQueue = peopleOf(world).filter(
      (row) => columns.stage[row] === Stage.assessment && columns.cause[row] === PersonCause.referral,
    );
    const came = inQueue.filter((row) => !this.here.has(keys[row]) || this.ending.has(keys[row])).length;
    const stayed = new Set(peopleOf(world).map((row) => keys[row]));
    const left = [...this.ending].filter((key) => !stayed.has(key));
    // Of those who are gone, whoever had a turn this week may have been referred and have died of something else.
    const unsure = left.filter((key) => placeInRound(key) % TURN_WEEKS === world.week % TURN_WEEKS).length;
    this.helped = this.ending.size;
    this.enough = [left.length - unsure, left.length];
    this.referrals = [came, came + unsure];
  }

  private listWaiting(world: World): void {
    const { keys, columns } = world.people;
    const { stage, noticeWeek, assistants, assistantsWanted } = columns;
    const waits = (row: number): boolean =>
      stage[row] === Stage.seeking ||
      stage[row] === Stage.assessment ||
      noticeWeek[row] > 0 ||
      assistants[row] < assistantsWanted[row];
    this.waiting = new Set(
      peopleOf(world)
        .filter(waits)
        .map((row) => keys[row]),
    );
  }
}
