/** Sources behind the parameters: take-up and direct payments across councils. */
import { rowsOf, type Evidence } from "./evidence.ts";

// id | confidence | quantity | value | unit | year | place | source
export const e8: readonly Evidence[] = rowsOf(`
E8-004 | A | Personal budget share across councils: median and range | 88 / 10 / 100 | per cent [median, min, max] | 2014-15 | England | NAO, Personalised commissioning in adult social care, HC 883, March 2016 (summary, seed document)
E8-005 | A | DP share across councils: median and range | 22 / 5 / 57 | per cent [median, min, max] | 2014-15 | England | NAO, Personalised commissioning in adult social care, HC 883, March 2016 (summary, seed document)
E8-009 | A | Users finding information difficult | 26 | per cent | 2014-15 | England | NAO, Personalised commissioning in adult social care, HC 883, March 2016 (summary, seed document)
E8-010 | A | Most but not all users benefit from personal budgets, above all DPs; depends on support and fit | qualitative | sign | 2014-15 | England | NAO, Personalised commissioning in adult social care, HC 883, March 2016 (summary, seed document)
E8-012 | A | 2007 evaluation: benefits only for ages 18-64 | 18-64 positive, 65+ none | sign by group | 2007 | England | NAO, Personalised commissioning in adult social care, HC 883, March 2016 (summary, seed document)
E8-013 | A | Poorly supported budgets may not benefit users | qualitative | sign | 2014-15 | England | NAO, Personalised commissioning in adult social care, HC 883, March 2016 (summary, seed document)
E8-015 | A | Councils that must save cannot pay above the authority-commissioned cost | cap on personal budget | rule | 2016 | England | NAO, Personalised commissioning in adult social care, HC 883, March 2016 (summary, seed document)
E8-016 | A | Economies of scale from large homecare framework contracts would be lost | qualitative | mechanism | 2016 | England | NAO, Personalised commissioning in adult social care, HC 883, March 2016 (summary, seed document)
E8-017 | A | DP rates tied to council commissioning rates, below public market prices; users buy less or top up more | qualitative | mechanism | 2016 | England | NAO, Personalised commissioning in adult social care, HC 883, March 2016 (summary, seed document)
E8-018 | A | Some savings come from setting DP below the contract rate and raising the DP share | qualitative | mechanism | 2016 | England | NAO, Personalised commissioning in adult social care, HC 883, March 2016 (summary, seed document)
E8-019 | A | Unspent DP recovered after some weeks of balance | qualitative | rule | 2016 | England | NAO, Personalised commissioning in adult social care, HC 883, March 2016 (summary, seed document)
E8-021 | A | Some councils cut provider numbers for scale and to limit worker movement; choice falls | qualitative | mechanism | 2016 | England | NAO, Personalised commissioning in adult social care, HC 883, March 2016 (summary, seed document)
E8-022 | A | Fee rates driven to potentially unsustainable levels; providers under pressure | qualitative | sign | 2016 | England | NAO, Personalised commissioning in adult social care, HC 883, March 2016 (summary, seed document)
E8-023 | A | Packages not dearer but care management costs higher under personal budgets | qualitative | sign | 2007 | England | NAO, Personalised commissioning in adult social care, HC 883, March 2016 (summary, seed document)
E8-025 | A | PAs generally cheaper than homecare | PA cost below agency cost | sign | 2016 | England | NAO, Personalised commissioning in adult social care, HC 883, March 2016 (summary, seed document)
E8-026 | A | Authorities reporting gaps in support to users and PAs | 82 | per cent | 2015 | England | NAO, Personalised commissioning in adult social care, HC 883, March 2016 (summary, seed document)
E8-027 | A | Indicative budgets inaccurate and often ignored | qualitative | sign | 2016 | England | NAO, Personalised commissioning in adult social care, HC 883, March 2016 (summary, seed document)
E8-028 | A | One council directory lists over 700 options | 700 | services | 2015 | England | NAO, Personalised commissioning in adult social care, HC 883, March 2016 (summary, seed document)
E8-029 | A | Reported progress may overstate real personalisation | qualitative | measurement | 2016 | England | NAO, Personalised commissioning in adult social care, HC 883, March 2016 (summary, seed document)
E8-030 | A | DP hourly purchasing power | flexible use of funds can buy more hours per pound than council or agency | sign | 2012 | England | SCIE, Report 37: Personalisation, productivity and efficiency (seed document)
E8-033 | A | IB costs rise by coordination and monitoring; benefits limited to some groups; adverse for older people | qualitative | sign by group | 2008 | England | APSE, Briefing 09-20 Individual budgets in social care, April 2009 (seed document)
E8-036 | A | BCF: fewer permanent care-home admissions, more at home 91 days after discharge | qualitative | sign | 2015-16 | England | Public Sector Executive, news item on the NAO integration report, 8 February 2017 (seed document)
`);
