/** The catalogue of measures, in the order tables show them. */
import { contracts } from "./contracts.ts";
import { council, workforce } from "./labour-and-council.ts";
import type { Measure } from "./measure.ts";
import { hours } from "./hours.ts";
import { lives } from "./lives-rows.ts";
import { nhs } from "./nhs.ts";
import { outcomes } from "./outcomes.ts";
import { payments } from "./payments.ts";
import { people } from "./people.ts";
import { prices } from "./prices.ts";
import { receipts } from "./receipts.ts";
import { refused } from "./refused.ts";
import { savings } from "./savings.ts";
import { supply } from "./supply.ts";

export { count } from "./counts.ts";
export { CELLS, readCells } from "./lives.ts";
export * from "./measure.ts";
export { PARTY_WORDS } from "./receipts.ts";
export * from "./standing.ts";
export * from "./sums.ts";

export const measures: readonly Measure[] = [
  ...supply,
  ...contracts,
  ...prices,
  ...people,
  ...hours,
  ...refused,
  ...payments,
  ...outcomes,
  ...lives,
  ...nhs,
  ...workforce,
  ...council,
  ...savings,
  ...receipts,
];
