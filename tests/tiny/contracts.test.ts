/**
 * The tiny council's home care under other contracts, on paper. Ada, Alf and Amy have 525 minutes a week, Bill has 1,125;
 * the fee is £13.43 an hour, and the agency's three workers have just the 5,040 minutes that are booked. Invoices are
 * paid after one week here, and the first payment is what the council owes from before.
 */
import { describe, expect, test } from "vitest";
import { pence, runTiny } from "../support/tiny-run.ts";

const WEEKS = 5;
/** 45 hours at the fee, owed from before. */
const OWED = 60_435;
/** Every agreed minute, package by package. */
const IN_FULL = 3 * pence((525 * 1343) / 60, 11_751) + pence((1125 * 1343) / 60, 25_181);

const run = (...set: string[]): ReturnType<typeof runTiny> =>
  runTiny("1", WEEKS, ["framework.paymentWeeks=1", ...set.map((each) => `framework.${each}`)]);

const fees = ({ paid }: ReturnType<typeof runTiny>): readonly number[] => paid("homeCareFee")["council → agency"];
const minutes = ({ result }: ReturnType<typeof runTiny>, measure: string): readonly number[] =>
  Array.from(result.weekly[measure], (hours) => Math.round(hours * 60 * 1e6) / 1e6);

/** Two workers for the work of three. */
const SHORT = "labour.openingSlack=0.67";
const runShort = (paidForDelivered: number): ReturnType<typeof runTiny> =>
  runTiny("1", WEEKS, ["framework.paymentWeeks=1", SHORT, `framework.paidForDelivered=${paidForDelivered}`]);

describe("time and task", () => {
  test("visits a tenth short of what the time sheet says are paid in full", () => {
    const tiny = run("unrecordedShare=0.1");
    expect(fees(tiny)).toEqual([OWED, ...Array.from({ length: 4 }, () => IN_FULL)]);
    // 52.5 and 112.5 minutes, halves up.
    expect(minutes(tiny, "framework.paidNotGivenHours")).toEqual(Array.from({ length: 5 }, () => 3 * 53 + 113));
  });

  test("logged, half of the cut comes after all, the rest goes unpaid, and the council pays for the log", () => {
    const set = ["unrecordedShare=0.1", "electronicMonitoring=1", "monitoringLicence=0.1"];
    const tiny = runTiny(
      "1",
      WEEKS,
      set.map((each) => `framework.${each}`),
    );
    // 26.25 and 56.25 minutes do not come: 499 and 1,069 do.
    const invoice = 3 * pence((499 * 1343) / 60, 11_169) + pence((1069 * 1343) / 60, 23_928);
    expect(minutes(tiny, "framework.paidNotGivenHours")).toEqual([0, 0, 0, 0, 0]);
    // Old invoices wait their five weeks; monitored ones are paid after two.
    const both = OWED + invoice;
    expect(fees(tiny)).toEqual([OWED, OWED, both, both, both]);
    const licence = pence(((3 * 499 + 1069) / 60) * 10, 428);
    expect(tiny.paid("monitoringLicence")).toEqual({ "council → economy": Array.from({ length: 5 }, () => licence) });
  });

  test("spares the agency office work by the hour that is logged: 50 p here, of £3.64 and £92 a week", () => {
    const set = ["unrecordedShare=0.1", "electronicMonitoring=1", "monitoringSaving=0.5"];
    // 2,566 minutes come to the council's people and are logged; 630, 480 and 1,230 to others, and are not.
    const [minutesLogged, others] = [3 * 499 + 1069, 630 + 480 + 1230];
    const week = pence(((minutesLogged + others) / 60) * 364 - (minutesLogged / 60) * 50 + 9200, 36_825);
    expect(run(...set).paid("overhead")["agency → economy"]).toEqual(Array.from({ length: 5 }, () => week));
  });

  test("minutes that were missed are paid where commissioned ones are, and not where those that came are", () => {
    expect(fees(runShort(0))).toEqual([OWED, ...Array.from({ length: 4 }, () => IN_FULL)]);
    const came = runShort(1);
    expect(minutes(came, "framework.paidNotGivenHours")).toEqual([0, 0, 0, 0, 0]);
    // Two workers give 3,360 of 5,040 minutes, so about a third of 45 hours goes unpaid.
    for (const fee of fees(came).slice(1)) expect(Math.abs(fee / IN_FULL - 2 / 3)).toBeLessThan(0.2);
  });
});

describe("outcomes-based", () => {
  test("is a fixed sum a package, a tenth under the fee, whatever time the agency gives", () => {
    const tiny = run("contractForm=outcomes-based", "targetSaving=0.1", "outcomesTrim=20", "outcomesFloor=0.8");
    const sum = 3 * pence((525 * 1343 * 0.9) / 60, 10_576) + pence((1125 * 1343 * 0.9) / 60, 22_663);
    expect(fees(tiny)).toEqual([OWED, ...Array.from({ length: 4 }, () => sum)]);
    // It loses money, and at its stocktaking in the fourth week goes down to the floor: a fifth of 2,700 minutes.
    expect(minutes(tiny, "framework.paidNotGivenHours")).toEqual([0, 0, 0, 0, 540]);
    const { kind, amount } = tiny.result.events;
    expect(Array.from(kind).length).toBeGreaterThan(0);
    expect(Array.from(amount)).toContain(0.8);
  });

  test("costs more an hour that came than an hour agreed, where time is trimmed", () => {
    const { result } = run("contractForm=outcomes-based", "targetSaving=0.1", "outcomesTrim=20", "outcomesFloor=0.8");
    expect(result.weekly["prices.contractHour"][3]).toBeCloseTo(13.43 * 0.9, 3);
    expect(result.weekly["prices.contractHour"][4]).toBeCloseTo((13.43 * 0.9) / 0.8, 3);
  });
});

describe("user-directed", () => {
  test("pays in full, banks what visits leave over, and what is used comes out of the bank", () => {
    const tiny = run("contractForm=user-directed", "electronicMonitoring=1", "spareShare=0.1");
    expect(fees(tiny)).toEqual([OWED, ...Array.from({ length: 4 }, () => IN_FULL)]);
    const used = minutes(tiny, "framework.bankUsedHours");
    const owed = minutes(tiny, "framework.bankedHours");
    let reckoned = 0;
    for (let week = 0; week < WEEKS; week++) {
      reckoned += 3 * 53 + 113 - used[week];
      expect(owed[week]).toBeCloseTo(reckoned, 6);
    }
    expect(Math.max(...used)).toBeGreaterThan(0);
    expect(minutes(tiny, "framework.paidNotGivenHours")).toEqual([0, 0, 0, 0, 0]);
  });

  test("without monitoring nobody knows what is left over, and nothing is banked", () => {
    const tiny = run("contractForm=user-directed", "spareShare=0.1");
    expect(minutes(tiny, "framework.bankedHours")).toEqual([0, 0, 0, 0, 0]);
    expect(fees(tiny)[1]).toBe(IN_FULL);
  });
});
