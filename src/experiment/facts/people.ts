/** Who draws on care, by which route, with how many hours and at what rate. */
import { budgetOf } from "../../model/week/choice.ts";
import { Funding, Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import { EVERY, meanOf, part, type Fact, type Part, type Share } from "./fact.ts";
import { financialYear } from "./window.ts";

const YEAR = financialYear(2014);

/** What the holders of one group are paid in a week, their charge included, GBP; and how many they are. */
const paidTo =
  (group: number) =>
  (world: World): Share => {
    const { people } = world;
    const { funding, stage, group: groups } = people.columns;
    let pence = 0;
    let holders = 0;
    for (let index = 0; index < people.liveCount; index++) {
      const row = people.live[index];
      if (funding[row] !== Funding.directPayment || stage[row] !== Stage.served || groups[row] !== group) continue;
      pence += budgetOf(world, row);
      holders += 1;
    }
    return [pence / 100, holders];
  };

const weeklyPayment = (label: string, group: number, target: number, tolerance: number, fault: Part["fault"] = {}) =>
  part({
    label,
    unit: "GBP per week",
    target,
    tolerance,
    decimals: 0,
    figure: { from: "world", window: financialYear(2013), every: EVERY, of: paidTo(group) },
    fault,
  });

export const people: readonly Fact[] = [
  {
    id: "C01",
    fact: "Funded community people with a direct payment",
    source: "E5-010, E8-005",
    input: { how: "opening stock only", parameters: ["size.directPayments"] },
    fitting: {
      how: "propensities by group, and the councils' push",
      parameters: ["route.directPaymentShare", "route.directPaymentPush"],
    },
    parts: [
      part({
        label: "share with a direct payment, 2014-15",
        unit: "%",
        target: 25,
        tolerance: 3,
        figure: meanOf("people.directPaymentSharePercent", YEAR),
      }),
    ],
  },
  {
    id: "C02",
    fact: "Funded community people with a personal budget",
    source: "E8-004",
    input: { how: "partly: the council's priority, year by year", parameters: ["route.personalBudgetShare"] },
    fitting: undefined,
    parts: [
      part({
        label: "share with a personal budget, 2014-15",
        unit: "%",
        target: 88,
        tolerance: 4,
        figure: meanOf("monitoring.personalBudgetSharePercent", YEAR),
      }),
    ],
  },
  {
    id: "C05",
    fact: "People with long-term home care, and with a direct payment",
    source: "E5-010, E5-013",
    input: { how: "opening stocks only", parameters: ["size.homeCare", "size.directPayments"] },
    fitting: { how: "propensities by group", parameters: ["route.directPaymentShare"] },
    parts: [
      part({
        label: "people with home care, 2014-15",
        unit: "people",
        target: 1613,
        tolerance: 161.3,
        decimals: 0,
        isCount: true,
        figure: meanOf("people.homeCare", YEAR),
      }),
      part({
        label: "people with a direct payment, 2014-15",
        unit: "people",
        target: 825,
        tolerance: 82.5,
        decimals: 0,
        isCount: true,
        figure: meanOf("people.directPayment", YEAR),
      }),
    ],
  },
  {
    id: "C06",
    fact: "Contact hours of a person with home care",
    source: "E5-013",
    input: { how: "opening need only", parameters: ["demand.homeCareHours", "size.homeCare"] },
    fitting: {
      how: "how far crises pass, with packages in view; and newcomers' needs, set so that needs stay level at rest",
      parameters: ["demand.crisisRecovery", "demand.arrivalNeedRatio"],
    },
    parts: [
      part({
        label: "hours delivered a week, 2014-15",
        unit: "hours per week",
        target: 12.4,
        tolerance: 1,
        figure: meanOf("people.hoursPerHomeCare", YEAR),
        fault: {
          above:
            "Half of what a crisis adds to a need stays (demand.crisisNeedRatio, demand.crisisRecovery); the lesser needs " +
            "of newcomers (demand.arrivalNeedRatio) make up for that and for drift where nothing else changes. Cuts of " +
            "eligibility, which fall on the least in need, come on top.",
        },
      }),
    ],
  },
  {
    id: "C07",
    fact: "Weekly direct payment, by group",
    source: "E2-053",
    input: undefined,
    fitting: {
      how: "opening needs of holders over others', and how far greater needs lead to a payment",
      parameters: ["directPayment.needRatio", "route.needEffect"],
    },
    parts: [
      weeklyPayment("65 and over, 2013-14", 0, 188, 28.2, {
        below:
          "In the source it grew by three fifths in three years, with a tenth fewer holders. Here newcomers take one in " +
          "proportion to their needs (route.needEffect), but the holders of the opening had no greater needs than " +
          "others (directPayment.needRatio) and leave slowly, and half of all are paid the lower rate for an assistant " +
          "(directPayment.assistantRate).",
      }),
      weeklyPayment("learning disability, 2013-14", 2, 289, 43.35),
      weeklyPayment("mental health, 2013-14", 3, 106, 15.9),
      weeklyPayment("physical disability, 2013-14", 1, 253, 37.95),
    ],
  },
];
