/** What is said about levers and their values. */
import { type Message, START } from "./scenario-message.ts";

export const LEVER_MESSAGES: readonly Message[] = [
  {
    what: "a misspelt lever",
    text: START + "set:\n  wages.flor: 8\n",
    says: ['test.yaml:4:3 error set.wages.flor: is not a lever; found "wages.flor"; did you mean "wages.floor"?'],
  },
  {
    what: "a lever cut short",
    text: START + "set:\n  framwork_fee: 0.5\n",
    says: [
      'test.yaml:4:3 error set.framwork_fee: is not a lever; found "framwork_fee"; did you mean "framework.feePassThrough"?',
    ],
  },
  {
    what: "a lever without its subject",
    text: START + "set:\n  feePassThrough: 0.5\n",
    says: [
      'test.yaml:4:3 error set.feePassThrough: is not a lever; found "feePassThrough"; did you mean "framework.feePassThrough"?',
    ],
  },
  {
    what: "a subject as a lever",
    text: START + "set:\n  framework: 0.5\n",
    says: [
      "test.yaml:4:3 error set.framework: is a subject, not a lever; allowed: levers such as framework.feePassThrough, framework.providers, framework.change",
    ],
  },
  {
    what: "a misspelt subject",
    text: START + "set:\n  framewrk: { feePassThrough: 0.5 }\n",
    says: ['test.yaml:4:3 error set.framewrk: is not a lever; found "framewrk"; did you mean "framework"?'],
  },
  {
    what: "a misspelt group",
    text: START + "set:\n  budgets.rate: { oldr: 9 }\n",
    says: [
      'test.yaml:4:19 error set.budgets.rate.oldr: is not a lever; found "budgets.rate.oldr"; did you mean "budgets.rate.older"?',
    ],
  },
  {
    what: "a group of a lever that has none",
    text: START + "set:\n  wages.floor.older: 8\n",
    says: [
      "test.yaml:4:3 error set.wages.floor.older: is unknown: wages.floor is one value, not by group; write wages.floor: 8",
    ],
  },
  {
    what: "a dated value under set",
    text: START + "set:\n  wages.floor: { 2016-04-01: 7.2 }\n",
    says: [
      "test.yaml:4:18 error set.wages.floor.2016-04-01: a dated value is a change; under changes, write - { from: 2016-04-01, set: { wages.floor: 7.2 } }",
    ],
  },
  {
    what: "a lever without a value",
    text: START + "set:\n  wages.floor:\n",
    says: [
      "test.yaml:4:3 error set.wages.floor: says nothing; allowed: 0 to 100 GBP per hour, or default; write a value, or delete the line",
    ],
  },
  {
    what: "an empty map",
    text: START + "set:\n  budgets.rate: {}\n",
    says: [
      "test.yaml:4:17 error set.budgets.rate: says nothing; found an empty map; allowed: 0 to 50 GBP per hour, for all groups or by group, or default",
    ],
  },
  {
    what: "a list as a value",
    text: START + "set:\n  budgets.rate: [9, 10, 11, 12]\n",
    says: [
      "test.yaml:4:17 error set.budgets.rate: must be a number; found a list; allowed: 0 to 50 GBP per hour, for all groups or by group, or default; write a map: { older: , physical: , learning: , mental: }",
    ],
  },
  {
    what: "true as a value",
    text: START + "set:\n  wages.floor: true\n",
    says: [
      "test.yaml:4:16 error set.wages.floor: must be a number; found true; allowed: 0 to 100 GBP per hour, or default",
    ],
  },
  {
    what: "too low",
    text: START + "set:\n  wages.floor: -1\n",
    says: ["test.yaml:4:16 error set.wages.floor: is too low; found -1; allowed: 0 to 100 GBP per hour, or default"],
  },
  {
    what: "too high",
    text: START + "set:\n  wages.floor: 101\n",
    says: ["test.yaml:4:16 error set.wages.floor: is too high; found 101; allowed: 0 to 100 GBP per hour, or default"],
  },
  {
    what: "a percentage as a share",
    text: START + "set:\n  framework.feePassThrough: 5\n",
    says: [
      "test.yaml:4:29 error set.framework.feePassThrough: is too high; found 5; allowed: 0 to 1 share, or default; write 0.05 if 5% is meant",
    ],
  },
  {
    what: "half a provider",
    text: START + "set:\n  framework.providers: 3.5\n",
    says: [
      "test.yaml:4:24 error set.framework.providers: must be a whole number; found 3.5; allowed: a whole number from 0 to 200 providers, or default",
    ],
  },
  {
    what: "a misspelt choice",
    text: START + "set:\n  framework.payment: delivred\n",
    says: [
      'test.yaml:4:22 error set.framework.payment: is not one of the choices; found "delivred"; allowed: commissioned, delivered, outcomes, or default; did you mean "delivered"?',
    ],
  },
  {
    what: "a number as a choice",
    text: START + "set:\n  framework.payment: 1\n",
    says: [
      "test.yaml:4:22 error set.framework.payment: is not one of the choices; found 1; allowed: commissioned, delivered, outcomes, or default",
    ],
  },
  {
    what: "pounds",
    text: START + "set:\n  wages.floor: £20\n",
    says: [
      'test.yaml:4:16 error set.wages.floor: must be a number; found "£20"; allowed: 0 to 100 GBP per hour, or default; write 20, without the currency sign',
    ],
  },
  {
    what: "pounds and pence",
    text: START + "set:\n  wages.floor: 720p\n",
    says: [
      'test.yaml:4:16 error set.wages.floor: must be a number; found "720p"; allowed: 0 to 100 GBP per hour, or default; write 7.2, without the p',
    ],
  },
  {
    what: "a percent sign on a share",
    text: START + "set:\n  framework.feePassThrough: 5%\n",
    says: [
      'test.yaml:4:29 error set.framework.feePassThrough: must be a number; found "5%"; allowed: 0 to 1 share, or default; write 0.05, without the percent sign',
    ],
  },
  {
    what: "a percent sign on something else",
    text: START + "set:\n  budgets.population: 5%\n",
    says: [
      'test.yaml:4:23 error set.budgets.population: must be a number; found "5%"; allowed: a whole number from 0 to 1000000 people, or default; write 5, without the percent sign',
    ],
  },
  {
    what: "a thousands comma",
    text: START + "set:\n  budgets.population: 1,000\n",
    says: [
      'test.yaml:4:23 error set.budgets.population: must be a number; found "1,000"; allowed: a whole number from 0 to 1000000 people, or default; write 1000, without the thousands comma',
    ],
  },
  {
    what: "an underscore",
    text: START + "set:\n  budgets.population: 1_000\n",
    says: [
      'test.yaml:4:23 error set.budgets.population: must be a number; found "1_000"; allowed: a whole number from 0 to 1000000 people, or default; write 1000, without the underscore',
    ],
  },
  {
    what: "thousands in letters",
    text: START + "set:\n  budgets.population: 250k\n",
    says: [
      'test.yaml:4:23 error set.budgets.population: must be a number; found "250k"; allowed: a whole number from 0 to 1000000 people, or default; write 250000, without the k',
    ],
  },
  {
    what: "a unit",
    text: START + "set:\n  wages.floor: 20.5 per hour\n",
    says: [
      'test.yaml:4:16 error set.wages.floor: must be a number; found "20.5 per hour"; allowed: 0 to 100 GBP per hour, or default; write 20.5, without the unit',
    ],
  },
  {
    what: "a minus that is none",
    text: START + "set:\n  wages.floor: \u22125\n",
    says: [
      'test.yaml:4:16 error set.wages.floor: must be a number; found "\\u{2212}5"; allowed: 0 to 100 GBP per hour, or default; -5 would not be allowed either',
    ],
  },
  {
    what: "a minus that is none, and a percent sign",
    text: START + "set:\n  framework.change: \u22120.5%\n",
    says: [
      'test.yaml:4:21 error set.framework.change: must be a number; found "\\u{2212}0.5%"; allowed: -1 to 1 share, or default; write -0.005, with a plain hyphen as the minus sign and without the percent sign',
    ],
  },
  {
    what: "a decimal comma",
    text: START + "set:\n  wages.floor: 7,25\n",
    says: [
      'test.yaml:4:16 error set.wages.floor: must be a number; found "7,25"; allowed: 0 to 100 GBP per hour, or default; write 7.25, with a decimal point',
    ],
  },
  {
    what: "a non-breaking space",
    text: START + "set:\n  budgets.population: 10\u00a0000\n",
    says: [
      'test.yaml:4:23 error set.budgets.population: must be a number; found "10\\u{A0}000"; allowed: a whole number from 0 to 1000000 people, or default; write 10000, without the non-breaking space',
    ],
  },
  {
    what: "quotes",
    text: START + 'set:\n  wages.floor: "8"\n',
    says: [
      'test.yaml:4:16 error set.wages.floor: must be a number; found "8"; allowed: 0 to 100 GBP per hour, or default; write 8, without the quotes',
    ],
  },
  {
    what: "a hexadecimal number",
    text: START + "set:\n  wages.floor: 0x10\n",
    says: [
      "test.yaml:4:16 error set.wages.floor: is not written as a plain number; found 0x10; allowed: digits, without leading zeros or other bases; write 16",
    ],
  },
  {
    what: "a point without a zero",
    text: START + "set:\n  wages.floor: .5\n",
    says: [
      "test.yaml:4:16 error set.wages.floor: is not written as a plain number; found .5; allowed: digits, without leading zeros or other bases; write 0.5",
    ],
  },
  {
    what: "a lever set twice, in two ways",
    text: START + "set:\n  budgets.rate: 9\n  budgets.rate.older: 10\n",
    says: ["test.yaml:5:3 error set.budgets.rate.older: sets budgets.rate.older twice; found first at 4:17; keep one"],
  },
];
