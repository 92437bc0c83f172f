/** A small registry that never changes, so that the tests of messages do not depend on what the model's levers are. */
import { byGroup, choice, GROUPS, type Leaf, number, type Subject } from "../../src/model/levers/index.ts";
import { registryOf } from "../../src/simulation/scenario/registry.ts";

const common = { sentence: "A test lever.", evidence: "E0-001" } as const;

export const testSubjects = {
  wages: {
    floor: number({
      ...common,
      kind: "world",
      label: "Legal wage floor",
      unit: "GBP per hour",
      default: { "2009-10-01": 5.8, "2010-10-01": 5.93, "2016-04-01": 7.2, "2020-04-01": 8.72 },
      min: 0,
      max: 100,
    }),
  },
  framework: {
    feePassThrough: number({
      ...common,
      kind: "policy",
      label: "Pass-through",
      unit: "share",
      default: 0.8,
      min: 0,
      max: 1,
    }),
    providers: number({
      ...common,
      kind: "policy",
      label: "Providers",
      unit: "providers",
      default: 12,
      min: 0,
      max: 200,
      integer: true,
    }),
    change: number({
      ...common,
      kind: "policy",
      label: "Change of fee",
      unit: "share",
      default: 0,
      min: -1,
      max: 1,
    }),
    payment: choice({
      ...common,
      kind: "policy",
      label: "What is paid",
      choices: ["commissioned", "delivered", "outcomes"],
      default: { "2010-04-05": "commissioned", "2014-04-01": "delivered" },
    }),
  },
  budgets: {
    rate: byGroup({
      ...common,
      kind: "policy",
      label: "Direct payment rate",
      unit: "GBP per hour",
      default: { "2010-04-05": [9, 10, 11, 12], "2015-04-01": [9.5, 10, 11, 12] },
      min: 0,
      max: 50,
    }),
    population: number({
      ...common,
      kind: "size",
      label: "Adults",
      unit: "people",
      default: 100_000,
      min: 0,
      max: 1_000_000,
      integer: true,
    }),
  },
} as const satisfies Readonly<Record<string, Subject>>;

export const testLeaves: readonly Leaf[] = Object.entries<Subject>(testSubjects).flatMap(([subject, rows]) =>
  Object.entries(rows).flatMap(([name, row]): Leaf[] => {
    if (row.type !== "group") return [{ ...row, path: `${subject}.${name}` }];
    return GROUPS.map((group, index) => ({
      ...row,
      type: "number",
      path: `${subject}.${name}.${group}`,
      label: `${row.label}: ${group}`,
      default: row.default.map(({ from, value }) => ({ from, value: value[index] })),
    }));
  }),
);

export const testRegistry = registryOf(testLeaves);
