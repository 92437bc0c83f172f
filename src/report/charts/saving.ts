/** The buttons that save a picture. Shown by the script, since saving needs it. */
import { html, type Markup } from "../markup.ts";

const FORMATS = ["csv", "svg", "png"] as const;

/** @param what what the reader would call it @param slug by which the script knows it @param title its title */
export const drawSaving = (what: "chart" | "picture", slug: string, title: string): Markup =>
  html`<div class="saving" hidden>
    <span id="${slug}-save">Save this ${what}:</span> ${FORMATS.map(
      (format) =>
        html`<button
          type="button"
          data-save="${format}"
          data-chart="${slug}"
          aria-label="${format.toUpperCase()} of this ${what}: ${title}"
        >
          ${format.toUpperCase()}
        </button> `,
    )}
  </div>`;
