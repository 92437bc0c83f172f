/** Notices that a person was given, and whether somebody took over while care still came. */
import { counted, dateText } from "./amounts.ts";
import { listed } from "./hit.ts";

interface Notice {
  readonly from: string;
  readonly monday: string;
  readonly week: number;
  outcome: "taken over" | "ended" | "open";
  /** Weeks until somebody took over. */
  weeks: number;
}

export class NoticesTo {
  private readonly all: Notice[] = [];

  given(from: string, monday: string, week: number): void {
    this.all.push({ from, monday, week, outcome: "open", weeks: 0 });
  }

  /** Another provider has come. */
  takenOver(week: number): void {
    const notice = this.all.at(-1);
    if (notice?.outcome !== "open") return;
    notice.outcome = "taken over";
    notice.weeks = week - notice.week;
  }

  /** The provider has gone, and nobody had come. */
  ended(): void {
    const notice = this.all.at(-1);
    if (notice?.outcome === "open") notice.outcome = "ended";
  }

  /** None where no notice was given. */
  get sentences(): string[] {
    const [first] = this.all;
    if (first === undefined) return [];
    const { from, monday, outcome, weeks } = first;
    const on = `by ${from} on ${dateText(monday)}`;
    if (this.all.length === 1) return [`Was given notice ${on}: ${alone(outcome, weeks)}.`];
    const count = (meant: Notice["outcome"]): number => this.all.filter((each) => each.outcome === meant).length;
    const [over, gone, open] = [count("taken over"), count("ended"), count("open")];
    const parts = [
      over > 0 ? `${often(over)} another provider took over before care stopped` : "",
      gone > 0 ? `${often(gone)} care stopped and nobody had taken over` : "",
      open > 0 ? `${often(open)} the story ends with the notice still running` : "",
    ].filter((part) => part !== "");
    return [`Was given notice ${often(this.all.length)}, first ${on}: ${listed(parts)}.`];
  }
}

function alone(outcome: Notice["outcome"], weeks: number): string {
  if (outcome === "ended") return "care stopped, and nobody had taken over";
  if (outcome === "open") return "it was still running when this story ends";
  return `another provider took over after ${counted(weeks, "week")}, before care stopped`;
}

export const often = (count: number): string => (count === 1 ? "once" : count === 2 ? "twice" : `${count} times`);
