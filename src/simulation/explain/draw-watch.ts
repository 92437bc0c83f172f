/** Draws are watched by standing in for them: the same numbers come out, and those made with one agent's key are heard. */
import type { Draws } from "../../kernel/index.ts";
import { STREAM_WORDS } from "../../model/world/stream-words.ts";
import { STREAMS, type StreamName } from "../../model/world/streams.ts";
import type { World } from "../../model/world/world.ts";
import type { AgentKind } from "./explanation.ts";

export interface Heard {
  readonly stream: StreamName;
  /** Key that was drawn for. */
  readonly key: number;
  readonly number: number;
  readonly form: "uniform" | "lot";
  readonly value: number;
}

/** Hears every draw of the streams that belong to a kind of agent. The world's own streams do the drawing. */
export function listenToDraws(world: World, kind: AgentKind, hear: (heard: Heard) => void): void {
  const table = world.draws as Record<StreamName, Draws>;
  for (const stream of STREAMS) {
    if (STREAM_WORDS[stream].of === kind) table[stream] = standIn(table[stream], stream, hear);
  }
}

function standIn(draws: Draws, stream: StreamName, hear: (heard: Heard) => void): Draws {
  const stand = {
    at: (week: number) => {
      draws.at(week);
      return stand;
    },
    uniform: (key: number, number = 0) => {
      const value = draws.uniform(key, number);
      hear({ stream, key, number, form: "uniform", value });
      return value;
    },
    bits: (key: number, number = 0) => {
      const value = draws.bits(key, number);
      hear({ stream, key, number, form: "lot", value });
      return value;
    },
  };
  return stand as unknown as Draws;
}
