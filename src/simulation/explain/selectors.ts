/** The groups in which agents worth explaining are found. */
import type { EVENT_KINDS } from "../../model/world/events.ts";
import type { AgentKind } from "./explanation.ts";

type KindCode = (typeof EVENT_KINDS)[number]["code"];

/** How agents are found: by an event, in which they may be the other party, or by what their columns show. */
export interface Selector {
  readonly kind: AgentKind;
  readonly name: string;
  /** Whom it finds. */
  readonly sentence: string;
  readonly event?: KindCode;
  readonly cause?: string;
  readonly isOther?: boolean;
  /** Those whom it befell again in a later week come first: they have more of a story. */
  readonly isBetterAgain?: boolean;
}

const of = (kind: AgentKind, name: string, sentence: string, event?: KindCode, cause?: string): Selector => ({
  kind,
  name,
  sentence,
  ...(event === undefined ? {} : { event }),
  ...(cause === undefined ? {} : { cause }),
});

export const SELECTORS: readonly Selector[] = [
  of(
    "provider",
    "failed",
    "failed: cash below the overdraft limit, and too large to wind up in good order",
    "provider.failed",
  ),
  of(
    "provider",
    "wound-up",
    "wound up: cash below the overdraft limit, and small enough to end in good order",
    "provider.closed",
    "cash gone, wound up",
  ),
  of("provider", "closed", "closed for the owner's own reasons", "provider.closed", "owner's reasons"),
  { ...of("provider", "handed-back", "gave notice on a package", "package.handedBack"), isOther: true },
  { ...of("provider", "sold-spot", "took a package at a spot price", "package.spot"), isOther: true },
  of("provider", "transferred", "passed to a new owner", "provider.transferred"),
  of("provider", "entered", "opened during the run", "provider.entered"),
  of("person", "topped-up", "paid for care out of their own pocket, beyond budget and charge"),
  of("person", "paid-most", "paid most out of their own pocket, the most first"),
  of("person", "waited-longest", "waited longest for a provider, the longest first"),
  of("person", "handed-back", "was given notice by a provider", "package.handedBack"),
  {
    ...of("person", "refused", "had a package that all agencies asked declined", "package.refused"),
    isBetterAgain: true,
  },
  of("person", "spot", "had a package bought at a spot price", "package.spot"),
  of("person", "crisis", "had a crisis", "person.crisis"),
  of("person", "care-home", "moved to a care home", "person.careHome"),
  of("person", "ineligible", "was found not eligible", "person.ineligible"),
  of("person", "refused-care", "was refused care by tighter eligibility", "person.refused"),
  of("person", "came-back", "came back to the council after being refused care", "person.cameBack"),
  of("person", "direct-payment", "took a direct payment", "person.route", "direct payment"),
  of("person", "self-funded", "was assessed and pays for care themselves", "person.route", "self-funded"),
  of("worker", "assistant", "became a personal assistant"),
  of("worker", "hired", "was hired by a provider"),
  of("worker", "moved", "was taken on by another provider when the own one stopped"),
  of("worker", "lost-job", "lost the job when a provider left"),
  of("worker", "left-care", "quit and left care work, after a year if there are such"),
];
