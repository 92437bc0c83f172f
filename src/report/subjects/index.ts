/** The charts of a report in the order a reader meets them. */
import { chartOf, hasPanels, type ChartPlan } from "../charts/build.ts";
import type { Chart, MissingChart } from "../charts/chart.ts";
import type { Results } from "../series.ts";
import { council, pricesAndPay } from "./money.ts";
import { monitoring } from "./monitoring.ts";
import { access, outcomes, paying, services } from "./outcomes.ts";
import { providers } from "./providers.ts";
import { workforce } from "./workforce.ts";

interface Subject {
  readonly id: string;
  readonly title: string;
  readonly plans: readonly ChartPlan[];
}

const SUBJECTS: readonly Subject[] = [
  { id: "providers", title: "Providers", plans: providers },
  { id: "top-up", title: "What people pay on top", plans: paying },
  { id: "outcomes", title: "Outcomes by group", plans: outcomes },
  { id: "prices", title: "Fees, prices and wages", plans: pricesAndPay },
  { id: "council", title: "The council’s money", plans: council },
  { id: "access", title: "Unmet need and waits", plans: access },
  { id: "workers", title: "The workforce", plans: workforce },
  { id: "services", title: "People by service", plans: services },
  { id: "monitoring", title: "What the Department sees", plans: monitoring },
];

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly charts: readonly (Chart | MissingChart)[];
}

export const sectionsOf = (results: Results): readonly Section[] =>
  SUBJECTS.map(({ id, title, plans }) => ({
    id,
    title,
    charts: plans.filter((plan) => hasPanels(results, plan)).map((plan) => chartOf(results, plan)),
  }));
