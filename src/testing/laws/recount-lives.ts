/** Second counts of how people fare by zone, income and route, of who tops up by income, and of waits by group. */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { Employment, Funding, Stage } from "../../model/world/codes.ts";
import { GROUPS, holders, toppedUp } from "./recount-headlines.ts";
import { add, community, inCareBy, lifeOf, mean, type Recount } from "./recount-others.ts";
import { fundedRows, percent, rows, type Sources } from "./recount-sources.ts";

type Columns = Sources["world"]["people"]["columns"];

/** As many zones as a council may have. */
const ZONES = [1, 2, 3, 4, 5, 6, 7, 8];
const FIFTHS = ["lowest", "second", "middle", "fourth", "highest"];

/** Where the fifths of a standard normal distribution meet. */
const BOUNDS = [-0.841_621, -0.253_347, 0.253_347, 0.841_621];
const fifthOf = (income: number): number => BOUNDS.filter((bound) => income >= bound).length;

/** Funded people who have care. */
const isServed = ({ stage, funding }: Columns, row: number): boolean =>
  stage[row] === Stage.served && funding[row] !== Funding.selfFunded && funding[row] !== Funding.shortTerm;

const byZone = ZONES.flatMap((zone): (readonly [string, Recount])[] => [
  [`outcomes.everybody.zone${zone}`, lifeOf(`zone ${zone}`, (columns, row) => columns.zone[row] === zone - 1)],
  [
    `outcomes.served.zone${zone}`,
    lifeOf(`served in zone ${zone}`, (columns, row) => columns.zone[row] === zone - 1 && isServed(columns, row)),
  ],
]);

const byFifth = FIFTHS.flatMap((_, fifth): (readonly [string, Recount])[] => [
  [
    `outcomes.everybody.fifth${fifth + 1}`,
    lifeOf(
      `fifth ${fifth}`,
      // Nobody asks what people in short-term help have.
      ({ income, funding }, row) => fifthOf(income[row]) === fifth && funding[row] !== Funding.shortTerm,
    ),
  ],
  [
    `outcomes.served.fifth${fifth + 1}`,
    lifeOf(
      `served of fifth ${fifth}`,
      (columns, row) => fifthOf(columns.income[row]) === fifth && isServed(columns, row),
    ),
  ],
]);

const ofFifth = (s: Sources, fifth: number): readonly number[] =>
  holders(s).filter((row) => fifthOf(s.world.people.columns.income[row]) === fifth);

/** Top-ups of some by the journal, over what others of them and their families could spend. */
function ofMeans(s: Sources, topping: readonly number[], among: readonly number[]): number {
  const usual = s.world.era.directPayment.familyIncome * s.world.market.priceIndex;
  const { meansRatio } = s.world.people.columns;
  return percent(add(topping.map((row) => toppedUp(s, row))), add(among.map((row) => meansRatio[row] * usual)));
}

const topUpsByFifth = FIFTHS.flatMap((name, fifth): (readonly [string, Recount])[] => [
  [
    `topUps.peoplePercent.${name}`,
    (s) => percent(ofFifth(s, fifth).filter((row) => toppedUp(s, row) > 0).length, ofFifth(s, fifth).length),
  ],
  [`topUps.ofMeansPercent.${name}`, (s) => ofMeans(s, ofFifth(s, fifth), ofFifth(s, fifth))],
]);

const waits = GROUPS.map((group, at): readonly [string, Recount] => [
  `waits.assessmentWeeks.${group}`,
  ({ memory: { assessedAfter, assessedOf } }) => {
    const own = assessedAfter.filter((_, index) => assessedOf[index] === at);
    return mean(add(own), own.length);
  },
]);

export const LIVES: Readonly<Record<string, Recount>> = {
  ...Object.fromEntries([...byZone, ...byFifth, ...topUpsByFifth, ...waits]),
  "outcomes.route.thirdParty": lifeOf("thirdParty", inCareBy(Funding.thirdParty)),
  "outcomes.route.shortTerm": lifeOf("shortTerm", inCareBy(Funding.shortTerm)),
  "outcomes.route.refused": lifeOf("refused", ({ stage }, row) => stage[row] === Stage.refused),
  "outcomes.qualityOfLife.holders": lifeOf("holders", ({ funding }, row) => funding[row] === Funding.directPayment),
  "topUps.ofMeansPercent": (s) => {
    const topping = holders(s).filter((row) => toppedUp(s, row) > 0);
    return ofMeans(s, topping, topping);
  },
  "directPayments.meanWeekly": (s) => {
    const { funding } = s.world.people.columns;
    const own = fundedRows(s).filter((row) => funding[row] === Funding.directPayment);
    return mean((s.money("directPayment") + s.money("directPaymentCharge")) / 100, own.length);
  },
  "hours.perHundredPounds": (s) => {
    const { stage, funding, delivered } = s.world.people.columns;
    const helped = rows(s).filter((row) => stage[row] === Stage.served && funding[row] === Funding.shortTerm);
    const hours = add([...fundedRows(s), ...helped].map((row) => delivered[row])) / 60;
    return mean(hours * 10_000, community(s));
  },
  "safety.assistantsCheckedPercent": ({ world: { workers } }) => {
    const own = [...workers.live.subarray(0, workers.liveCount)].filter(
      (row) => workers.columns.employment[row] === Employment.person,
    );
    return percent(own.filter((row) => workers.columns.checked[row] === 1).length, own.length);
  },
  "council.overspendMadeGood": (s) => (s.money("overspendMadeGood") * WEEKS_PER_YEAR) / 1e8,
};
