/** Whose chance each stream is, and what it settles, in the words a reader sees. A stream without words does not compile. */
import type { StreamName } from "./streams.ts";

export interface StreamWords {
  /** Whose key the stream is drawn with; "market" where it is nobody's. */
  readonly of: "person" | "worker" | "provider" | "market";
  readonly sentence: string;
}

const person = (sentence: string): StreamWords => ({ of: "person", sentence });
const worker = (sentence: string): StreamWords => ({ of: "worker", sentence });
const provider = (sentence: string): StreamWords => ({ of: "provider", sentence });
const market = (sentence: string): StreamWords => ({ of: "market", sentence });

export const STREAM_WORDS: Readonly<Record<StreamName, StreamWords>> = {
  "founding.person": person("What the person brings along: need, means, carers, capacity, and care at the start."),
  "founding.provider": provider("Size, zones, pay, running costs and quality of the provider."),
  "founding.loan": provider("How long ago the agency last changed hands."),
  "founding.worker": worker("Where the worker lives and the usual hours."),
  "needs.arrivals": market("How many people are referred this week."),
  "needs.person": person("What the person brings along on arrival: need, means, carers, capacity."),
  "needs.shortTerm": market("How many begin short-term help or to pay for themselves this week."),
  "needs.hospital": person("Whether a crisis leads to hospital."),
  "needs.exit": person("Which of the rival events befalls the person: death, care home, leaving, a crisis, or none."),
  "needs.admission": person("Whether the person is taken to hospital unplanned in these twelve weeks."),
  "needs.reablement": person("Whether short-term help comes before an assessment, and whether it is enough."),
  "needs.safeguarding": person("Whether there is a concern about the person's safety, and about which assistant."),
  "needs.careHome": market("How many residents leave care homes, and how many come from elsewhere."),
  "assessment.budget": person("Whether managed care comes with a personal budget."),
  "assessment.indicative": person("How far off the indicative budget is."),
  "assessment.route": person("Whether the person takes a direct payment."),
  "assessment.service": person("What kind of care, and how many assistants or how large a place."),
  "assessment.thirdParty": person("Whether a third party is offered and accepted; the draw number says when."),
  "assessment.switch": person("Whether a review looks at the route again, and what the person then wants."),
  "assessment.handBack": person("Whether a holder hands the direct payment back."),
  "assessment.jointTeam": person("Whether a joint team sees the person before leaving hospital."),
  "assessment.appeal": person(
    "Whether a holder asks for a review of the budget, whether it is upheld, and the lot among those who ask.",
  ),
  "assessment.substitution": person("Whether staff look for a voluntary option in place of days at a day service."),
  "assessment.order": person("The lot among people equally urgent in the queue for assessment or review."),
  "brokerage.choice": person("Whether the person chooses the agency, and which."),
  "delivery.monitored": person("Whether visits to the person are logged electronically."),
  "delivery.bank": person("Whether the person uses the banked time this month."),
  "brokerage.order": person(
    "The lot among packages equally urgent, and whether a package is held back when reserves are low.",
  ),
  "brokerage.open": person("Whether the package is offered outside the framework, or to the council's own team."),
  "brokerage.pick": person("Which agencies the broker asks, one draw each."),
  "choice.pick": person("Which agencies the person comes across, and which of them is chosen."),
  "choice.known": person("Whether the person has heard of an agency; the draw number is the agency's key."),
  "choice.vacancy": person("Whether a post as assistant is for somebody known, and where a stranger comes from."),
  "choice.recruit": person("Whether an assistant is found this week, and who."),
  "choice.managed": person("Whether the family is one that would add hours to a package of the council."),
  "choice.check": worker(
    "Whether an employer has the worker checked; and, at the start, whether the worker is a friend.",
  ),
  "choice.switch": person("Whether the person leaves the agency to look for another."),
  "choice.drawnAway": person(
    "Whether an agency's worker takes the post as assistant for its pay, and the lot among them.",
  ),
  "choice.community": person("Whether the person loses a place in a community option that has fewer than before."),
  "labour.quit": worker("Whether the worker quits, and whether for another care job or to leave care."),
  "labour.arrivals": market("How many people from outside look for a care job this week."),
  "labour.hires": market("How many are hired this week."),
  "labour.pick": worker("The lot among those who look for a job, and who hires them."),
  "delivery.missed": provider("Where in the book visits begin to be missed when time is short."),
  "delivery.relief": worker("Whether a relief assistant stands in this week."),
  "delivery.absence": worker("Whether the assistant is away this week."),
  "money.arrears": person("Whether the charge is not paid in."),
  "money.statement": person("Whether the statement is read, where staff cannot read them all."),
  "providers.closure": provider("Whether the owner closes or sells."),
  "providers.distance": person("How far off the person lives, and so what an hour costs over the mean."),
  "providers.entry": person("The lot of following somebody to a new agency."),
  "providers.micro": worker("The lot of those who set up a micro-provider; without a key, how many do."),
  "providers.workers": worker("Whether another provider takes the worker of a closing one on, and which."),
  "monitoring.sample": person("Whether the person is in the survey's sample, and answers."),
  "monitoring.answer": person("What the person tells the survey."),
};
