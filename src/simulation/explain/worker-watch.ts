/** The life of one worker: jobs found and lost, what they paid, and leaving care work. */
import { Employment, ProviderStatus } from "../../model/world/codes.ts";
import { EventCause, EventKind } from "../../model/world/events.ts";
import { EMPLOYMENT_WORDS, PROVIDER_STATUS_WORDS } from "../../model/world/words.ts";
import type { World } from "../../model/world/world.ts";
import { counted, dateText, hours, pounds } from "./amounts.ts";
import type { Fact, Hit, Link, Money, YearRow } from "./explanation.ts";
import { employerName } from "./find.ts";
import type { Moment, Watcher } from "./life.ts";
import { fact, type Teller } from "./teller.ts";
import { inTurn, mean, sum, Years } from "./years.ts";

interface WorkerState {
  readonly employment: number;
  /** Row of the provider: providers never move. */
  readonly provider: number;
  readonly employer: string;
  readonly wage: number;
  readonly startedWeek: number;
}

/** A rise smaller than this is not worth a word, share. */
const RISE = 0.002;

export class WorkerWatch implements Watcher {
  private state: WorkerState | undefined;
  private readonly years = new Years();
  private jobs = 0;
  private lastEmployer = "";
  private weeksInWork = 0;
  private weeksLooking = 0;
  private paidMinutes = 0;
  private firstWage = Number.NaN;
  private lastWage = Number.NaN;
  private readonly teller: Teller;

  constructor(teller: Teller) {
    this.teller = teller;
  }

  before(): void {}
  hear(): void {}
  lookAfter(): void {}

  after(moment: Moment): void {
    const { phase, world, row } = moment;
    const now = workerState(world, row);
    const before = this.state;
    this.state = now;
    if (before === undefined) return this.came(world, now);
    if (before.employment === now.employment && before.employer === now.employer) {
      if (phase === "calendar" || phase === "labour") this.weighPay(world, before, now);
      return;
    }
    if (now.employer !== "nobody") return this.began(moment, before, now);
    this.ended(moment, before, moment.isGone || now.employment === Employment.gone);
  }

  endWeek(world: World, row: number, year: string): void {
    const { employment, contact } = world.workers.columns;
    const paid = paidTime(world, row);
    const wage = wageOf(world, row);
    const inWork = employment[row] !== Employment.seeking;
    const employer = inWork ? employerName(world, row) : "looking for a care job";
    if (inWork && employer !== this.lastEmployer) this.jobs += 1;
    this.lastEmployer = employer;
    this.weeksInWork += inWork ? 1 : 0;
    this.weeksLooking += inWork ? 0 : 1;
    this.paidMinutes += paid;
    this.years.add(year, inTurn("employer", "employer"), employer);
    this.years.add(year, sum("inWork", "weeks in work", "weeks"), inWork ? 1 : 0);
    if (inWork) {
      this.years.add(year, mean("wage", "pay", "pence per hour"), wage);
      this.years.add(year, mean("paid", "paid time, leave included", "minutes per week"), paid);
      this.years.add(year, mean("contact", "with people", "minutes per week"), contact[row]);
      if (Number.isNaN(this.firstWage)) this.firstWage = wage;
      this.lastWage = wage;
    }
    this.years.add(year, mean("floor", "legal floor", "pence per hour"), world.era.wages.floor);
    this.years.add(year, mean("outside", "pay outside care", "pence per hour"), world.market.outsideWage);
  }

  portrait(world: World, row: number): Fact[] {
    const { zone, employment, usual, startedWeek } = world.workers.columns;
    const facts = [
      fact("zone", "lives in", `zone ${zone[row] + 1} of ${world.era.size.zones}`),
      fact("employment", "stands", EMPLOYMENT_WORDS[employment[row]]),
      fact("usual", "usual hours", usual[row], "minutes per week"),
    ];
    if (employment[row] === Employment.seeking) return facts;
    return [
      ...facts,
      fact("employer", "employer", employerName(world, row)),
      fact("tenure", "in the job for", world.week - startedWeek[row], "weeks"),
      ...this.payFacts(world, row),
    ];
  }

  get tables(): YearRow[] {
    return this.years.table();
  }

  summary({ rows }: Money): string[] {
    const net = rows.filter(({ direction }) => direction === "in").reduce((all, { pence }) => all + pence, 0);
    const jobs = counted(this.jobs, "job");
    const lines = [
      `${counted(this.weeksInWork, "week")} in care work, in ${jobs}; ${counted(this.weeksLooking, "week")} looking for one.`,
    ];
    if (this.weeksInWork + this.weeksLooking === 0) lines[0] = "Was there for less than a week of the record.";
    if (this.weeksInWork > 0) {
      lines.push(`Took home ${pounds(net)} in all, for ${hours(this.paidMinutes)} of paid time, leave included.`);
      lines.push(`Pay went from ${pounds(this.firstWage)} to ${pounds(this.lastWage)} an hour.`);
    }
    const ending = this.teller.story.find(({ code }) => code === "worker.quitCare" || code === "worker.gaveUp");
    if (ending !== undefined) lines.push(`Left care work on ${dateText(ending.monday)}.`);
    return lines;
  }

  causes(): Link[] {
    return [];
  }

  hit(): Hit | null {
    return null;
  }

  private came(world: World, now: WorkerState): void {
    if (world.week === 0 && now.employer !== "nobody") return;
    const { week } = world;
    if (now.employment === Employment.person) {
      this.teller.turn(week, "worker.engaged", this.jobFacts(now), []);
    } else this.teller.turn(week, "worker.cameToLook", [], this.marketFacts(world));
  }

  private jobFacts({ employer, wage }: WorkerState): Fact[] {
    return [fact("employer", "employer", employer), fact("wage", "pay", wage, "pence per hour")];
  }

  private began(moment: Moment, before: WorkerState, now: WorkerState): void {
    const { phase, world } = moment;
    const { week } = world;
    const shown = this.marketFacts(world);
    if (phase === "providers" && before.employer !== "nobody") {
      const facts = [...this.jobFacts(now), fact("before", "", sentenceCase(before.employer)), endingOf(world, before)];
      return this.teller.turn(week, "worker.takenOn", facts, []);
    }
    if (phase === "providers") return this.teller.turn(week, "worker.openedWith", this.jobFacts(now), shown);
    if (phase === "choice" && before.employment === Employment.provider) {
      const former = fact("before", "", before.employer);
      const earlier = fact("earlier", "pay before", before.wage, "pence per hour");
      return this.teller.turn(week, "worker.drawnAway", [former, ...this.jobFacts(now)], [earlier, ...shown]);
    }
    const code = now.employment === Employment.person ? "worker.engaged" : "worker.hired";
    if (before.employer !== "nobody") {
      this.ended(moment, before, false);
      return this.teller.turn(week, code, this.jobFacts(now), shown);
    }
    const looked = fact("looked", "looked for", week - before.startedWeek, "weeks");
    this.teller.turn(week, code, this.jobFacts(now), [looked, ...shown]);
  }

  private ended({ phase, world, asOther }: Moment, before: WorkerState, hasLeft: boolean): void {
    const { week } = world;
    const former = fact("before", "", before.employer);
    if (before.employer === "nobody") return this.teller.turn(week, "worker.gaveUp", [], this.marketFacts(world));
    const ending = endingOf(world, before);
    if (phase === "providers") return this.teller.turn(week, "worker.employerLeft", [former, ending], []);
    const lost = asOther.find(({ kind }) => kind === EventKind["person.lostAssistant"]);
    if (lost?.cause === EventCause["harm by the assistant"]) {
      return this.teller.turn(week, "worker.sentAway", [former], []);
    }
    if (lost?.cause === EventCause["another route"]) return this.teller.turn(week, "worker.notNeeded", [former], []);
    if (phase === "needs") return this.teller.turn(week, "worker.personLeft", [former], []);
    const tenure = fact("tenure", "in the job for", week - before.startedWeek, "weeks");
    const pay = fact("wage", "pay", before.wage, "pence per hour");
    const strain = this.strainFacts(world, before);
    const shown = [pay, ...this.marketFacts(world), tenure, ...strain];
    this.teller.turn(week, hasLeft ? "worker.quitCare" : "worker.quitToMove", [former], shown);
  }

  private weighPay(world: World, before: WorkerState, now: WorkerState): void {
    if (!(now.wage > before.wage * (1 + RISE))) return;
    const facts = [
      fact("before", "before", before.wage, "pence per hour"),
      fact("wage", "pay", now.wage, "pence per hour"),
      fact("floor", "floor", world.era.wages.floor, "pence per hour"),
    ];
    this.teller.turn(world.week, "worker.payRose", facts, []);
  }

  private payFacts(world: World, row: number): Fact[] {
    return [fact("wage", "pay", wageOf(world, row), "pence per hour"), ...this.marketFacts(world)];
  }

  /** What the pay is measured against. */
  private marketFacts({ market, era }: World): Fact[] {
    return [
      fact("floor", "legal floor", era.wages.floor, "pence per hour"),
      fact("meanWage", "mean pay in care", market.meanWage, "pence per hour"),
      fact("outside", "pay outside care", market.outsideWage, "pence per hour"),
    ];
  }

  private strainFacts(world: World, { provider }: WorkerState): Fact[] {
    if (provider < 0) return [];
    const { overtime, zeroHours, vacancy } = world.providers.columns;
    return [
      fact("overtime", "staff's overtime there", overtime[provider], "share of usual hours"),
      fact("zeroHours", "staff without guaranteed hours", zeroHours[provider], "share"),
      fact("vacancy", "posts empty there", vacancy[provider], "share"),
    ];
  }
}

function workerState(world: World, row: number): WorkerState {
  const { employment, provider, startedWeek } = world.workers.columns;
  return {
    employment: employment[row],
    provider: provider[row],
    employer: employerName(world, row),
    wage: wageOf(world, row),
    startedWeek: startedWeek[row],
  };
}

/** Minutes that are paid. Providers' are counted with leave; assistants' without, though leave is paid on top. */
function paidTime({ workers, era }: World, row: number): number {
  const { employment, paid } = workers.columns;
  return employment[row] === Employment.person ? paid[row] * (1 + era.wages.leaveShare) : paid[row];
}

/** Pay of an hour, pence; NaN for nobody's worker. */
function wageOf(world: World, row: number): number {
  const { employment, provider, wage } = world.workers.columns;
  if (employment[row] === Employment.provider) return world.providers.columns.wage[provider[row]];
  return employment[row] === Employment.person ? wage[row] : Number.NaN;
}

function endingOf(world: World, { provider }: WorkerState): Fact {
  const status = provider < 0 ? ProviderStatus.closed : world.providers.columns.status[provider];
  return fact("ending", "", PROVIDER_STATUS_WORDS[status]);
}

const sentenceCase = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
