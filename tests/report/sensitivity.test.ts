/** The table of effects of judged numbers: what is written reads back the same, with the kind of each number beside it. */
import { describe, expect, test } from "vitest";
import { subjects, type Parameter } from "../../src/model/levers/index.ts";
import { effectsTables, effectsText, readEffects, type Effect } from "../../src/report/documents/sensitivity.ts";

const effect = (parameter: string, end: Effect["end"], ofLuck: number): Effect => ({
  parameter,
  end,
  measure: "unmet.hoursPercent",
  difference: ofLuck / 2,
  low: ofLuck / 4,
  high: ofLuck,
  ofLuck,
});

/** One parameter of each kind, straight from the registry. */
const byKind = new Map(
  Object.entries(subjects).flatMap(([subject, rows]) =>
    Object.entries<Parameter>(rows).map(([name, { kind }]) => [kind, `${subject}.${name}`] as const),
  ),
);
const EFFECTS = [...byKind.values()].flatMap((path, place) => [
  effect(path, "least", 2 + place),
  effect(path, "most", 0.25),
]);

describe("effects of judged numbers", () => {
  test("are written with the kind of the number, and read back as they were", () => {
    const text = effectsText(EFFECTS);
    const [head, ...lines] = text.trim().split("\n");
    expect(head).toBe("parameter,kind,end,measure,difference,low,high,of_luck");
    for (const [kind, path] of byKind) {
      expect(lines.filter((line) => line.startsWith(`${path},${kind},`))).toHaveLength(2);
    }
    expect(readEffects(text)).toEqual(EFFECTS);
  });

  test("are read by the names of the columns, also where there is no kind, and not without one that is needed", () => {
    const line = "wages.floor,least,unmet.hoursPercent,1,0.5,2,4";
    expect(readEffects(`parameter,end,measure,difference,low,high,of_luck\n${line}\n`)).toEqual([
      { ...effect("wages.floor", "least", 4), difference: 1, low: 0.5, high: 2 },
    ]);
    expect(() => readEffects(`parameter,end,measure,difference,low,high\n${line}\n`)).toThrow("docs/sensitivity.csv");
  });

  test("stand in tables whose rows say of which kind they are, with how many of each kind move anything", () => {
    const page = effectsTables(EFFECTS);
    expect(page).toContain("| parameter | label | kind | range |");
    for (const [kind, path] of byKind) {
      expect(page).toMatch(new RegExp(`\\| \`${path.replace(".", "\\.")}\` \\| [^|]+ \\| ${kind} \\|`));
    }
    expect(page).toContain("By kind: 1 of 1 of policy, 1 of 1 of behaviour, 1 of 1 of the world, 1 of 1 of size.");
  });
});
