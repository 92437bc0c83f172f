/** What a person's weeks came to: year by year, in a few sentences, and why own money had to help. */
import { Funding, Service, Stage } from "../../model/world/codes.ts";
import { minutesForNeed } from "../../model/world/use-of-time.ts";
import { FUNDING_WORDS, SERVICE_WORDS } from "../../model/world/words.ts";
import type { World } from "../../model/world/world.ts";
import { budgetOf } from "../../model/week/choice.ts";
import { changeText, counted, dateText, hours, percent, pounds } from "./amounts.ts";
import type { Happening, Link, Money } from "./explanation.ts";
import { NoticesTo, often } from "./person-notices.ts";
import { priceFor, rateFor } from "./person-state.ts";
import { errorText, type Weighing, weighingOf, weighingText } from "./top-up-rule.ts";
import { inTurn, last, mean, sum, Years } from "./years.ts";

/** What a direct payment could buy at one time. */
interface Purse {
  readonly year: string;
  readonly rate: number;
  readonly price: number;
  readonly budget: number;
  readonly assessed: number;
  readonly fee: number;
  readonly floor: number;
  readonly weighing: Weighing | undefined;
}

export class PersonRecord {
  readonly years = new Years();
  readonly notices = new NoticesTo();
  private weeksInCare = 0;
  private weeksWaiting = 0;
  private weeksRefused = 0;
  private searches = 0;
  private searchWeeks = 0;
  private losses = 0;
  private minutesNeeded = 0;
  private minutesCame = 0;
  private route = "";
  private care = "";
  private firstPurse: Purse | undefined;
  private firstTopUp: Purse | undefined;
  private hadToppedUp = false;
  private firstLess: Purse | undefined;
  private lastPurse: Purse | undefined;

  add(world: World, row: number, year: string): void {
    const { columns } = world.people;
    const { stage, funding, need, assessed, delivered, life, service } = columns;
    this.route = funding[row] === Funding.none ? this.route : FUNDING_WORDS[funding[row]];
    this.care = service[row] === Service.none ? this.care : SERVICE_WORDS[service[row]];
    const inCare = stage[row] === Stage.served;
    const waits = stage[row] === Stage.seeking || stage[row] === Stage.assessment;
    const { years } = this;
    if (funding[row] !== Funding.none) years.add(year, inTurn("route", "route"), FUNDING_WORDS[funding[row]]);
    if (service[row] !== Service.none) years.add(year, inTurn("service", "care"), SERVICE_WORDS[service[row]]);
    years.add(year, sum("inCare", "weeks in care", "weeks"), inCare ? 1 : 0);
    years.add(year, sum("waiting", "weeks waiting", "weeks"), waits ? 1 : 0);
    years.add(year, mean("need", "need", "minutes per week"), need[row]);
    years.add(year, mean("assessed", "agreed", "minutes per week"), assessed[row]);
    years.add(year, mean("delivered", "came", "minutes per week"), delivered[row]);
    if (inCare) years.add(year, last("life", "quality of life", "points"), life[row]);
    this.weeksInCare += inCare ? 1 : 0;
    this.weeksWaiting += waits ? 1 : 0;
    this.weeksRefused += stage[row] === Stage.refused ? 1 : 0;
    this.minutesNeeded += need[row];
    this.minutesCame += Math.min(need[row], minutesForNeed(world.people, row));
    if (funding[row] !== Funding.directPayment || !inCare) return;
    this.lastPurse = purseOf(world, row, year);
    this.firstPurse ??= this.lastPurse;
  }

  /** The first own money of recorded weeks; `hadBefore` where there had been some in the burn-in. */
  toppedUp(world: World, row: number, hadBefore: boolean): void {
    this.firstTopUp = purseOf(world, row, "");
    this.hadToppedUp = hadBefore;
  }

  boughtLess(world: World, row: number): void {
    this.firstLess ??= purseOf(world, row, "");
  }

  /** A provider was found in a week, after so many of them; `without` where the person had nobody meanwhile. */
  placed(week: number, weeks: number, hadCare: boolean): void {
    this.notices.takenOver(week);
    this.searches += 1;
    this.searchWeeks += hadCare ? 0 : weeks;
  }

  lost(): void {
    this.notices.ended();
    this.losses += 1;
  }

  summary(story: readonly Happening[], { rows }: Money): string[] {
    const care = [this.route, this.care].filter((each) => each !== "").join(", for ");
    const lines = [
      `${counted(this.weeksInCare, "week")} in care and ${counted(this.weeksWaiting, "week")} waiting without it.`,
    ];
    if (this.weeksRefused > 0) lines.push(`${counted(this.weeksRefused, "week")} without care, after a refusal.`);
    if (care !== "") lines.push(`${sentenceCase(care)}.`);
    if (this.minutesNeeded > 0) {
      lines.push(`Of the care needed over these weeks, ${percent(this.minutesCame / this.minutesNeeded)} came.`);
    }
    const first = story.find(({ code }) => code === "person.paidTopUp");
    if (first !== undefined) {
      const own = rows.filter(({ purpose, direction }) => purpose === "topUp" && direction !== "in");
      const pence = own.reduce((all, row) => all + row.pence, 0);
      const times = own.reduce((all, row) => all + row.transfers, 0);
      lines.push(
        `Topped up with ${pounds(pence)} of their own in all, in ${counted(times, "payment")} from ${dateText(first.monday)} on${this.hadToppedUp ? ", and some before recording began" : ""}.`,
      );
    }
    lines.push(...this.notices.sentences);
    if (this.losses > 0) lines.push(`Was left without a provider ${often(this.losses)}.`);
    if (this.searchWeeks > 0) {
      lines.push(
        `Found a provider ${often(this.searches)}, after ${counted(this.searchWeeks, "week")} of waiting in all.`,
      );
    }
    return lines;
  }

  /** Why own money was needed, or hours left unbought: the budget against the price, and how the person weighed them. */
  causes(): Link[] {
    const [then, less] = [this.firstTopUp, this.firstLess];
    if (then !== undefined) return [{ title: "Why own money was needed", sentences: this.reasons(then) }];
    if (less?.weighing === undefined) return [];
    return [{ title: "Why fewer hours were bought than agreed", sentences: this.reasons(less) }];
  }

  private reasons(then: Purse): string[] {
    const first = this.firstPurse;
    const buys = Math.min(then.assessed, (then.budget * 60) / Math.max(then.price, 1));
    const bought = `the budget bought ${hours(buys)}, ${percent(buys / then.assessed)} of what was agreed`;
    const sentences = [
      `The council agreed ${hours(then.assessed)} of care a week and gave a budget of ${pounds(then.budget)} a week for it, at ${pounds(then.rate)} an hour.`,
      errorText(then.budget, then.rate, then.assessed),
      buys < then.assessed
        ? `An hour cost ${pounds(then.price)}: ${bought}.`
        : `The hours had been planned at ${pounds(then.price)} an hour, and the budget was to buy all of them; but what had to be paid, taxes included, came to more than the direct-payment account held.`,
      ...(then.weighing === undefined ? [] : weighingText(then.weighing)),
    ];
    if (first !== undefined && first.rate !== then.rate && first.price > 0) {
      sentences.push(
        `Since ${first.year} the rate had gone from ${pounds(first.rate)} to ${pounds(then.rate)} (${changeText(first.rate, then.rate)}), the price from ${pounds(first.price)} to ${pounds(then.price)} (${changeText(first.price, then.price)}), and the legal wage floor from ${pounds(first.floor)} to ${pounds(then.floor)} (${changeText(first.floor, then.floor)}).`,
      );
    }
    const end = this.lastPurse;
    if (end !== undefined && end.price > 0 && end.rate !== then.rate) {
      const share = Math.min(1, (end.budget * 60) / end.price / end.assessed);
      sentences.push(
        `At the last, in ${end.year}, the rate was ${pounds(end.rate)}, the price ${pounds(end.price)}, and the budget bought ${percent(share)} of the ${hours(end.assessed)} agreed.`,
      );
    }
    return sentences.filter((sentence) => sentence !== "");
  }
}

function purseOf(world: World, row: number, year: string): Purse {
  const { columns } = world.people;
  return {
    year,
    rate: rateFor(world, row),
    price: priceFor(world, row),
    budget: budgetOf(world, row),
    assessed: columns.assessed[row],
    fee: world.council.fee,
    floor: world.era.wages.floor,
    weighing: weighingOf(world, row, priceFor(world, row)),
  };
}

const sentenceCase = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
