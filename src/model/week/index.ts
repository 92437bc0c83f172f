/**
 * The model: one week, in order. Read from top to bottom; each phase is one file.
 *
 * A run is founding, then this list for every week. Tests wrap phases or leave them out; the list is data.
 */
import type { World } from "../world/world.ts";
import { assessment } from "./assessment.ts";
import { brokerage } from "./brokerage.ts";
import { calendar } from "./calendar.ts";
import { choice } from "./choice.ts";
import { delivery } from "./delivery.ts";
import { labour } from "./labour.ts";
import { money } from "./money.ts";
import { monitoring } from "./monitoring.ts";
import { needs } from "./needs.ts";
import { outcomes } from "./outcomes.ts";
import { providers } from "./providers.ts";

export interface Phase {
  readonly name: string;
  /** What happens, in a sentence. */
  readonly sentence: string;
  readonly run: (world: World) => void;
  /** A measure that changes when the phase is left out. */
  readonly moves: string;
}

export const PHASES: readonly Phase[] = [
  {
    name: "calendar",
    sentence: "Dated policy takes effect; each April wage floors, budget, fees, direct-payment rates and tax are set.",
    run: calendar,
    moves: "prices.frameworkFee",
  },
  {
    name: "needs",
    sentence: "Referrals arrive; needs drift; people have crises, die, leave, or move to a care home.",
    run: needs,
    moves: "people.funded",
  },
  {
    name: "assessment",
    sentence: "Limited staff assess the queue: eligibility, budget, means test, route; then reviews.",
    run: assessment,
    moves: "people.awaitingAssessment",
  },
  {
    name: "brokerage",
    sentence: "Packages the council arranges are placed on the framework, bought spot, or wait.",
    run: brokerage,
    moves: "people.awaitingCare",
  },
  {
    name: "choice",
    sentence: "People who hold the money choose and switch among agencies, assistants and community options.",
    run: choice,
    moves: "people.awaitingCare",
  },
  {
    name: "labour",
    sentence: "Workers quit, move, look and are hired; agencies raise their offers.",
    run: labour,
    moves: "workforce.vacancyPercent",
  },
  {
    name: "delivery",
    sentence: "Workers' minutes, less travel, become visits; shortfalls fall on people.",
    run: delivery,
    moves: "unmet.hoursPercent",
  },
  {
    name: "money",
    sentence: "Fees, direct payments, charges, top-ups, wages, taxes, overheads and reserves go through the ledger.",
    run: money,
    moves: "council.grossSpend",
  },
  {
    name: "providers",
    sentence: "Providers set prices, hand back, close, pass on or fail; newcomers enter.",
    run: providers,
    moves: "providers.trading",
  },
  {
    name: "outcomes",
    sentence: "Quality of life moves with needs met, control, continuity, burden and money.",
    run: outcomes,
    moves: "outcomes.qualityOfLife",
  },
  {
    name: "monitoring",
    sentence: "The council's yearly survey sees part of it.",
    run: monitoring,
    moves: "monitoring.answers",
  },
];
