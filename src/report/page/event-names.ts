/** What the events of a run are called in a table that counts them. */

const NAMES: Readonly<Record<string, string>> = {
  "provider.failed": "A provider failed",
  "provider.closed": "A provider closed in good order",
  "provider.transferred": "A provider was sold or transferred",
  "provider.entered": "A new agency opened",
  "provider.microOpened": "A micro-provider opened",
  "provider.microClosed": "A micro-provider stopped",
  "provider.supported": "The council kept a provider from failing",
  "provider.gives": "An agency changed what it gives of the agreed time",
  "package.handedBack": "A package was handed back",
  "package.refused": "Every agency asked refused a package",
  "package.spot": "A package was bought outside the framework",
  "person.ineligible": "A person was found not eligible",
  "person.crisis": "A person had a crisis",
  "person.careHome": "A person moved to a care home",
  "person.route": "A person took a route to care",
  "person.switched": "A person changed to another route",
  "person.budgetReview": "A direct payment was reviewed for being too small",
  "person.safeguarding": "A person’s safety gave concern",
  "person.toppedUp": "A person topped up for the first time",
  "person.choseAgency": "A person chose an agency",
  "person.bankFreed": "Banked time went to others",
  "council.gap": "The council forecast the gap in its budget",
  "council.fee": "The council set its framework fee",
  "council.directPaymentRate": "The council set its direct-payment rate",
  "council.precept": "The council raised a precept",
  "council.measure": "The council took a savings measure",
  "council.tender": "The council tendered its framework",
  "council.contract": "Another form of contract began",
  "council.lots": "Framework lots were awarded",
  "council.overspend": "The council overspent in a week",
};

/** A plain name; of a kind that is not known here its own sentence, without what it says of the amount. */
export const eventName = (code: string, sentence: string): string =>
  Object.hasOwn(NAMES, code) ? NAMES[code] : sentence.replace(/; amount is .*$/, "").replace(/\.$/, "");
