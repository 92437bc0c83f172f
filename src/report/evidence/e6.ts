/** Sources behind the parameters: hospitals. */
import { rowsOf, type Evidence } from "./evidence.ts";

// id | confidence | quantity | value | unit | year | place | source
export const e6: readonly Evidence[] = rowsOf(`
E6-001 | A | Better Care Fund pooled budget | 5.3 | GBP billion | 2015-16 | England | Public Sector Executive, news item on the NAO integration report, 8 February 2017 (seed document)
`);
