/** Names that have broken pages, files and shells, put wherever a report takes a text from outside. */
import type { ReportInput } from "../../src/report/input.ts";
import { reportInput } from "./report-fixture.ts";

export const HOSTILE: readonly string[] = [
  "</script><script>window.broken = 1</script>",
  "</title><img src=x onerror=window.broken=1>",
  '"><img src=x onerror="window.broken=1">',
  "' autofocus onfocus='window.broken=1",
  "</style><style>*{display:none}</style>",
  "]]><!-- --><svg onload=window.broken=1>",
  "${window.broken=1} `${alert(1)}` {{constructor}}",
  "=cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "\u202Egnp.eruces\u202C and \u2066isolated",
  "nul\u0000 bell\u0007 escape\u001B[31m delete\u007F",
  "line\u2028separator\u2029paragraph",
  "half a character \uD83D",
  "مجلس المدينة ١٢٣",
  "🧑🏽‍🦽 family 👩‍👩‍👧 and ＜ｆｕｌｌ＞",
  "&lt;b&gt;&amp;nbsp;&#x3C;",
  "   ",
  "..",
  "CON",
  "../../etc/passwd.",
  "x".repeat(10_000),
  "javascript:window.broken=1",
];

/** Results in which every text from outside is hostile; each place gets its own of them in turn. */
export function hostileInput(offset = 0): ReportInput {
  let next = offset;
  const name = (): string => HOSTILE[next++ % HOSTILE.length];
  const input = reportInput({ runs: 4, weeks: 157 });
  const seeds = input.seeds.map((seed) => `${seed} ${name()}`);
  return {
    ...input,
    scenario: {
      name: name(),
      title: name(),
      question: name(),
      source: name(),
      hash: input.scenario.hash,
      place: name(),
    },
    engineVersion: name(),
    commit: name(),
    seeds,
    digest: name(),
    digests: Object.fromEntries(seeds.map((seed) => [seed, name()])),
    measures: input.measures.map((measure) => ({ ...measure, label: name(), sentence: name() })),
    assumptions: input.assumptions.map((row) => ({
      ...row,
      label: name(),
      path: name(),
      unit: name(),
      evidence: name(),
      origin: name(),
    })),
    events: {
      kinds: [{ code: "kind", sentence: name() }],
      counts: { kind: seeds.map(() => [1, 2, 3]) },
      notable: HOSTILE.map((text) => ({ monday: name(), kind: name(), text })),
    },
    reproduce: name(),
    warnings: HOSTILE,
  };
}
