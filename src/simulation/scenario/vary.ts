/** A resolved scenario with some values changed is again one, without reading any file a second time. */
import { daysFromIso } from "../../kernel/calendar.ts";
import type { Origin } from "./layer.ts";
import { cover, dayOf, essential, type LeafLayer, type Step } from "./path.ts";
import type { ResolvedScenario } from "./resolved.ts";
import type { Setting } from "./settings.ts";

/** What is set from a date on; from "" for the very beginning, burn-in included. */
export interface Variation {
  readonly from: string;
  readonly settings: readonly Setting[];
}

/** Origins are not kept: whoever varies a scenario knows why. */
const ORIGIN: Origin = Object.freeze({ by: "flag", flag: "" });

/**
 * The scenario under one more layer, as `--set` would lay it: what is set from a date on covers everything later.
 * Dates outside the run have no effect; whoever reads them says so.
 */
export function vary(scenario: ResolvedScenario, variations: readonly Variation[]): ResolvedScenario {
  const layers = new Map<string, { setting: Setting | undefined; changes: LeafLayer["changes"][number][] }>();
  const ordered = [...variations].sort((left, right) => (left.from < right.from ? -1 : left.from > right.from ? 1 : 0));
  for (const { from, settings } of ordered) {
    for (const setting of settings) {
      const layer = layers.get(setting.leaf.path) ?? { setting: undefined, changes: [] };
      if (from === "") layer.setting = setting;
      else layer.changes.push({ from, setting });
      layers.set(setting.leaf.path, layer);
    }
  }
  const first = daysFromIso(scenario.start);
  const horizon = { first, end: first + 7 * scenario.weeks };
  const values = { ...scenario.values };
  for (const [path, { setting, changes }] of layers) {
    const leaf = setting?.leaf ?? changes[0].setting.leaf;
    const inherited = scenario.values[path].map(({ from, value }): Step => ({
      from,
      day: dayOf(from),
      value,
      origin: ORIGIN,
    }));
    const steps = essential(cover(inherited, leaf, { originOf: () => ORIGIN, setting, changes }), horizon);
    values[path] = Object.freeze(steps.map(({ from, value }) => Object.freeze({ from, value })));
  }
  return Object.freeze({ ...scenario, values: Object.freeze(values) });
}
