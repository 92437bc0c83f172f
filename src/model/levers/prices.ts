/** General prices, and what an hour of care costs besides pay. */
import { costShares } from "./cost-shares.ts";
import { number } from "./parameter.ts";

export const prices = {
  inflation: number({
    kind: "world",
    label: "Consumer price inflation",
    unit: "share a year",
    sentence: "How much general prices rise each April, by which overheads, means and other spending follow.",
    default: {
      "2010-04-01": 0.033,
      "2011-04-01": 0.045,
      "2012-04-01": 0.028,
      "2013-04-01": 0.026,
      "2014-04-01": 0.015,
      "2015-04-01": 0,
      "2016-04-01": 0.007,
      "2017-04-01": 0.027,
      "2018-04-01": 0.025,
      "2019-04-01": 0.018,
    },
    min: -0.1,
    max: 0.5,
    evidence: "E1-048",
    firstOrder: {
      measure: "prices.unitCost",
      sign: 1,
      // April's tenth on four pounds of running costs.
      trial: { to: 0.1, least: 0.2 },
    },
  }),
  mileagePerHour: number({
    kind: "world",
    label: "Mileage",
    unit: "GBP per contact hour",
    sentence: "What an agency pays for travel besides time, at prices of the start, for each hour with people.",
    default: 0.69,
    min: 0,
    max: 10,
    evidence: "E2-035; £0.75 at 2014 prices, an assumption",
    range: [0.46, 1.01],
    firstOrder: {
      measure: "prices.unitCost",
      sign: 1,
      // £1.31 at prices of the start, which have risen since.
      trial: { to: 2, least: 1 },
    },
  }),
  overheadPerHour: number({
    kind: "world",
    label: "Agency running costs that follow hours",
    unit: "GBP per contact hour",
    sentence: "Supervisors, rotas, recruitment and supplies of an agency, at prices of the start.",
    default: 2.95,
    min: 0,
    max: 20,
    evidence: "E2-035; £3.20 at 2014 prices, an assumption",
    range: [2.2, 3.5],
    firstOrder: {
      measure: "prices.unitCost",
      sign: 1,
      // £1.05 at prices of the start, which have risen since.
      trial: { to: 4, least: 0.8 },
    },
  }),
  overheadSpread: number({
    kind: "behaviour",
    label: "Spread of running costs",
    unit: "share, standard deviation",
    sentence: "How unequal agencies are in the running costs and mileage of an hour.",
    default: 0.15,
    min: 0,
    max: 0.5,
    evidence: "E3-032 (surpluses from 0 to 10 % within one council); size an assumption",
    range: [0.08, 0.25],
    firstOrder: {
      measure: "prices.unitCost",
      sign: 1,
      // With none leaner than the mean, 0.14 more of some £5 in agencies that open.
      trial: {
        to: 0.5,
        least: 0.05,
        given: { "prices.leanest": 1, "providers.entryRate": 0.5, "providers.hoursPerAgency": 150 },
        free: ["matching"],
      },
    },
  }),
  fixedPerWeek: number({
    kind: "world",
    label: "Agency running costs that do not follow hours",
    unit: "GBP per week",
    sentence: "Registration, office and insurance of an agency, whatever its size, at prices of the start.",
    default: 92,
    min: 0,
    max: 5000,
    evidence: "assumption: £100 a week at 2014 prices (a trial run's correction of £350 with drawings)",
    range: [46, 184],
    firstOrder: {
      measure: "prices.unitCost",
      sign: 1,
      // Twelve agencies with £900 more for some 7,500 hours a week.
      trial: { to: 1000, least: 0.7 },
    },
  }),
  drawingsPerWeek: number({
    kind: "behaviour",
    label: "Owner's drawings",
    unit: "GBP per week",
    sentence:
      "What the owner of an agency draws while cash is comfortable, at prices of the start; drawings are the first to give way.",
    default: 230,
    min: 0,
    max: 5000,
    evidence: "assumption: £250 a week at 2014 prices",
    range: [92, 460],
    firstOrder: {
      measure: "prices.unitCost",
      sign: 1,
      // Twelve owners with £770 more for some 7,500 hours a week.
      trial: { to: 1000, least: 0.6 },
    },
  }),
  supportedLivingOverheadPerHour: number({
    kind: "world",
    label: "Supported living running costs",
    unit: "GBP per support hour",
    sentence: "Managers, premises and supplies of supported living, at prices of the start.",
    default: 5.2,
    min: 0,
    max: 50,
    evidence: "assumption: what is left of the price after pay and a margin of 5 %",
    range: [4, 6.5],
    firstOrder: {
      measure: "council.communitySpend",
      sign: 1,
      // Costs double; by April a third of that shows in the margin and is made good: 0.08 of 0.22 million.
      trial: { to: 20, least: 0.03, given: { "providers.overdraftWeeks": 52 }, free: ["prices"] },
    },
  }),
  dayOverheadPerHour: number({
    kind: "world",
    label: "Day service running costs",
    unit: "GBP per staff hour",
    sentence:
      "Premises, transport, managers and materials of day services for each staff hour, at prices of the start.",
    default: 34.4,
    min: 0,
    max: 200,
    evidence: "assumption: what is left of the price after pay and a margin of 5 %",
    range: [28, 40],
    firstOrder: {
      measure: "council.communitySpend",
      sign: 1,
      // Costs double; by April a third of that shows in the margin and is made good: 0.12 of 0.35 million.
      trial: { to: 80, least: 0.04, given: { "providers.overdraftWeeks": 52 }, free: ["prices"] },
    },
  }),
  microOverheadPerHour: number({
    kind: "world",
    label: "Micro-provider running costs",
    unit: "GBP per contact hour",
    sentence: "Mileage, insurance, training and accounts of a micro-provider, at prices of the start.",
    default: 1.6,
    min: 0,
    max: 20,
    evidence:
      "SCIE (waste and overhead cost reduction); assumption: somewhat under half of an agency's £3.64 with mileage",
    range: [1, 2.5],
    firstOrder: {
      measure: "prices.microPrice",
      sign: 1,
      // Four pounds more of cost, marked up, once prices are looked at each quarter.
      trial: { to: 5.6, least: 2, given: { "providers.microSupport": 1_000_000 }, free: ["prices", "matching"] },
    },
  }),
  ...costShares,
};
