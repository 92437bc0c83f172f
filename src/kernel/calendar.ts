/**
 * Weeks are real weeks: they start on Mondays, and financial years start on 1 April.
 *
 * Days are whole numbers since 1 January 1970, proleptic Gregorian, without clock or time zone. The civil-date formulas
 * are Howard Hinnant's (public domain, "chrono-compatible low-level date algorithms").
 */

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days from 1970-01-01 to a date of the civil calendar. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The civil date of a day number. */
export function civilFromDays(days: number): CivilDate {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** Day number of an ISO date such as 2016-04-01; NaN where the text is no real date. */
export function daysFromIso(iso: string): number {
  const parts = ISO_DATE.exec(iso);
  if (parts === null) return Number.NaN;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const days = daysFromCivil(year, month, day);
  const back = civilFromDays(days);
  return back.year === year && back.month === month && back.day === day ? days : Number.NaN;
}

const digits = (value: number, width: number): string => String(value).padStart(width, "0");

/** ISO date of a day number. */
export function isoFromDays(days: number): string {
  const { year, month, day } = civilFromDays(days);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

/** Day 4 after the epoch, 5 January 1970, was a Monday. */
export const isMonday = (days: number): boolean => (((days - 4) % 7) + 7) % 7 === 0;

/** The first Monday on or after a day: when a change of that date acts. */
export const mondayOnOrAfter = (days: number): number => days + ((((4 - days) % 7) + 7) % 7);

/** First calendar year of the financial year (from 1 April) that a day lies in: 2015 for 31 March 2016. */
export function financialYearOf(days: number): number {
  const { year, month } = civilFromDays(days);
  return month >= 4 ? year : year - 1;
}

/** "2015-16" for the financial year that begins in April 2015. */
export const financialYearLabel = (year: number): string => `${digits(year, 4)}-${digits((year + 1) % 100, 2)}`;

/** Mean weeks in a year: annual sums of years with 52 or 53 weeks are scaled to it before they are compared. */
export const WEEKS_PER_YEAR = 365.25 / 7;
