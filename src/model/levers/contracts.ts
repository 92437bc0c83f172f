/** What the council's contracts with its home-care agencies say: forms of contract, monitoring of visits, lots, choice. */
import { choice, number } from "./parameter.ts";

/** Parts of the subject `framework`. */
export const contracts = {
  contractForm: choice({
    kind: "policy",
    label: "Form of the home-care contract",
    sentence:
      "Time and task pays by the minute; outcomes-based pays a fixed sum a package and leaves the time to the agency; " +
      "user-directed keeps what monitored visits leave over for people to use.",
    choices: ["time and task", "outcomes-based", "user-directed"],
    default: "time and task",
    evidence: "NAO 14 (outcomes-based), SCIE (user-directed: Lancashire); that most paid by time, an assumption",
    firstOrder: {
      measure: "council.communitySpend",
      sign: -1,
      // A fifth off 16 of 42 million is 3.2 at full size; five weeks in arrears, and 0.03 of that size.
      trial: { to: "outcomes-based", least: 0.03, given: { "framework.targetSaving": 0.2 } },
    },
  }),
  paidForDelivered: number({
    kind: "policy",
    label: "Minutes paid only where they came",
    unit: "share of agreed minutes that did not come",
    sentence: "At 1 time and task pays for the minutes that came, at 0 for those agreed, whatever came.",
    default: 1,
    min: 0,
    max: 1,
    evidence: "assumption: contracts pay either way; 1 as invoices follow time sheets",
    range: [0.5, 1],
    firstOrder: {
      measure: "framework.paidNotGivenHours",
      sign: -1,
      // Agencies three quarters staffed with all the stretch there is miss a tenth of some 600 hours: 60.
      trial: { to: 0, least: 15, given: { "labour.openingSlack": 0.7, "labour.flexibleHours": 0 } },
    },
  }),
  unrecordedShare: number({
    kind: "behaviour",
    label: "Minutes paid for and not given",
    unit: "share of agreed minutes",
    sentence: "Of each unmonitored visit, what is on the time sheet and did not come.",
    default: 0,
    min: 0,
    max: 0.5,
    evidence: "assumption: SCIE says that monitoring lets councils buy less for the same, not how much",
    range: [0, 0.1],
    firstOrder: {
      measure: "framework.paidNotGivenHours",
      sign: 1,
      // A tenth of some 600 hours a week.
      trial: { to: 0.1, least: 30 },
    },
  }),
  targetSaving: number({
    kind: "policy",
    label: "Saving asked of an outcomes-based contract",
    unit: "share of the fee",
    sentence: "What the fixed sum of an outcomes-based package is below the fee for the minutes agreed.",
    default: 0.05,
    min: 0,
    max: 0.5,
    evidence: "NAO 14; size an assumption",
    range: [0.03, 0.15],
    firstOrder: {
      measure: "council.communitySpend",
      sign: -1,
      // From a twentieth to a fifth of 16 million, of which 0.03: 0.07 a year, less what is in arrears.
      trial: { to: 0.2, least: 0.02, given: { "framework.contractForm": "outcomes-based" } },
    },
  }),
  outcomesFloor: number({
    kind: "policy",
    label: "Least time of an outcomes-based package",
    unit: "share of agreed minutes",
    sentence: "Below this share of the agreed time no agency goes under an outcomes-based contract.",
    default: 0.75,
    min: 0.2,
    max: 1,
    evidence: "assumption: no contract was found that says so",
    range: [0.6, 0.9],
    firstOrder: {
      measure: "framework.paidNotGivenHours",
      sign: -1,
      // A sum a third too small drives agencies to the floor: a quarter of some 600 hours, after the first half-year.
      trial: {
        to: 1,
        least: 30,
        given: { "framework.contractForm": "outcomes-based", "framework.targetSaving": 0.3 },
      },
    },
  }),
  outcomesTrim: number({
    kind: "behaviour",
    label: "Time trimmed for want of margin",
    unit: "share of agreed minutes per unit of margin",
    sentence:
      "How far an agency under an outcomes-based contract cuts its time for each point of margin that it lacks against " +
      "the margin that it bids.",
    default: 3,
    min: 0,
    max: 20,
    evidence: "assumption: no study, NAO 14 asks whether providers will cope",
    range: [1, 6],
    firstOrder: {
      measure: "framework.paidNotGivenHours",
      sign: 1,
      // Without trimming nothing is held back; with it a sum a third too small costs a quarter of some 600 hours.
      trial: { to: 0, least: 30, given: { "framework.contractForm": "outcomes-based", "framework.targetSaving": 0.3 } },
    },
  }),
  outcomesProductivity: number({
    kind: "behaviour",
    label: "Need met by a minute shaped to outcomes",
    unit: "ratio to a minute of time and task",
    sentence: "How much more of the need an agency meets in a minute that an outcomes-based contract lets it shape.",
    default: 1.05,
    min: 0.5,
    max: 2,
    evidence: "SCIE (could result in greater efficiency); size an assumption",
    range: [1, 1.15],
    firstOrder: {
      measure: "outcomes.qualityOfLife",
      sign: 1,
      // Trimmed to three quarters, needs are met by 98 instead of 79 %: 0.3 of a point for half, reached in half a year.
      trial: {
        to: 1.3,
        least: 0.03,
        given: { "framework.contractForm": "outcomes-based", "framework.targetSaving": 0.3 },
      },
    },
  }),
  spareShare: number({
    kind: "behaviour",
    label: "Time left over from visits",
    unit: "share of agreed minutes",
    sentence: "What key outcomes leave over of a monitored visit under a user-directed contract; it is banked.",
    default: 0.06,
    min: 0,
    max: 0.5,
    evidence: "SCIE (Lancashire: spare time is banked); size an assumption",
    range: [0.02, 0.12],
    firstOrder: {
      measure: "framework.bankedHours",
      sign: 1,
      // Fourteen hundredths more of some 600 hours a week, kept for about four weeks.
      trial: {
        to: 0.2,
        least: 80,
        given: { "framework.contractForm": "user-directed", "framework.electronicMonitoring": 1 },
      },
    },
  }),
  electronicMonitoring: number({
    kind: "policy",
    label: "Electronic monitoring of visits",
    unit: "share of framework packages",
    sentence: "Packages whose visits are logged as they begin and end, so that what came is known.",
    default: 0,
    min: 0,
    max: 1,
    evidence: "SCIE (CSED); spread by 2010 an assumption, held at 0 because its gains are then in the fee",
    range: [0, 0.4],
    firstOrder: {
      measure: "framework.paidNotGivenHours",
      sign: -1,
      // All of a tenth of some 600 hours a week.
      trial: { to: 1, least: 30, given: { "framework.unrecordedShare": 0.1 } },
    },
  }),
  monitoredReturn: number({
    kind: "behaviour",
    label: "Cut minutes that come once they are seen",
    unit: "share of minutes cut short",
    sentence: "Where visits are logged, what comes of the time that was on the time sheet alone; the rest goes unpaid.",
    default: 0.5,
    min: 0,
    max: 1,
    evidence: "SCIE (less volume, or more service for the same cost); size an assumption",
    range: [0, 1],
    firstOrder: {
      measure: "unmet.hoursPercent",
      sign: -1,
      // A tenth of the home care of half the funded, from half back to all of it back.
      trial: {
        to: 1,
        least: 0.3,
        given: { "framework.unrecordedShare": 0.2, "framework.electronicMonitoring": 1 },
      },
    },
  }),
  monitoringSaving: number({
    kind: "behaviour",
    label: "Office work saved by monitoring",
    unit: "GBP per monitored hour",
    sentence: "What an agency saves on time sheets and invoices for each monitored hour, at prices of the start.",
    default: 0.15,
    min: 0,
    max: 10,
    evidence: "SCIE (CSED: manual checking, invoices); size an assumption, of 3.20 running costs",
    range: [0.05, 0.4],
    firstOrder: {
      measure: "providers.marginPercent",
      sign: 1,
      // 85 pence of £13.50 on half of an agency's hours is 3 points, in a half-year mean that is half there.
      trial: { to: 1, least: 1, given: { "framework.electronicMonitoring": 1 } },
    },
  }),
  monitoringLicence: number({
    kind: "policy",
    label: "Licence for monitoring",
    unit: "GBP per monitored hour",
    sentence: "What the council pays for the system for each monitored hour, at prices of the start.",
    default: 0.1,
    min: 0,
    max: 10,
    evidence: "assumption: system and support over the hours logged",
    range: [0.05, 0.25],
    firstOrder: {
      measure: "council.monitoringSpend",
      sign: 1,
      // 90 pence on some 600 hours, 52 weeks: £28,000.
      trial: { to: 1, least: 0.014, given: { "framework.electronicMonitoring": 1 } },
    },
  }),
  monitoredPaymentWeeks: number({
    kind: "policy",
    label: "Weeks until the council pays for monitored visits",
    unit: "weeks",
    sentence: "How long after delivery monitored visits are paid for; never later than the others.",
    default: 2,
    min: 1,
    max: 7,
    integer: true,
    evidence: "SCIE (CSED: automated invoices improve cash flow); size an assumption",
    range: [1, 3],
    firstOrder: {
      measure: "providers.cashWeeks",
      sign: -1,
      // Three weeks more of half of an agency's revenue are owed to it; payouts and drawings make up for part.
      trial: { to: 5, least: 0.3, given: { "framework.electronicMonitoring": 1 } },
    },
  }),
  lotsPerZone: number({
    kind: "policy",
    label: "Framework lots in a zone",
    unit: "members, 100 for all",
    sentence: "How many members are offered packages in a zone: those with most hours there, awarded each April.",
    default: 100,
    min: 1,
    max: 100,
    integer: true,
    evidence: "E3-018, E8-021, NAO 15; the opening council has one list, assumption",
    range: [3, 100],
    firstOrder: {
      measure: "framework.choice",
      sign: 1,
      // Five members serve two zones between them, about three each; one of them then has the lot.
      trial: { to: 1, least: 0.4, given: { "framework.providers": 160 } },
    },
  }),
  choiceShare: number({
    kind: "policy",
    label: "Packages for which the person chooses",
    unit: "share of packages",
    sentence: "Home-care packages for which people choose among framework agencies with room, not the broker's draw.",
    default: 0,
    min: 0,
    max: 1,
    evidence: "NAO 12, 17 (choice is real for few whose budget is managed); size an assumption",
    range: [0, 0.5],
    firstOrder: {
      measure: "framework.chosenPercent",
      sign: 1,
      // From nobody to everybody for whom a known agency has room.
      trial: { to: 1, least: 30, free: ["matching"] },
    },
  }),
};
