/** Faults in what is reported of care, work and choice, each of one figure: the law of reports must catch them. */
import { after, type PlantedBug, rowsOf, under } from "./plant.ts";
import { miscounted, misreported, oneMore, twice } from "./recounts.ts";

const none = (): number => 0;
const tenthMore = (counted: number): number => counted * 1.1;

const ofTheMarket: readonly PlantedBug[] = [
  miscounted("nobody counts that an agency declined", "brokerage", "refusals", none),
  miscounted("a package is counted as placed that nobody took", "brokerage", "placed", oneMore),
  miscounted("nobody who knows of too few agencies is counted", "choice", "knewFew", none),
  miscounted(
    "ten hours are counted as paid for and not given that were given",
    "money",
    "paidNotGiven",
    (all) => all + 600,
  ),
  under(
    ["time banked"],
    miscounted("what people draw from their own banks is counted twice", "delivery", "fromBank", twice),
  ),
  under(
    ["time banked"],
    miscounted("nobody counts what comes out of others' banked time", "delivery", "fromPool", none),
  ),
  miscounted("spot packages are counted a tenth dearer than they were bought", "money", "spotPence", tenthMore),
  misreported(
    "one more framework agency is counted in each zone than has room",
    after("brokerage", ({ market }) => {
      for (const [zone, members] of market.frameworkChoice.entries()) market.frameworkChoice[zone] = members + 1;
    }),
  ),
  misreported(
    "agencies that nobody can afford count as ones to choose from",
    after("brokerage", ({ market }) => {
      market.affordableChoice.fill(10);
    }),
  ),
  misreported(
    "pay outside care is reported a hundredth higher than it is",
    after("monitoring", ({ market }) => {
      market.outsideWage *= 1.01;
    }),
  ),
  misreported(
    "travel counts by what agencies meant to give, not by what workers gave",
    after("monitoring", ({ providers }) => {
      const { booked, delivered } = providers.columns;
      for (const row of rowsOf(providers)) delivered[row] = 2 * booked[row] + 60;
    }),
  ),
  misreported(
    "workers on leave are counted as there",
    after("monitoring", ({ providers }) => {
      const { capacity, usualMinutes, travel } = providers.columns;
      for (const row of rowsOf(providers)) capacity[row] = Math.floor(usualMinutes[row] / (1 + travel[row]));
    }),
  ),
];

const ofPeople: readonly PlantedBug[] = [
  miscounted("somebody is counted as referred who is known already", "needs", "referrals", oneMore),
  under(
    ["money with conditions"],
    miscounted("somebody is counted as well again who is assessed", "needs", "reabled", oneMore),
  ),
  miscounted(
    "a concern with a provider's worker is counted as one with an assistant",
    "needs",
    "assistantConcerns",
    oneMore,
  ),
  miscounted("one more reply says that there is control than was given", "monitoring", "surveyControl", oneMore),
  miscounted("one more reply says that care satisfies than was given", "monitoring", "surveySatisfied", oneMore),
  miscounted(
    "nobody counts who told the survey that information is hard to find",
    "monitoring",
    "surveyInformationHard",
    none,
  ),
  miscounted("activities are counted a tenth above what people had", "outcomes", "participation", tenthMore),
  miscounted("the burden of managing is counted a tenth too high", "outcomes", "burden", tenthMore),
  miscounted("top-ups are counted a tenth more of people's means than they are", "outcomes", "moneyStrain", tenthMore),
  miscounted("nobody counts where unpaid carers step in", "outcomes", "carerStrain", none),
  miscounted("everybody who finds information hard to get is counted twice", "outcomes", "informationHard", twice),
  misreported(
    "whoever comes last in the week's turns is asked by nobody how they fare",
    after("monitoring", ({ muster }) => {
      muster.onTurnCount = Math.max(0, muster.onTurnCount - 1);
    }),
  ),
  misreported(
    "a resident of a care home is counted whom the council does not pay for",
    after("monitoring", ({ council }) => {
      council.careHomeResidents += 1;
    }),
  ),
];

const ofWorkers: readonly PlantedBug[] = [
  miscounted("everybody who is hired is counted twice", "labour", "hires", twice),
  miscounted("nobody who is hired is counted as coming from care", "labour", "hiresFromCare", none),
  miscounted("a move within care is counted that was none", "labour", "movesWithinCare", oneMore),
  miscounted("a worker is counted as leaving care who stays", "labour", "leaversFromCare", oneMore),
  miscounted("friends are counted among assistants who come from care", "choice", "assistantsFromCare", oneMore),
];

/** Of what brokers, contracts and agencies do, of people and of workers. */
export const otherRecountBugs: readonly PlantedBug[] = [...ofTheMarket, ...ofPeople, ...ofWorkers];
