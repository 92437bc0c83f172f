/** Sources behind the parameters: providers. */
import { rowsOf, type Evidence } from "./evidence.ts";

// id | confidence | quantity | value | unit | year | place | source
export const e3: readonly Evidence[] = rowsOf(`
E3-001 | A | Registered homecare providers | 7852 / 9079 | providers | [2014, 2018] | England | Allan (PSSRU Kent), Home care market dynamics in England, lay summary, September 2021, ascru.nihr.ac.uk
E3-002 | A | Homecare providers per local authority, mean | 52 / 60 | providers | [2014, 2018] | England | Allan (PSSRU Kent), Home care market dynamics in England, lay summary, September 2021, ascru.nihr.ac.uk
E3-003 | A | Annual closure rate of homecare providers | 2014-2016: 0.167; 2017: 0.1 | share per year | by year | England | Allan (PSSRU Kent), Home care market dynamics in England, lay summary, September 2021, ascru.nihr.ac.uk
E3-009 | A | CQC ratings of community services, for-profit: Good or Outstanding | 2016: 78.8; 2018: 85.6; 2019: 85.9; 2022: 84.6; 2024: 85.0 | per cent | end year | England | Goodair, CQC inspection extract (GitHub repository BenGoodair/ITV); calculated here
E3-013 | A | Clients per homecare office: mean, and share with fewer than 30 | 65 / 0.5 | [clients, share] | c. 2020 | UK | Caremark trade supplement citing LaingBuisson and internal research (c. 2021)
E3-014 | A | Share of home care hours from independent sector | 1992: 2; 2002: 64; 2007: 78; 2008: 81; 2009-10: 84.2; 2010-11: 87.2; 2011-12: 89.2; 2012-13: 91.4; 2013-14: 92.1 | per cent | by year | England | HSCIC PSS-EX1 council-level unit cost and activity files 2008-09 to 2013-14 (copies in GitHub repository BenGoodair/adults_social_care_data); calculated here
E3-015 | A | Council home care hours | 2009-10: 183.2; 2010-11: 200.3; 2011-12: 188.2; 2012-13: 187.4; 2013-14: 186.0 | million hours | by year | England | HSCIC PSS-EX1 council-level unit cost and activity files 2008-09 to 2013-14 (copies in GitHub repository BenGoodair/adults_social_care_data); calculated here
E3-017 | A | Home care barriers to entry | few barriers to entry or exit, very limited fixed costs; labour the main cost | text | 2017 | England | Hall et al. (King's Fund and York), Understanding domiciliary care in England, August 2017
E3-018 | A | Framework lists limited to balance competition and volume | three councils kept provider numbers on frameworks limited so each had enough business | text | 2013-15 | England | Baxter and Rabiee, Council-managed personal budgets for older people, Journal of Care Services Management, 2015
E3-019 | A | Share of homecare purchased by the state | 80 / 70 | per cent | [2016, 2022] | UK | UKHCA media release on The Homecare Deficit 2016, 25 October 2016, ukhca.co.uk
E3-020 | A | Self-funders among community care users | 25.8 | per cent | 2021-22 | England | ONS blog, Who is paying for their own community care?, 7 July 2022, blog.ons.gov.uk
E3-021 | A | Self-funders among care home residents | 36.7 / 24.6 / 45.4 | per cent [England, North East, South East] | 2019-20 | England | ONS, Care homes and estimating the self-funding population, England 2019 to 2020, ons.gov.uk
E3-031 | C | Insolvencies, social work for elderly without accommodation | 2019: 25; 2020: 15; 2021: 9; 2022: 24 | insolvencies | by year | England | Business Rescue Expert, health and social care insolvencies 2019 to 2023
E3-032 | A | Provider surplus submitted in cost of care returns | 4.8 / 5.0 / 0 / 10 | per cent of price [mean, median, min, max] | 2022 | Hounslow | London Borough of Hounslow, Annex B home care cost of care exercise, 2022-23
E3-033 | A | Assumed surplus in minimum price | 3 | per cent | 2020-21 | UK | UKHCA, Minimum Price for Homecare April 2020 to March 2021 (20 January 2020), ukhca.co.uk
`);
