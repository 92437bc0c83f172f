/**
 * Planted faults: for each kind, a text that commits it. The checkers must catch every one; and must pass the innocent
 * texts beside them, or they would only be shown to say no.
 */

/** Code that must never stand in the engine, by who catches it there. */
interface Planted {
  readonly name: string;
  readonly code: string;
}

const INEXACT =
  "exp expm1 log log1p log2 log10 sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh cbrt hypot".split(" ");

/** The linter's rule, as it names itself -> code that breaks it. */
export const HOST_USES: Readonly<Record<string, readonly string[]>> = {
  "eslint(no-restricted-globals)": [
    "export const planted = Date.now();",
    "export const planted = new Date(0);",
    "export const planted = performance.now();",
    "export const planted = new Intl.NumberFormat();",
    "console.log(1);",
    "export const planted = process.env;",
    "export const planted = globalThis;",
    "setTimeout(() => 1, 1);",
    "export const planted = fetch;",
    "export const planted = crypto.randomUUID();",
    "export const planted = new WeakRef({});",
  ],
  "eslint(no-restricted-properties)": [
    ...INEXACT.map((name) => `export const planted = Math.${name}(0.5);`),
    "export const planted = Math.pow(2, 0.5);",
    "export const planted = Math.atan2(1, 2);",
    "export const planted = Math.random();",
    'export const planted = Math["exp"](1);',
    "export const { exp: planted } = Math;",
    'export const planted = "a".localeCompare("b");',
    "export const planted = (1234.5).toLocaleString();",
    'export const planted = "I".toLocaleLowerCase();',
  ],
  "import(no-default-export)": ["export default 1;"],
  "typescript(no-explicit-any)": ["export const planted = (value: any): unknown => value;"],
  "typescript(no-floating-promises)": ["export const planted = (): void => { Promise.resolve(1); };"],
  "eslint(no-unused-vars)": ["const planted = 1;"],
};

/** What no folder may do, and where it was planted: path -> rule and code. */
export const ELSEWHERE: Readonly<Record<string, readonly [rule: string, code: string]>> = {
  "src/node/console.ts": ["eslint(no-console)", "console.log(1);"],
  "src/node/promise.ts": ["typescript(no-floating-promises)", "export const f = (): void => { Promise.resolve(1); };"],
  "src/cli/default.ts": ["import(no-default-export)", "export default 1;"],
  "src/workbench/any.ts": ["typescript(no-explicit-any)", "export const f = (value: any): unknown => value;"],
  "src/workbench/random.ts": ["eslint(no-restricted-properties)", "export const f = Math.random();"],
  "src/report/clock.ts": ["eslint(no-restricted-globals)", "export const f = Date.now();"],
  "src/report/locale.ts": ["eslint(no-restricted-properties)", "export const f = (2).toLocaleString();"],
  "src/kernel/later.ts": ["oxc(no-async-await)", "export async function f(): Promise<void> { await f(); }"],
  "tests/skip.test.ts": ["vitest(no-disabled-tests)", 'import { it } from "vitest"; it.skip("a", () => {});'],
  "tests/only.test.ts": ["vitest(no-focused-tests)", 'import { it } from "vitest"; it.only("a", () => {});'],
};

/** What the engine's compiler options refuse: there is no such name without a host. */
export const HOST_NAMES: readonly string[] =
  "console process setTimeout setInterval fetch crypto performance window document self navigator Buffer require".split(
    " ",
  );

export const IMPURE: readonly Planted[] = [
  { name: "the power operator", code: "export const planted = (x: number, y: number): number => x ** y;" },
  {
    name: "the power assignment",
    code: "export function planted(x: number): number { let y = x; y **= 2; return y; }",
  },
  { name: "a dynamic import", code: 'export const planted = (): unknown => import("./other.ts");' },
  { name: "an alias of Math", code: "const M = Math; export const planted = M.exp(1);" },
  { name: "Math handed over", code: "export const planted = [Math].map((m) => m.log(2));" },
  { name: "Math by computed name", code: 'export const planted = (name: "exp"): number => Math[name](1);' },
  { name: "Math taken apart", code: "const { exp } = Math; export const planted = exp(1);" },
  { name: "an inexact function", code: "export const planted = Math.exp(1);" },
  { name: "a function nobody thought of", code: "export const planted = Math.sumPrecise([1, 2]);" },
  { name: "import.meta", code: "export const planted = import.meta.url;" },
  { name: "a linter told to look away", code: "// oxlint-disable-next-line\nexport const planted = Date.now();" },
  { name: "a compiler told to look away", code: "/* @ts-expect-error */ export const planted: string = 1;" },
  { name: "a debugger", code: "export function planted(): void { debugger; }" },
];

export const PURE: readonly string[] = [
  "export const fine = Math.sqrt(2) * Math.imul(3, 4) + Math.floor(Math.PI);",
  "export const fine = { Math: 1 }.Math;",
  "export const fine = 'oxlint-disable @ts-ignore';",
  "/* a ** b and Math.exp(x) in a comment */ export const fine = 'Math.exp ** import()';",
];

export const STATEFUL: readonly Planted[] = [
  { name: "let", code: "export let week = 0;" },
  { name: "let in a list", code: "let a = 1, b = 2; export const f = (): number => a + b;" },
  { name: "var", code: "var count = 0; export const f = (): number => count;" },
  { name: "a Map", code: "const cache = new Map<string, number>(); export const f = (): number => cache.size;" },
  { name: "a Set", code: "export const seen = new Set<number>();" },
  { name: "scratch", code: "const scratch = new Float64Array(64); export const f = (): number => scratch[0];" },
  { name: "scratch by from", code: "export const scratch = Int32Array.from([1, 2]);" },
  { name: "an array", code: "export const rows: string[] = [];" },
  { name: "an object to fill", code: "export const registry: Record<string, number> = {};" },
  { name: "a frozen Map", code: "export const seen = Object.freeze(new Map());" },
  { name: "a sticky pattern", code: "const WORD = /a/gu; export const f = (s: string): boolean => WORD.test(s);" },
  { name: "an instance", code: "class Counter { n = 0; } export const counter = new Counter();" },
  { name: "a static field", code: "export class Runs { static count = 0; }" },
  { name: "a static Map", code: "export class Runs { static readonly all = new Map(); }" },
  { name: "work at import", code: "const table = Object.freeze([1]); for (const each of table) each.toFixed();" },
  { name: "a call at import", code: 'import { z } from "zod"; z.setErrorMap();' },
  { name: "a write into a constant", code: "const state = { week: 0 }; export function f(): void { state.week = 1; }" },
  { name: "a step in a constant", code: "const at = { n: [0] }; export function f(): void { at.n[0]++; }" },
  { name: "a deletion", code: "const at: { n?: 1 } = { n: 1 }; export function f(): void { delete at.n; }" },
  { name: "a push", code: "const log = makeLog(); export function f(): void { log.push(1); }" },
  { name: "an assign", code: "const at = { n: 1 }; export function f(): void { Object.assign(at, { n: 2 }); }" },
  { name: "a counter on a function", code: "export function f(): void { f.calls += 1; }" },
];

export const STATELESS: readonly string[] = [
  'export const NAMES = ["a", "b"] as const;',
  "export const TABLE: ReadonlyMap<string, number> = new Map([['a', 1]]);",
  "export const EXPONENTIALS: ArrayLike<number> = new Float64Array([1, 2]);",
  "export const LEAVES: readonly string[] = NAMES.map(String);",
  "export const ROWS = { a: { b: 1 } } as const satisfies object;",
  "export const WORD = /^a$/u;",
  'import { z } from "zod"; z.config({ jitless: true });',
  "const state = { n: 0 }; export function f(state: { n: number }): void { state.n = state.n + 1; }",
  "export function f(): number[] { const rows: number[] = []; rows.push(1); rows[0] += 1; return rows; }",
  "export class Table { static readonly width = 4; rows = new Float64Array(4); grow(): void { this.rows[0] = 1; } }",
];
