/** What the field calls things that the lists call otherwise: shorthand, and the numbers of the outcomes framework. */

const QUALITY = ["outcomes.qualityoflife", "monitoring.qualityoflife", "truth.qualityoflife"];
const CONTROL = ["monitoring.controlpercent", "truth.controlpercent"];
const BUDGETS = ["personal budget", "personalbudgetsharepercent"];
const PAYMENTS = ["directpaymentsharepercent", "route.directpaymentpush"];
const ADMISSIONS = ["people.carehomeadmissions"];
const DELAYED = ["waits.delayeddays"];
const SATISFIED = ["monitoring.satisfiedpercent", "truth.satisfiedpercent", "outcomes.satisfied"];
const INFORMATION = ["informationhardpercent"];
const FLOOR = ["wages.floor", "legal wage floor", "living wage"];
const LEAST_PRICE = ["framework.feefloor", "minimum price"];
const THIRD_PARTY = ["third party", "thirdparty"];

/**
 * Term, in small letters with blanks for hyphens -> what stands for it in a path, a label or a sentence. ASCOF by its
 * numbers of 2011-12 to 2022-23.
 */
export const FIELD_TERMS: ReadonlyMap<string, readonly string[]> = new Map([
  ["ascof", [...QUALITY, ...CONTROL, ...BUDGETS, ...PAYMENTS, ...ADMISSIONS, ...DELAYED, ...SATISFIED, ...INFORMATION]],
  ["1a", QUALITY],
  ["scrqol", QUALITY],
  ["ascot", QUALITY],
  ["1b", CONTROL],
  ["control over daily life", CONTROL],
  ["1c", [...BUDGETS, ...PAYMENTS]],
  ["sds", [...BUDGETS, ...PAYMENTS]],
  ["self directed support", [...BUDGETS, ...PAYMENTS]],
  ["dp", ["direct payment"]],
  ["2a", ADMISSIONS],
  ["2b", ["nhs.reabledpercent"]],
  ["2c", DELAYED],
  ["dtoc", DELAYED],
  ["delayed transfers", DELAYED],
  ["delayed transfers of care", DELAYED],
  ["3a", SATISFIED],
  ["3d", INFORMATION],
  ["nlw", FLOOR],
  ["nmw", FLOOR],
  ["living wage", FLOOR],
  ["minimum wage", FLOOR],
  ["ukhca", LEAST_PRICE],
  ["minimum price", LEAST_PRICE],
  ["homecare association", LEAST_PRICE],
  ["pa", ["assistant"]],
  ["pas", ["assistant"]],
  ["isf", THIRD_PARTY],
  ["isfs", THIRD_PARTY],
  ["individual service fund", THIRD_PARTY],
  ["individual service funds", THIRD_PARTY],
  ["bcf", ["better care fund", "bettercarefund"]],
  ["ni", ["insurance"]],
]);

/** What of a text each sought thing may be found by: a term of the field by any of its own, any other word by itself. */
export function soughtIn(plain: string): readonly (readonly string[])[] {
  const words = plain.split(" ");
  const sought: (readonly string[])[] = [];
  for (let first = 0; first < words.length; first++) {
    let last = words.length;
    while (last > first && !FIELD_TERMS.has(words.slice(first, last).join(" "))) last--;
    const term = words.slice(first, last).join(" ");
    const known = FIELD_TERMS.get(term);
    if (known === undefined) sought.push([words[first]]);
    else {
      // Two letters stand in many a word: such a term is known by what it means alone.
      sought.push(term.length > 3 ? [term, ...known] : known);
      first = last - 1;
    }
  }
  return sought;
}
