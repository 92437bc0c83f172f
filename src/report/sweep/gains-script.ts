/**
 * Fills the picture of who gains and who loses with the arm and grouping that the reader chooses.
 *
 * It sets text through textContent alone and asks nothing of the network. Without it one arm stands in full.
 */
export const GAINS_SCRIPT = String.raw`
(() => {
  const { gains } = JSON.parse(document.getElementById("report-data").textContent);
  const { figure, selects: [arm, grouping], byId, fillTable, begin } = chosenFigure("gains", ["arm", "grouping"]);

  const wordsOf = ([people, better, worse, mean, warning]) => {
    if (people === 0) return ["nobody", ""];
    if (better === null) return ["withheld *", ""];
    const star = warning < 0 ? "" : " *";
    return [Math.round(worse) + "% worse, " + Math.round(better) + "% better", "mean " + mean + star];
  };

  const setBar = (bar, [, better, worse]) => {
    const isWorse = bar.dataset.bar === "worse";
    const width = ((isWorse ? worse : better) ?? 0) * Number(bar.dataset.perCent);
    bar.setAttribute("width", String(width));
    bar.setAttribute("x", String(Number(bar.dataset.zero) - (isWorse ? width : 0)));
    bar.setAttribute("stroke-width", width > 0 ? "0.75" : "0");
  };

  const tableRow = (group, [people, better, worse, mean, warning]) => {
    const percent = (value) => value === null ? "not defined" : Math.round(value) + "%";
    return [
      group, people.toLocaleString("en-GB"), percent(better), percent(worse),
      mean === "" ? "not defined" : mean, gains.warnings[warning] ?? "",
    ];
  };

  const draw = () => {
    const chosen = gains.arms[Number(arm.value)];
    const place = Number(grouping.value);
    const { groups } = gains.groupings[place];
    const rows = chosen.rows[place];
    byId("title").textContent = chosen.titles[place];
    byId("subtitle").textContent = chosen.subtitle;
    for (const block of figure.querySelectorAll("[data-grouping]")) {
      block.hidden = block.dataset.grouping !== grouping.value;
      if (block.hidden) continue;
      for (const bar of block.querySelectorAll("[data-bar]")) setBar(bar, rows[Number(bar.dataset.row)]);
      for (const svg of block.querySelectorAll("svg")) {
        rows.forEach((figures, index) => {
          const lines = svg.querySelectorAll('[data-value="' + index + '"]');
          const words = wordsOf(figures).filter((text) => text !== "");
          lines.forEach((line, at) => {
            line.textContent = lines.length === 1 ? words.join("; ") : words[at] ?? "";
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
