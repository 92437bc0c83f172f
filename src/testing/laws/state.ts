/** Laws of the state itself: finite, whole where it counts, under the parameters of its own week. */
import { mondayOnOrAfter, daysFromIso } from "../../kernel/index.ts";
import { GROUPS, subjects, toEngineUnit, type Subject } from "../../model/levers/index.ts";
import { Employment } from "../../model/world/codes.ts";
import type { World } from "../../model/world/world.ts";
import type { ResolvedScenario } from "../../simulation/index.ts";
import type { Notes } from "../law.ts";
import { weeklyLaw } from "../weekly.ts";

type AnyTable = World["people"] | World["workers"] | World["providers"];

/** Columns that are shares or chances. */
const IN_UNIT_INTERVAL: ReadonlySet<string> = new Set([
  "people.rank",
  "people.carer",
  "people.capacity",
  "people.continuity",
  "people.harm",
  "providers.vacancy",
  "providers.zeroHours",
  "providers.withheld",
  "providers.buyerShare",
]);

/** The scale of quality of life. */
const MOST_LIFE = 24;

/** Reals that hold whole pence, and reals that hold whole minutes. */
const WHOLE: ReadonlySet<string> = new Set([
  "people.charge",
  "providers.revenue",
  "providers.payroll",
  "providers.usualMinutes",
  "providers.booked",
  "providers.privateBooked",
  "providers.pooled",
  "providers.capacity",
  "providers.delivered",
]);

export const E15 = weeklyLaw(
  "E15",
  "Every number is finite, but for the forecast and its gap before the first April, and none is minus zero; shares lie " +
    "between 0 and 1, quality of life between 0 and 24, pence and minutes are whole, ids are unique; what is reported is finite too, or not defined.",
  ["weeks", "figures reported"],
  (notes) => ({
    week: (world) => {
      for (const table of [world.people, world.workers, world.providers]) {
        checkKeys(notes, table, world.week);
        for (const name of Object.keys(table.columns)) checkColumn(notes, table, name, world.week);
      }
      const { balances, accounts } = world.ledger;
      for (let account = 0; account < accounts; account++) {
        if (Number.isSafeInteger(balances[account] / world.ledger.unit)) continue;
        notes.unless(false, () => `week ${world.week}: account ${account} holds ${balances[account]}`);
      }
      const { gap, forecastCost, ...council } = world.council;
      const known = world.timetable.aprilWeek.subarray(0, world.week + 1).includes(1);
      for (const forecast of [gap, forecastCost]) {
        const holds = known ? Number.isFinite(forecast) : Number.isNaN(forecast);
        notes.unless(holds, () => `week ${world.week}: the gap is ${gap}, of a forecast of ${forecastCost}`);
      }
      checkNumbers(notes, world.week, "council", council);
      checkNumbers(notes, world.week, "market", world.market);
      notes.seen("weeks");
    },
    finish: ({ weekly }) => {
      for (const [key, values] of Object.entries(weekly)) {
        const wrong = values.findIndex((value) => Math.abs(value) === Infinity || Object.is(value, -0));
        notes.seen("figures reported", values.length);
        notes.unless(
          wrong < 0,
          () => `recorded week ${wrong}: ${key} is ${Object.is(values[wrong], -0) ? "-0" : values[wrong]}`,
        );
      }
    },
  }),
);

function checkKeys(notes: Notes, table: AnyTable, week: number): void {
  const keys = Array.from(table.live.subarray(0, table.liveCount), (row) => table.keys[row]);
  const rising = keys.every((key, index) => key > 0 && (index === 0 || keys[index - 1] < key));
  notes.unless(rising, () => `week ${week}: ${table.name} are not in order of key, or two have one`);
  const rows = new Set(table.live.subarray(0, table.liveCount));
  notes.unless(rows.size === table.liveCount, () => `week ${week}: a row of ${table.name} lives twice`);
}

function checkColumn(notes: Notes, table: AnyTable, name: string, week: number): void {
  const values = table.columns[name as keyof typeof table.columns] as ArrayLike<number>;
  const path = `${table.name}.${name}`;
  const share = IN_UNIT_INTERVAL.has(path);
  const whole = WHOLE.has(path);
  const most = share ? 1 : path === "people.life" ? MOST_LIFE : Infinity;
  const least = most === Infinity ? -Infinity : 0;
  for (let index = 0; index < table.liveCount; index++) {
    const row = table.live[index];
    const value = values[row];
    const holds =
      Number.isFinite(value) &&
      !Object.is(value, -0) &&
      value >= least &&
      value <= most &&
      (!whole || Number.isSafeInteger(value));
    notes.unless(holds, () => `week ${week}: ${path} of ${table.keys[row]} is ${Object.is(value, -0) ? "-0" : value}`);
  }
}

function checkNumbers(notes: Notes, week: number, holder: string, values: object): void {
  for (const [name, value] of Object.entries(values)) {
    const all: readonly unknown[] = ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : [value];
    for (const each of all) {
      if (typeof each !== "number") continue;
      const holds = Number.isFinite(each) && !Object.is(each, -0);
      notes.unless(holds, () => `week ${week}: ${holder}.${name} is ${Object.is(each, -0) ? "-0" : each}`);
    }
  }
}

/** A parameter's values by date, as the scenario says them, money in pence. */
interface Path {
  readonly subject: string;
  readonly name: string;
  /** Place in a by-group array, -1 for a single value. */
  readonly group: number;
  /** Day from which each value holds. */
  readonly days: readonly number[];
  readonly values: readonly (number | string)[];
}

/** All paths of a scenario that change, read without the engine's eras. */
function pathsOf({ values }: ResolvedScenario): readonly Path[] {
  return Object.entries(values).map(([path, steps]) => {
    const [subject, name, group] = path.split(".");
    const row = (subjects as Readonly<Record<string, Subject>>)[subject][name];
    const ofUnit = (value: number | string): number | string =>
      typeof value === "string" ? value : toEngineUnit(row.unit, value);
    return {
      subject,
      name,
      group: group === undefined ? -1 : GROUPS.findIndex((each) => each === group),
      days: steps.map(({ from }) => (from === "" ? -Infinity : mondayOnOrAfter(daysFromIso(from)))),
      values: steps.map(({ value }) => ofUnit(value)),
    };
  });
}

export const E16 = weeklyLaw(
  "E16",
  "Every parameter acts in its own week: in no phase does another week's value hold, and no pay is under the floor of " +
    "its week.",
  ["parameters on their first day"],
  (notes, { scenario }) => {
    const paths = pathsOf(scenario);
    const dated = paths.filter(({ days }) => days.length > 1);
    const startDay = daysFromIso(scenario.start);
    let first = true;
    return {
      after: (phase, world) => {
        const { week } = world;
        const monday = startDay + 7 * Math.max(0, week - scenario.burnInWeeks);
        for (const path of first ? paths : dated) {
          const should = path.values[path.days.filter((day) => day <= monday).length - 1];
          const subject = world.era[path.subject as keyof typeof world.era] as Readonly<Record<string, unknown>>;
          const value = subject[path.name];
          const is = ArrayBuffer.isView(value) ? (value as Float64Array)[path.group] : value;
          const label = `${path.subject}.${path.name}`;
          notes.unless(is === should, () => `week ${week}, ${phase}: ${label} is ${String(is)}, not ${should}`);
          if (path.days.includes(monday) && week > scenario.burnInWeeks) notes.seen("parameters on their first day");
        }
        first = false;
        if (phase === "labour") checkWages(notes, world);
      },
    };
  },
);

function checkWages(notes: Notes, { workers, providers, era, week }: World): void {
  const { employment, provider, wage } = workers.columns;
  for (let index = 0; index < workers.liveCount; index++) {
    const row = workers.live[index];
    if (employment[row] === Employment.seeking) continue;
    const hourly = employment[row] === Employment.provider ? providers.columns.wage[provider[row]] : wage[row];
    const holds = hourly >= era.wages.floor - 1e-9;
    notes.unless(holds, () => `week ${week}: worker ${workers.keys[row]} has ${hourly} under ${era.wages.floor}`);
  }
}
