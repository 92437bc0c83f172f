/** Second counts of the measures, each from agents, events and transfers, none from what the measure is made of. */
import { Employment, Funding, Service, Stage } from "../../model/world/codes.ts";
import { cameForNeed } from "./banked-time.ts";
import { RECOUNTS_OF_ROWS } from "./recount-groups.ts";
import { HEADLINES } from "./recount-headlines.ts";
import { HOSPITAL } from "./recount-hospital.ts";
import { voluntaryWork } from "./recount-information.ts";
import { LIVES } from "./recount-lives.ts";
import { MARKET } from "./recount-market.ts";
import { MONEY } from "./recount-money.ts";
import { OTHERS } from "./recount-others.ts";
import {
  agencies,
  type Count,
  fundedRows,
  isFunded,
  micros,
  overQuarters,
  people,
  rows,
  type Sources,
  yearly,
} from "./recount-sources.ts";
import { PARTS_OF_LIFE } from "./recount-truth.ts";

/** Share of the minutes that these people need which did not come, per cent. */
function unmetOf(sources: Sources, own: readonly number[]): number {
  const { people: table } = sources.world;
  let needed = 0;
  let missing = 0;
  for (const row of own) {
    needed += table.columns.need[row];
    missing += Math.max(0, table.columns.need[row] - cameForNeed(table, row));
  }
  return needed > 0 ? (missing / needed) * 100 : Number.NaN;
}

/** Funded people who have a direct payment, whoever gives the care or is looked for. */
const holding = (sources: Sources): readonly number[] =>
  fundedRows(sources).filter((row) => sources.world.people.columns.funding[row] === Funding.directPayment);

/** Empty over wanted posts of agencies, per cent. */
function vacancies(sources: Sources): number {
  const { posts, workers } = sources.world.providers.columns;
  const wanted = agencies(sources).reduce((sum, row) => sum + posts[row], 0);
  const empty = agencies(sources).reduce((sum, row) => sum + Math.max(0, posts[row] - workers[row]), 0);
  return wanted > 0 ? (empty / wanted) * 100 : Number.NaN;
}

/** Banked time, person by person and agency by agency, hours. */
function bankedHours(sources: Sources): number {
  const { world } = sources;
  const minutes = rows(sources).map((row) => world.people.columns.banked[row]);
  const pools = agencies(sources).map((row) => world.providers.columns.pooled[row]);
  return [...minutes, ...pools].reduce((sum, each) => sum + each / 60, 0);
}

/** Mean of something over funded people in care, each quarter of them as it was when its turn last was. */
function overTurns(sources: Sources, name: "continuity" | "life"): number {
  const { people: table } = sources.world;
  const [total, count] = overQuarters(sources, name, (turn) => {
    const own = turn.filter((row) => isFunded(table, row) && table.columns.stage[row] === Stage.served);
    return [own.reduce((sum, row) => sum + table.columns[name][row], 0), own.length];
  });
  return count > 0 ? total / count : Number.NaN;
}

/** What the journal has left in direct-payment accounts of people who are served. */
function unspent(sources: Sources): number {
  const { stage, funding, budgetAccount } = sources.world.people.columns;
  return rows(sources)
    .filter((row) => funding[row] === Funding.directPayment && stage[row] === Stage.served)
    .reduce((sum, row) => sum + sources.books.of(budgetAccount[row]) / 1e8, 0);
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
  const { people: table, market } = sources.world;
  let minutes = 0;
  people(sources, (row) => {
    if (table.columns.service[row] === Service.community) minutes += table.columns.bought[row];
    return true;
  });
  const places = market.communityRoom * voluntaryWork(sources.world);
  return places > 0 ? (minutes / places) * 100 : Number.NaN;
}

/** All spending lines of the council before charges, pence. */
function spending({ money }: Sources): number {
  const homeCare = money("homeCareFee") + money("inHouseFee");
  const arranged = homeCare + money("supportedLivingFee") + money("dayFee");
  const payments = money("directPayment") + money("directPaymentCharge");
  const direct = payments + money("serviceFund") - money("clawBack");
  const support = money("paymentSupport") + money("paymentCard") + money("assistantCheck");
  const others = money("careHomeFee") + money("assessmentStaff") + money("otherSpend") + money("monitoringLicence");
  const market = money("voluntaryGrant") + money("providerSupport") + money("marketShaping");
  return arranged + direct + others + support + market + money("jointTeams");
}

export const RECOUNTS: Readonly<Record<string, (sources: Sources) => Count>> = {
  "people.funded": (s) => fundedRows(s).length,
  "people.directPayment": (s) =>
    fundedRows(s).filter((row) => s.world.people.columns.funding[row] === Funding.directPayment).length,
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
  "unmet.hoursPercent": (s) => unmetOf(s, fundedRows(s)),
  "unmet.hoursPercent.directPayment": (s) => unmetOf(s, holding(s)),
  "providers.trading": (s) => agencies(s).length,
  "providers.failures": (s) => s.events("provider.failed"),
  "providers.closures": (s) => s.events("provider.closed"),
  "providers.woundUp": (s) => s.events("provider.closed", "cash gone, wound up"),
  "providers.stopped": (s) =>
    s.events("provider.closed", "owner's reasons") + s.events("provider.closed", "nobody on its books"),
  "providers.entries": (s) => s.events("provider.entered"),
  "providers.transfers": (s) => s.events("provider.transferred"),
  "providers.micro": (s) => micros(s).length,
  "providers.microClients": (s) => people(s, (row) => micros(s).includes(s.world.people.columns.provider[row])),
  "providers.servicesOpened": (s) => s.events("provider.commissioned"),
  "providers.microOpened": (s) => s.events("provider.microOpened"),
  "providers.microClosed": (s) => s.events("provider.microClosed"),
  "providers.supported": (s) => s.events("provider.supported"),
  "providers.quality": (s) => overClients(s, (quality) => quality),
  "providers.poorQualityPercent": (s) => 100 * overClients(s, (quality) => (quality < -1 ? 1 : 0)),
  "council.providerSupport": (s) => yearly(s.money("providerSupport")),
  "providers.handBacks": (s) => s.events("package.handedBack"),
  "framework.members": (s) => agencies(s).filter((row) => s.world.providers.columns.framework[row] === 1).length,
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
  "providers.largestExit": (s) => s.largest(["provider.failed", "provider.closed", "provider.microClosed"]),
  "council.preceptIncome": (s) => yearly(s.money("precept")),
  "council.charges": (s) => yearly(s.money("charge") + s.money("directPaymentCharge")),
  "council.overspend": (s) => yearly(s.money("overspend")),
  "council.reserves": (s) => s.books.of(s.world.accounts.reserves) / 1e8,
  "nhs.betterCareFund": (s) => yearly(s.money("betterCareFund")),
  "topUps.total": (s) => yearly(s.money("topUp")),
  "directPayments.clawedBack": (s) => yearly(s.money("clawBack")),
  "directPayments.unspent": unspent,
  ...HEADLINES,
  ...OTHERS,
  ...LIVES,
  ...MONEY,
  ...HOSPITAL,
  ...MARKET,
  ...PARTS_OF_LIFE,
  "safety.concernsWithAssistants": (s) =>
    s.events("person.safeguarding", "checked assistant") + s.events("person.safeguarding", "unchecked assistant"),
  "safety.concerns": (s) => s.events("person.safeguarding"),
  "sufficiency.reviews": (s) => s.events("person.budgetReview"),
  "workforce.assistantHires": (s) => s.events("person.hiredAssistant"),
  "nhs.reablementStarts": (s) => s.events("person.reablement"),
  ...RECOUNTS_OF_ROWS,
};

/** Recounted otherwise than week by week: by what was paid for it weeks later. */
export const LATER = "prices.frameworkFee";

/** What the law leaves out, and why: every other measure is recounted. */
export const NOT_RECOUNTED: Readonly<Record<string, string>> = {
  "people.requests":
    "Requests are drawn as a number and nobody is behind one: no person, event or penny. A second draw of the same number would be the same count.",
};
