/** The council keeps large providers whose cash is gone from failing at once, as far as its yearly sum goes. */
import { Purpose } from "../world/accounts.ts";
import { ProviderKind } from "../world/codes.ts";
import { EventKind } from "../world/events.ts";
import { DECISION_WEEKS } from "../world/providers.ts";
import type { World } from "../world/world.ts";

/**
 * In weeks of decision, each provider that would fail is paid what its cash lacks to its overdraft limit, the largest
 * first; a part would save nobody. It stays at its limit, and has as many weeks as policy gives to recover or to be
 * handed over in order.
 */
export function supportProviders(world: World): void {
  const { providers, era, week } = world;
  const { emergencySupport, emergencyClients, emergencyWeeks } = era.providers;
  if (emergencySupport === 0 || week % DECISION_WEEKS !== DECISION_WEEKS - 1) return;
  const { kind, clients, supported } = providers.columns;
  const failing: number[] = [];
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    if (kind[row] === ProviderKind.inHouse || clients[row] < emergencyClients) continue;
    if (supported[row] + DECISION_WEEKS <= emergencyWeeks && lacking(world, row) > 0) failing.push(row);
  }
  failing.sort((a, b) => clients[b] - clients[a] || providers.keys[a] - providers.keys[b]);
  for (const row of failing) keepUp(world, row);
}

/** How far a provider's cash is under its overdraft limit, pence; not above zero where it is not. */
function lacking({ providers, era, ledger }: World, row: number): number {
  const { account, costMean } = providers.columns;
  return -era.providers.overdraftWeeks * Math.max(costMean[row], 1) - ledger.balances[account[row]];
}

function keepUp(world: World, row: number): void {
  const { providers, council, era, ledger, accounts, events, tally, week } = world;
  const yearly = era.providers.emergencySupport * era.size.scale;
  // A penny more than half up, so that the limit is really reached.
  const sum = ledger.round(lacking(world, row)) + ledger.unit;
  if (council.supportGiven + sum > yearly) return;
  council.supportGiven += sum;
  providers.columns.supported[row] += DECISION_WEEKS;
  ledger.transfer(accounts.council, providers.columns.account[row], sum, Purpose.providerSupport);
  tally.supported += 1;
  events.add(week, EventKind["provider.supported"], providers.keys[row], sum);
}
