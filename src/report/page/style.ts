/** How the page looks: one quiet column of text with wider charts, on screens of any width. */

const BASE = `
:root { color-scheme: light; --ink: #0B0C0C; --quiet: #3D3D3D; --rule: #DCE0E4; --wash: #F4F6F8; --blue: #12436D; --pink: #801650; }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: #FFFFFF; color: var(--ink); font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
.page { max-width: 59rem; margin: 0 auto; padding: 0 1.5rem; }
h1, h2, h3, p, ul, ol, dl, figure { margin: 0; }
h1 { font-size: 1.875rem; line-height: 1.15; letter-spacing: -0.015em; max-width: 52rem; text-wrap: balance; }
h2 { font-size: 1.625rem; line-height: 1.25; letter-spacing: -0.01em; }
h3 { font-size: 1.1875rem; line-height: 1.35; }
p, ul, ol { max-width: 46rem; }
a { color: var(--blue); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 3px; }
code { font: 0.875em/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
:focus-visible { outline: 3px solid var(--pink); outline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -999rem; padding: 0.5rem 1rem; background: #FFFFFF; }
.skip:focus { left: 1rem; top: 1rem; z-index: 1; }
.year { white-space: nowrap; }
.quiet, .unit { color: var(--quiet); font-weight: 400; }
[hidden] { display: none !important; }
`;

const TOP = `
.top { border-top: 0.5rem solid var(--blue); padding-top: 1rem; }
.kind { color: var(--quiet); font-size: 0.875rem; margin-bottom: 0.375rem; }
.question { font-size: 1.125rem; line-height: 1.45; margin-top: 0.5rem; }
.asked, .changes-line { color: var(--quiet); font-size: 0.875rem; margin-top: 0.375rem; }
.identity { margin-top: 1rem; padding: 1.125rem 1.25rem; background: var(--wash); font-size: 0.875rem; line-height: 1.5; }
.identity dl { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; }
.identity dt { color: var(--quiet); }
.identity dd { margin: 0; }
.which { margin-top: 1.5rem; padding: 0.625rem 1rem; background: var(--wash); color: var(--quiet); font-size: 0.875rem; line-height: 1.6; }
.which p { max-width: none; }
.reproduce code { color: var(--ink); }
.reproduce code span { display: inline-block; max-width: 100%; }
.reproduce button { margin-left: 0.5rem; }
nav { margin-top: 0.75rem; font-size: 0.875rem; }
nav ol { display: flex; flex-wrap: wrap; gap: 0 1.125rem; padding: 0; list-style: none; max-width: none; }
nav a { display: inline-block; padding: 0.125rem 0; }
main > section { margin-top: 3.75rem; scroll-margin-top: 1rem; }
main > section > h2 { padding-top: 1rem; border-top: 1px solid var(--ink); margin-bottom: 1rem; }
main > section:first-child { margin-top: 1rem; }
main > section:first-child > h2 { padding-top: 0.625rem; margin-bottom: 0.375rem; font-size: 1.25rem; }
`;

const FRONT = `
.lede { font-size: 1.1875rem; line-height: 1.4; font-weight: 600; max-width: 52rem; text-wrap: pretty; }
.who { margin-top: 0.5rem; max-width: 52rem; line-height: 1.5; font-size: 1rem; }
.carried { margin-top: 0.5rem; font-size: 1rem; line-height: 1.5; max-width: 56rem; font-variant-numeric: tabular-nums; }
.carried div { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: 0 1rem; padding: 0.25rem 0; border-top: 1px solid var(--rule); }
.carried dt { color: var(--quiet); }
.carried dd { margin: 0; }
.carried em { font-style: normal; }
.carried .worse { color: var(--pink); }
.carried .better { color: var(--blue); }
.assumed { margin-top: 0.625rem; font-size: 1rem; line-height: 1.5; }
.reading { color: var(--quiet); font-size: 0.9375rem; }
.finding { display: grid; grid-template-columns: 11rem minmax(0, 46rem); gap: 0.25rem 2rem; padding: 1.125rem 0; border-top: 1px solid var(--rule); }
.finding h3 { font-size: 1rem; font-weight: 400; color: var(--quiet); padding-top: 0.1875rem; }
.headline { font-size: 1.1875rem; line-height: 1.4; font-weight: 600; margin-bottom: 0.375rem; text-wrap: pretty; }
.headline a { color: var(--ink); text-decoration-color: #6F777B; text-underline-offset: 0.2em; }
.finding ul { padding-left: 1.25rem; margin: 0.25rem 0; }
.finding p + p { margin-top: 0.5rem; }
.figure { font-variant-numeric: tabular-nums; }
.figure strong { white-space: nowrap; }
.range { color: var(--quiet); font-size: 0.9375em; white-space: nowrap; }
.fixed { padding-left: 1rem; border-left: 4px solid var(--blue); margin: 1.25rem 0; }
.notice { margin: 1rem 0; padding: 0.75rem 1rem; border-left: 4px solid var(--pink); background: #FAF4F7; max-width: 46rem; }
.caveats { margin-top: 1.25rem; padding-left: 1.5rem; }
.caveats li { padding-left: 0.25rem; margin-bottom: 0.5rem; }
.uses { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem 2.5rem; margin-top: 1.5rem; max-width: 46rem; }
.uses h3 { font-size: 1.0625rem; margin-bottom: 0.375rem; }
.uses ul { padding-left: 1.25rem; }
`;

const CHARTS = `
.chart { margin-top: 2.75rem; scroll-margin-top: 1rem; }
h2 + .chart { margin-top: 1.5rem; }
.chart h3 { font-size: 1.3125rem; line-height: 1.3; letter-spacing: -0.005em; max-width: 46rem; text-wrap: pretty; }
.subtitle { color: var(--quiet); font-size: 0.9375rem; line-height: 1.5; margin-top: 0.375rem; }
.chart svg { display: block; width: 100%; height: auto; margin: 1.25rem 0 0.75rem; overflow: visible; }
.chart svg.narrow { display: none; max-width: 32rem; }
.note, .source, .missing { color: var(--quiet); font-size: 0.8125rem; line-height: 1.5; }
.missing { font-size: 0.9375rem; margin-top: 1.5rem; padding-left: 1rem; border-left: 4px solid var(--rule); }
.paper { display: none; max-width: none; margin-top: 0.75rem; font-size: 0.875rem; }
.saving { margin-top: 0.75rem; font-size: 0.875rem; color: var(--quiet); }
button { font: inherit; font-size: 0.875rem; min-height: 2rem; padding: 0.125rem 0.75rem; margin-right: 0.25rem; color: var(--blue); background: #FFFFFF; border: 1px solid var(--blue); border-radius: 3px; cursor: pointer; }
button:hover { background: var(--wash); }
button[aria-pressed="true"] { color: #FFFFFF; background: var(--blue); }
details { margin-top: 0.75rem; }
summary { display: inline-block; color: var(--blue); cursor: pointer; font-size: 0.9375rem; padding: 0.25rem 0; text-decoration: underline; text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
summary::before { content: "+"; display: inline-block; width: 1rem; font-weight: 600; }
details[open] > summary::before { content: "−"; }
.twin > p { font-size: 0.9375rem; margin-top: 0.5rem; }
.counts { margin-top: 0.75rem; font-size: 0.9375rem; max-width: 46rem; }
.counts div { margin-bottom: 0.375rem; }
.counts dt { display: inline; font-weight: 600; }
.counts dt::after { content: ": "; }
.counts dd { display: inline; margin: 0; }
`;

const TABLES = `
.scroll { overflow-x: auto; margin-top: 1rem; background: linear-gradient(to right, #FFFFFF 2rem, transparent 4rem) local, linear-gradient(to left, #FFFFFF 2rem, transparent 4rem) 100% 0 local, linear-gradient(to right, #B9C2CA, transparent 0.875rem), linear-gradient(to left, #B9C2CA, transparent 0.875rem) 100% 0; background-repeat: no-repeat; }
table { border-collapse: collapse; font-size: 0.875rem; line-height: 1.45; font-variant-numeric: tabular-nums; min-width: 100%; overflow-wrap: normal; }
caption { text-align: left; color: var(--quiet); padding-bottom: 0.5rem; }
caption span { display: block; max-width: min(46rem, calc(100vw - 3rem)); }
th, td { padding: 0.375rem 0.75rem; border-bottom: 1px solid var(--rule); text-align: right; vertical-align: top; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
th { font-weight: 600; }
tbody th[scope="row"] { font-weight: 400; min-width: 9rem; }
th[scope="rowgroup"] { text-align: left; padding-top: 1rem; border-bottom-color: var(--quiet); }
thead th { vertical-align: bottom; border-bottom: 1px solid var(--ink); }
.word { text-align: left; }
.none { color: var(--quiet); }
td .figure { white-space: nowrap; }
.changes td .range { display: block; font-size: 0.8125rem; }
.changes td strong { font-weight: 600; }
.changes .apart { display: block; color: var(--quiet); font-size: 0.8125rem; }
.by-year { font-size: 0.8125rem; }
.by-year th, .by-year td { padding: 0.3125rem 0.1875rem; }
.by-year tbody th[scope="row"] { min-width: 7.5rem; }
.by-year thead th + th + th { white-space: nowrap; }
.by-year td .range { display: block; font-size: 0.75rem; }
.log td { text-align: left; }
.log thead th { text-align: left; }
.log th code { display: block; color: var(--quiet); font-size: 0.75rem; }
.steps { list-style: none; padding: 0; }
.steps .from { color: var(--quiet); white-space: nowrap; }
.events { list-style: none; padding: 0; margin-top: 1rem; max-width: 46rem; }
.events li { display: grid; grid-template-columns: 10.5rem minmax(0, 1fr); gap: 0 1rem; padding: 0.375rem 0; border-top: 1px solid var(--rule); }
.events .date { color: var(--quiet); font-variant-numeric: tabular-nums; }
footer { margin: 4rem 0 3rem; padding-top: 1rem; border-top: 1px solid var(--ink); color: var(--quiet); font-size: 0.875rem; }
footer p + p { margin-top: 0.5rem; }
`;

const NARROW_SCREENS = `
@media screen and (max-width: 46rem) {
  .page { padding: 0 1rem; }
  .top { padding-top: 0.5rem; }
  h1 { font-size: 1.375rem; }
  h2 { font-size: 1.375rem; }
  .question { font-size: 1rem; }
  .lede { font-size: 1.0625rem; }
  .identity dl { display: block; }
  .identity dl div { margin-bottom: 0.375rem; }
  .finding, .carried div { display: block; }
  .finding h3 { padding: 0 0 0.25rem; }
  .uses { grid-template-columns: 1fr; }
  th, td { padding: 0.375rem 0.5rem; }
  .chart svg.wide { display: none; }
  .chart svg.narrow { display: block; }
  .events li { display: block; }
  .events .date { display: block; }
  main > section { margin-top: 2.75rem; }
  .changes, .changes tbody, .changes tr, .changes th, .changes td, .changes caption { display: block; text-align: left; }
  .changes thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .changes tbody tr { padding: 0.5rem 0; border-bottom: 1px solid var(--rule); }
  .changes tbody th, .changes tbody td { border: 0; padding: 0.0625rem 0; }
  .changes tbody th[scope="row"] { font-weight: 600; }
  .changes td[data-head]::before { content: attr(data-head) ": "; color: var(--quiet); }
  .changes td .range { display: inline; }
  .changes .apart { display: none; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@media (prefers-contrast: more) { :root { --quiet: #0B0C0C; --rule: #6F777B; } }
@media (forced-colors: active) {
  .chart svg { forced-color-adjust: none; background: #FFFFFF; box-shadow: 0 0 0 0.5rem #FFFFFF; }
  .identity, .which, .notice, .fixed { border: 1px solid CanvasText; }
  button { border-color: ButtonText; }
  .fixed { padding: 0.5rem 1rem; }
  button[aria-pressed="true"] { forced-color-adjust: none; color: HighlightText; background: Highlight; }
}
`;

/** `running` stands at the foot of every printed page and holds nothing but letters, digits and plain signs. */
const print = (running: string): string => `
@page { size: A4; margin: 17mm 16mm 20mm; @bottom-left { content: "${running}"; font: 8pt sans-serif; color: #3D3D3D; } @bottom-right { content: counter(page) " of " counter(pages); font: 8pt sans-serif; color: #3D3D3D; } }
@media print {
  html { font-size: 80%; }
  table { font-size: 8pt; }
  th, td { padding: 0.2rem 0.4rem; }
  .page { max-width: none; padding: 0; }
  nav, .saving, button, .skip, .twin > summary, details[open] > summary { display: none; }
  summary { color: inherit; text-decoration: none; }
  summary::before { content: none; }
  summary::after { content: " – folded away on the page, and not on this print"; }
  .paper { display: block; }
  .top { padding-top: 0.5rem; }
  h2, h2 + p, h3, caption, thead { break-after: avoid; }
  h2 + p { break-inside: avoid; }
  tr:has(> th[scope="rowgroup"]:only-child) { break-after: avoid; }
  .finding h3 { break-after: auto; }
  .chart, .finding, .notice, .uses, .identity, .which, .carried div, tr, li { break-inside: avoid; }
  .chart { margin-top: 2rem; }
  .chart svg { max-height: 19.5cm; margin: 0.75rem 0 0.5rem; }
  .chart:has(details[open]) { break-inside: auto; }
  .chart figcaption, .chart svg { break-inside: avoid; }
  .chart figcaption { break-after: avoid; }
  .scroll { overflow: visible; background: none; }
  main > section { margin-top: 1.5rem; }
  a { color: inherit; text-decoration: none; }
  .identity, .which, .notice { background: none; border: 1px solid var(--rule); }
}
`;

export const styleOf = (running: string): string =>
  [BASE, TOP, FRONT, CHARTS, TABLES, NARROW_SCREENS, print(running)].map((part) => part.trim()).join("\n");
