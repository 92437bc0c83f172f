/** What a report is made from: the results of one scenario over its seeds, handed in whole by the host. */
import type { Dated, ParameterKind } from "../model/levers/parameter.ts";
import type { MeasureInfo } from "../model/measures/measure.ts";

export interface ReportScenario {
  /** A slug; file names are made from it. */
  readonly name: string;
  readonly title: string;
  /** The policy question in one sentence. */
  readonly question: string;
  /** The paragraph of a source that asks it. */
  readonly source: string;
  /** SHA-256 of the resolved scenario, 64 hexadecimal digits. */
  readonly hash: string;
  /** Whose council this is; "one simulated council area" when the host does not say. */
  readonly place?: string;
}

/** One number or choice that the scenario holds, with where it comes from. */
export interface Assumption {
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  readonly kind?: ParameterKind;
  /** The first from "", then ascending dates. */
  readonly values: readonly Dated<number | string>[];
  /** What the scenario would hold if nobody had changed it; left out when it has no default. */
  readonly defaults?: readonly Dated<number | string>[];
  /** Evidence ids, or a text starting with "assumption". */
  readonly evidence: string;
  /** Which file or option set it. */
  readonly origin: string;
}

export interface EventSummary {
  readonly kinds: readonly { readonly code: string; readonly sentence: string }[];
  /** Kind -> one row per seed, one count per financial year. */
  readonly counts: Readonly<Record<string, readonly ArrayLike<number>[]>>;
  /** About twenty turning points of the first seed, in order of date; `kind` says of whom, where the text does not. */
  readonly notable: readonly {
    readonly monday: string;
    readonly kind: string;
    readonly text: string;
    /** Whose life `caremarket explain` tells, such as "provider:47". */
    readonly agent?: string;
  }[];
  /** The agent of these whose life is most worth reading. */
  readonly story?: string;
}

/** Measure key -> one array per seed, in the order of `seeds`; NaN where not defined. */
export type Values = Readonly<Record<string, readonly ArrayLike<number>[]>>;

export interface ReportInput {
  readonly scenario: ReportScenario;
  readonly engineVersion: string;
  readonly commit?: string;
  readonly seeds: readonly string[];
  /** The hash over `digests` by seed. */
  readonly digest: string;
  readonly digests: Readonly<Record<string, string>>;
  /** ISO date of the Monday of each recorded week. */
  readonly mondays: readonly string[];
  /** Financial years touched, such as "2010-11"; `yearOfWeek` indexes it. */
  readonly years: readonly string[];
  readonly yearOfWeek: ArrayLike<number>;
  readonly measures: readonly MeasureInfo[];
  readonly weekly: Values;
  readonly yearly: Values;
  readonly assumptions: readonly Assumption[];
  readonly events: EventSummary;
  /** The command line that runs this again. */
  readonly reproduce: string;
  /** Clamps and other things a reader should know. */
  readonly warnings: readonly string[];
}
