/** Sources behind the parameters: workers and pay. */
import { rowsOf, type Evidence } from "./evidence.ts";

// id | confidence | quantity | value | unit | year | place | source
export const e4: readonly Evidence[] = rowsOf(`
E4-002 | A | Direct care jobs in domiciliary care | 450000 | jobs | 2018/19 | England | British Journal of Nursing editorial citing Skills for Care and NHS Digital (2019-20)
E4-006 | A | Vacancy rate, all adult social care | 2016/17: 6.6 | per cent | by year | England | Skills for Care 2024/25 reports as summarised by Tomorrow's Care and NCF, 2025
E4-008 | A | Turnover, care workers | 2016/17: 33.8 | per cent a year | by year | England | Community Care, 4 October 2019, on Skills for Care State of report 2019
E4-012 | A | Recruits from within adult social care | 2016/17: 0.67; 2017/18: 0.67; 2019/20: 0.67; 2021/22: 0.63 | share | by year | England | Disability Rights UK, September 2018, on Skills for Care State of report 2018
E4-013 | A | Mean experience in sector | 8.0 / 8.2 | years | [2016/17, 2017/18] | England | Care Home Professional, 2017, on Skills for Care State of report 2017
E4-014 | A | Starters rate | 39.3 | per cent a year | 2018/19 | England | Skills for Care, Recruitment and retention topic page (2018/19 data), skillsforcare.org.uk
E4-015 | A | Care worker median hourly pay, independent sector | Sept 2012: 6.75; 2016/17: 7.5; Feb 2019: 8.1; Mar 2020: 8.5; Mar 2021: 9.01; Dec 2024: 12.0 | GBP per hour | by date | England | Skills for Care, Pay rates 2020/21, skillsforcare.org.uk
E4-016 | B | Median care worker pay over NLW/NMW (implied) | 2012: 1.11; 2016/17: 1.042; 2019: 1.034; 2020: 1.035; 2021: 1.033; 2024: 1.049 | ratio | by date | England | Skills for Care, Pay rates 2020/21, skillsforcare.org.uk
E4-017 | A | Regional median care worker pay | London: 8.5; South East: 8.4; North West: 7.93; North East: 7.95 | GBP per hour | February 2019 | England | Skills for Care, Pay in the adult social care sector, March 2019; Home Care Insight summary
E4-018 | A | Care worker nominal pay growth | 2011/12-2015/16: 0.12; 2015/16-2016/17: 0.28 | GBP per year | by period | England | Care Home Professional, 2017, on Skills for Care State of report 2017
E4-023 | A | Zero-hours share, domiciliary care workers | 42 | per cent | 2019/20 | England | Social Work Today, 21 October 2020, on Skills for Care State of report 2020
E4-024 | C | Zero-hours share, domiciliary care workers, earlier | 58 | per cent | 2016/17 | England | Recollection only, to be verified before use
E4-031 | A | Homecare workers not paid for travel time | 75 | per cent | c. 2023 | England | Homecare Workers' Group, Unpaid working time, homecarewg.org
E4-032 | A | Direct care workers likely paid below NMW | 160000 / 220000 | workers | 2013 | UK | Resolution Foundation (Pennycook), Does it pay to care?, August 2013
E4-035 | A | PAs employed via direct payments | 120000 | PAs | March 2015 | England | NAO, Personalised commissioning in adult social care, HC 883, March 2016 (summary, seed document)
E4-038 | A | PAs per employer; jobs per PA | 1.85 / 1.29 | ratio | 2021 | England | Skills for Care, Individual employers and the PA workforce 2021, reported at activeindependence.org
E4-039 | A | PA turnover; PA vacancy | 18.2 / 8.1 | per cent | 2021 | England | Skills for Care, Individual employers and the PA workforce 2021, reported at activeindependence.org
E4-040 | C | Homecare worker mean weekly hours | 28 | hours | 2016 to 2019 | England | Recollection only, to be verified before use
`);
