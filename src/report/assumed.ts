/** How much of what a page shows rests on judgement: counted from the parameters, never typed in. */
import { html, type Markup } from "./markup.ts";

/** Parameters behind a page: a number given for each group of people counts once for each. */
export interface Assumed {
  readonly all: number;
  /** Without a published source. */
  readonly judged: number;
}

/** Evidence that begins with "assumption" names no source: somebody judged. */
export const assumedOf = (rows: readonly { readonly evidence: string }[]): Assumed => ({
  all: rows.length,
  judged: rows.filter(({ evidence }) => /^assumption/i.test(evidence)).length,
});

/** "159 of 407 numbers and choices behind this rest on judgement, not on a published source." */
export const assumedText = ({ all, judged }: Assumed): Markup =>
  html`<strong>${judged} of ${all}</strong> numbers and choices behind this rest on judgement, not on a published
    source.`;
