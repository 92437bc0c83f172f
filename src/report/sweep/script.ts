/**
 * What the page of a sweep does beyond any report: shows the measure that the reader chooses, and fills the heatmap.
 *
 * It sets text through textContent alone and asks nothing of the network. Without it the first measures stand in full.
 */
import { DOTTED, FADED, SMALL, STEPS } from "./heat-cell.ts";

export const ARMS_SCRIPT = String.raw`
(() => {
  const data = JSON.parse(document.getElementById("report-data").textContent);
  const live = document.getElementById("announcement");
  const STEPS = ${JSON.stringify(STEPS)};

  // One measure in full, or the first few again.
  for (const name of ["measure", "worst"]) {
    const chooser = document.getElementById(name + "-chooser");
    if (chooser === null) continue;
    const select = document.getElementById(name + "-choice");
    const blocks = [...document.querySelectorAll("[data-" + name + "]")];
    const first = blocks.map((block) => block.hidden);
    chooser.hidden = false;
    const show = () => {
      blocks.forEach((block, index) => {
        block.hidden = select.value === "" ? first[index] : block.dataset[name] !== select.value;
      });
    };
    select.value = select.options[0].value === "" ? "" : blocks[first.indexOf(false)].dataset[name];
    select.addEventListener("change", () => {
      show();
      live.textContent = "Showing " + select.selectedOptions[0].textContent;
    });
  }

  // What is under the pointer in a trade-off: the marks stand in the order of the rows, by the answer in the last
  // of their first four cells; a mark that is drawn apart names its row.
  for (const figure of document.querySelectorAll("figure[id^=trade-off], figure[id^=worst-scatter]")) {
    const rows = [...figure.querySelectorAll("tbody tr")];
    for (const svg of figure.querySelectorAll("svg")) {
      const apart = [...svg.querySelectorAll(".marks[data-row]")].map((mark) => [mark, rows[Number(mark.dataset.row)]]);
      const left = rows.filter((row) => !apart.some(([, own]) => own === row));
      for (const marks of svg.querySelectorAll(".marks[data-answer]")) {
        const own = left.filter((row) => row.cells[3].textContent === marks.dataset.answer);
        own.forEach((row, index) => { apart.push([marks.children[index], row]); });
      }
      for (const [mark, { cells }] of apart) {
        const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
        title.textContent = cells[0].textContent + ": " + cells[1].textContent + ", " + cells[2].textContent;
        mark.append(title);
      }
    }
  }

  if (data.heat === null || data.heat === undefined) return;
  const { figure, selects: [measure, pair], byId, fillTable, begin } = chosenFigure("heat", ["measure", "pair"]);

  const headings = [...figure.querySelectorAll("thead th")];

  const make = (name, attributes, text) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const drawCell = ([step, text, kind], x, y, width, height) => {
    const isHole = kind === "failed" || kind === "undefined" || kind === "no run";
    const isFaded = text.startsWith("(");
    const group = make("g", { class: "cell" });
    group.append(make("rect", {
      x: x + 1, y: y + 1, width: width - 2, height: height - 2,
      fill: isHole ? "#FFFFFF" : STEPS[step],
      stroke: kind === "reference" ? "#0B0C0C" : "#6F777B",
      "stroke-width": kind === "reference" ? 2 : isHole ? 1 : 0.5,
      "stroke-dasharray": kind === "no run" ? "3 3" : isFaded ? "${DOTTED}" : "none",
      "fill-opacity": isFaded ? ${FADED} : 1,
    }));
    const words = [text, text.replace(/[^(+−)]/g, "")].find((each) => widthOf(each, ${SMALL}) <= width + 6) ?? "";
    if (words === "") return group;
    group.append(make("text", {
      x: x + width / 2, y: y + height / 2 + 4.5,
      fill: !isHole && !isFaded && step === 0 ? "#FFFFFF" : isHole ? "#3D3D3D" : "#0B0C0C",
    }, words));
    return group;
  };

  // The cells of one drawing, panel after panel, row after row.
  const drawCells = (svg, cells, across, size, { width, height, corners }) => {
    const all = make("g", { class: "cells", "text-anchor": "middle", "font-size": 12 });
    all.append(...cells.map((cell, index) => {
      const [left, top] = corners[Math.floor(index / size)];
      const place = index % size;
      return drawCell(cell, left + (place % across) * width, top + Math.floor(place / across) * height, width, height);
    }));
    svg.querySelector(".cells")?.remove();
    svg.append(all);
  };

  const draw = () => {
    const frame = data.heat.pairs[Number(pair.value)];
    const chosen = data.heat.measures[Number(measure.value)];
    const found = chosen.pairs[Number(pair.value)];
    const { steps, texts, kinds } = chosen.cells;
    const words = texts.split("|");
    const cells = frame.cells.map((place) => [Number(steps[place]), words[place], kinds[place]]);
    const across = frame.columns.length;
    const size = across * frame.rows.length;
    byId("title").textContent = found.title;
    byId("subtitle").textContent = chosen.subtitle.join(frame.axes.join(" and "));
    byId("averaged").textContent = frame.averaged;
    byId("averaged").hidden = frame.averaged === "";
    frame.axes.forEach((name, index) => { headings[index + 1].textContent = name; });
    for (const block of figure.querySelectorAll("[data-pair]")) {
      block.hidden = block.dataset.pair !== pair.value;
      if (block.hidden) continue;
      drawCells(block.querySelector(".wide"), cells, across, size, frame.wide);
      drawCells(block.querySelector(".narrow"), cells, across, size, frame.narrow);
      for (const end of block.querySelectorAll("[data-end]")) end.textContent = found.ends[end.dataset.end === "low" ? 0 : 1];
    }
    fillTable(cells.map(([, text, kind], index) => [
      frame.panels[Math.floor(index / size)],
      frame.columns[index % across],
      frame.rows[Math.floor((index % size) / across)],
      kind === "undefined" ? "not defined" : kind ?? text.replace(/[()*]/g, ""),
      (kind ?? (text.startsWith("(") ? "unclear" : "clear")) + (text.endsWith("*") ? ", some seeds missing" : ""),
    ]));
  };

  begin(draw);
})();
`;
