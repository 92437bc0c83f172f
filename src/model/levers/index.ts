/** The registry: every parameter of the model, by subject. A new lever is one row in its subject's file. */
import {
  GROUPS,
  type ChoiceParameter,
  type Dated,
  type NumberParameter,
  type Subject,
  type ValueOf,
} from "./parameter.ts";
import { assessment } from "./assessment.ts";
import { careHomes } from "./care-homes.ts";
import { council } from "./council.ts";
import { demand } from "./demand.ts";
import { directPayment } from "./direct-payment.ts";
import { framework } from "./framework.ts";
import { information } from "./information.ts";
import { labour } from "./labour.ts";
import { monitoring } from "./monitoring.ts";
import { nhs } from "./nhs.ts";
import { outcomes } from "./outcomes.ts";
import { prices } from "./prices.ts";
import { providers } from "./providers.ts";
import { route } from "./route.ts";
import { safety } from "./safety.ts";
import { size } from "./size.ts";
import { wages } from "./wages.ts";

export * from "./parameter.ts";
export * from "./range.ts";

export const subjects = {
  wages,
  prices,
  council,
  careHomes,
  framework,
  directPayment,
  assessment,
  route,
  information,
  demand,
  nhs,
  providers,
  labour,
  outcomes,
  safety,
  monitoring,
  size,
} as const satisfies Readonly<Record<string, Subject>>;

/** All parameters at one date: frozen, one shape, by-group parameters as arrays of four. */
export type Era = {
  readonly [S in keyof typeof subjects]: {
    readonly [N in keyof (typeof subjects)[S]]: ValueOf<(typeof subjects)[S][N]>;
  };
};

/** A parameter as a scenario file names it: by-group parameters are four leaves, `path.older` and so on. */
export type Leaf = (NumberParameter | ChoiceParameter) & { readonly path: string };

/** Every leaf in declaration order. */
export const leaves: readonly Leaf[] = Object.entries<Subject>(subjects).flatMap(([subject, rows]) =>
  Object.entries(rows).flatMap(([name, row]): Leaf[] => {
    const path = `${subject}.${name}`;
    if (row.type !== "group") return [{ ...row, path }];
    return GROUPS.map((group, index) => ({
      ...row,
      type: "number",
      path: `${path}.${group}`,
      label: `${row.label}: ${group}`,
      default: row.default.map((step): Dated<number> => ({ from: step.from, value: step.value[index] })),
    }));
  }),
);
