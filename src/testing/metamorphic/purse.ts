/** Laws of the council's purse: a pound is a pound wherever it is from, and one that is put by is in nobody's life. */
import { WEEKS_PER_YEAR } from "../../kernel/index.ts";
import { measures, simulate, type ResolvedScenario } from "../../simulation/index.ts";
import { mustBeSame } from "../difference.ts";
import { lawOf, type Law } from "../law.ts";
import { always, chosen, valueIn } from "../variants.ts";

/** The scenario with so much more of a sum of money at every date. */
function withMore(scenario: ResolvedScenario, path: string, sum: number): ResolvedScenario {
  const steps = scenario.values[path].map(({ from, value }) => ({ from, value: Number(value) + sum }));
  return { ...scenario, values: { ...scenario.values, [path]: steps } };
}

/** Whose the money is. */
const GIVERS = ["receipts.state", "receipts.nhs"];

export const M19: Law = lawOf(
  "M19",
  "Money has no colour: a sum more from the NHS buys the same care for the same people as that sum more of grant.",
  ["weeks with more", "weeks after an April with more"],
  (given, notes, options) => {
    const scenario = always(given.scenario, { "council.grantChange": 1 });
    // Whole pounds a week: the grant and the transfer are rounded to the penny one by one.
    const pounds = 1 + chosen(given.seed, 50);
    const sum = (pounds * WEEKS_PER_YEAR) / Number(valueIn(scenario, "size.scale", 0)) / 1e6;
    const [left, right] = ["council.grant", "council.nhsTransfer"].map((path) =>
      simulate(withMore(scenario, path, sum), given.seed, options),
    );
    notes.seen("weeks with more", left.weeks);
    notes.seen("weeks after an April with more", left.yearOfWeek.filter((year) => year > 0).length);
    mustBeSame(notes, left, right, { digests: false, measuresApart: GIVERS });
  },
);

export const M20: Law = lawOf(
  "M20",
  "Where brokers hold nothing back for want of reserves, how large these are is in nobody's life before the next April.",
  ["weeks before an April", "weeks in which the smaller reserves are empty"],
  (given, notes, options) => {
    const scenario = always(given.scenario, { "council.emergencyRounds": 0 });
    const ample = always(scenario, { "council.openingReserves": 9999 });
    const [left, right] = [scenario, ample].map((each) => simulate(each, given.seed, options));
    const april = left.yearOfWeek.findIndex((year) => year > 0);
    const until = april < 0 ? left.weeks : april;
    notes.seen("weeks before an April", until);
    const own = /^(council\.(reserves|overspend)|receipts\.(reserves|taxpayers)$)/u;
    for (let week = 0; week < until; week++) {
      if (left.weekly["council.reserves"][week] === 0) notes.seen("weeks in which the smaller reserves are empty");
      for (const { key } of measures) {
        const [few, many] = [left, right].map(({ weekly }) => weekly[key][week]);
        const holds = own.test(key) || Object.is(few, many);
        notes.unless(holds, () => `week ${week}: ${key} is ${few}, and ${many} with ample reserves`);
      }
    }
  },
);
