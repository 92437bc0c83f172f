/** The sums over everybody that the measures of a week are made of. */
import { emptyGroups } from "./by-group.ts";
import { emptyHolderCounts, type HolderCounts } from "./holders.ts";
import { emptyLives, type Lives } from "./lives.ts";

export interface Counts {
  funded: number;
  homeCare: number;
  directPayment: number;
  supportedLiving: number;
  dayServices: number;
  communityOptions: number;
  /** For whom the council found one in place of a day service. */
  voluntaryOptions: number;
  selfFunded: number;
  shortTerm: number;
  awaitingAssessment: number;
  awaitingCare: number;
  refused: number;
  budgeted: number;
  thirdParty: number;
  neededMinutes: number;
  deliveredMinutes: number;
  /** The same of holders of a direct payment alone. */
  neededByHolders: number;
  deliveredToHolders: number;
  homeCareMinutes: number;
  /** That came to people in short-term help. */
  shortTermMinutes: number;
  peopleShort: number;
  /** Of people who were paid a direct payment this week. */
  readonly paid: HolderCounts;
  /** How people fare, over four weeks of turns. */
  readonly lives: Lives;
  readonly holders: Float64Array;
  /** By group, funded people apart from others. */
  readonly groups: Float64Array;
  /** Workers whom providers employ, and the weeks they have been in the job. */
  employed: number;
  tenureWeeks: number;
  careWorkers: number;
  assistants: number;
  checkedAssistants: number;
  employers: number;
  seekers: number;
  agencies: number;
  members: number;
  agencyMinutes: number;
  agencySquares: number;
  smallAgencies: number;
  wagePounds: number;
  posts: number;
  openPosts: number;
  revenue: number;
  cost: number;
  cash: number;
  weeklyCost: number;
  micros: number;
  microClients: number;
  microPounds: number;
  agencyClients: number;
  /** Sums over agencies' clients: quality, and clients of agencies whose quality is poor. */
  quality: number;
  poorClients: number;
  /** Minutes of travel of agencies, the part that is paid, and workers without guaranteed hours. */
  travelMinutes: number;
  travelPaid: number;
  zeroHoursWorkers: number;
  usualMinutes: number;
  attendedMinutes: number;
}

export const emptyCounts = (): Counts => ({
  funded: 0,
  homeCare: 0,
  directPayment: 0,
  supportedLiving: 0,
  dayServices: 0,
  communityOptions: 0,
  voluntaryOptions: 0,
  selfFunded: 0,
  shortTerm: 0,
  awaitingAssessment: 0,
  awaitingCare: 0,
  refused: 0,
  budgeted: 0,
  thirdParty: 0,
  neededMinutes: 0,
  deliveredMinutes: 0,
  neededByHolders: 0,
  deliveredToHolders: 0,
  homeCareMinutes: 0,
  shortTermMinutes: 0,
  peopleShort: 0,
  paid: emptyHolderCounts(),
  lives: emptyLives(),
  holders: new Float64Array(4),
  groups: emptyGroups(),
  employed: 0,
  tenureWeeks: 0,
  careWorkers: 0,
  assistants: 0,
  checkedAssistants: 0,
  employers: 0,
  seekers: 0,
  agencies: 0,
  members: 0,
  agencyMinutes: 0,
  agencySquares: 0,
  smallAgencies: 0,
  wagePounds: 0,
  posts: 0,
  openPosts: 0,
  revenue: 0,
  cost: 0,
  cash: 0,
  weeklyCost: 0,
  micros: 0,
  microClients: 0,
  microPounds: 0,
  agencyClients: 0,
  quality: 0,
  poorClients: 0,
  travelMinutes: 0,
  travelPaid: 0,
  zeroHoursWorkers: 0,
  usualMinutes: 0,
  attendedMinutes: 0,
});
