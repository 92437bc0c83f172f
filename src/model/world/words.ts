/** What the codes mean, in the words a reader sees. A code without words does not compile. */
import { GROUPS, type Group } from "../levers/parameter.ts";
import { Employment, Funding, ProviderKind, ProviderStatus, Service, Source, Stage } from "./codes.ts";

type Words<C extends Readonly<Record<string, number>>> = Readonly<Record<keyof C, string>>;

/** Words by code, from words by name. */
const byCode = <C extends Readonly<Record<string, number>>>(codes: C, words: Words<C>): readonly string[] => {
  const list: string[] = [];
  for (const [name, code] of Object.entries(codes)) list[code] = words[name as keyof C];
  return list;
};

export const FUNDING_WORDS: readonly string[] = byCode(Funding, {
  none: "no route to care",
  selfFunded: "pays for care themselves",
  managedWithoutBudget: "care arranged by the council, without a personal budget",
  managedBudget: "a personal budget that the council manages",
  thirdParty: "a personal budget that a third party manages",
  directPayment: "a direct payment",
  shortTerm: "free short-term help",
});

export const SERVICE_WORDS: readonly string[] = byCode(Service, {
  none: "none",
  homeCare: "home care from an agency",
  supportedLiving: "supported living",
  dayServices: "day and other services",
  assistant: "personal assistants",
  community: "community and voluntary options",
});

export const STAGE_WORDS: readonly string[] = byCode(Stage, {
  assessment: "waiting for an assessment",
  seeking: "waiting for care",
  served: "in care",
  gone: "left",
  refused: "refused care since eligibility was tightened",
});

/** Why somebody stands in a queue. */
export const SOURCE_WORDS: readonly string[] = byCode(Source, {
  discharge: "from hospital",
  crisis: "in a crisis",
  replacement: "after losing the provider they had",
  community: "from home",
});

/** Takes the key after it: "agency 7". */
export const PROVIDER_KIND_WORDS: readonly string[] = byCode(ProviderKind, {
  agency: "agency",
  inHouse: "the council's own team, provider",
  supportedLiving: "supported living provider",
  dayService: "day service",
  micro: "micro-provider",
});

export const PROVIDER_STATUS_WORDS: readonly string[] = byCode(ProviderStatus, {
  trading: "trading",
  closed: "closed",
  failed: "failed",
});

export const EMPLOYMENT_WORDS: readonly string[] = byCode(Employment, {
  seeking: "looking for a care job",
  provider: "works for a provider",
  person: "works for a person as an assistant",
  gone: "left care work",
});

const GROUP_NAMES: Readonly<Record<Group, string>> = {
  older: "an older person, 65 or over",
  physical: "an adult with a physical disability, 18 to 64",
  learning: "an adult with a learning disability, 18 to 64",
  mental: "an adult with mental ill health, 18 to 64",
};

/** By group: somebody of it. */
export const GROUP_WORDS: readonly string[] = GROUPS.map((group) => GROUP_NAMES[group]);
