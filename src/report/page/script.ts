/**
 * The page's only script: it saves files, copies the command line and opens the tables. The page is whole without it.
 *
 * It sets text through textContent alone, asks nothing of the network and holds nothing from the scenario.
 */
import { UNSEEN } from "../markup.ts";
import { UNPARTED } from "../wording.ts";

export const SCRIPT = String.raw`
"use strict";
// A figure that its reader chooses says here, by slug, what it shows at the moment: what the data has of all others.
const chosenCharts = {};
(() => {
  const data = JSON.parse(document.getElementById("report-data").textContent);
  const live = document.getElementById("announcement");
  const say = (text) => { live.textContent = ""; setTimeout(() => { live.textContent = text; }, 50); };

  const save = (blob, name) => {
    const link = document.createElement("a");
    const address = URL.createObjectURL(blob);
    link.href = address;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    say("Saved " + name);
  };

  const SVG = "http://www.w3.org/2000/svg";
  const element = (name, attributes, text) => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const chartOf = (slug) => slug in chosenCharts
    ? chosenCharts[slug](data)
    : {
      drawing: document.getElementById(slug + "-wide"),
      description: document.getElementById(slug + "-description").textContent,
      ...data.charts[slug],
    };

  // The chart as drawn on the page, with its words above and below it.
  const picture = ({ drawing, frame, name, description }) => {
    const chart = drawing.cloneNode(true);
    const font = chart.getAttribute("font-family");
    const root = element("svg", {
      xmlns: SVG, viewBox: "0 0 " + frame.width + " " + frame.height, width: frame.width, height: frame.height,
      "font-family": font, role: "img",
    });
    for (const attribute of ["aria-labelledby", "aria-describedby", "class", "role"]) chart.removeAttribute(attribute);
    chart.setAttribute("x", String(frame.margin));
    chart.setAttribute("y", String(frame.top));
    root.append(
      element("title", {}, name),
      element("desc", {}, description),
      element("rect", { width: frame.width, height: frame.height, fill: "#FFFFFF" }),
      ...frame.lines.map(([words, y, size, weight, fill]) => element("text", {
        x: frame.margin, y, "font-size": size, "font-weight": weight, fill,
      }, words)),
      chart,
    );
    return new XMLSerializer().serializeToString(root);
  };

  const saveSvg = (slug) => {
    const chart = chartOf(slug);
    const text = '<?xml version="1.0" encoding="UTF-8"?>\n' + picture(chart);
    save(new Blob([text], { type: "image/svg+xml" }), chart.file + ".svg");
  };

  const savePng = (slug) => {
    const chart = chartOf(slug);
    const { frame, file } = chart;
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = frame.width * 2;
      canvas.height = frame.height * 2;
      const context = canvas.getContext("2d");
      context.scale(2, 2);
      context.drawImage(image, 0, 0, frame.width, frame.height);
      canvas.toBlob((blob) => blob === null ? say("The picture could not be made") : save(blob, file + ".png"), "image/png");
    };
    image.onerror = () => say("The picture could not be made");
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(picture(chart));
  };

  const saveCsv = (csv, file) => save(new Blob([csv], { type: "text/csv;charset=utf-8" }), file + ".csv");

  // Where a picture brings only the head of its file, or its lines, the figures are those of its table.
  const quoted = (text) => {
    const shown = text.replace(/[\r\n\t]+/g, " ").replaceAll("${UNPARTED}", " ").replace(/${UNSEEN.source}/gu, "\ufffd");
    return '"' + (/^\s*[=+\-@]/.test(shown) ? "'" + shown : shown).replaceAll('"', '""') + '"';
  };
  const cellOf = (cell) => cell.tagName === "TH" || cell.className === "word"
    ? quoted(cell.textContent)
    : cell.dataset.number ?? cell.textContent.replace("−", "-").replace(/[+%]/g, "").replaceAll(",", "");
  const linesOf = (pairs) => pairs.map(([name, text]) => quoted("# " + name) + "," + quoted(text) + "\r\n").join("");
  const headOf = ({ head, lines }) => {
    const [before, after] = head ?? ["\ufeff" + linesOf(lines[0]), linesOf(lines[1])];
    return before + data.about + after + "\r\n";
  };
  const tableCsv = (slug) => [...document.querySelectorAll("[id='" + slug + "'] .twin tr")]
    .map((row) => [...row.cells].map(cellOf).join(",") + "\r\n").join("");

  const savers = {
    csv: (slug) => {
      const chart = chartOf(slug);
      saveCsv(chart.csv ?? headOf(chart) + tableCsv(slug), chart.file);
    },
    svg: saveSvg,
    png: savePng,
    all: () => saveCsv(data.all.csv, data.all.file),
  };
  for (const button of document.querySelectorAll("[data-save]")) {
    if (button.dataset.save === "all" && data.all === null) continue;
    button.closest(".saving").hidden = false;
    button.addEventListener("click", () => savers[button.dataset.save](button.dataset.chart));
  }

  const copy = document.getElementById("copy");
  copy.hidden = false;
  copy.addEventListener("click", () => {
    const line = document.getElementById("reproduce");
    const select = () => {
      const range = document.createRange();
      range.selectNodeContents(line);
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      say("The command line is selected: copy it with the keyboard");
    };
    if (navigator.clipboard === undefined) select();
    else navigator.clipboard.writeText(line.textContent).then(() => say("Command line copied"), select);
  });

  const tables = document.getElementById("tables");
  tables.hidden = false;
  tables.addEventListener("click", () => {
    const open = tables.getAttribute("aria-pressed") !== "true";
    tables.setAttribute("aria-pressed", String(open));
    for (const details of document.querySelectorAll("details")) details.open = open;
    say(open ? "All tables are open" : "All tables are closed");
  });
})();
`;
