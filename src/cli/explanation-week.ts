/** One week of a life: every payment, every draw, and how the agent stood after it. */
import type { Fact, InWeek, Line } from "../simulation/explain/index.ts";
import { pounds } from "../simulation/explain/amounts.ts";
import { section } from "./explanation-section.ts";
import { aligned, wrapped } from "./text.ts";

export function weekText({ lines, draws, state }: InWeek, columns: number): string[] {
  return [
    section("Every payment of the week", lines.length === 0 ? "  Nothing was paid in or out." : linesText(lines)),
    section("Draws behind its decisions", drawsText(draws, columns)),
    section("How it stood after the week", stateText(state, columns)),
  ];
}

const SIGNS = { in: "+", out: "−", within: "±" } as const;
const PREPOSITIONS = { in: "from", out: "to", within: "to" } as const;

function linesText(lines: readonly Line[]): string {
  const widest = Math.max(...lines.map(({ pence }) => pounds(pence).length));
  const hasTwo = new Set(lines.map(({ account }) => account)).size > 1;
  const rows = lines.map(({ direction, pence, label, party, account }) => [
    `${SIGNS[direction]} ${pounds(pence).padStart(widest)}`,
    ...(hasTwo ? [account] : []),
    label.endsWith(party) ? label : `${label}, ${PREPOSITIONS[direction]} ${party}`,
  ]);
  return aligned(rows, "  ");
}

function drawsText(draws: InWeek["draws"], columns: number): string {
  if (draws.length === 0) return "  None.";
  const rows = draws.map(({ stream, number, form, value }) => [
    stream,
    `no. ${number}`,
    form === "lot" ? `lot ${value}` : value.toFixed(6),
  ]);
  const sentences = new Map(draws.map(({ stream, sentence }) => [stream, sentence]));
  const key = [...sentences].map(([stream, sentence]) => wrapped(`${stream}: ${sentence}`, columns, "  "));
  return [aligned(rows, "  "), ...key].join("\n");
}

function stateText(state: readonly Fact[], columns: number): string {
  const width = Math.max(...state.map(({ text }) => text.length), 0);
  return state
    .map(({ label, text }) => {
      const lead = `  ${text.padStart(width)}  `;
      return `${lead}${wrapped(label, columns, " ".repeat(lead.length)).trimStart()}`;
    })
    .join("\n");
}
