/**
 * Fills the picture of who gains and who loses with the measure, arm and grouping that the reader chooses.
 *
 * It sets text through textContent alone and asks nothing of the network. Without it one arm stands in full.
 */
export const GAINS_SCRIPT = String.raw`
(() => {
  const { gains } = JSON.parse(document.getElementById("report-data").textContent);
  const { figure, selects: [measure, arm, grouping], byId, fillTable, begin } = chosenFigure("gains", ["measure", "arm", "grouping"]);
  const headings = [...figure.querySelectorAll("thead th")];
  arm.parentElement.hidden = gains.arms.length < 2;

  const wordsOf = ([people, better, worse, mean, warning], [worseWord, betterWord]) => {
    if (people === 0) return ["nobody", ""];
    if (better === null) return ["withheld *", ""];
    const star = warning < 0 ? "" : " *";
    return [Math.round(worse) + "% " + worseWord + ", " + Math.round(better) + "% " + betterWord, "mean\u00a0" + mean + star];
  };

  const setBar = (bar, [, better, worse]) => {
    const isWorse = bar.dataset.bar === "worse";
    const width = ((isWorse ? worse : better) ?? 0) * Number(bar.dataset.perCent);
    bar.setAttribute("width", String(width));
    bar.setAttribute("x", String(Number(bar.dataset.zero) - (isWorse ? width : 0)));
    bar.setAttribute("stroke-width", width > 0 ? "0.75" : "0");
  };

  const tableRow = (group, [people, better, worse, mean, warning, spread]) => {
    const percent = (value) => value === null ? "not defined" : [Math.round(value) + "%", value.toFixed(1)];
    // What the other two leave as written: the three add up to 100.
    const unchanged = (better, worse) => better === null ? "not defined" : [
      Math.max(0, 100 - Math.round(better) - Math.round(worse)) + "%", Math.max(0, 100 - better - worse).toFixed(1),
    ];
    // A file has the figure without its pounds, points and plus.
    const plain = (text) => /\d/.test(text) ? [text, text.replace("−", "-").replace(/[^\d.-]/g, "")] : text;
    return [
      group, Math.round(people).toLocaleString("en-GB"), percent(better), percent(worse),
      unchanged(better, worse),
      mean === "" ? "not defined" : plain(mean),
      ...(spread === "" ? Array(5).fill("not defined") : spread.split("|").map(plain)), gains.warnings[warning] ?? "",
    ];
  };

  const draw = () => {
    const { arms, sides, short, unit, sentence } = gains.measures[Number(measure.value)];
    const chosen = arms[Number(arm.value)];
    const place = Number(grouping.value);
    const { groups } = gains.groupings[place];
    const rows = chosen === null ? groups.map(() => [0, null, null, "", -1, ""]) : chosen.rows[place];
    byId("title").textContent = chosen === null ? "Nobody to compare" : chosen.titles[place];
    byId("subtitle").textContent = chosen === null ? "" : chosen.subtitle;
    byId("sentence").textContent = sentence + (chosen === null ? "" : " " + gains.whom[chosen.whom]);
    const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
    [capital(sides[1]), capital(sides[0]), "Unchanged", "Mean difference (" + unit + ")"].forEach((text, index) => {
      headings[index + 2].textContent = text;
    });
    for (const block of figure.querySelectorAll("[data-frame]")) {
      block.hidden = block.dataset.frame !== measure.value + " " + grouping.value;
      if (block.hidden) continue;
      for (const bar of block.querySelectorAll("[data-bar]")) setBar(bar, rows[Number(bar.dataset.row)]);
      for (const svg of block.querySelectorAll("svg")) {
        rows.forEach((figures, index) => {
          const lines = svg.querySelectorAll('[data-value="' + index + '"]');
          const words = wordsOf(figures, short).filter((text) => text !== "");
          lines.forEach((line, at) => {
            const end = at < words.length - 1 ? ";" : "";
            line.textContent = lines.length === 1 ? words.join("; ") : (words[at] ?? "") + end;
          });
        });
      }
    }
    const warned = groups.flatMap((group, index) => {
      const text = gains.warnings[rows[index][4]];
      return text === undefined ? [] : [group + ": " + text];
    });
    byId("warning").textContent = warned.length === 0 ? "" : "* " + warned.join("; ");
    byId("warning").hidden = warned.length === 0;
    fillTable(groups.map((group, index) => tableRow(group, rows[index])));
  };

  begin(draw);
})();
`;
