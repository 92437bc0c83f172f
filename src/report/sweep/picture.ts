/** A picture on the page: its words, its drawing for wide and narrow screens, its table twin and what can be saved. */
import { drawDescription } from "../charts/describe.ts";
import { NARROW, WIDE, type Size } from "../charts/draw.ts";
import { frameRound } from "../charts/files.ts";
import { FONT } from "../charts/palette.ts";
import { drawSaving } from "../charts/saving.ts";
import { csvLines, csvStart } from "../csv.ts";
import { element, html, unbroken, type Markup, type Part } from "../markup.ts";
import { plainDigits, type Unit } from "../units.ts";
import { VARIATION_ONLY, fileName, identityOf, sourceLine, sourceMarkup } from "./identity.ts";
import type { ArmsInput } from "./input.ts";

/** What a table shows in a cell; a number also as a file holds it. */
export interface TableCell {
  readonly text: string;
  readonly number?: string;
}

/** Every value that a picture plots, once: the table on the page and the file are made from it. */
export interface Twin {
  /** The first is the heading of the rows. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

export interface Drawn {
  readonly height: number;
  readonly body: Part;
}

export interface Picture {
  readonly slug: string;
  /** The finding, at most fifteen words. */
  readonly title: string;
  /** Measure, unit, place and period. */
  readonly subtitle: string;
  /** What it shows, for whoever cannot see it. */
  readonly description: string;
  readonly notes: readonly string[];
  readonly twin: Twin;
  readonly draw: (size: Size) => Drawn;
}

/** A picture that the results cannot fill, with the reason. */
export interface MissingPicture {
  readonly slug: string;
  readonly name: string;
  readonly reason: string;
}

export const isPicture = (picture: Picture | MissingPicture): picture is Picture => "draw" in picture;

export const textCell = (text: string): TableCell => ({ text });

/** A number rounded for the table as for the file. */
export const numberCell = (value: number, unit: Pick<Unit, "decimals">, show: (value: number) => string): TableCell =>
  Number.isFinite(value) ? { text: show(value), number: plainDigits(value, unit.decimals) } : { text: "not defined" };

const sizeOf = (slug: string, narrow: boolean): Size => ({
  width: narrow ? NARROW : WIDE,
  narrow,
  id: `${slug}-${narrow ? "narrow" : "wide"}`,
});

const drawSvg = ({ slug, draw }: Picture, narrow: boolean): Markup => drawSvgWith(draw, { slug, words: slug }, narrow);

/** The drawing as an element, named and described by the figure `words`. */
export function drawSvgWith(
  draw: Picture["draw"],
  { slug, words }: { readonly slug: string; readonly words: string },
  narrow: boolean,
): Markup {
  const size = sizeOf(slug, narrow);
  const { height, body } = draw(size);
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      id: size.id,
      class: narrow ? "narrow" : "wide",
      viewBox: `0 0 ${size.width} ${Math.ceil(height)}`,
      width: size.width,
      height: Math.ceil(height),
      "font-family": FONT,
      "font-size": 13,
      role: "img",
      "aria-labelledby": `${words}-title`,
      "aria-describedby": `${words}-description`,
    },
    body,
  );
}

/** A figure as a file holds it, where no unit hides it. The page's script reads tables by the same rule. */
const plainly = (text: string): string => text.replace("−", "-").replace(/[+%]/g, "").replaceAll(",", "");

function drawTwin({ header, rows }: Twin, caption: string): Markup {
  const cell = ({ text, number }: TableCell): Markup => {
    if (number === undefined) return html`<td class="word">${text}</td>`;
    return number === plainly(text) ? html`<td>${text}</td>` : html`<td data-number="${number}">${text}</td>`;
  };
  const numeric = header.map((_, column) => rows.some((row) => row[column]?.number !== undefined));
  return html`<table>
    <caption>
      <span> ${caption} </span>
    </caption>
    <thead>
      <tr>
        ${header.map((text, column) => (numeric[column] || column === 0 ? html`<th scope="col">${text}</th>` : html`<th scope="col" class="word">${text}</th>`))}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([head, ...cells]) =>
          html`<tr>
            <th scope="row">${head.text}</th>
            ${cells.map(cell)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

export function drawPicture(input: ArmsInput, picture: Picture | MissingPicture): Markup {
  const { slug } = picture;
  if (!isPicture(picture)) return html`<p class="missing" id="${slug}">No ${picture.name}: ${picture.reason}.</p> `;
  const { title, subtitle, notes, description, twin } = picture;
  return html`<figure class="chart" id="${slug}" aria-labelledby="${slug}-title">
    <figcaption>
      <h3 id="${slug}-title">${title}</h3>
      <p class="subtitle">${unbroken(subtitle)}</p>
    </figcaption>
    ${drawSvg(picture, false)} ${drawSvg(picture, true)} ${drawDescription(slug, description)}
    ${notes.map((note) => html`<p class="note">${note}</p>`)}
    <p class="source">${sourceMarkup(input)}</p>
    ${drawSaving("picture", picture.slug, picture.title)}
    <details class="twin">
      <summary>View as table<span class="unseen">: ${title}</span></summary>
      <p>${description}</p>
      <div class="scroll" role="group" tabindex="0" aria-label="Table: ${title}">
        ${drawTwin(twin, `${title}. ${subtitle}`)}
      </div>
    </details>
  </figure> `;
}

/** What a picture's file says of itself, before and after what it says of the results. Its figures are the table's. */
const headOf = ({ title, subtitle, notes }: Picture): readonly [string, string] => [
  csvStart([
    ["Title", title],
    ["Measure", subtitle],
  ]),
  csvLines(notes.map((note) => ["Note", note])),
];

/** What the files of all pictures say of the results. */
export const aboutOf = (input: ArmsInput): string => csvLines([...identityOf(input), ["Note", VARIATION_ONLY]]);

/** What the page's script needs to save a picture. */
export const savingOf = (input: ArmsInput, picture: Picture): unknown => ({
  name: picture.title,
  file: fileName(input, picture.slug),
  head: headOf(picture),
  frame: frameRound(
    picture,
    [...picture.notes, VARIATION_ONLY, sourceLine(input)],
    WIDE,
    Math.ceil(picture.draw(sizeOf(picture.slug, false)).height),
  ),
});
