/** What the engine says about its own output, for the store and the command line; loads declarations, not mechanics. */
import { measures, type MeasureInfo } from "../model/measures/index.ts";
import { EVENT_CAUSES, EVENT_KINDS } from "../model/world/events.ts";
import type { EngineLegend } from "./store/tables.ts";

export const legend: EngineLegend = Object.freeze({
  measures: measures.map(({ key, label, unit, sentence, yearly, headline }): MeasureInfo => {
    return { key, label, unit, sentence, yearly, headline };
  }),
  eventKinds: EVENT_KINDS.map(({ code, sentence, unit }) => ({ code, sentence, unit })),
  eventCauses: EVENT_CAUSES,
});
