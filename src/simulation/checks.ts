/** What must hold after every week. Basic checks always; the full weekly laws when asked for. */
import { BrokenInvariant, invariant } from "../kernel/index.ts";
import { Employment, Funding, isManaged, ProviderKind, ProviderStatus, Service, Stage } from "../model/world/codes.ts";
import type { World } from "../model/world/world.ts";

export type CheckLevel = "basic" | "full";

/** Stops the run at the first law that does not hold. */
export function checkWeek(world: World, level: CheckLevel): void {
  world.ledger.check();
  if (level === "basic") return;
  checkCouncil(world);
  checkPeople(world);
  checkWorkers(world);
  checkProviders(world);
  checkFinite(world);
}

function checkCouncil(world: World): void {
  const balance = world.ledger.balances[world.accounts.council];
  invariant(balance === 0, "E3", world.week, 0, () => `the council's week leaves ${balance} pence unaccounted for`);
  const reserves = world.ledger.balances[world.accounts.reserves];
  invariant(reserves >= 0, "E13", world.week, 0, () => `reserves of ${reserves} pence`);
}

function checkPeople(world: World): void {
  const { people, providers, ledger, week } = world;
  const columns = people.columns;
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    const key = people.keys[row];
    const { delivered, bought, fromBank, fromPool, banked, provider, stage, funding, service, topUp } = columns;
    if (index > 0 && people.keys[people.live[index - 1]] >= key) {
      throw new BrokenInvariant("E15", week, key, "people are not in key order");
    }
    if (banked[row] < 0) throw new BrokenInvariant("E18", week, key, `a bank of ${banked[row]} minutes`);
    if (delivered[row] > bought[row] + fromBank[row] + fromPool[row] || delivered[row] < 0) {
      throw new BrokenInvariant("E6", week, key, `${delivered[row]} minutes came, ${bought[row]} were agreed`);
    }
    if (topUp[row] < 0) throw new BrokenInvariant("E12", week, key, `a top-up of ${topUp[row]} pence`);
    const own = provider[row];
    if (own >= 0 && providers.columns.status[own] !== ProviderStatus.trading) {
      throw new BrokenInvariant("E9", week, key, `provider ${providers.keys[own]} no longer trades`);
    }
    if (own >= 0 && stage[row] !== Stage.served) {
      throw new BrokenInvariant("E7", week, key, "somebody who is not served has a provider");
    }
    if (stage[row] !== Stage.served && bought[row] + delivered[row] > 0) {
      throw new BrokenInvariant("E7", week, key, `${bought[row]} minutes are agreed with nobody`);
    }
    const needsProvider = service[row] !== Service.assistant && service[row] !== Service.community;
    if (stage[row] === Stage.served && needsProvider && own < 0) {
      throw new BrokenInvariant("E7", week, key, "somebody is served by nobody");
    }
    const hasRoute = stage[row] === Stage.seeking || stage[row] === Stage.served;
    if (hasRoute && funding[row] === Funding.none) {
      throw new BrokenInvariant("E7", week, key, "nobody pays for somebody's care");
    }
    const agreed = funding[row] !== Funding.none || columns.assessed[row] + bought[row] + delivered[row] > 0;
    if (stage[row] === Stage.refused && agreed) {
      throw new BrokenInvariant("E7", week, key, "somebody refused care has some");
    }
    const offFramework = own >= 0 && providers.columns.kind[own] === ProviderKind.agency && isManaged(funding[row]);
    if (offFramework && columns.spot[row] === 0 && columns.rate[row] !== 0) {
      throw new BrokenInvariant("E11", week, key, "a package has a spot price and is not a spot package");
    }
    const household = ledger.balances[columns.account[row]];
    const budget = ledger.balances[columns.budgetAccount[row]];
    if (household < 0 || budget < 0) {
      throw new BrokenInvariant("E13", week, key, `a household of ${household} and a budget of ${budget} pence`);
    }
  }
}

function checkWorkers(world: World): void {
  const { workers, providers, era, week } = world;
  const { employment, provider, person, contact, paid, usual, wage } = workers.columns;
  const given = new Float64Array(providers.rows);
  for (let index = 0; index < workers.liveCount; index++) {
    const row = workers.live[index];
    const key = workers.keys[row];
    const withProvider = employment[row] === Employment.provider;
    const withPerson = employment[row] === Employment.person;
    if (withProvider !== provider[row] >= 0 || withPerson !== person[row] >= 0) {
      throw new BrokenInvariant("E8", week, key, "employment and employer do not agree");
    }
    if (withPerson && world.people.columns.stage[person[row]] === Stage.gone) {
      throw new BrokenInvariant("E8", week, key, "an assistant works for somebody who has left");
    }
    if (contact[row] > paid[row]) {
      throw new BrokenInvariant("E5", week, key, `${contact[row]} contact minutes, ${paid[row]} paid`);
    }
    const least = withProvider ? providers.columns.wage[provider[row]] : withPerson ? wage[row] : era.wages.floor;
    if (least < era.wages.floor - 1e-9) {
      throw new BrokenInvariant("E4", week, key, `${least} pence an hour under a floor of ${era.wages.floor}`);
    }
    if (!withProvider) continue;
    if (providers.columns.status[provider[row]] !== ProviderStatus.trading) {
      throw new BrokenInvariant("E9", week, key, "a provider that no longer trades employs somebody");
    }
    const able = usual[row] * era.labour.attendance * (1 + era.labour.flexibleHours);
    if (contact[row] > able + 1) throw new BrokenInvariant("E5", week, key, `${contact[row]} of ${able} minutes`);
    given[provider[row]] += contact[row];
  }
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    const { delivered } = providers.columns;
    // Providers that opened or lost staff after delivery begin to count next week.
    if (providers.columns.enteredWeek[row] === week || delivered[row] === given[row]) continue;
    if (given[row] > delivered[row]) {
      throw new BrokenInvariant(
        "E5",
        week,
        providers.keys[row],
        `workers gave ${given[row]}, people got ${delivered[row]}`,
      );
    }
  }
}

function checkProviders(world: World): void {
  const { providers, council, era, week } = world;
  const { framework, status, kind } = providers.columns;
  for (let index = 0; index < providers.liveCount; index++) {
    const row = providers.live[index];
    const key = providers.keys[row];
    if (status[row] !== ProviderStatus.trading) throw new BrokenInvariant("E9", week, key, "is listed and has left");
    if (framework[row] === 1 && kind[row] !== ProviderKind.agency) {
      throw new BrokenInvariant("E11", week, key, "is on the framework and no agency");
    }
  }
  invariant(council.fee >= era.framework.feeFloor * era.wages.floor - 1e-9, "E16", week, 0, () => `fee ${council.fee}`);
}

function checkFinite(world: World): void {
  for (const table of [world.people, world.workers, world.providers]) {
    for (const [name, values] of Object.entries(table.columns)) {
      if (!(values instanceof Float64Array)) continue;
      for (let index = 0; index < table.liveCount; index++) {
        const row = table.live[index];
        if (Number.isFinite(values[row])) continue;
        throw new BrokenInvariant("E15", world.week, table.keys[row], `${table.name}.${name} is ${values[row]}`);
      }
    }
  }
}
