/** The law of reports: what a result says, a second count from transfers, events and the world says too. */
import { placeInRound, TURN_WEEKS, WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { Employment, Funding, ProviderKind, Service, Stage } from "../../model/world/codes.ts";
import { EVENT_KINDS, EventCause } from "../../model/world/events.ts";
import { PURPOSES } from "../../model/world/accounts.ts";
import type { World } from "../../model/world/world.ts";
import { weeklyLaw } from "../weekly.ts";
import { Books } from "./accounts.ts";
import { RECOUNTS_OF_ROWS } from "./recount-groups.ts";

/** What a recount goes by: the week's money by purpose, the week's events by code, and all transfers so far. */
interface Sources {
  readonly world: World;
  readonly money: (purpose: (typeof PURPOSES)[number]) => number;
  /** Events of the week of a code, of any cause or of one. */
  readonly events: (code: string, cause?: keyof typeof EventCause) => number;
  /** The largest amount of the week's events of these codes, 0 where there was none. */
  readonly largest: (codes: readonly string[]) => number;
  readonly books: Books;
  /** By measure what each quarter of the people came to when its turn last was: a sum and how many people. */
  readonly quarters: Record<string, (readonly [number, number])[]>;
}

/** People for whom something is true, counted over stored rows and keys rather than along the list of the living. */
function people({ world }: Sources, holds: (row: number) => boolean): number {
  let count = 0;
  for (const row of new Set(world.people.live.subarray(0, world.people.liveCount))) if (holds(row)) count += 1;
  return count;
}

const isFunded = ({ columns }: World["people"], row: number): boolean =>
  (columns.stage[row] === Stage.seeking || columns.stage[row] === Stage.served) &&
  columns.funding[row] !== Funding.selfFunded &&
  columns.funding[row] !== Funding.shortTerm;

const providersOf = ({ world: { providers } }: Pick<Sources, "world">, kind: number): readonly number[] =>
  [...new Set(providers.live.subarray(0, providers.liveCount))].filter((row) => providers.columns.kind[row] === kind);
const agencies = (sources: Pick<Sources, "world">): readonly number[] => providersOf(sources, ProviderKind.agency);
const micros = (sources: Sources): readonly number[] => providersOf(sources, ProviderKind.micro);

const yearly = (pence: number): number => (pence / 1e8) * WEEKS_PER_YEAR;

/** Share of needed minutes that did not come, per cent. */
function unmet(sources: Sources): number {
  const { people: table } = sources.world;
  let needed = 0;
  let missing = 0;
  people(sources, (row) => {
    if (!isFunded(table, row)) return false;
    needed += table.columns.need[row];
    missing += Math.max(0, table.columns.need[row] - table.columns.delivered[row]);
    return true;
  });
  return needed > 0 ? (missing / needed) * 100 : Number.NaN;
}

/** Empty over wanted posts of agencies, per cent. */
function vacancies(sources: Sources): number {
  const { posts, workers } = sources.world.providers.columns;
  const wanted = agencies(sources).reduce((sum, row) => sum + posts[row], 0);
  const empty = agencies(sources).reduce((sum, row) => sum + Math.max(0, posts[row] - workers[row]), 0);
  return wanted > 0 ? (empty / wanted) * 100 : Number.NaN;
}

/** Banked time, person by person and agency by agency, hours. */
function bankedHours({ world }: Sources): number {
  const minutes = [...world.people.live.subarray(0, world.people.liveCount)].map(
    (row) => world.people.columns.banked[row],
  );
  const pools = agencies({ world }).map((row) => world.providers.columns.pooled[row]);
  return [...minutes, ...pools].reduce((sum, each) => sum + each / 60, 0);
}

/** Mean of something over funded people in care, each quarter of them as it was when its turn last was. */
function overTurns({ world, quarters }: Sources, name: "continuity" | "life"): number {
  const { live, liveCount, keys, columns } = world.people;
  const kept = (quarters[name] ??= []);
  for (let slot = 0; slot < TURN_WEEKS; slot++) {
    if (kept[slot] !== undefined && slot !== world.week % TURN_WEEKS) continue;
    const rows = [...new Set(live.subarray(0, liveCount))].filter(
      (row) =>
        placeInRound(keys[row]) % TURN_WEEKS === slot &&
        isFunded(world.people, row) &&
        columns.stage[row] === Stage.served,
    );
    kept[slot] = [rows.reduce((sum, row) => sum + columns[name][row], 0), rows.length];
  }
  const count = kept.reduce((sum, [, served]) => sum + served, 0);
  return count > 0 ? kept.reduce((sum, [total]) => sum + total, 0) / count : Number.NaN;
}

/** What the journal has left in direct-payment accounts of people who are served. */
function unspent({ world, books }: Sources): number {
  const { stage, funding, budgetAccount } = world.people.columns;
  return [...new Set(world.people.live.subarray(0, world.people.liveCount))]
    .filter((row) => funding[row] === Funding.directPayment && stage[row] === Stage.served)
    .reduce((sum, row) => sum + books.of(budgetAccount[row]) / 1e8, 0);
}

/** The mean over agencies' clients, one by one, of something that their agency's quality says. */
function overClients(sources: Sources, of: (quality: number) => number): number {
  const { provider } = sources.world.people.columns;
  const own = new Set(agencies(sources));
  let [sum, count] = [0, 0];
  people(sources, (row) => {
    if (!own.has(provider[row])) return false;
    sum += of(sources.world.providers.columns.quality[provider[row]]);
    count += 1;
    return true;
  });
  return count > 0 ? sum / count : Number.NaN;
}

/** Minutes agreed with community options over what grants of the week leave of their room, per cent. */
function communityUsed(sources: Sources): number {
  const { people: table, market, era, council } = sources.world;
  let minutes = 0;
  people(sources, (row) => {
    if (table.columns.service[row] === Service.community) minutes += table.columns.bought[row];
    return true;
  });
  const { volunteersShare, voluntaryGrants } = era.council;
  const opening = council.openingVoluntary;
  const kept = opening > 0 ? (council.otherRatio * voluntaryGrants) / opening : 1;
  const places = market.communityRoom * (volunteersShare + kept - kept * volunteersShare);
  return places > 0 ? (minutes / places) * 100 : Number.NaN;
}

/** All spending lines of the council, pence. */
function spending({ money }: Sources): number {
  const homeCare = money("homeCareFee") + money("inHouseFee");
  const arranged = homeCare + money("supportedLivingFee") + money("dayFee");
  const direct = money("directPayment") + money("serviceFund") - money("clawBack");
  const support = money("paymentSupport") + money("paymentCard") + money("assistantCheck");
  const others = money("careHomeFee") + money("assessmentStaff") + money("otherSpend") + money("monitoringLicence");
  const market = money("voluntaryGrant") + money("providerSupport") + money("marketShaping");
  return arranged + direct + others + support + market + money("jointTeams");
}

const RECOUNTS: Readonly<Record<string, (sources: Sources) => number>> = {
  "people.funded": (s) => people(s, (row) => isFunded(s.world.people, row)),
  "people.directPayment": (s) =>
    people(s, (row) => isFunded(s.world.people, row) && s.world.people.columns.funding[row] === Funding.directPayment),
  "people.awaitingCare": (s) => people(s, (row) => s.world.people.columns.stage[row] === Stage.seeking),
  "people.awaitingAssessment": (s) => people(s, (row) => s.world.people.columns.stage[row] === Stage.assessment),
  "people.refused": (s) => people(s, (row) => s.world.people.columns.stage[row] === Stage.refused),
  "people.refusals": (s) => s.events("person.refused"),
  "people.refusedReturned": (s) => s.events("person.cameBack"),
  "people.communityOptions": (s) =>
    people(s, (row) => {
      const { funding, service, stage } = s.world.people.columns;
      const holds = funding[row] === Funding.directPayment && service[row] === Service.community;
      return holds && stage[row] === Stage.served;
    }),
  "providers.communityUsedPercent": communityUsed,
  "people.switches": (s) => s.events("person.switched"),
  "people.crises": (s) => s.events("person.crisis"),
  "people.careHomeAdmissions": (s) => s.events("person.careHome"),
  "unmet.hoursPercent": unmet,
  "providers.trading": (s) => agencies(s).length,
  "providers.failures": (s) => s.events("provider.failed"),
  "providers.closures": (s) => s.events("provider.closed"),
  "providers.woundUp": (s) => s.events("provider.closed", "cash gone, wound up"),
  "providers.stopped": (s) => s.events("provider.closed", "owner's reasons"),
  "providers.entries": (s) => s.events("provider.entered"),
  "providers.transfers": (s) => s.events("provider.transferred"),
  "providers.micro": (s) => micros(s).length,
  "providers.microClients": (s) => people(s, (row) => micros(s).includes(s.world.people.columns.provider[row])),
  "providers.microOpened": (s) => s.events("provider.microOpened"),
  "providers.microClosed": (s) => s.events("provider.microClosed"),
  "providers.supported": (s) => s.events("provider.supported"),
  "providers.quality": (s) => overClients(s, (quality) => quality),
  "providers.poorQualityPercent": (s) => 100 * overClients(s, (quality) => (quality < -1 ? 1 : 0)),
  "council.providerSupport": (s) => yearly(s.money("providerSupport")),
  "providers.handBacks": (s) => s.events("package.handedBack"),
  "framework.members": (s) => agencies(s).filter((row) => s.world.providers.columns.framework[row] === 1).length,
  "prices.frameworkFee": (s) => s.world.council.fee / 100,
  "workforce.personalAssistants": (s) => {
    const { workers } = s.world;
    const live = [...workers.live.subarray(0, workers.liveCount)];
    return live.filter((row) => workers.columns.employment[row] === Employment.person).length;
  },
  "workforce.vacancyPercent": vacancies,
  "council.grossSpend": (s) => yearly(spending(s)),
  "council.monitoringSpend": (s) => yearly(s.money("monitoringLicence")),
  "framework.bankedHours": bankedHours,
  "outcomes.continuity": (s) => overTurns(s, "continuity"),
  "outcomes.qualityOfLife": (s) => overTurns(s, "life"),
  "framework.chosenPercent": (s) => {
    const { placed } = s.world.tally;
    return placed > 0 ? (s.events("person.choseAgency") / placed) * 100 : Number.NaN;
  },
  "providers.largestExit": (s) => s.largest(["provider.failed", "provider.closed", "provider.microClosed"]),
  "council.preceptIncome": (s) => yearly(s.money("precept")),
  "council.charges": (s) => yearly(s.money("charge") + s.money("directPaymentCharge")),
  "council.overspend": (s) => yearly(s.money("overspend")),
  "council.reserves": (s) => s.books.of(s.world.accounts.reserves) / 1e8,
  "nhs.betterCareFund": (s) => yearly(s.money("betterCareFund")),
  "topUps.total": (s) => yearly(s.money("topUp")),
  "directPayments.clawedBack": (s) => yearly(s.money("clawBack")),
  "directPayments.unspent": unspent,
  "safety.concerns": (s) => s.events("person.safeguarding"),
  "sufficiency.reviews": (s) => s.events("person.budgetReview"),
  "workforce.assistantHires": (s) => s.events("person.hiredAssistant"),
  "nhs.reablementStarts": (s) => s.events("person.reablement"),
  ...Object.fromEntries(
    Object.entries(RECOUNTS_OF_ROWS).map(([key, of]) => [key, ({ world }: Sources): number => of(world)]),
  ),
};

const isSame = (is: number, should: number): boolean =>
  Object.is(is, should) || Math.abs(is - should) <= 1e-9 * Math.max(1, Math.abs(should));

export const E14 = weeklyLaw(
  "E14",
  "Every reported figure that is recounted from the journal, the events or the world comes out the same.",
  Object.keys(RECOUNTS),
  (notes, { scenario }) => {
    const books = new Books();
    const moved = new Map<string, number>();
    const quarters = {};
    let eventsBefore = 0;
    const counted: Record<string, number>[] = [];
    return {
      transfer: (from, to, pence, purpose) => {
        books.transfer(from, to, pence);
        moved.set(PURPOSES[purpose], (moved.get(PURPOSES[purpose]) ?? 0) + pence);
      },
      before: (phase, world) => {
        if (phase !== "calendar") return;
        moved.clear();
        eventsBefore = world.events.count;
      },
      week: (world) => {
        if (world.week < scenario.burnInWeeks) return;
        const kinds = [...world.events.columns.kind.subarray(eventsBefore, world.events.count)];
        const causes = world.events.columns.cause.subarray(eventsBefore, world.events.count);
        const amounts = world.events.columns.amount.subarray(eventsBefore, world.events.count);
        const sources: Sources = {
          world,
          money: (purpose) => moved.get(purpose) ?? 0,
          events: (code, cause) =>
            kinds.filter(
              (kind, at) =>
                EVENT_KINDS[kind].code === code && (cause === undefined || causes[at] === EventCause[cause]),
            ).length,
          largest: (codes) =>
            Math.max(0, ...kinds.map((kind, at) => (codes.includes(EVENT_KINDS[kind].code) ? amounts[at] : 0))),
          books,
          quarters,
        };
        counted.push(Object.fromEntries(Object.entries(RECOUNTS).map(([key, recount]) => [key, recount(sources)])));
      },
      finish: ({ weekly }) => {
        for (const key of Object.keys(RECOUNTS)) {
          for (const [week, counts] of counted.entries()) {
            const [is, should] = [weekly[key][week], counts[key]];
            if (should > 0) notes.seen(key);
            notes.unless(isSame(is, should), () => `recorded week ${week}: ${key} is ${is}, a recount says ${should}`);
          }
        }
      },
    };
  },
);
