/** What families add to packages that the council arranges. */
import { number } from "./parameter.ts";

export const addedCare = {
  managedTopUpShare: number({
    kind: "behaviour",
    label: "Managed people whose families would top up",
    unit: "share of people with home care that the council arranges",
    sentence:
      "Those who would buy more hours from their own agency, at its private price, when agreed hours fall short of need.",
    default: 0,
    min: 0,
    max: 1,
    evidence: "E5-030 (a tenth of all users' families pay for more care); 0 keeps it out, assumption",
    range: [0, 1],
    firstOrder: {
      measure: "topUps.managedPeople",
      sign: 1,
      // Needs that grow by half a year leave 53 people short, most of them by less than what they would pay for.
      trial: {
        to: 1,
        least: 3,
        given: { "demand.driftPerYear": 0.5, "directPayment.taste": 1 },
        free: ["matching"],
      },
    },
  }),
};
