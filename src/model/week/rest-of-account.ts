/** What the council pays besides community care: care homes, assessment posts, grants, support, and all the rest. */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { Purpose } from "../world/accounts.ts";
import { otherSpend, staffSpend, voluntaryGrants } from "../world/spending.ts";
import type { World } from "../world/world.ts";
import { payJointTeams } from "./better-care.ts";
import { supportProviders } from "./support.ts";

/** Everything in the adult social care account that is not community care. */
export function payTheRest(world: World): void {
  const { era, ledger, accounts } = world;
  supportProviders(world);
  const homes = ledger.round(careHomeSpend(world));
  ledger.transfer(accounts.council, accounts.careHomes, homes, Purpose.careHomeFee);
  const charges = ledger.round(homes * era.careHomes.chargeShare);
  ledger.transfer(accounts.economy, accounts.council, charges, Purpose.careHomeCharge);
  ledger.transfer(accounts.council, accounts.economy, ledger.round(staffSpend(world)), Purpose.assessmentStaff);
  // Grants are a part of other spending, so that the two together round as one sum.
  const grants = ledger.round(voluntaryGrants(world));
  const rest = ledger.round(otherSpend(world)) - grants;
  ledger.transfer(accounts.council, accounts.economy, grants, Purpose.voluntaryGrant);
  ledger.transfer(accounts.council, accounts.economy, Math.max(0, rest), Purpose.otherSpend);
  const shaping = ledger.round((era.providers.microSupport * era.size.scale) / WEEKS_PER_YEAR);
  ledger.transfer(accounts.council, accounts.economy, shaping, Purpose.marketShaping);
  payJointTeams(world);
}

/** What the places of funded residents cost, pence a week. */
export const careHomeSpend = ({ council, era }: World): number =>
  council.careHomeResidents * era.careHomes.price * council.careHomeIndex;
