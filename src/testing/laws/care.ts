/** Laws of care: nobody gives, gets or pays for more than was agreed. */
import { Employment, Funding, ProviderStatus, Service, Stage } from "../../model/world/codes.ts";
import { PURPOSES } from "../../model/world/accounts.ts";
import type { World } from "../../model/world/world.ts";
import type { Notes } from "../law.ts";
import { weeklyLaw } from "../weekly.ts";
import { lineOf } from "./recount-sources.ts";

export const E5 = weeklyLaw(
  "E5",
  "People get exactly what workers give; nobody works with people longer than is paid, or longer than the worker has.",
  ["worker-weeks of care", "provider-weeks of care"],
  (notes) => ({
    after: (phase, world) => {
      if (phase !== "delivery") return;
      const given = new Map<number, number>();
      giveByWorkers(notes, world, given);
      const { people, providers, week } = world;
      const { provider, delivered } = people.columns;
      const got = new Map<number, number>();
      for (let index = 0; index < people.liveCount; index++) {
        const row = people.live[index];
        if (provider[row] >= 0) got.set(provider[row], (got.get(provider[row]) ?? 0) + delivered[row]);
      }
      for (let index = 0; index < providers.liveCount; index++) {
        const row = providers.live[index];
        const [gave, came, says] = [given.get(row) ?? 0, got.get(row) ?? 0, providers.columns.delivered[row]];
        const key = providers.keys[row];
        if (came > 0) notes.seen("provider-weeks of care");
        notes.unless(
          gave === came && came === says,
          () => `week ${week}: provider ${key}: ${gave}, ${came} and ${says}`,
        );
      }
    },
  }),
);

/** Holds each worker's week against the worker's time; sums contact minutes by provider row. */
function giveByWorkers(notes: Notes, world: World, given: Map<number, number>): void {
  const { workers, providers, era, week } = world;
  const { employment, provider, contact, paid, usual } = workers.columns;
  for (let index = 0; index < workers.liveCount; index++) {
    const row = workers.live[index];
    const own = provider[row];
    const says = (): string => `week ${week}: worker ${workers.keys[row]}: ${contact[row]} contact, ${paid[row]} paid`;
    notes.unless(contact[row] >= 0 && contact[row] <= paid[row], says);
    if (employment[row] === Employment.seeking) notes.unless(paid[row] === 0, says);
    if (employment[row] !== Employment.provider) continue;
    if (contact[row] > 0) notes.seen("worker-weeks of care");
    given.set(own, (given.get(own) ?? 0) + contact[row]);
    const travel = providers.columns.travel[own];
    const able = usual[row] * era.labour.attendance * (1 + era.labour.flexibleHours);
    // A slice of whole minutes can round up by one.
    notes.unless((contact[row] - 1) * (1 + travel) <= able + 1e-6, () => `${says()}, ${able} minutes in all`);
    const most = contact[row] * (1 + travel) * (1 + era.wages.leaveShare) + 1;
    notes.unless(paid[row] <= most, () => `${says()}, and ${most} worked with travel and leave`);
  }
}

const KINDS_OF_FUNDING = new Set<number>(Object.values(Funding)) as ReadonlySet<number>;
const KINDS_OF_SERVICE = new Set<number>(Object.values(Service)) as ReadonlySet<number>;

export const E7 = weeklyLaw(
  "E7",
  "Everybody has exactly one route and, once served, exactly one source of care; whoever waits has none, and no care " +
    "agreed with anybody, from the founding on.",
  ["person-weeks of waiting", "person-weeks of service", "people who wait at the founding"],
  (notes) => ({
    founded: (world) => {
      const { stage } = world.people.columns;
      for (const row of world.people.live.subarray(0, world.people.liveCount)) {
        if (stage[row] === Stage.served) continue;
        notes.seen("people who wait at the founding");
        checkWaiting(notes, world, row);
      }
    },
    week: (world) => {
      const { people, providers, week } = world;
      const { funding, service, stage, provider, assistants } = people.columns;
      for (let index = 0; index < people.liveCount; index++) {
        const row = people.live[index];
        const own = provider[row];
        const says = (): string =>
          `week ${week}: person ${people.keys[row]}, stage ${stage[row]}, route ${funding[row]}, service ${service[row]}, provider ${own}`;
        notes.unless(KINDS_OF_FUNDING.has(funding[row]) && KINDS_OF_SERVICE.has(service[row]), says);
        if (stage[row] !== Stage.served) {
          notes.seen("person-weeks of waiting");
          notes.unless(own < 0 && assistants[row] === 0, says);
          checkWaiting(notes, world, row);
          continue;
        }
        notes.seen("person-weeks of service");
        notes.unless(funding[row] !== Funding.none && service[row] !== Service.none, says);
        const alone = service[row] === Service.assistant || service[row] === Service.community;
        const served = own >= 0 && providers.columns.status[own] === ProviderStatus.trading;
        notes.unless(alone ? own < 0 : served, says);
        if (service[row] !== Service.assistant) notes.unless(assistants[row] === 0, says);
      }
    },
  }),
);

function checkWaiting(notes: Notes, { people, week }: World, row: number): void {
  const { bought, delivered, stage } = people.columns;
  notes.unless(
    bought[row] === 0 && delivered[row] === 0,
    () =>
      `week ${week}: person ${people.keys[row]}, stage ${stage[row]}, has ${bought[row]} minutes agreed, ${delivered[row]} given`,
  );
}

/** What people paid this week, by account and purpose. */
type Paid = Map<number, number>;

const spentOn = (paid: Paid, purpose: (typeof PURPOSES)[number], account: number): number =>
  paid.get(lineOf(account, PURPOSES.indexOf(purpose))) ?? 0;

export const E12 = weeklyLaw(
  "E12",
  "A top-up is what care costs beyond the direct payment and what stays unpaid for an unpaid charge, or what a family " +
    "adds to a managed package, never less than nothing; nobody is charged more than the means test allows or than the care costs; " +
    "a third party keeps its fee of a budget and spends no more than is left.",
  ["charges", "top-ups", "top-ups of assistants and community options", "bad debts", "budgets held by third parties"],
  (notes) => {
    const paid: Paid = new Map();
    return {
      transfer: (from, _to, pence, purpose) => {
        const key = lineOf(from, purpose);
        paid.set(key, (paid.get(key) ?? 0) + pence);
      },
      before: (phase) => {
        if (phase === "money") paid.clear();
      },
      after: (phase, world) => {
        if (phase === "money") checkCharges(notes, world, paid);
      },
    };
  },
);

function checkCharges(notes: Notes, world: World, paid: Paid): void {
  const { people, providers, ledger, week } = world;
  const { account, budgetAccount, charge, topUp, funding, service, provider, delivered, stage, extra } = people.columns;
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    const own = (purpose: (typeof PURPOSES)[number], from: number): number => spentOn(paid, purpose, from);
    const charged = own("charge", account[row]) + own("directPaymentCharge", account[row]);
    const added = own("topUp", account[row]);
    const says = (): string => `week ${week}: person ${people.keys[row]}, charged ${charged}, topped up ${added}`;
    if (charged > 0) notes.seen("charges");
    if (added > 0) notes.seen("top-ups");
    notes.unless(charged <= charge[row], () => `${says()}, means test ${charge[row]}`);
    notes.unless(topUp[row] >= 0, () => `${says()}, and ${topUp[row]} is written down`);
    const holder = funding[row] === Funding.directPayment && stage[row] === Stage.served;
    notes.unless(holder || extra[row] > 0 || added === 0, () => `${says()} without a direct payment`);
    if (extra[row] > 0) checkExtra(notes, world, row, added);
    if (funding[row] === Funding.thirdParty && stage[row] === Stage.served) checkFund(notes, world, row, paid);
    if (!holder) continue;
    notes.unless(topUp[row] === added, () => `${says()}, and ${topUp[row]} is written down`);
    const left = ledger.balances[budgetAccount[row]];
    if (added > 0 && service[row] !== Service.homeCare) notes.seen("top-ups of assistants and community options");
    notes.unless(added === 0 || left === 0, () => `${says()} with ${left} still in the budget`);
    if (service[row] !== Service.homeCare) continue;
    const price = providers.columns.price[provider[row]];
    const cost = ledger.unit * Math.floor((delivered[row] * price) / 60 / ledger.unit + 0.5);
    const fromBudget = own("directPaymentPurchase", budgetAccount[row]);
    const unpaid = cost - fromBudget - added;
    // Whoever did not pay the charge in may leave that much of the care unpaid.
    const owed = own("directPaymentCharge", account[row]) === 0 ? charge[row] : 0;
    if (unpaid > 0) notes.seen("bad debts");
    notes.unless(unpaid >= 0 && unpaid <= owed, () => `${says()}, ${fromBudget} from the budget, care cost ${cost}`);
  }
}

/** A family pays the agency's price for its own part of the minutes that came, and for nothing else. */
function checkExtra(notes: Notes, { people, providers, ledger, week }: World, row: number, added: number): void {
  const { delivered, fromBank, fromPool, bought, extra, topUp, provider } = people.columns;
  const visits = delivered[row] - fromBank[row] - fromPool[row];
  const own = Math.floor((visits * extra[row]) / bought[row]);
  const price = providers.columns.price[provider[row]];
  const due = ledger.unit * Math.floor((own * price) / 60 / ledger.unit + 0.5);
  const says = (): string => `week ${week}: the family of ${people.keys[row]} added ${added} for ${own} minutes`;
  notes.unless(added === due && topUp[row] === due, () => `${says()}, which cost ${due}`);
}

/** Holds what a third party did with somebody's budget against the lever and the price. */
function checkFund(notes: Notes, world: World, row: number, paid: Paid): void {
  const { people, providers, council, ledger, era, week } = world;
  const { account, budgetAccount, charge, group, assessed, budgetRatio, delivered, provider } = people.columns;
  const fund = budgetAccount[row];
  const whole = (pence: number): number => ledger.unit * Math.floor(pence / ledger.unit + 0.5);
  const budget = whole((assessed[row] / 60) * council.directPaymentRate[group[row]] * budgetRatio[row]);
  const cost = whole((delivered[row] * providers.columns.price[provider[row]]) / 60);
  const fee = spentOn(paid, "managementFee", fund);
  const spent = spentOn(paid, "serviceFundPurchase", fund);
  const charged = spentOn(paid, "charge", account[row]);
  const says = (): string => `week ${week}: person ${people.keys[row]}, budget ${budget}, fee ${fee}, care ${spent}`;
  notes.seen("budgets held by third parties");
  notes.unless(fee === whole(budget * era.route.thirdPartyFee), says);
  notes.unless(charged === Math.min(charge[row], budget), () => `${says()}, charged ${charged} of ${charge[row]}`);
  const left = ledger.balances[fund];
  notes.unless(spent === cost || (spent < cost && left === 0), () => `${says()} of ${cost}, with ${left} left`);
}
