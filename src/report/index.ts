/** Results to strings: the report as one page, and its charts, tables and files one by one. No document needed. */
export type * from "./input.ts";
export { renderReport } from "./page/page.ts";
export { fileName, identityOf } from "./identity.ts";
export { resultsOf, seriesOf, type Change, type Results, type Series } from "./series.ts";
export { quantile, spreadOf, verdictOf, type Spread, type Verdict } from "./statistics.ts";
export { sectionsOf, type Section } from "./subjects/index.ts";
export { chartOf, type ChartPlan, type Found, type PanelPlan } from "./charts/build.ts";
export { isChart, type Chart, type MissingChart, type Panel } from "./charts/chart.ts";
export { describe } from "./charts/describe.ts";
export { drawChart, type Size } from "./charts/draw.ts";
export { allRunsCsv, chartCsv, frameOf, type Frame } from "./charts/files.ts";
export { drawTable } from "./charts/table.ts";
export type { ArmsInput, ComparisonInput, GainRow, Gains, GainWords, SweepReportInput } from "./sweep/input.ts";
export { renderArms } from "./sweep/page.ts";
export { assumedOf, type Assumed } from "./assumed.ts";
export { judgementOf } from "./sweep/words.ts";
export { studyOf, type Effect, type Outcome, type Study } from "./sweep/study.ts";
export { armsCsv } from "./sweep/tables.ts";
