/** One life told from a run: what happened, why, by which rule, and every penny of it. */
export {
  askedAgent,
  openFinding,
  type Asked,
  type Candidate,
  type CandidateGroup,
  type Finding,
} from "./candidates.ts";
export { explain, openExplanation, weekNamed, type Explaining, type ExplainRequest } from "./explain.ts";
export * from "./explanation.ts";
export { HAPPENINGS } from "./happenings.ts";
export { faultIn } from "./lines.ts";
export { sentenceOf } from "./teller.ts";
export { SELECTORS } from "./selectors.ts";
export { THEN } from "./years.ts";
