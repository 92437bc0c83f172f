/** What every column, measure, event and parameter of a results folder means, so that the folder explains itself. */
import { leaves, reasonOf } from "../../model/levers/index.ts";
import type { Dated, ParameterKind } from "../../model/levers/parameter.ts";
import type { MeasureInfo } from "../../model/measures/measure.ts";
import type { EventKind, RunResult } from "../../simulation/result.ts";
import type { StoredColumn } from "./parquet.ts";
import { TABLES, tableForms, type EngineLegend, type TableName } from "./tables.ts";

export interface ParameterEntry {
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  readonly kind: ParameterKind;
  readonly evidence: string;
  readonly defaults: readonly Dated<number | string>[];
}

export interface Dictionary {
  readonly measures: readonly MeasureInfo[];
  readonly eventKinds: readonly EventKind[];
  readonly parameters: readonly ParameterEntry[];
  readonly columns: Readonly<Record<TableName, readonly StoredColumn[]>>;
}

export function dictionaryOf(shape: RunResult, legend: EngineLegend): Dictionary {
  const forms = tableForms(shape, legend);
  const columns = Object.fromEntries(TABLES.map((table) => [table, forms[table].columns])) as Dictionary["columns"];
  const parameters = leaves.map((leaf) => {
    const { path, label, unit, kind, default: defaults } = leaf;
    return { path, label, unit, kind, evidence: reasonOf(leaf), defaults };
  });
  return { measures: legend.measures, eventKinds: legend.eventKinds, parameters, columns };
}
