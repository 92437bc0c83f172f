/** Turning points of a run in sentences, in order of date: what a council settles in one week is one of them. */
import { EVENT_KINDS } from "../../model/world/events.ts";
import type { EventSummary } from "../../report/input.ts";
import { sentenceOf } from "../../simulation/explain/index.ts";
import type { TurningPoint } from "./gathering.ts";

type Notable = EventSummary["notable"][number];

const PRICES: readonly string[] = ["council.fee", "council.tender", "council.directPaymentRate"];

export function notableOf(points: readonly TurningPoint[]): readonly Notable[] {
  const weeks = new Map<string, TurningPoint[]>();
  for (const point of points) {
    if (PRICES.includes(point.kind)) weeks.set(point.monday, [...(weeks.get(point.monday) ?? []), point]);
  }
  return points.flatMap((point): Notable[] => {
    const settled = PRICES.includes(point.kind) ? (weeks.get(point.monday) ?? []) : [];
    if (settled.length === 0) return [ofOne(point)];
    return settled[0] === point ? [{ monday: point.monday, kind: "", text: settlement(settled) }] : [];
  });
}

/** Whose life of these says most of why: the first provider that failed; undefined where none did. */
export function storyOf(points: readonly TurningPoint[]): string | undefined {
  const failed = points.find(({ kind }) => kind === "provider.failed");
  return failed === undefined ? undefined : ofOne(failed).agent;
}

/** What an event is about, by the first word of its code, as `explain` names it; nobody of the council's own. */
const WHO: Readonly<Record<string, string>> = { provider: "provider", person: "person", package: "person" };

function ofOne({ monday, kind, agent, amount }: TurningPoint): Notable {
  const who = WHO[kind.split(".")[0]];
  const text = textOf(kind, amount);
  if (who === undefined || agent === 0) return { monday, kind: "", text };
  return { monday, kind: `${who}:${agent}`, agent: `${who}:${agent}`, text };
}

/** The event in a sentence with its amount; the code itself where an engine that we do not know has written it. */
function textOf(code: string, amount: number): string {
  const kind = EVENT_KINDS.find((each) => each.code === code);
  return kind === undefined ? code : sentenceOf(kind, amount, { other: "an agency" });
}

const pounds = (value: number): string => `£${value.toFixed(2)}`;

/** Less than a penny apart. */
const isSame = (a: number, b: number): boolean => Math.abs(a - b) < 0.005;

/** The fee, what a tender made of it, and the direct-payment rate beside the fee that it follows. */
function settlement(points: readonly TurningPoint[]): string {
  const of = (kind: string): TurningPoint | undefined => points.find((point) => point.kind === kind);
  const [set, tender, rate] = PRICES.map(of);
  const sentences = set === undefined ? [] : [textOf(set.kind, set.amount)];
  if (tender !== undefined) {
    const before = set === undefined ? tender.feeBefore : set.amount / 100;
    const isMoved = Number.isFinite(tender.fee) && Number.isFinite(before) && !isSame(tender.fee, before);
    const verb = tender.fee > before ? "rose" : "fell";
    const moved = isMoved ? ` At the tender the fee ${verb} from ${pounds(before)} to ${pounds(tender.fee)}.` : "";
    sentences.push(textOf(tender.kind, tender.amount) + moved);
  }
  if (rate !== undefined) sentences.push(rateText(rate));
  return sentences.join(" ");
}

function rateText({ kind, amount, fee }: TurningPoint): string {
  const text = textOf(kind, amount);
  if (!(fee > 0)) return text;
  const beside = isSame(amount / 100, fee) ? "as much as the fee" : `${Math.round(amount / fee)}% of the fee`;
  return `${text.replace(/\.$/, "")}, ${beside}.`;
}
