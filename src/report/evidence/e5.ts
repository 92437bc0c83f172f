/** Sources behind the parameters: people, packages and payments. */
import { rowsOf, type Evidence } from "./evidence.ts";

// id | confidence | quantity | value | unit | year | place | source
export const e5: readonly Evidence[] = rowsOf(`
E5-001 | A | People receiving long-term support in year | 2015-16: 872520; 2017-18: 857770; 2018-19: 841850; 2021-22: 817995; 2022-23: 835335; 2023-24: 859000 | people | by year | England | Community Care, More people receiving long-term care, 12 December 2023, communitycare.co.uk
E5-003 | A | Long-term support 65+ | 2015-16: 587495; 2017-18: 565385; 2022-23: 543000; 2023-24: 559000 | people | by year | England | NHS Digital news, 5,100 new requests a day, 2018, digital.nhs.uk
E5-005 | A | Requests for support from new clients | 2015-16: 1809980; 2018-19: 1914000; 2019-20: 1930560; 2020-21: 1915645; 2021-22: 1978550; 2022-23: 2002055; 2023-24: 2085720 | requests | by year | England | NHS England, Adult Social Care Activity and Finance Report 2023-24, overview tables 1a-1b, digital.nhs.uk
E5-006 | A | Requests by origin | 77.1 / 20.1 | per cent [community, hospital discharge] | 2017-18 | England | NHS Digital news, 5,100 new requests a day, 2018, digital.nhs.uk
E5-010 | A | Direct payment clients at 31 March | 2011: 65+: 49315; PD: 33940; LD: 22900; MH: 7040; 2014: 65+: 43880; PD: 37035; LD: 31225; MH: 9140 | people | by year | England | HSCIC PSS-EX1 council-level unit cost and activity files 2008-09 to 2013-14 (copies in GitHub repository BenGoodair/adults_social_care_data); calculated here
E5-011 | A | Clients per council, 31 March 2014 (median, p10, p90) | home care all: 1383 / 662 / 3813; home care 65+: 985 / 512 / 2815; home care PD: 150 / 65 / 380; home care LD: 140 / 35 / 449; home care MH: 40 / 10 / 155; DP all: 590 / 282 / 1658; DP 65+: 213 / 75 / 580; DP PD: 180 / 90 / 524; DP LD: 153 / 60 / 395; DP MH: 30 / 5 / 135 | people | 2014 | England | HSCIC PSS-EX1 council-level unit cost and activity files 2008-09 to 2013-14 (copies in GitHub repository BenGoodair/adults_social_care_data); calculated here
E5-013 | A | Home care hours per household per week | 11.6 / 12.4 | hours | [2007, 2008] | England | NHS Information Centre, Community Care Statistics: home help and care services 2008, digital.nhs.uk
E5-015 | A | DP share by group, DP/(DP+home care+day care) | PD 18-64: 0.485; MH 18-64: 0.33; LD 18-64: 0.3; 65+: 0.151 | ratio | 31 March 2014 | England | HSCIC PSS-EX1 council-level unit cost and activity files 2008-09 to 2013-14 (copies in GitHub repository BenGoodair/adults_social_care_data); calculated here
E5-020 | A | Share of personal budgets taken as DP (ADASS survey) | 24 | per cent | March 2014 | England | In Control blog on the third National Personal Budget Survey and ADASS survey, October 2014
E5-021 | A | People with personal budgets | 377000 / 527000 | people | [2010-11, 2011-12] | England | Second POET survey 2013, summaries at mentalhealthpartnerships.com and disabilitynewsservice.com
E5-022 | A | Long-term gross current spend by mechanism | direct payments: 1371; home care: 2068; supported living: 1256; other community: 1111; residential: 5203; nursing: 1580 | GBP million | 2014-15 | England | HSCIC ASC-FR 2014-15 council-level files (copies in GitHub repository BenGoodair/adults_social_care_data); calculated here
E5-023 | A | Community spend 18-64 and 65+ by mechanism | 18-64 DP: 944; 18-64 home care: 689; 18-64 supported living: 1067; 65+ DP: 427; 65+ home care: 1378; 65+ supported living: 189 | GBP million | 2014-15 | England | HSCIC ASC-FR 2014-15 council-level files (copies in GitHub repository BenGoodair/adults_social_care_data); calculated here
E5-024 | A | 65+ spend on home care and direct payments | 2009-10: 2138 / 247; 2010-11: 2229 / 295; 2011-12: 2078 / 339; 2012-13: 2046 / 390; 2013-14: 2082 / 429 | GBP million [home care, DP] | by year | England | Goodair, ITV data outputs (GitHub repository BenGoodair/ITV), compiled from PSS-EX1 and ASC-FR
E5-026 | A | In-house share of 65+ home care spend | 2009-10: 32.6; 2013-14: 21.6; 2014-15: 6.7; 2018-19: 4.0; 2022-23: 3.9 | per cent | by year | England | Goodair, ITV data outputs (GitHub repository BenGoodair/ITV), compiled from PSS-EX1 and ASC-FR
E5-027 | A | User contributions as share of long-term community spend | all: 11.2; 18-64: 5.6; 65+: 19.7 | per cent | 2014-15 | England | HSCIC ASC-FR 2014-15 council-level files (copies in GitHub repository BenGoodair/adults_social_care_data); calculated here
E5-029 | A | Means test capital limits and tariff income | 14250 / 23250 / 250 | GBP [lower, upper, capital per 1 pound weekly] | 2024-25 | England | Code-repository note on LAC circulars and gov.uk capital limits
E5-030 | A | Families paid for extra care and support | 9.5 / 10.4 | per cent of users | [2014-15, 2015-16] | England | NHS Digital, Adult Social Care Survey 2015-16
E5-031 | B | Unpaid carers | 2011: 5.4; 2021: 4.7 | million | Census | England | Official statistic recalled, not re-read in this exercise
E5-033 | A | SCRQoL mean (0 to 24) | 2010-11: 18.7; 2011-12: 18.7 | score | by year | England | NHS Information Centre, Adult Social Care Survey 2011-12 provisional, digital.nhs.uk
E5-034 | A | SCRQoL mean (0 to 24) | 19.1 | score | 2014-15 | England | HSCIC, ASCOF 2014-15 highlights
E5-036 | A | SCRQoL region range | 18.4 / 19.4 | score [London, North East] | 2022-23 | England | NHS England, ASCOF 2022-23 highlights, digital.nhs.uk
E5-038 | A | Control over daily life (as much as wanted or adequate) | 2011-12: 75; 2014-15: 77.3 | per cent | by year | England | NHS Digital, ASCOF 2015-16 key facts, gov.uk
E5-041 | A | Extremely or very satisfied | 2011-12: 63 | per cent | by year | England | NHS Digital, Adult Social Care Survey 2021-22, digital.nhs.uk
E5-042 | B | Extremely or very satisfied, other years | 2010-11: 62; 2012-13: 64.1; 2013-14: 64.8; 2014-15: 64.7 | per cent | by year | England | Official statistic recalled, not re-read in this exercise
E5-043 | A | Easy to find information (of those who tried) | 2014-15: 75 | per cent | 2014-15 | England | HSCIC, ASCOF 2014-15 highlights
E5-046 | A | Enough social contact | 45.4 | per cent | 2016-17 | England | NHS Digital, Adult Social Care Survey 2016-17, digital.nhs.uk
E5-048 | A | IBSEN outcome by group | mental health: higher quality of life; physical disability 18-64: higher satisfaction, quality, choice and control; learning disability: more control; 65+: no benefit; lower wellbeing, burden of planning | direction | 2006-08 | England, 13 pilots | University of York news on the IBSEN evaluation, 21 October 2008, york.ac.uk
E5-054 | C | Yearly exit (death or care home) of 65+ home care clients | 25 | per cent | 2010 to 2019 | England | Recollection only, to be verified before use
`);
