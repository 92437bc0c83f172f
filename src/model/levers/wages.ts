/** The legal wage floor and what the state takes from pay. */
import { number } from "./parameter.ts";

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
    firstOrder: { measure: "wages.careWorker", sign: 1 },
  }),
};
