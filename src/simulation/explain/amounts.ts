/** Amounts in words: pounds and pence, hours and minutes, shares, dates; the same on every machine. */
import { civilFromDays, daysFromIso } from "../../kernel/index.ts";

const grouped = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ",");

/** 1234567 pence is "£12,345.67", with a true minus sign where it is below zero. */
export function pounds(pence: number): string {
  const whole = Math.round(Math.abs(pence));
  const text = `£${grouped(Math.floor(whole / 100))}.${String(whole % 100).padStart(2, "0")}`;
  return pence < 0 && whole > 0 ? `−${text}` : text;
}

/** "10 h 30 min", of minutes. */
export function hours(minutes: number): string {
  const whole = Math.round(minutes);
  const [full, rest] = [Math.floor(whole / 60), whole % 60];
  if (full === 0) return `${rest} min`;
  return rest === 0 ? `${grouped(full)} h` : `${grouped(full)} h ${rest} min`;
}

/** "3.4%", of a share. */
export function percent(share: number): string {
  const tenths = Math.round(Math.abs(share) * 1000);
  const text = `${grouped(Math.floor(tenths / 10))}.${tenths % 10}%`;
  return share < 0 && tenths > 0 ? `−${text}` : text;
}

/** A change with its sign: "+3.4%". */
export const changeText = (from: number, to: number): string => {
  if (!(from > 0)) return "";
  const share = to / from - 1;
  return share >= 0 ? `+${percent(share)}` : percent(share);
};

/** "went from £13.43 to £13.48 (+0.4%)", or that it stayed. */
export function moveText(from: number, to: number, show: (value: number) => string = pounds): string {
  const change = changeText(from, to);
  if (show(from) === show(to)) return `stayed at ${show(to)}`;
  return `went from ${show(from)} to ${show(to)}${change === "" ? "" : ` (${change})`}`;
}

/** At most so many decimals, thousands grouped. */
export function number(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) return "not defined";
  const [whole, rest = ""] = Math.abs(value).toFixed(decimals).split(".");
  const kept = rest.replace(/0+$/, "");
  const text = kept === "" ? grouped(Number(whole)) : `${grouped(Number(whole))}.${kept}`;
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** "1 week", "3 weeks". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : many}`;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** "19 Mar 2018", of an ISO date. */
export function dateText(iso: string): string {
  const { year, month, day } = civilFromDays(daysFromIso(iso));
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** A share of something the unit names, such as "share of net cost". */
const SHARE = /^share of (.*)$/;

/** An amount in the unit that a code or a column names. */
export function amountText(value: number, unit: string): string {
  if (!Number.isFinite(value)) return "not defined";
  const share = SHARE.exec(unit);
  if (share !== null || unit === "share" || unit === "share a year") return percent(value);
  if (unit === "people") return value === 1 ? "1 person" : `${number(value)} people`;
  if (unit === "agencies" || unit === "providers") return counted(value, "agency", "agencies");
  if (unit === "minutes") return hours(value);
  if (unit === "workers") return counted(value, "worker");
  if (unit === "pence") return pounds(value);
  if (unit === "pence per hour") return `${pounds(value)} an hour`;
  if (unit === "pence per week") return `${pounds(value)} a week`;
  if (unit === "pence a year") return `${pounds(value)} a year`;
  if (unit === "minutes per week") return `${hours(value)} a week`;
  if (unit === "weeks") return counted(value, "week");
  if (unit === "points") return `${number(value, 1)} points of 24`;
  return `${number(value, 3)}${unit === "" ? "" : ` ${unit}`}`;
}
