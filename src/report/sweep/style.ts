/** What the page of a sweep needs beyond the style of every report. */
export const ARMS_STYLE = `
.chooser { margin: 1.5rem 0 0; padding: 0.875rem 1rem; background: var(--wash); font-size: 0.9375rem; }
.chooser p { margin-bottom: 0.5rem; }
.choice { display: inline-block; max-width: 100%; margin: 0 1rem 0.375rem 0; }
.chooser label { margin-right: 0.375rem; color: var(--quiet); }
select { font: inherit; min-height: 2rem; max-width: 100%; margin: 0.125rem 1rem 0.125rem 0; padding: 0.125rem 0.375rem; color: var(--ink); background: #FFFFFF; border: 1px solid var(--blue); border-radius: 3px; }
.moved { margin: 1.25rem 0 0.375rem; }
.movers { padding-left: 1.25rem; }
.movers li { margin-bottom: 0.375rem; }
#answer ~ p, #answer ~ ul { margin-top: 0.625rem; }
#answer ~ ul { padding-left: 1.25rem; }
.twin td[data-number] { white-space: nowrap; }
.twin table { font-size: 0.8125rem; }
.twin th, .twin td { padding: 0.3125rem 0.5rem; }
.twin th:first-child { padding-left: 0; }
@media screen and (max-width: 80rem) {
  .twin table:has(th:nth-child(12)) { font-size: 0.75rem; }
  .twin table:has(th:nth-child(12)) :is(th, td) { padding-left: 0.1875rem; padding-right: 0.1875rem; }
  .twin table:has(th:nth-child(12)) :is(th, td):first-child { padding-left: 0; min-width: 7rem; }
}
@media screen and (min-width: 64rem) { .twin .scroll { width: max-content; min-width: 100%; max-width: calc(100% + (100vw - 59rem) / 2 - 1rem); } }
.arm { display: block; color: var(--quiet); font-size: 0.8125rem; }
.log td:first-child { padding-left: 0.75rem; }
.log td:has(.steps .from) { min-width: 14.5rem; }
.log td code { font-size: 0.75rem; }
.log th[scope="rowgroup"] { padding-top: 0.375rem; border-bottom-color: var(--rule); font-weight: 400; min-width: 11rem; max-width: 22rem; }
.log th .unit { display: block; font-size: 0.8125rem; }
[data-worst] > p { margin-top: 1rem; }
#worst-worlds ~ p + p { margin-top: 0.625rem; }
#worst-table td:nth-child(2) { min-width: 8.5rem; }
#worst-table td:nth-child(3) { min-width: 15rem; }
@media screen and (max-width: 46rem) {
  .stacked, .stacked tbody, .stacked tr, .stacked caption { display: block; }
  .stacked thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stacked tbody tr { padding: 0.375rem 0; border-bottom: 1px solid var(--rule); }
  .log.stacked tbody th[scope="rowgroup"] { display: block; max-width: none; border: 0; padding: 0.25rem 0 0.375rem; font-weight: 600; }
  .log.stacked th .unit { font-weight: 400; }
  .log.stacked tbody td:nth-child(n) { display: block; min-width: 0; border: 0; padding: 0.0625rem 0; }
  .stacked td[data-head]::before { content: attr(data-head) ": "; color: var(--quiet); }
  .stacked .steps { display: inline-block; vertical-align: top; }
}
@media (forced-colors: active) { .chooser { border: 1px solid CanvasText; } }
@media print { .chooser, .chart:not([data-chosen])[id$="-any"] { display: none; } }
`.trim();
