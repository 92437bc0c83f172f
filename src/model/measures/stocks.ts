/** Which people make which stock: places in a table of everybody by stage, route and service. */
import { Funding, Service, Stage } from "../world/codes.ts";

export const STAGES = 5;
export const ROUTES = 7;
export const SERVICES = 6;

const ANY_SERVICE: readonly number[] = Object.values(Service);
const IN_CARE: readonly number[] = [Stage.seeking, Stage.served];
const ARRANGED: readonly number[] = [Funding.managedWithoutBudget, Funding.managedBudget];
const MANAGED: readonly number[] = [...ARRANGED, Funding.thirdParty];

/** Places in the table of everybody in one of these stages, on one of these routes, with one of these services. */
const cellsOf = (stages: readonly number[], routes: readonly number[], services = ANY_SERVICE): Int32Array =>
  Int32Array.from(
    stages.flatMap((stage) =>
      routes.flatMap((route) => services.map((service) => (stage * ROUTES + route) * SERVICES + service)),
    ),
  );

/** Everybody who has short-term help, or waits for it. */
export const HELPED_FOR_A_TIME = cellsOf(IN_CARE, [Funding.shortTerm]);

export const STOCKS = [
  ["awaitingAssessment", cellsOf([Stage.assessment], Object.values(Funding))],
  ["awaitingCare", cellsOf([Stage.seeking], Object.values(Funding))],
  ["refused", cellsOf([Stage.refused], Object.values(Funding))],
  ["shortTerm", HELPED_FOR_A_TIME],
  ["selfFunded", cellsOf(IN_CARE, [Funding.selfFunded])],
  ["directPayment", cellsOf(IN_CARE, [Funding.directPayment])],
  ["thirdParty", cellsOf(IN_CARE, [Funding.thirdParty])],
  ["budgeted", cellsOf(IN_CARE, [Funding.managedBudget])],
  ["homeCare", cellsOf(IN_CARE, ARRANGED, [Service.homeCare])],
  ["supportedLiving", cellsOf(IN_CARE, MANAGED, [Service.supportedLiving])],
  ["dayServices", cellsOf(IN_CARE, MANAGED, [Service.dayServices])],
  ["communityOptions", cellsOf([Stage.served], [Funding.directPayment], [Service.community])],
  ["voluntaryOptions", cellsOf([Stage.served], MANAGED, [Service.community])],
  ["funded", cellsOf(IN_CARE, MANAGED)],
] as const;

const NOT_GONE: readonly number[] = [Stage.assessment, ...IN_CARE];
/** Everybody whose long-term care the council funds, and those of them for whom it arranges home care. */
export const FUNDED = cellsOf(NOT_GONE, [...MANAGED, Funding.directPayment]);
export const ARRANGED_HOME_CARE = cellsOf(NOT_GONE, ARRANGED, [Service.homeCare]);

/** Everybody who has a direct payment. */
export const HOLDERS = cellsOf(NOT_GONE, [Funding.directPayment]);
/** By place: 1 for those who have a direct payment. */
export const HOLDING: ArrayLike<number> = Uint8Array.from({ length: STAGES * ROUTES * SERVICES }, (_, cell) =>
  HOLDERS.includes(cell) ? 1 : 0,
);
