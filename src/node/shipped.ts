/** What comes with the package to be run: scenarios, sweeps and councils, each with what it says of itself. */
import { join } from "node:path";
import { parse } from "yaml";
import { nearPath } from "./near-path.ts";
import { readInside } from "./scenario-folder.ts";
import { namesIn, shippedScenarios } from "./scenario-files.ts";

export const SHIPPED_KINDS = ["scenario", "sweep", "council"] as const;
export type ShippedKind = (typeof SHIPPED_KINDS)[number];

export interface Shipped {
  readonly name: string;
  readonly kind: ShippedKind;
  /** The rest as the file says it; "" where it does not. */
  readonly title: string;
  readonly question: string;
  readonly source: string;
  /** The file, from where the reader stands where it lies below. */
  readonly path: string;
}

const FOLDERS: Readonly<Record<ShippedKind, string>> = { scenario: "", sweep: "sweeps", council: "councils" };

/** By kind, then by name. */
export function shipped(): readonly Shipped[] {
  const root = shippedScenarios();
  return SHIPPED_KINDS.flatMap((kind) =>
    namesIn(join(root, FOLDERS[kind]))
      .filter((name) => name !== "schema")
      .flatMap((name): Shipped[] => {
        const file = join(FOLDERS[kind], `${name}.yaml`);
        const read = readInside(root, file);
        if (read?.ok !== true) return [];
        const content = parse(read.text) as Readonly<Record<string, unknown>>;
        const said = (key: string): string => (typeof content[key] === "string" ? content[key].trim() : "");
        const about = { title: said("title"), question: said("question"), source: said("source") };
        return [{ name, kind, ...about, path: nearPath(join(root, file)) }];
      }),
  );
}
