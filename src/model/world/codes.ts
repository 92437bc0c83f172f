/** The kinds of things the columns count in. */

/** Who pays, and who holds the money. */
export const Funding = {
  none: 0,
  selfFunded: 1,
  managedWithoutBudget: 2,
  managedBudget: 3,
  thirdParty: 4,
  directPayment: 5,
  shortTerm: 6,
} as const;

/** Whether the council arranges and pays for a person's care. */
export const isManaged = (funding: number): boolean =>
  funding === Funding.managedBudget || funding === Funding.managedWithoutBudget || funding === Funding.shortTerm;

/** Whether the council funds a person's long-term care, whoever arranges it. */
export const isFunded = (funding: number): boolean =>
  funding >= Funding.managedWithoutBudget && funding <= Funding.directPayment;

export const Service = {
  none: 0,
  homeCare: 1,
  supportedLiving: 2,
  dayServices: 3,
  assistant: 4,
  community: 5,
} as const;

/** Whether agency hours are bought at the private price: with a direct payment, by a third party, or with own money. */
export const isBuyer = (funding: number, service: number): boolean =>
  service === Service.homeCare &&
  (funding === Funding.selfFunded || funding === Funding.directPayment || funding === Funding.thirdParty);

/** Where a person stands on the way to care; the refused would have had it by the bands of the opening. */
export const Stage = { assessment: 0, seeking: 1, served: 2, gone: 3, refused: 4 } as const;

/** Why a person came, or came back, to the queue; lower is served first. */
export const Source = { discharge: 0, crisis: 1, replacement: 2, community: 3 } as const;

export const ProviderKind = { agency: 0, inHouse: 1, supportedLiving: 2, dayService: 3, micro: 4 } as const;
export const PROVIDER_KINDS = 5;

export const ProviderStatus = { trading: 0, closed: 1, failed: 2 } as const;

export const Employment = { seeking: 0, provider: 1, person: 2, gone: 3 } as const;

/** Why an agent with a later key appeared; part of the key. */
export const PersonCause = { referral: 0, shortTerm: 1, selfFunder: 2 } as const;
export const WorkerCause = { seeker: 0, friend: 1 } as const;
export const ProviderCause = { entrant: 0, micro: 1, service: 2 } as const;

/** Who holds an account. */
export const Holder = { council: 0, outside: 1, person: 2, provider: 3, worker: 4 } as const;
