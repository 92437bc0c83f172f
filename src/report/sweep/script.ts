/**
 * What the page of a sweep does beyond any report: shows the measure that the reader chooses, and fills the heatmap.
 *
 * It sets text through textContent alone and asks nothing of the network. Without it the first measures stand in full.
 */
import { STEPS } from "./heatmap.ts";

export const ARMS_SCRIPT = String.raw`
(() => {
  const data = JSON.parse(document.getElementById("report-data").textContent);
  const live = document.getElementById("announcement");
  const STEPS = ${JSON.stringify(STEPS)};

  // One measure in full, or the first few again.
  const chooser = document.getElementById("measure-chooser");
  if (chooser !== null) {
    const select = document.getElementById("measure-choice");
    const blocks = [...document.querySelectorAll("[data-measure]")];
    const first = blocks.map((block) => block.hidden);
    chooser.hidden = false;
    const show = () => {
      blocks.forEach((block, index) => {
        block.hidden = select.value === "" ? first[index] : block.dataset.measure !== select.value;
      });
    };
    select.value = "";
    select.addEventListener("change", () => {
      show();
      live.textContent = "Showing " + select.selectedOptions[0].textContent;
    });
  }

  if (data.heat === null || data.heat === undefined) return;
  const figure = document.getElementById("heat-any");
  const measure = document.getElementById("heat-measure");
  const pair = document.getElementById("heat-pair");
  const byId = (name) => document.getElementById("heat-any-" + name);

  const fillCell = (group, [step, text, kind]) => {
    const box = group.querySelector("rect");
    const label = group.querySelector("text");
    const isHole = kind === "failed" || kind === "undefined" || kind === "no run";
    box.setAttribute("fill", isHole ? "#FFFFFF" : STEPS[step + 4]);
    box.setAttribute("stroke", kind === "reference" ? "#0B0C0C" : "#6F777B");
    box.setAttribute("stroke-width", kind === "reference" ? "2" : isHole ? "1" : "0.5");
    box.setAttribute("stroke-dasharray", kind === "no run" ? "3 3" : "none");
    if (label === null) return;
    label.textContent = text.length * 6.6 > Number(box.getAttribute("width")) + 8 ? "" : text;
    label.setAttribute("fill", !isHole && step === -4 ? "#FFFFFF" : isHole ? "#3D3D3D" : "#0B0C0C");
  };

  const tableRow = (words) => {
    const row = document.createElement("tr");
    words.forEach((text, index) => {
      const cell = document.createElement(index === 0 ? "th" : "td");
      if (index === 0) cell.scope = "row";
      if (index === 1 || index === 2) cell.className = "word";
      cell.textContent = text;
      row.append(cell);
    });
    return row;
  };

  const draw = () => {
    const frame = data.heat.pairs[Number(pair.value)];
    const found = data.heat.measures[Number(measure.value)].pairs[Number(pair.value)];
    byId("title").textContent = found.title;
    byId("subtitle").textContent = found.subtitle;
    for (const block of figure.querySelectorAll("[data-pair]")) {
      block.hidden = block.dataset.pair !== pair.value;
      if (block.hidden) continue;
      for (const group of block.querySelectorAll("[data-cell]")) fillCell(group, found.cells[Number(group.dataset.cell)]);
      for (const end of block.querySelectorAll("[data-end]")) end.textContent = found.ends[end.dataset.end === "low" ? 0 : 1];
    }
    const across = frame.columns.length;
    const size = across * frame.rows.length;
    byId("rows").replaceChildren(...found.cells.map(([, text, kind], index) => tableRow([
      frame.panels[Math.floor(index / size)],
      frame.columns[index % across],
      frame.rows[Math.floor((index % size) / across)],
      text === "" || kind === "undefined" ? kind : text,
    ])));
  };

  for (const select of [measure, pair]) {
    select.selectedIndex = 0;
    select.addEventListener("change", () => { draw(); live.textContent = byId("title").textContent; });
  }
  document.getElementById("heat-chooser").hidden = false;
  figure.hidden = false;
  draw();
})();
`;
