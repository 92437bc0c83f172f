/** The agencies: how many, how small, who comes and goes, and what is left of the council's own team. */
import { isManaged, ProviderKind, Service, Stage } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import { EVERY, meanOf, part, type Fact, type Share } from "./fact.ts";
import {
  calendarYears,
  financialYear,
  meanOver,
  totalOver,
  valueAtEnd,
  valueBefore,
  yearsIn,
  type Weekly,
} from "./window.ts";

const REGISTER = calendarYears(2014, 2017);
const COUNTED = calendarYears(2014);
const TRADING = "providers.trading";

const ENTRANTS =
  "New agencies stay small for years, because brokers and buyers ask those who already give hours " +
  "(providers.headStartHours)";

/** Hours of council-arranged home care, short-term help included, that agencies give; and all of them, per cent. */
function independentShare(world: World): Share {
  const { people, providers } = world;
  const { funding, stage, service, provider, delivered } = people.columns;
  const { kind } = providers.columns;
  let [agencies, all] = [0, 0];
  for (let index = 0; index < people.liveCount; index++) {
    const row = people.live[index];
    if (stage[row] !== Stage.served || service[row] !== Service.homeCare || provider[row] < 0) continue;
    if (!isManaged(funding[row])) continue;
    all += delivered[row];
    if (kind[provider[row]] === ProviderKind.agency) agencies += delivered[row];
  }
  return [100 * agencies, all];
}

/** Agencies that came onto the register; a sale shows as one leaving and one coming. */
const entered = (run: Weekly): number =>
  totalOver(run, "providers.entries", REGISTER) + totalOver(run, "providers.transfers", REGISTER);

/** Agencies that left it, for whatever reason: what the stock and the entries leave to be explained. */
const left = (run: Weekly): number =>
  valueBefore(run, TRADING, REGISTER) + entered(run) - valueAtEnd(run, TRADING, REGISTER);

export const supply: readonly Fact[] = [
  {
    id: "C08",
    fact: "Independent share of the council's home-care hours",
    source: "E3-014",
    input: {
      how: "yes: the in-house team and its run-down",
      parameters: ["size.inHouseShare", "framework.inHouseStartShare"],
    },
    fitting: undefined,
    parts: [
      part({
        label: "hours given by agencies, 2013-14",
        unit: "%",
        target: 92,
        tolerance: 2,
        figure: { from: "world", window: financialYear(2013), every: EVERY, of: independentShare },
      }),
    ],
  },
  {
    id: "C09",
    fact: "Home-care agencies, and how many of them are small",
    source: "E3-002, E3-013",
    input: { how: "opening stocks only", parameters: ["size.agencies", "size.agencySpread", "size.medianClients"] },
    fitting: {
      how: "how widely brokers ask, and the hours that make room for an agency",
      parameters: ["providers.headStartHours", "providers.hoursPerAgency"],
    },
    parts: [
      part({
        label: "agencies, 2014",
        unit: "agencies",
        target: 52,
        tolerance: 8,
        isCount: true,
        figure: meanOf(TRADING, COUNTED),
      }),
      part({
        label: "with fewer than 30 clients, 2014",
        unit: "%",
        target: 50,
        tolerance: 10,
        figure: meanOf("providers.smallPercent", COUNTED),
        fault: { above: `${ENTRANTS}.` },
      }),
    ],
  },
  {
    id: "C10",
    fact: "Agencies leaving the register a year, 2014 to 2017, all kinds, mean over at least 20 runs",
    source: "E3-003, E3-001",
    input: undefined,
    fitting: {
      how: "closures, sales and entries, and how little they answer to margins",
      parameters: [
        "providers.closureBase",
        "providers.closureMarginEffect",
        "providers.transferRate",
        "providers.entryRate",
        "providers.entryMarginEffect",
      ],
    },
    parts: [
      part({
        label: "leaving a year (10 to 17 %)",
        unit: "%",
        target: 13.5,
        tolerance: 3.5,
        judgedBy: "mean",
        figure: {
          from: "measures",
          window: REGISTER,
          of: (run) => (100 * left(run)) / meanOver(run, TRADING, REGISTER) / yearsIn(run, REGISTER),
        },
        fault: {
          above:
            `${ENTRANTS}. Fixed costs and drawings (prices.fixedPerWeek, prices.drawingsPerWeek) use up their start-up ` +
            "cash, and they are wound up, which hardly happens to others.",
        },
      }),
      part({
        label: "entries over exits (at least 1)",
        unit: "ratio",
        target: 1,
        tolerance: 0,
        rule: "at least",
        judgedBy: "mean",
        decimals: 2,
        figure: { from: "measures", window: REGISTER, of: (run) => entered(run) / left(run) },
        fault: {
          below:
            "Entry falls as margins do (providers.entryMarginEffect), and new agencies whose start-up cash fixed costs " +
            "and drawings use up are wound up (prices.fixedPerWeek, prices.drawingsPerWeek). On the real register " +
            "agencies grew by a seventh in these years, whatever their margins did.",
        },
      }),
    ],
  },
];
