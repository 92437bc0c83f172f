/** The life of one person: arrival, assessment, care, hours bought, providers lost, and how it ended. */
import { Purpose } from "../../model/world/accounts.ts";
import { Funding, isBuyer, ProviderStatus, Service, Stage } from "../../model/world/codes.ts";
import { EventKind } from "../../model/world/events.ts";
import { PROVIDER_STATUS_WORDS, SOURCE_WORDS } from "../../model/world/words.ts";
import type { World } from "../../model/world/world.ts";
import { findLive, providerName, tableOf, workerName } from "./find.ts";
import type { Heard } from "./draw-watch.ts";
import type { Fact, Hit, Link, Money, YearRow } from "./explanation.ts";
import type { Moment, Watcher } from "./life.ts";
import { offerFacts, OfferWatch } from "./offers.ts";
import { PersonEnd } from "./person-end.ts";
import {
  agreedCare,
  crisisFacts,
  feeFacts,
  handBackFacts,
  howFact,
  needFacts,
  rankFacts,
  refusalFacts,
  routeFacts,
  termsText,
  waitedFact,
  whenFact,
} from "./person-facts.ts";
import { budgetFacts, personPortrait, personState, priceFor, type PersonState } from "./person-state.ts";
import { PersonRecord } from "./person-record.ts";
import { fact, type SeenEvent, type Teller } from "./teller.ts";
import type { Draws } from "../../kernel/index.ts";

/** Shares of the agreed care between which buying less is not worth a word. */
const LESS = 0.97;
const ALL = 0.995;
/** Events that say who gives the care now. */
const TELL_OF_PLACE: readonly number[] = [EventKind["package.spot"], EventKind["person.choseAgency"]];
const OF_ASSISTANTS: readonly number[] = [EventKind["person.hiredAssistant"], EventKind["person.lostAssistant"]];
/** What matters of a budget when its terms change. */
const TERMS: readonly string[] = ["budget", "assessed", "price", "affordable"];

export class PersonWatch implements Watcher {
  private state: PersonState | undefined;
  private group = -1;
  private buysLess = false;
  private hasToppedUp = false;
  /** Before recording begins. */
  private hadToppedUp = false;
  private readonly offers = new OfferWatch();
  private readonly end = new PersonEnd();
  private readonly record = new PersonRecord();
  private readonly teller: Teller;
  private readonly key: number;
  private readonly distance: Draws;

  /** @param distance the world's own stream of how far off people live */
  constructor(teller: Teller, key: number, distance: Draws) {
    this.teller = teller;
    this.key = key;
    this.distance = distance;
  }

  before(phase: string, world: World, row: number): void {
    if (phase === "needs") this.end.begin();
    if (phase !== "brokerage" || row < 0) return;
    const { stage, noticeWeek } = world.people.columns;
    if (stage[row] === Stage.seeking || noticeWeek[row] > 0) this.offers.begin(world);
  }

  hear(world: World, row: number, heard: Heard): void {
    this.end.hear(world, heard, this.key);
    if (heard.key === this.key && row >= 0) this.offers.hear(world, row, this.distance, heard);
  }

  after(moment: Moment): void {
    const { phase, world, row, events } = moment;
    const now = personState(world, row);
    const before = this.state;
    this.state = now;
    if (before === undefined) {
      this.group = world.people.columns.group[row];
      this.came(world, now);
      if (!moment.isGone) {
        for (const event of events) this.tellEvent(moment, event, now);
        return;
      }
    }
    if (moment.isGone) return this.leaves(moment, before ?? now);
    const hasMoved = before !== undefined && now.provider !== before.provider;
    // Who chooses an agency then decides how much to buy; all other events come before what follows from them.
    if (hasMoved && phase === "choice") this.changedProvider(moment, before, now);
    for (const event of events) this.tellEvent(moment, event, before ?? now);
    if (before === undefined) return;
    if (phase === "calendar") this.newTerms(world, row, before, now);
    const isCut = events.some(({ kind }) => kind === EventKind["person.packageCut"]);
    if (phase === "assessment") this.reviewed(world, before, now, isCut);
    if (hasMoved && phase !== "choice") this.changedProvider(moment, before, now);
    const lostSupport = phase === "needs" && now.stage === Stage.refused && before.funding !== Funding.none;
    if (lostSupport) this.teller.turn(world.week, "person.supportEnded", [], needFacts(before), this.group);
    this.weighTopUp(moment);
    if (phase === "choice") this.weighHours(world, row, now);
    if (phase === "brokerage") this.offers.end();
  }

  endWeek(world: World, row: number, year: string): void {
    this.record.add(world, row, year);
  }

  lookAfter(): void {}

  portrait(world: World, row: number): Fact[] {
    return personPortrait(world, row);
  }

  get tables(): YearRow[] {
    return this.record.years.table();
  }

  summary(money: Money): string[] {
    return this.record.summary(this.teller.story, money);
  }

  causes(): Link[] {
    return this.record.causes();
  }

  hit(): Hit | null {
    return null;
  }

  private came(world: World, now: PersonState): void {
    const { week } = world;
    if (week === 0 && now.stage === Stage.served) return;
    const facts = [
      fact("source", "came", SOURCE_WORDS[now.source]),
      fact("need", "need", now.need, "minutes per week"),
    ];
    const shown = facts.slice(1);
    if (now.funding === Funding.shortTerm) this.teller.turn(week, "person.cameForHelp", facts, shown);
    else if (now.stage === Stage.assessment) this.teller.turn(week, "person.referred", facts, shown, this.group);
    else this.teller.turn(week, "person.cameToBuy", facts, shown);
  }

  private leaves({ world, events }: Moment, before: PersonState): void {
    for (const event of events) this.teller.event(event, {}, needFacts(before), this.group);
    const hasMoved = events.some(({ kind }) => kind === EventKind["person.careHome"]);
    const code = this.end.codeOf(world, before, hasMoved);
    if (code !== undefined) this.teller.turn(world.week, code, [], needFacts(before), this.group);
  }

  private tellEvent(moment: Moment, event: SeenEvent, before: PersonState): void {
    const { world, row } = moment;
    const { week } = world;
    const { group } = this;
    const other =
      event.other === 0 ? {} : { other: providerName(world, findLive(tableOf(world, "provider"), event.other)) };
    if (OF_ASSISTANTS.includes(event.kind)) {
      const { assistants, assistantsWanted } = world.people.columns;
      const shown = fact("assistants", "assistants", `${assistants[row]} of ${assistantsWanted[row]} wanted`);
      this.teller.event(event, { other: workerName(event.other) }, [shown], group);
    } else if (event.kind === EventKind["person.packageCut"]) {
      const agreed = agreedCare("hours", world.people.columns.assessed[row], "agreed from now on");
      const earlier = fact("before", "agreed before", before.assessed, "minutes per week");
      this.teller.event(event, {}, [...needFacts(before), earlier, agreed], group);
    } else if (event.kind === EventKind["person.clawedBack"]) {
      this.teller.event(event, {}, budgetFacts(world, row), group);
    } else if (event.kind === EventKind["package.refused"]) {
      if (this.teller.again(week, "package.refused")) return;
      this.teller.event(event, {}, [waitedFact(world, before), ...offerFacts(this.offers.offers)], group);
    } else if (event.kind === EventKind["package.handedBack"]) {
      const from = providerName(world, before.provider);
      if (this.isRecorded(week)) this.record.notices.given(from, this.mondayOf(week), week);
      this.teller.event(event, { other: from }, handBackFacts(world, row, before.provider, event), group);
    } else if (event.kind === EventKind["person.toppedUp"]) {
      // The payment itself is told of, with the numbers behind it.
      return;
    } else if (event.kind === EventKind["person.budgetReview"]) {
      this.teller.event(event, {}, budgetFacts(world, row), group);
    } else if (event.kind === EventKind["person.route"]) {
      this.teller.event(event, {}, routeFacts(world, row, before), group);
    } else if (event.kind === EventKind["person.crisis"]) {
      this.teller.event(event, {}, [...needFacts(before), ...crisisFacts(world, row, before)], group);
    } else if (event.kind === EventKind["package.spot"]) {
      this.teller.event(event, other, [waitedFact(world, before), ...offerFacts(this.offers.offers)], group);
    } else if (event.kind === EventKind["person.ineligible"]) {
      this.teller.event(event, {}, [whenFact(before), ...rankFacts(world, row)], group);
    } else if (event.kind === EventKind["person.refused"]) {
      this.teller.event(event, {}, [whenFact(before), ...refusalFacts(world, row)], group);
    } else this.teller.event(event, other, needFacts(before), group);
  }

  private reviewed(world: World, before: PersonState, now: PersonState, isCut: boolean): void {
    if (before.stage !== Stage.served) return;
    const { week } = world;
    if (before.funding !== now.funding) this.teller.turn(week, "person.gotBudget", [], [], this.group);
    if (now.assessed === before.assessed || isCut) return;
    const shown = [fact("need", "need", now.need, "minutes per week")];
    const facts = [fact("before", "before", before.assessed, "minutes per week"), agreedCare("hours", now.assessed)];
    this.teller.turn(week, "person.reviewed", facts, shown, this.group);
  }

  private changedProvider(moment: Moment, before: PersonState, now: PersonState): void {
    const { phase, world, row, events } = moment;
    const { week } = world;
    const provider = fact("provider", "provider", providerName(world, now.provider));
    const former = fact("before", "before", providerName(world, before.provider));
    if (now.provider >= 0) {
      if (phase === "providers") return this.teller.turn(week, "person.followed", [former, provider], []);
      if (this.isRecorded(week)) this.record.placed(week, week - before.queuedWeek, before.provider >= 0);
      if (events.some(({ kind }) => TELL_OF_PLACE.includes(kind))) return;
      if (phase === "choice") return this.chose(world, row, provider, before);
      return this.placed(world, row, provider, before);
    }
    // A review that ends a package is told by its own event: another route, or a voluntary option.
    if (phase === "needs" || phase === "assessment") return;
    if (this.isRecorded(week)) this.record.lost();
    if (phase === "choice") return this.teller.turn(week, "person.lookedOn", [former], []);
    const status = world.providers.columns.status[before.provider];
    if (status === ProviderStatus.trading) return this.teller.turn(week, "person.noticeEnded", [former], []);
    this.teller.turn(week, "person.providerLeft", [former, fact("ending", "", PROVIDER_STATUS_WORDS[status])], []);
  }

  private placed(world: World, row: number, provider: Fact, before: PersonState): void {
    const facts = [provider, howFact(world, row), agreedCare("hours", world.people.columns.bought[row])];
    const shown = [waitedFact(world, before), ...feeFacts(world, row)];
    this.teller.turn(world.week, "person.placed", facts, [...shown, ...offerFacts(this.offers.offers)], this.group);
  }

  private chose(world: World, row: number, provider: Fact, before: PersonState): void {
    const price = fact("price", "price", priceFor(world, row), "pence per hour");
    const facts = [provider, price, agreedCare("hours", world.people.columns.bought[row])];
    const isHolder = world.people.columns.funding[row] === Funding.directPayment;
    const wanted = agreedCare("assessed", world.people.columns.assessed[row], "wanted");
    const shown = [waitedFact(world, before), ...(isHolder ? budgetFacts(world, row) : [wanted])];
    this.teller.turn(world.week, "person.chose", facts, shown, this.group);
  }

  private mondayOf = (week: number): string => this.teller.dates.mondays[this.teller.recorded(week)];
  private isRecorded = (week: number): boolean => this.teller.recorded(week) >= 0;

  /** The rate of a direct payment and the charge, when they change. */
  private newTerms(world: World, row: number, before: PersonState, now: PersonState): void {
    if (now.stage !== Stage.served || now.funding === Funding.selfFunded || now.funding === Funding.shortTerm) return;
    const isHolder = now.funding === Funding.directPayment;
    const terms = termsText(before, now, isHolder);
    if (terms === "") return;
    const shown = isHolder ? budgetFacts(world, row).filter(({ name }) => TERMS.includes(name)) : [];
    this.teller.turn(
      world.week,
      isHolder ? "person.newTerms" : "person.newCharge",
      [fact("terms", "terms", terms)],
      shown,
      this.group,
    );
  }

  /** The first of the person's own pounds, whatever was planned: a budget saved up is spent before them. */
  private weighTopUp({ world, row, transfers }: Moment): void {
    if (this.hasToppedUp) return;
    const paid = transfers.filter(({ direction, purpose }) => direction !== "in" && purpose === Purpose.topUp);
    if (paid.length === 0) return;
    if (!this.isRecorded(world.week)) {
      this.hadToppedUp = true;
      return;
    }
    this.hasToppedUp = true;
    const pence = paid.reduce((all, each) => all + each.pence, 0);
    const when = fact("when", "", this.hadToppedUp ? ", as they had before recording began" : " for the first time");
    const facts = [when, fact("pence", "own money", pence, "pence")];
    this.teller.turn(world.week, "person.paidTopUp", facts, budgetFacts(world, row));
    this.record.toppedUp(world, row, this.hadToppedUp);
  }

  /** Whether whoever holds the money can still buy what was agreed. */
  private weighHours(world: World, row: number, now: PersonState): void {
    const holdsMoney = isBuyer(now.funding, now.service) || now.funding === Funding.directPayment;
    if (!holdsMoney || now.stage !== Stage.served || now.bought === 0 || now.service === Service.none) return;
    const share = now.bought / now.assessed;
    if (this.buysLess ? share < ALL : share > LESS) return;
    this.buysLess = !this.buysLess;
    const facts = [agreedCare("hours", now.bought), agreedCare("assessed", now.assessed)];
    const code = this.buysLess ? "person.boughtLess" : "person.boughtAll";
    const shown = now.funding === Funding.directPayment ? budgetFacts(world, row) : [this.priceFact(world, row)];
    this.teller.turn(world.week, code, facts, shown, this.group);
    if (this.buysLess && this.isRecorded(world.week)) this.record.boughtLess(world, row);
  }

  private priceFact(world: World, row: number): Fact {
    return fact("price", "price", priceFor(world, row), "pence per hour");
  }
}
