/** Sources behind the parameters: hospitals. */
import { rowsOf, type Evidence } from "./evidence.ts";

// id | confidence | quantity | value | unit | year | place | source
export const e6: readonly Evidence[] = rowsOf(`
E6-001 | A | Better Care Fund pooled budget | 5.3 | GBP billion | 2015-16 | England | Public Sector Executive, news item on the NAO integration report, 8 February 2017 (seed document)
E6-002 | A | Emergency admissions, plan and outturn | -106000 / 87000 | change on 2014-15 [plan, actual] | 2015-16 | England | ITV News and PA, 8 February 2017, quoting the NAO integration report; also PAC 2016-17 report
E6-005 | A | Planned BCF savings not realised | 511 | GBP million | 2015-16 | England | ITV News and PA, 8 February 2017, quoting the NAO integration report; also PAC 2016-17 report
E6-006 | B | Implied cost per extra emergency admission above plan | 1611 | GBP | 2015-16 | England | House of Commons PAC, Integrating health and social care, 2016-17, publications.parliament.uk
E6-007 | B | Implied cost per extra delayed day above plan | 305 | GBP | 2015-16 | England | House of Commons PAC, Integrating health and social care, 2016-17, publications.parliament.uk
E6-009 | A | Days of delayed transfers of care, all; NHS; social care; both | 1870000 / 1000000 / 635000 / 145000 | days in ten months | April 2016 to January 2017 | England | BBC England data unit, 2017, delayed transfers by council
`);
