/** Sources behind the parameters: responses and elasticities. */
import { rowsOf, type Evidence } from "./evidence.ts";

// id | confidence | quantity | value | unit | year | place | source
export const e7: readonly Evidence[] = rowsOf(`
E7-001 | A | Wage elasticity of labour supply to the care sector | all: 4; homecare: 5; care homes: 2 | elasticity | 2016-2022 | England | Vadean, Allan and Teo, Wages and labour supply in the adult social care sector, lay summary, ascru.nihr.ac.uk
E7-002 | A | Wage elasticity of labour supply to the firm | low; firms have market power; competition for workers modest | text | 2016-2019 | England | Vadean and Allan, Wage differentials and wage elasticities of labour supply to the firm, lay summary, March 2023, ascru.nihr.ac.uk
E7-003 | C | Wage elasticity of labour supply to the firm, number | 1.0 | elasticity | 2016-2019 | England | Recollection only, to be verified before use
E7-006 | A | Wage-floor rise of 2015-16 | 10 | per cent (more than) | Oct 2015 to Apr 2016 | England | Vadean and Allan, The effects of minimum wage policy on the long-term care sector in England, BJIR 2020/21
E7-009 | B | Pass-through of NLW to council fees (growth of fee over growth of NLW) | 2023-24: 0.99; 2024-25: 0.66 | ratio | by year | England | DHSC, MSIF provider fee reporting 2024 to 2025, gov.uk
E7-010 | B | NLW cost share in minimum price | 0.65 | share | 2020-21 | England | UKHCA, Minimum Price for Homecare April 2020 to March 2021 (20 January 2020), ukhca.co.uk
E7-011 | A | Homecare ASCOT gain at mean intensity | all: 0.2; high need: 0.31; low/moderate need: 0.15 | ASCOT index (0 to 1) | 2009-10 | England | Forder, Malley, Towers and Netten 2013, Health Economics, as tabulated in NICE home care guideline Appendix C1, 2015
E7-012 | A | Marginal effect of community care on quality of life | positive, diminishing with intensity, larger at higher impairment | text | 2013-14 | England | Forder, Vadean, Rand and Malley, The impact of long-term care on quality of life, Health Economics 2018
E7-013 | C | Own-price elasticity of demand for private homecare | -0.5 | elasticity | n/a | England | Recollection only, to be verified before use
`);
