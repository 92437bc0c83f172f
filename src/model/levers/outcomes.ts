/** What makes a life with care better or worse: one weight vector for everybody, no constant by group or route. */
import { number } from "./parameter.ts";

const weight = (label: string, sentence: string, value: number, evidence: string) =>
  number({
    kind: "behaviour",
    label,
    unit: "points of quality of life (0 to 24)",
    sentence,
    default: value,
    min: 0,
    max: 24,
    evidence,
  });

export const outcomes = {
  base: number({
    kind: "behaviour",
    label: "Level of quality of life",
    unit: "points of quality of life (0 to 24)",
    sentence: "Mean of what a person brings along, before care, control and the rest.",
    default: 17.6,
    min: 0,
    max: 24,
    evidence: "E5-033 (fitted to 18.7 in 2010-11)",
  }),
  baseSpread: number({
    kind: "behaviour",
    label: "Spread of quality of life",
    unit: "points of quality of life (0 to 24)",
    sentence: "Standard deviation of what people bring along.",
    default: 3,
    min: 0,
    max: 10,
    evidence: "assumption: range 2.5–4",
  }),
  adjustment: number({
    kind: "behaviour",
    label: "Pace of change",
    unit: "share of the way per week",
    sentence: "How fast quality of life moves to where circumstances pull it.",
    default: 0.06,
    min: 0,
    max: 1,
    evidence: "assumption: range 0.03–0.12",
  }),
  care: weight("Needs met", "The loss when no need is met, before need intensity.", 4.2, "E7-011, E7-012"),
  control: weight("Control", "What full control over daily life adds.", 4, "E8-010, E5-038; assumption 2–6"),
  continuity: weight("Continuity", "What always seeing the same workers adds.", 1, "assumption: range 0.5–2"),
  participation: weight("Participation", "What a full week of wanted activity adds.", 1, "E5-046; assumption 0.5–2"),
  quality: weight("Quality of the provider", "What one standard deviation of quality adds.", 0.5, "E3-009; assumption 0.2–1"),
  burden: weight("Burden of managing", "What managing alone without capacity or support costs.", 1.5, "E8-012, E5-048; assumption 0.7–3"),
  moneyStrain: weight("Money strain", "What topping up with all disposable income costs.", 1.5, "assumption: range 0.7–3"),
  carerStrain: weight("Strain on unpaid carers", "What it costs when unpaid carers fill the whole gap.", 1, "E5-031; assumption 0.5–2"),
};
