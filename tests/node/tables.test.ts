import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parquetMetadata } from "hyparquet";
import { describe, expect, it } from "vitest";
import { markOfFile } from "../../src/node/store/checksum.ts";
import { TableWriter, type StoredColumn } from "../../src/node/store/parquet.ts";
import { readTable } from "../../src/node/store/read.ts";
import { tableForms, TABLES } from "../../src/node/store/tables.ts";
import { fakeRun, LEGEND } from "../support/cli-run-result.ts";
import { scratchFolders } from "../support/cli-folder.ts";

const scratch = scratchFolders();
const column = (name: string, type: StoredColumn["type"]): StoredColumn => ({ name, type, unit: "u", sentence: "s" });
const COLUMNS = [
  column("t", "text"),
  column("i", "int"),
  column("k", "key"),
  column("d", "date"),
  column("x.y", "double"),
];

describe("a table", () => {
  it("holds every type of column exactly; missing doubles come back as NaN, minus zero as zero", async () => {
    const path = join(scratch(), "table.parquet");
    const table = new TableWriter(path, COLUMNS);
    table.add([
      ["a", "é"],
      [1, -2_147_483_648],
      [0, 4_294_967_295],
      [14_704, -5],
      [0.1 + 0.2, Number.NaN],
    ]);
    table.add([["b"], [2_147_483_647], [5], [0], [-0]]);
    const mark = table.close();
    expect(mark).toEqual(markOfFile(path));
    const back = await readTable(path);
    expect(back.get("t")).toEqual(["a", "é", "b"]);
    expect(back.get("i")).toEqual(Float64Array.of(1, -2_147_483_648, 2_147_483_647));
    expect(back.get("k")).toEqual(Float64Array.of(0, 4_294_967_295, 5));
    expect(back.get("d")).toEqual(Float64Array.of(14_704, -5, 0));
    expect(back.get("x.y")).toEqual(Float64Array.of(0.1 + 0.2, Number.NaN, 0));
  });

  it("has typed columns that other programs understand", () => {
    const path = join(scratch(), "table.parquet");
    const table = new TableWriter(path, COLUMNS);
    table.add([["a"], [1], [2], [14_704], [1.5]]);
    table.close();
    const bytes = readFileSync(path);
    const { schema } = parquetMetadata(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    expect(schema.slice(1).map(({ name, type, converted_type: converted }) => [name, type, converted])).toEqual([
      ["t", "BYTE_ARRAY", "UTF8"],
      ["i", "INT32", undefined],
      ["k", "INT32", "UINT_32"],
      ["d", "INT32", "DATE"],
      ["x.y", "DOUBLE", undefined],
    ]);
  });

  it("may be empty, and may be so large that it is written in several pieces", async () => {
    const folder = scratch();
    new TableWriter(join(folder, "empty"), COLUMNS).close();
    expect((await readTable(join(folder, "empty"))).get("x.y")).toEqual(new Float64Array(0));
    const large = new TableWriter(join(folder, "large"), [column("x", "double")]);
    for (let piece = 0; piece < 5; piece++) {
      large.add([Float64Array.from({ length: 600_000 }, (_, row) => row + piece)]);
    }
    large.close();
    const values = (await readTable(join(folder, "large"))).get("x") as Float64Array;
    expect([values.length, values[0], values[600_000], values[2_999_999]]).toEqual([3_000_000, 0, 1, 600_003]);
  });

  it("refuses numbers that a column cannot hold", () => {
    const folder = scratch();
    const table = new TableWriter(join(folder, "table"), [column("i", "int"), column("x", "double")]);
    expect(() => {
      table.add([[0.5], [1]]);
      table.close();
    }).toThrow("0.5");
    const infinite = new TableWriter(join(folder, "infinite"), [column("x", "double")]);
    infinite.add([[Number.POSITIVE_INFINITY]]);
    expect(() => infinite.close()).toThrow("Infinity");
    expect(() => table.add([[1]])).toThrow("1 columns, not 2");
  });
});

describe("a run's tables", () => {
  const forms = tableForms(fakeRun("1"), LEGEND);

  it("have a row a week, a year, an event and a person", () => {
    const run = fakeRun("1");
    const rows = TABLES.map((table) => forms[table].rows(run).map((values) => values.length));
    expect(rows.map((lengths) => new Set(lengths))).toEqual([new Set([60]), new Set([2]), new Set([4]), new Set([2])]);
    for (const table of TABLES) expect(forms[table].rows(run)).toHaveLength(forms[table].columns.length);
  });

  it("hold the measures of the run, in the order in which they are declared", () => {
    const names = forms.weekly.columns.map(({ name }) => name);
    expect(names).toEqual(["seed", "week", "monday", ...LEGEND.measures.slice(0, 4).map(({ key }) => key)]);
  });

  it("are the same bytes each time", () => {
    const folder = scratch();
    const marks = ["one", "two"].map((name) => {
      mkdirSync(join(folder, name));
      return TABLES.map((table) => {
        const writer = new TableWriter(join(folder, name, table), forms[table].columns);
        for (const seed of ["1", "2", "x"]) writer.add(forms[table].rows(fakeRun(seed)));
        return writer.close();
      });
    });
    expect(marks[0]).toEqual(marks[1]);
  });
});
