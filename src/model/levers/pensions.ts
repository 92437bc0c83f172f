/** Workplace pensions: from when and from which employer on workers are enrolled, and what is paid in. */
import { number } from "./parameter.ts";

export const pensions = {
  pensionEmployerRate: number({
    kind: "world",
    label: "Employer pension contribution",
    unit: "share of qualifying pay",
    sentence: "The least an employer pays into the pension of an enrolled worker.",
    default: { "2010-04-01": 0, "2012-10-01": 0.01, "2018-04-01": 0.02, "2019-04-01": 0.03 },
    min: 0,
    max: 0.3,
    evidence: "E1-007",
    firstOrder: {
      measure: "prices.unitCost",
      sign: 1,
      // 0.29 of the two fifths of pay over the threshold.
      trial: { to: 0.3, least: 0.4, given: { "wages.pensionSmallEmployerFrom": 0 } },
    },
  }),
  pensionEmployeeRate: number({
    kind: "world",
    label: "Employee pension contribution",
    unit: "share of qualifying pay",
    sentence: "What an enrolled worker pays into the pension out of gross pay.",
    default: { "2010-04-01": 0, "2012-10-01": 0.01, "2018-04-01": 0.03, "2019-04-01": 0.05 },
    min: 0,
    max: 0.3,
    evidence: "assumption: statutory minima recalled",
    range: { by: 0.01 },
    firstOrder: {
      measure: "wages.takeHomePercent",
      sign: -1,
      // Some £80 of £190 a week qualify: 0.29 of them.
      trial: { to: 0.3, least: 4, given: { "wages.pensionSmallEmployerFrom": 0 } },
    },
  }),
  pensionSmallEmployerFrom: number({
    kind: "world",
    label: "Smallest employer that must enrol workers",
    unit: "workers",
    sentence: "Employers with fewer workers than this need not enrol them in a pension yet.",
    default: {
      "2010-04-01": 100_000,
      "2013-10-01": 800,
      "2013-11-01": 500,
      "2014-01-01": 350,
      "2014-02-01": 250,
      "2014-04-01": 160,
      "2014-05-01": 90,
      "2014-07-01": 62,
      "2015-04-01": 50,
      "2015-08-01": 40,
      "2015-10-01": 30,
      "2017-04-01": 0,
    },
    min: 0,
    max: 100_000,
    integer: true,
    evidence:
      "E1-007 (staging 2012 to 2018); dates by size are the regulator's, recalled; employers of under 30 came from June 2015 on and are taken at the end",
    firstOrder: {
      measure: "prices.unitCost",
      sign: -1,
      // A tenth of two fifths of £8.80, where none was due.
      trial: { to: 0, least: 0.1, given: { "wages.pensionEmployerRate": 0.1 } },
    },
  }),
  pensionThreshold: number({
    kind: "world",
    label: "Pay below which no pension is due",
    unit: "GBP per week",
    sentence: "Pension contributions are due on weekly pay above this.",
    default: 112,
    min: 0,
    max: 1000,
    evidence: "assumption: qualifying earnings start at about £5,800 a year",
    range: [100, 120],
    firstOrder: {
      measure: "prices.unitCost",
      sign: -1,
      // A tenth of the three fifths of pay that bore none.
      trial: { to: 0, least: 0.2, given: { "wages.pensionEmployerRate": 0.1, "wages.pensionSmallEmployerFrom": 0 } },
    },
  }),
};
