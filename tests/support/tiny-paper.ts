/**
 * The rates of the tiny council, worked out on paper: nothing here comes from the model but the numbers of the scenario.
 *
 * Money is in pence, rates may have fractions. What is rounded is rounded to the penny, halves up.
 */
import { pence } from "./tiny-run.ts";

/** Weeks in a mean year. */
export const YEAR = 365.25 / 7;

/** Framework fee, and the price of supported living, an hour. */
export const FEE = 1343;
export const SUPPORTED_LIVING = 1395;

/** An agency worker is with people for 35 h ÷ 1.25: a quarter of an hour's travel to each hour of visits. */
export const CONTACT_MINUTES = (35 * 60) / 1.25; // 1,680: three workers give the 5,040 minutes that are booked

/** Paid are the visits, 35 % of the travel, and 16 % on top for leave, sickness and training. */
export const PAID_MINUTES = Math.floor(1680 * (1 + 0.35 * 0.25) * 1.16 + 0.5); // 1,680 × 1.0875 × 1.16 = 2,119.32

/** In supported living nobody travels: 2,100 × 1.16. */
export const PAID_MINUTES_SUPPORTED_LIVING = 2436;

/** Hours that the agency gives: 3 × 525 + 1,125 for the council, 630 + 480 direct payments, 2 × 615 self-funded. */
export const AGENCY_HOURS = (3 * 525 + 1125 + 630 + 480 + 2 * 615) / 60; // 5,040 min = 84 h

/** Pay of an hour with people, and of a worker's week: 28 such hours, £247.25. */
const PAY_HOUR = 700 * 1.0875 * 1.16; // 883.05
const PAY_WEEK = 28 * PAY_HOUR;

/**
 * What pay costs the agency on top, as a share: 13.8 % of what is over £156 a week, less each of three workers' part of
 * the £120 a year that are let off, and 2 % of what is over £112 into the pension, because three are enough to enrol them.
 */
const ON_COSTS = (0.138 * (PAY_WEEK - 15_600) - 12_000 / YEAR / 3 + 0.02 * (PAY_WEEK - 11_200)) / PAY_WEEK;

/** An agency hour's pay and on-costs, and with mileage and running costs: 883.05 × 1.059, and £0.69 + £2.95. */
const LABOUR_HOUR = PAY_HOUR * (1 + ON_COSTS);
const RUNNING_HOUR = LABOUR_HOUR + 69 + 295;

/** What 84 hours cost in a week with the fixed £92 and the owner's £230. */
export const AGENCY_WEEK = AGENCY_HOURS * RUNNING_HOUR + 9200 + 23_000;

/** The council buys 45 of the 84 hours. */
const COUNCIL_SHARE = 45 / 84;

/**
 * The private price: the cost of an hour marked up by 6 ÷ 5, for an elasticity of six, and a quarter of what the fee of
 * the council's hours falls short of the full cost, spread over all hours.
 */
export const PRICE = (RUNNING_HOUR * 6) / 5 + 0.25 * COUNCIL_SHARE * (AGENCY_WEEK / AGENCY_HOURS - FEE);

/** April 2016: the floor goes from £6.70 to £7.20. */
const FLOOR_GROWTH = 720 / 670 - 1;

/** Pay of £7.00 gets the yearly 1 % and half of the floor's growth; the floor itself stays below it. */
export const WAGE_AFTER = 700 * 1.01 * (1 + 0.5 * FLOOR_GROWTH); // 733.38

/** The council's weekly bill before April, as its forecast sees it. */
export const GROSS =
  60_435 + // home care: 45 hours at the fee, the invoices of before
  97_650 + // supported living: 70 hours at £13.95
  (10_322 + 9330 + 7878 + 13_967) + // direct payments, less what holders are charged
  132_600 + // two places in care homes at £663
  76_660 + // one assessment post at £40,000 a year
  191_650; // other spending at £100,000 a year

/** What people are charged a week: home care, supported living, and a quarter of the care-home places. */
export const CHARGES = 3 * 3780 + 720 + 2 * 180 + 132_600 / 4;

/** An agency's costs follow the floor to 65 % and prices (2 %) to 35 %; supported living's to 60 % and 40 %. */
const COST_GROWTH = 0.65 * FLOOR_GROWTH + 0.35 * 0.02;
const SUPPORTED_LIVING_GROWTH = 0.6 * FLOOR_GROWTH + 0.4 * 0.02;

/** Next year's bill: 77 % of spending grows with the cost of care, the rest with prices, and so do charges. */
const NET_FORECAST = GROSS * (1 + 0.77 * COST_GROWTH + 0.23 * 0.02) - CHARGES * 1.02;

/** Next year's income: grant £0.167m, council tax, precept, NHS £0.012m; each a year's sum over 52.18 weeks. */
export const TAX_BASE_AFTER = 250 * 1.0075 * 0.98;
export const INCOME_AFTER = {
  grant: pence(16_700_000 / YEAR, 320_055),
  // Band D of £1,180 rises by 1.4 %, and 36 % of it goes to adult social care.
  councilTax: pence((118_000 * 1.014 * TAX_BASE_AFTER * 0.36) / YEAR, 203_771),
  // Another 2 % of £1,180, all of it for adult social care.
  precept: pence((118_000 * 0.02 * TAX_BASE_AFTER) / YEAR, 11_164),
  nhs: pence(1_200_000 / YEAR, 22_998),
};
const INCOME = 320_055 + 203_771 + 11_164 + 22_998;

/** Fees follow cost growth less twelve times the gap; 0.8 % is asked for efficiency while there is one. */
const GAP = (NET_FORECAST - INCOME) / NET_FORECAST;
const PASS_THROUGH = 1 - 12 * GAP;
export const UPLIFT = PASS_THROUGH * COST_GROWTH - 0.008;
export const FEE_AFTER = FEE * (1 + UPLIFT);
export const SUPPORTED_LIVING_AFTER = SUPPORTED_LIVING * (1 + PASS_THROUGH * SUPPORTED_LIVING_GROWTH - 0.008);

/** What fees spare by following only part of cost growth is not cut elsewhere; other spending gives the rest. */
const TO_SAVE = NET_FORECAST - INCOME - (COST_GROWTH - UPLIFT) * 0.77 * GROSS;
export const OTHER_AFTER = (10_000_000 * 1.02) / YEAR - TO_SAVE;
export const POST_AFTER = (4_000_000 * 1.02) / YEAR;

/**
 * The price that the agency sets for the thirteenth week: the sums of before with the wage, the prices and the
 * thresholds of after. A week's pay is £259.04, over £160 for insurance, of which £180 a year are let off, and over
 * £112 for the pension.
 */
const PAY_HOUR_AFTER = WAGE_AFTER * 1.0875 * 1.16;
const WEEK_OF_PAY = 28 * PAY_HOUR_AFTER;
const ON_COSTS_AFTER =
  (0.138 * (WEEK_OF_PAY - 16_000) - 18_000 / YEAR / 3 + 0.02 * (WEEK_OF_PAY - 11_200)) / WEEK_OF_PAY;
const RUNNING_HOUR_AFTER = PAY_HOUR_AFTER * (1 + ON_COSTS_AFTER) + (69 + 295) * 1.02;
const FULL_HOUR_AFTER = RUNNING_HOUR_AFTER + ((9200 + 23_000) * 1.02) / AGENCY_HOURS;
export const PRICE_AFTER = (RUNNING_HOUR_AFTER * 6) / 5 + 0.25 * COUNCIL_SHARE * (FULL_HOUR_AFTER - FEE_AFTER);

/** What the numbers above come to, for the reader who follows with a pencil. */
export const LANDMARKS = { ON_COSTS, PRICE, COST_GROWTH, GAP, PASS_THROUGH, UPLIFT, TO_SAVE };
