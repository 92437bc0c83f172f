/** The legal wage floor, what the state takes from pay, and what else an hour of work costs an employer. */
import { number } from "./parameter.ts";
import { pensions } from "./pensions.ts";

export const wages = {
  floor: number({
    kind: "world",
    label: "Legal wage floor",
    unit: "GBP per hour",
    sentence: "The lowest hourly wage the law allows: the minimum wage, and from April 2016 the national living wage.",
    default: {
      "2009-10-01": 5.8,
      "2010-10-01": 5.93,
      "2011-10-01": 6.08,
      "2012-10-01": 6.19,
      "2013-10-01": 6.31,
      "2014-10-01": 6.5,
      "2015-10-01": 6.7,
      "2016-04-01": 7.2,
      "2017-04-01": 7.5,
      "2018-04-01": 7.83,
      "2019-04-01": 8.21,
      "2020-04-01": 8.72,
    },
    min: 0,
    max: 100,
    evidence: "E1-001",
    firstOrder: {
      measure: "wages.careWorker",
      sign: 1,
      // Pay of £7 cannot stay under £9.
      trial: { to: 9, least: 1.5 },
    },
  }),
  employerInsuranceRate: number({
    kind: "world",
    label: "Employer National Insurance rate",
    unit: "share of pay over the threshold",
    sentence: "The share of weekly pay above the threshold that employers pay to the state.",
    default: { "2010-04-01": 0.128, "2011-04-01": 0.138 },
    min: 0,
    max: 0.5,
    evidence: "E1-002",
    firstOrder: {
      measure: "prices.unitCost",
      sign: 1,
      // A quarter of pay is over the threshold: 0.16 of it on £8.80 an hour.
      trial: { to: 0.3, least: 0.1 },
    },
  }),
  employerInsuranceThreshold: number({
    kind: "world",
    label: "Employer National Insurance threshold",
    unit: "GBP per week",
    sentence: "Weekly pay up to this bears no employer National Insurance.",
    default: {
      "2010-04-01": 110,
      "2011-04-01": 136,
      "2012-04-01": 144,
      "2013-04-01": 148,
      "2014-04-01": 153,
      "2015-04-01": 156,
      "2017-04-01": 157,
      "2018-04-01": 162,
      "2019-04-01": 166,
      "2020-04-01": 169,
    },
    min: 0,
    max: 1000,
    evidence: "E1-002, E1-003",
    firstOrder: {
      measure: "prices.unitCost",
      sign: -1,
      // 13.8 % of the three quarters of pay that were free of it.
      trial: { to: 0, least: 0.4 },
    },
  }),
  employmentAllowance: number({
    kind: "world",
    label: "Employment Allowance",
    unit: "GBP per employer a year",
    sentence: "The first so many pounds of employer National Insurance in a year are let off, for every firm.",
    default: { "2010-04-01": 0, "2014-04-01": 2000, "2016-04-01": 3000, "2020-04-01": 4000 },
    min: 0,
    max: 50_000,
    evidence: "E1-005",
    firstOrder: {
      measure: "providers.marginPercent",
      sign: 1,
      // £3 a week for each of fifty workers on revenue of £12,600, most of it let off till then; half a year till it shows.
      trial: { to: 0, least: 0.3 },
    },
  }),
  assistantAllowance: number({
    kind: "world",
    label: "Employment Allowance of employers of assistants",
    unit: "share of the allowance",
    sentence:
      "People who employ personal assistants have this share of the Employment Allowance, a week's part each week.",
    default: { "2010-04-01": 0, "2015-04-01": 1 },
    min: 0,
    max: 1,
    evidence: "E1-005; for households that employ care workers from 2015 on, a year after firms, as recalled",
    firstOrder: {
      measure: "wages.takeHomePercent",
      sign: 1,
      // A tenth of all pay bears some 2 % of insurance, of which most is let off till then.
      trial: { to: 0, least: 0.02 },
    },
  }),
  incomeTaxAllowance: number({
    kind: "world",
    label: "Income tax personal allowance",
    unit: "GBP per week",
    sentence: "Weekly pay up to this bears no income tax.",
    default: {
      "2010-04-01": 124.52,
      "2011-04-01": 143.75,
      "2012-04-01": 155.87,
      "2013-04-01": 181.54,
      "2014-04-01": 192.31,
      "2015-04-01": 203.85,
      "2016-04-01": 211.54,
      "2017-04-01": 221.15,
      "2018-04-01": 227.88,
      "2019-04-01": 240.38,
    },
    min: 0,
    max: 2000,
    evidence: "assumption: statutory rates recalled (£6,475 a year in 2010-11 to £12,500 in 2019-20)",
    range: { percent: 5 },
    firstOrder: {
      measure: "wages.takeHomePercent",
      sign: 1,
      // Pay of £190 a week would bear a fifth from the first pound.
      trial: { to: 0, least: 5 },
    },
  }),
  incomeTaxRate: number({
    kind: "world",
    label: "Basic rate of income tax",
    unit: "share of pay over the allowance",
    sentence: "The share of weekly pay above the allowance that workers pay as income tax.",
    default: 0.2,
    min: 0,
    max: 0.6,
    evidence: "assumption: statutory rate recalled",
    range: [0.19, 0.22],
    firstOrder: {
      measure: "wages.takeHomePercent",
      sign: -1,
      // Two fifths more of all pay.
      trial: { to: 0.6, least: 15, given: { "wages.incomeTaxAllowance": 0 } },
    },
  }),
  employeeInsuranceRate: number({
    kind: "world",
    label: "Employee National Insurance rate",
    unit: "share of pay over the threshold",
    sentence: "The share of weekly pay above the employer threshold that workers pay as National Insurance.",
    default: { "2010-04-01": 0.11, "2011-04-01": 0.12 },
    min: 0,
    max: 0.5,
    evidence:
      "assumption: statutory rates recalled; the employee threshold is taken as the employer's, and is within £4 a week of it until April 2020",
    range: { by: 0.01 },
    firstOrder: {
      measure: "wages.takeHomePercent",
      sign: -1,
      // Some £40 of £190 a week are over the threshold: 0.38 of them.
      trial: { to: 0.5, least: 3 },
    },
  }),
  ...pensions,
  leaveShare: number({
    kind: "behaviour",
    label: "Holiday, sickness and training pay",
    unit: "share of worked pay",
    sentence: "Paid time that is not spent with people or travelling, as a share of that which is.",
    default: 0.16,
    min: 0,
    max: 0.5,
    evidence: "E2-035 (0.19 in 2020-21, when its method paid more sick leave); the level before an assumption",
    range: [0.13, 0.19],
    firstOrder: {
      measure: "prices.unitCost",
      sign: 1,
      // 0.14 of pay of £7 with travel.
      trial: { to: 0.3, least: 0.8 },
    },
  }),
  paidTravelShare: number({
    kind: "behaviour",
    label: "Share of travel time that is paid",
    unit: "share",
    sentence: "Of the minutes between visits, the share that is paid as work.",
    default: 0.35,
    min: 0,
    max: 1,
    evidence: "E4-031 (a quarter around 2023); the level before an assumption",
    range: [0.25, 0.5],
    firstOrder: {
      measure: "prices.unitCost",
      sign: 1,
      // 0.65 of a fifth of £7, with leave.
      trial: { to: 1, least: 0.4 },
    },
  }),
  trainingShare: number({
    kind: "world",
    label: "Training and sick pay in paid time off",
    unit: "share of paid time off",
    sentence:
      "How much of paid time off is training and sick pay beyond the law's holidays, which an employer under pressure stops paying.",
    default: 0.25,
    min: 0,
    max: 1,
    evidence: "E2-035 (0.04 of 0.16 at the start); an assumption for each employer",
    range: [0.15, 0.35],
    firstOrder: {
      measure: "prices.unitCost",
      sign: -1,
      // 0.75 of leave, a sixth of pay of £7, as far as pressed agencies come to withhold it.
      trial: {
        to: 1,
        least: 0.15,
        given: { "framework.feeChange": 0.85, "providers.squeezeTravelPay": 1 },
        free: ["prices"],
      },
    },
  }),
};
