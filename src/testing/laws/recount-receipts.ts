/** A second count of whose money moves: transfer by transfer, by who held the accounts at that moment. */
import { Holder } from "../../model/world/codes.ts";
import type { Party } from "../../model/measures/index.ts";
import type { World } from "../../model/world/world.ts";
import { owedTo, type PurposeName } from "./recount-memory.ts";

/** Money that comes from outside or goes there, so that it is nobody's receipt here. */
const OUTSIDE: ReadonlySet<PurposeName> = new Set(["householdIncome", "consumption", "estate"]);
/** What the economy's account is paid for work that stands in a line of its own. */
const OTHER_SERVICES: ReadonlySet<PurposeName> = new Set([
  "otherSpend",
  "voluntaryGrant",
  "marketShaping",
  "paymentSupport",
  "paymentCard",
  "assistantCheck",
]);

export class Receipts {
  private world: World | undefined;
  private institutions: ReadonlyMap<number, Party> = new Map();
  private readonly pence = new Map<Party, number>();
  private owed = 0;

  founded(world: World): void {
    this.world = world;
    this.institutions = institutionsOf(world);
  }

  /** Before the first phase of a week. */
  begin(world: World): void {
    this.pence.clear();
    this.owed = owedByCouncil(world);
  }

  transfer(from: number, to: number, pence: number, purpose: PurposeName): void {
    if (this.world === undefined) return;
    this.add(this.payer(this.world, from, purpose), -pence);
    this.add(this.payee(this.world, to, purpose), pence);
  }

  /** Net receipts of the week, £ million. */
  of(party: Party, world: World): number {
    const moved = this.pence.get(party) ?? 0;
    const billed = owedByCouncil(world) - this.owed;
    const owed = party === "providers" ? billed : party === "nextYear" ? -billed : 0;
    return (moved + owed) / 1e8;
  }

  private add(party: Party | undefined, pence: number): void {
    if (party !== undefined) this.pence.set(party, (this.pence.get(party) ?? 0) + pence);
  }

  /** Top-ups come from families, and charges in care homes from people whom nothing else is known of. */
  private payer(world: World, account: number, purpose: PurposeName): Party | undefined {
    if (purpose === "careHomeCharge") return "people";
    const party = this.holder(world, account, purpose);
    return party === "people" && purpose === "topUp" ? "families" : party;
  }

  private payee(world: World, account: number, purpose: PurposeName): Party | undefined {
    const party = this.holder(world, account, purpose);
    if (party !== "suppliers") return party;
    if (purpose === "assessmentStaff") return "staff";
    return OTHER_SERVICES.has(purpose) ? "otherServices" : party;
  }

  private holder({ ledger, accounts }: World, account: number, purpose: PurposeName): Party | undefined {
    if (account === accounts.economy) return OUTSIDE.has(purpose) ? undefined : "suppliers";
    const institution = this.institutions.get(account);
    if (institution !== undefined) return institution;
    if (ledger.holders[account] === Holder.provider) return "providers";
    if (OUTSIDE.has(purpose)) return undefined;
    return ledger.holders[account] === Holder.worker ? "workers" : "people";
  }
}

const institutionsOf = ({ accounts }: World): ReadonlyMap<number, Party> =>
  new Map([
    [accounts.council, "reserves"],
    [accounts.reserves, "reserves"],
    [accounts.exchequer, "state"],
    [accounts.hmrc, "state"],
    [accounts.localTaxpayers, "taxpayers"],
    [accounts.nhs, "nhs"],
    [accounts.pensions, "workers"],
    [accounts.banks, "providers"],
    [accounts.owners, "providers"],
    [accounts.careHomes, "careHomes"],
  ]);

/** What agencies have invoiced and wait for, one by one, and banks in place of those that are gone. */
function owedByCouncil(world: World): number {
  const rows = Array.from({ length: world.providers.rows }, (_, row) => owedTo(world, row));
  return [...rows, ...world.market.dueToBanks].reduce((sum, pence) => sum + pence, 0);
}
