/** A figure that the reader chooses by two lists, empty till the page's script fills it: its lists, its frame, its table. */
import { drawDescription } from "../charts/describe.ts";
import { drawSaving } from "../charts/saving.ts";
import { html, type Markup } from "../markup.ts";
import { VARIATION_ONLY } from "./identity.ts";

interface Choice {
  /** Of the list's id, after the figure's slug. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly string[];
  /** Place of the option that stands first: another than what is drawn in full. */
  readonly first?: number;
}

interface Heading {
  readonly text: string;
  /** Whether the column holds words rather than numbers. */
  readonly isWord?: boolean;
}

export interface ChosenFigure {
  /** Ids begin with it: `heat` for `heat-chooser` and `heat-any`. */
  readonly slug: string;
  /** "Any other measure, any two axes.", and what to know beside it. */
  readonly lead: string;
  readonly beside: string;
  readonly choices: readonly Choice[];
  /** Until the script knows better. */
  readonly title: string;
  readonly frames: readonly Markup[];
  readonly notes: readonly Markup[];
  /** What the figure rests on, as under every other. */
  readonly source: Markup;
  /** What is chosen, in the words of the table's names: "the measure chosen above". */
  readonly chosen: string;
  readonly description: string;
  /** Names the table, and what the buttons save. */
  readonly tableLabel: string;
  readonly caption: string;
  readonly headings: readonly Heading[];
}

/**
 * Hidden until the script fills it, and left out on paper until its reader has chosen something: what moved most stands
 * in full without either.
 */
export function drawChosen(figure: ChosenFigure): Markup {
  const { slug, lead, beside, choices, title, frames, notes, source, chosen, description, tableLabel, caption } =
    figure;
  const own = `${slug}-any`;
  return html`<div class="chooser" id="${slug}-chooser" hidden>
      <p><strong>${lead}</strong> ${beside}</p>
      ${choices.map((choice) => drawChoice(slug, choice))}
    </div>
    <figure class="chart" id="${own}" aria-labelledby="${own}-title" hidden>
      <figcaption>
        <h3 id="${own}-title">${title}</h3>
        <p class="subtitle" id="${own}-subtitle"></p>
      </figcaption>
      ${frames} ${drawDescription(own, description)} ${notes}
      <p class="note">${VARIATION_ONLY}</p>
      <p class="source">${source}</p>
      ${drawSaving("picture", own, tableLabel)}
      <details class="twin">
        <summary>View as table<span class="unseen">: ${chosen}</span></summary>
        <p>${description}</p>
        <div class="scroll" role="group" tabindex="0" aria-label="Table: ${tableLabel}">
          <table>
            <caption>
              <span>${caption}</span>
            </caption>
            <thead>
              <tr>
                ${figure.headings.map(drawHeading)}
              </tr>
            </thead>
            <tbody id="${own}-rows"></tbody>
          </table>
        </div>
      </details>
    </figure> `;
}

const drawChoice = (slug: string, { name, label, options, first = 0 }: Choice): Markup =>
  html`<span class="choice">
    <label for="${slug}-${name}">${label}</label>
    <select id="${slug}-${name}">
      ${options.map((text, index) => html`<option value="${index}" ${index > 0 && index === first && " data-first"}>${text}</option>`)}
    </select>
  </span>`;

const drawHeading = ({ text, isWord = false }: Heading): Markup =>
  isWord ? html`<th scope="col" class="word">${text}</th>` : html`<th scope="col">${text}</th>`;

/** What the scripts of such figures have in common: their parts by name, the rows of their table, what is saved of them. */
export const CHOSEN_SCRIPT = String.raw`
const chosenFigure = (slug, names) => {
  const byId = (name) => document.getElementById(slug + "-any-" + name);
  const figure = document.getElementById(slug + "-any");
  const selects = names.map((name) => document.getElementById(slug + "-" + name));
  const slugOf = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 56);

  // The file goes by what is chosen; the last note is the one that every file has already.
  chosenCharts[slug + "-any"] = ({ file: [name, hash] }) => {
    const drawing = figure.querySelector(":scope > div:not([hidden]) > svg.wide");
    const [title, subtitle, description] = ["title", "subtitle", "description"].map((part) => byId(part).textContent);
    const notes = [...figure.querySelectorAll(":scope > .note:not([hidden])")].map((note) => note.textContent);
    const choices = selects.filter((select) => !select.parentElement.hidden)
      .map((select) => slugOf(select.selectedOptions[0].textContent));
    const [width, height] = ["width", "height"].map((side) => Number(drawing.getAttribute(side)));
    return {
      name: title,
      description,
      drawing,
      file: [name, slug, ...choices, hash].join("_"),
      lines: [[["Title", title], ["Measure", subtitle]], notes.slice(0, -1).map((note) => ["Note", note])],
      frame: frameRound(title, subtitle, [...notes, figure.querySelector(".source").textContent], width, height),
    };
  };

  return {
    figure,
    selects,
    byId,
    // The heading of a column says whether its cells are words; a figure may bring the number that a file holds.
    fillTable: (rows) => {
      const isWord = [...figure.querySelectorAll("thead th")].map((heading) => heading.className === "word");
      byId("rows").replaceChildren(...rows.map((texts) => {
        const row = document.createElement("tr");
        texts.forEach((each, index) => {
          const [text, number] = [each].flat();
          const cell = document.createElement(index === 0 ? "th" : "td");
          if (index === 0) cell.scope = "row";
          if (isWord[index] || !/\d/.test(text)) cell.className = "word";
          if (number !== undefined) cell.dataset.number = number;
          cell.textContent = text;
          row.append(cell);
        });
        return row;
      }));
    },
    begin: (draw) => {
      const live = document.getElementById("announcement");
      for (const select of selects) {
        select.selectedIndex = 0;
        select.querySelectorAll("[data-first]").forEach((option) => { option.selected = true; });
        select.addEventListener("change", () => {
          draw();
          figure.dataset.chosen = "";
          live.textContent = byId("title").textContent;
        });
      }
      document.getElementById(slug + "-chooser").hidden = false;
      figure.hidden = false;
      draw();
    },
  };
};
`;
