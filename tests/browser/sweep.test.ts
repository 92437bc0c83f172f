/** The pages of a sweep and of a comparison as somebody meets them: opened by double click, offline, in a browser. */
import { readFileSync, writeFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { csvOf } from "../../src/report/csv.ts";
import { renderArms, studyOf } from "../../src/report/index.ts";
import { contentOf } from "../../src/report/sweep/content.ts";
import { identityOf, VARIATION_ONLY } from "../../src/report/sweep/identity.ts";
import { isPicture } from "../../src/report/sweep/picture.ts";
import { axeViolations, faultyTexts, pagesInChromium, widthsOf } from "../support/browser-page.ts";
import { WITHHELD } from "../support/sweep-gains.ts";
import { worldsInput } from "../support/sweep-worlds.ts";
import { FEES, LUCK, WAGES, comparisonInput, sweepInput } from "../support/sweep-fixture.ts";

const ASSUMED = { assumed: { all: 407, judged: 159 } };
const PAGES = {
  sweep: { ...sweepInput({ axes: [WAGES, FEES, LUCK] }), ...ASSUMED },
  holes: {
    ...sweepInput({ failed: ["3 1", "3 2", "3 3", "3 4", "3 5", "3 6", "3 7", "3 8", "1 3"] }),
    ...ASSUMED,
  },
  comparison: { ...comparisonInput(), ...ASSUMED },
  people: { ...sweepInput({ people: true }), ...ASSUMED },
  worlds: { ...worldsInput(), ...ASSUMED },
};
const NAMES = Object.keys(PAGES) as (keyof typeof PAGES)[];
const { open, path } = pagesInChromium(
  Object.fromEntries(NAMES.map((name) => [name, () => renderArms(PAGES[name])] as const)),
);

/** Cells of a heatmap as drawn: fill and words, in order. */
const cellsOf = (page: Page, figure: string): Promise<string[]> =>
  page
    .locator(`#${figure} svg.wide:visible .cell`)
    .evaluateAll((cells) =>
      cells.map(
        (cell) =>
          `${cell.querySelector("rect")?.getAttribute("fill") ?? ""} ${cell.querySelector("text")?.textContent ?? ""}`,
      ),
    );

describe.each(NAMES)("the page of the %s", (name) => {
  test("asks for nothing, complains of nothing, and axe finds nothing, tables closed and open", async () => {
    const { page, requests, complaints } = await open(name);
    expect(await axeViolations(page)).toEqual([]);
    await page.locator("#tables").click();
    expect(await axeViolations(page)).toEqual([]);
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test.each([1280, 390, 320])("at a width of %i nothing is cut off and nothing but tables scrolls", async (width) => {
    const { page } = await open(name, { viewport: { width, height: 800 } });
    expect(await faultyTexts(page)).toEqual([]);
    await page.locator("#tables").click();
    const found = await widthsOf(page);
    expect(found.page).toBeLessThanOrEqual(found.window);
  });

  test.each([1280, 1024])("at a width of %i no table has to be scrolled", async (width) => {
    const { page } = await open(name, { viewport: { width, height: 800 } });
    await page.locator("#tables").click();
    const wider = await page
      .locator(".scroll:visible")
      .evaluateAll((frames) =>
        frames.flatMap((frame) =>
          frame.scrollWidth > frame.clientWidth + 1 ? [frame.getAttribute("aria-label") ?? ""] : [],
        ),
      );
    expect(wider).toEqual([]);
  });

  test.each([1280, 390])("at a width of %i the first screen holds the answer and what was assumed", async (width) => {
    const { page } = await open(name, { viewport: { width, height: 800 } });
    for (const part of ["h1", ".question", ".lede", ".assumed"]) {
      const box = await page.locator(part).first().boundingBox();
      expect((box?.y ?? 800) + (box?.height ?? 0), part).toBeLessThanOrEqual(800);
    }
    const contents = await page.locator("nav").boundingBox();
    const lede = await page.locator(".lede").boundingBox();
    expect(contents?.y ?? 0).toBeGreaterThan(lede?.y ?? Infinity);
  });

  test("on paper there are pictures and words, and nothing to press", async () => {
    const { page } = await open(name, { viewport: { width: 673, height: 900 } });
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("button:visible, nav:visible, select:visible").count()).toBe(0);
    expect(await page.locator("svg.wide:visible").count()).toBeGreaterThan(3);
    const found = await widthsOf(page);
    expect(found.page).toBeLessThanOrEqual(found.window);
  });
});

describe("without its script", () => {
  test("the first measures stand in full and nothing offers what it cannot do", async () => {
    const { page } = await open("sweep", { javaScriptEnabled: false });
    expect(await page.locator("button:visible, select:visible, #heat-any:visible").count()).toBe(0);
    expect(await page.locator("[data-measure]:visible").count()).toBe(4);
    expect(await page.locator("[id^=heat-]:visible").count()).toBeGreaterThan(2);
  });
});

describe("choosing", () => {
  test("a measure shows it alone, and the first few again", async () => {
    const { page } = await open("sweep");
    await page.locator("#measure-choice").selectOption("council-grossspend");
    expect(await page.locator("[data-measure]:visible").count()).toBe(1);
    expect(await page.locator("#arms-council-grossspend").isVisible()).toBe(true);
    expect(await page.locator("#announcement").textContent()).toBe("Showing Gross spending");
    await page.locator("#measure-choice").selectOption("");
    expect(await page.locator("[data-measure]:visible").count()).toBe(4);
  });

  test("a measure fills the heatmap as the static one of that measure is drawn, words, colours and table", async () => {
    const { page } = await open("sweep");
    const statics = await page
      .locator("figure[id^=heat-]:not(#heat-any)")
      .evaluateAll((all) => all.map(({ id }) => id));
    expect(statics).toHaveLength(3);
    for (const figure of statics) {
      const label = (await page.locator(`#${figure}-title`).innerText()).split(":")[0];
      await page.locator("#heat-measure").selectOption({ label });
      expect(await page.locator("#heat-any-title").innerText()).toBe(
        await page.locator(`#${figure}-title`).innerText(),
      );
      const drawn = await cellsOf(page, "heat-any");
      expect(drawn.length).toBeGreaterThan(5);
      expect(drawn).toEqual(await cellsOf(page, figure));
      expect(await page.locator("#heat-any-rows tr").count()).toBe(drawn.length);
    }
  });

  test("a measure shows in which worlds it is worst, alone; the one that holds stands first", async () => {
    const input = worldsInput();
    const [measure] = input.measures;
    const measures = [{ ...measure, key: "unmet.people", label: "People short of care" }, measure];
    const yearly: typeof input.results.yearly = (arm, seed, key) =>
      key === measure.key
        ? input.results.yearly(arm, seed, key)
        : [seed, seed, seed + ((arm * 7919 * (arm % 2)) % 1013), seed + ((arm * 7919 * (arm % 2)) % 1013)];
    const results = { ...input.results, measures: measures.map(({ key }) => key), yearly };
    writeFileSync(path("two"), renderArms({ ...input, measures, results }));
    const { page, complaints } = await open("two");
    const shown = (): Promise<string[]> =>
      page
        .locator("[data-worst]:visible")
        .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset["worst"] ?? ""));
    const [first] = await shown();
    expect(await page.locator("#worst-choice").inputValue()).toBe(first);
    expect(await page.locator(`[data-worst="${first}"]`).innerText()).toContain("unmet need: among the worst are");
    await page.locator("#worst-choice").selectOption({ label: "People short of care" });
    expect(await shown()).toHaveLength(1);
    expect(await shown()).not.toEqual([first]);
    expect(await page.locator("#announcement").textContent()).toBe("Showing People short of care");
    // A mark says which world it is.
    const tips = await page.locator(`#worst-scatter-${first} svg.wide .marks title`).allTextContents();
    expect(tips).toHaveLength(160);
    expect(tips.every((tip) => /^(arm \d+: .*|world \d+ held): [.\d]+%, [.\d]+%$/.test(tip))).toBe(true);
    expect(complaints).toEqual([]);
  });

  test("holes stay holes whatever is chosen", async () => {
    const { page } = await open("holes");
    for (const index of [0, 3]) {
      await page.locator("#heat-measure").selectOption({ index });
      const cells = await cellsOf(page, "heat-any");
      expect(cells.filter((cell) => cell === "#FFFFFF failed")).toHaveLength(1);
      expect(cells.filter((cell) => cell.endsWith("*"))).toHaveLength(1);
    }
  });
});

describe("choosing whose gains to see", () => {
  /** Which way each bar goes, and its length as a share of all: strips are not of one width in every picture. */
  const bars = (page: Page, figure: string): Promise<string[]> =>
    page.locator(`#${figure} svg.wide:visible .row rect`).evaluateAll((all) => {
      const widths = all.map((each) => Number(each.getAttribute("width")));
      const sum = widths.reduce((total, width) => total + width, 0);
      const isWorse = (each: Element): boolean => each.getAttribute("fill")?.endsWith("-worse)") === true;
      return all
        .map((each, index) => `${isWorse(each) ? "worse" : "better"} ${(widths[index] / sum).toFixed(2)}`)
        .filter((bar) => !bar.endsWith(" 0.00"));
    });
  const wordsOf = (page: Page, figure: string): Promise<string> =>
    page.locator(`#${figure} svg.wide:visible .row text`).evaluateAll((all) =>
      all
        .map(({ textContent }) => textContent)
        .join(" ")
        .replaceAll(/[ *;]+/g, " ")
        .trim(),
    );

  test("an arm fills the picture as the one that stands in full is drawn, words and table", async () => {
    const { page, complaints } = await open("people");
    const statics = await page.locator("figure[id^=gains-]").evaluateAll((all) => all.map(({ id }) => id));
    expect(statics).toEqual(["gains-arms", "gains-1", "gains-2", "gains-any"]);
    const last = await page.locator("#gains-arm option").count();
    expect(last).toBe(5);
    // What stands in full is not what is chosen first.
    expect(await page.locator("#gains-any-title").innerText()).toMatch(/^Top-up/);
    await page.locator("#gains-measure").selectOption({ index: 0 });
    await page.locator("#gains-arm").selectOption({ index: last - 1 });
    for (const [index, figure] of ["gains-1", "gains-2"].entries()) {
      await page.locator("#gains-grouping").selectOption({ index });
      for (const part of ["title", "subtitle"]) {
        const text = (id: string): Promise<string> =>
          page.locator(part === "title" ? `#${id}-title` : `#${id} .subtitle`).innerText();
        expect(await text("gains-any")).toBe(await text(figure));
      }
      const drawn = await bars(page, "gains-any");
      expect(drawn).toHaveLength(4);
      expect(drawn).toEqual(await bars(page, figure));
      expect(await wordsOf(page, "gains-any")).toBe(await wordsOf(page, figure));
      expect(await page.locator("#gains-any-rows tr").count()).toBe(index === 0 ? 3 : 2);
    }
    await page.locator("#tables").click();
    await page.locator("#gains-grouping").selectOption({ index: 0 });
    const words = await page.locator("#gains-any-rows").innerText();
    // The people of this page have neither intervals nor percentiles.
    expect(words).toMatch(/Older people\s+812\s+12%\s+62%\s+26%\s+−0\.50\s+(?:not defined\s+){5}Learning/);
    expect(words).toMatch(/Mental health\s+8\s+(?:not defined\s+){9}fewer than 10 people/);
    expect(await page.locator("#gains-any svg.wide:visible").innerHTML()).toContain("withheld *");
    expect(await page.locator("#gains-any-warning").innerText()).toBe("* Mental health: " + WITHHELD);
    expect(complaints).toEqual([]);
  });

  test("a measure has its own words, scale, unit and note, and the arm and grouping stay", async () => {
    const { page, complaints } = await open("people");
    expect(await page.locator("#gains-measure option").allInnerTexts()).toEqual(["Quality of life", "Top-up"]);
    await page.locator("#gains-arm").selectOption({ index: 2 });
    await page.locator("#gains-grouping").selectOption({ index: 1 });
    await page.locator("#gains-measure").selectOption({ index: 1 });
    expect(await page.locator("#gains-any-title").innerText()).toBe(
      "Top-up by income fifth: more pay more than less in every group",
    );
    expect(await page.locator("#announcement").textContent()).toContain("Top-up by income fifth");
    expect(await page.locator("#gains-any-subtitle").innerText()).toMatch(
      /^Top-up \(£ a week\): .* who pay more and less/,
    );
    expect(await page.locator("#gains-any-sentence").innerText()).toBe(
      "More or less: what was paid in the last week. People: everybody whom both runs of a seed have at any time.",
    );
    const drawn = await page.locator("#gains-any svg.wide:visible").textContent();
    expect(drawn).toContain("← pays more");
    expect(drawn).toContain("24% pay more, 3% pay less");
    expect(drawn).toContain("mean\u00a0+£1.50");
    expect(await page.locator("#gains-any svg.wide:visible").count()).toBe(1);
    await page.locator("#tables").click();
    const heads = await page.locator("#gains-any thead th").allInnerTexts();
    expect(heads.slice(2, 6)).toEqual(["Pays less", "Pays more", "Unchanged", "Mean difference (£ a week)"]);
    expect(await axeViolations(page)).toEqual([]);
    expect(await faultyTexts(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test("arms differ by what was put in, on one scale", async () => {
    const { page } = await open("people");
    const first = page.locator("#gains-any svg.wide:visible .row rect").first();
    const width = async (): Promise<number> => Number(await first.getAttribute("width"));
    const before = await width();
    await page.locator("#gains-arm").selectOption({ index: 2 });
    expect((await width()) / before).toBeCloseTo((0.31 + 3 * 0.0625) / (0.31 + 0.0625), 3);
  });
});

test("the file of every picture has the figures of its table, as a file writes them", async () => {
  const { page, complaints } = await open("sweep");
  const input = PAGES.sweep;
  const study = studyOf(input);
  const pictures = contentOf(study)
    .sections.flatMap(({ blocks }) => blocks.flatMap((block) => block.pictures))
    .filter(isPicture);
  expect(pictures.length).toBeGreaterThan(15);
  // Hidden buttons among them, and more files than a browser lets a page save at once: caught before they are saved.
  const saved = await page.evaluate(async () => {
    const blobs: Blob[] = [];
    URL.createObjectURL = (blob) => {
      blobs.push(blob as Blob);
      return "about:blank#";
    };
    HTMLAnchorElement.prototype.click = () => {};
    const buttons = [...document.querySelectorAll<HTMLElement>("[data-save=csv]")];
    for (const button of buttons) button.click();
    const bytes = await Promise.all(blobs.map((blob) => blob.arrayBuffer()));
    const read = new TextDecoder("utf-8", { ignoreBOM: true });
    return buttons.map((button, place): [string, string] => [button.dataset["chart"] ?? "", read.decode(bytes[place])]);
  });
  const files = new Map(saved);
  expect([...files.keys()].sort()).toEqual([...pictures.map(({ slug }) => slug), "heat-any"].sort());
  for (const { slug, title, subtitle, notes, twin } of pictures) {
    const expected = csvOf(
      [
        ["Title", title],
        ["Measure", subtitle],
        ...identityOf(input),
        ["Note", VARIATION_ONLY],
        ...notes.map((note): [string, string] => ["Note", note]),
      ],
      twin.header,
      twin.rows.map((row) => row.map(({ text, number }) => (number === undefined ? text : { number }))),
    );
    expect(files.get(slug)).toBe(expected);
  }
  expect(complaints).toEqual([]);
});

test("a mark of a trade-off says which arm it is, as its row of the table does", async () => {
  const { page } = await open("sweep");
  const rows = await page
    .locator("#trade-off-1 tbody tr")
    .evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent)).map(([arm, x, y]) => `${arm}: ${x}, ${y}`),
    );
  const tips = await page
    .locator("#trade-off-1 svg.wide title")
    .evaluateAll((all) => all.map((tip) => tip.textContent));
  expect(rows.length).toBeGreaterThan(5);
  expect([...tips].sort()).toEqual([...rows].sort());
  // The one at zero is the reference.
  const reference = await page
    .locator("#trade-off-1 svg.wide [data-row] title")
    .evaluateAll((all) => all.map((tip) => tip.textContent ?? ""));
  expect(reference).toHaveLength(1);
  expect(reference[0]).toMatch(/: £0[.0]*m, £0[.0]*m$|: 0[.0]*, 0[.0]*$|: .*0\.0+.*, .*0\.0+/);
});

/** What a button saves: its name and its bytes. */
async function savedBy(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test("every picture can be saved as CSV, SVG and PNG, and all arms as one CSV", async () => {
  const { page, complaints } = await open("sweep");
  const slug = "arms-providers-failures";
  const csv = await savedBy(page, `[data-save=csv][data-chart=${slug}]`);
  expect(csv.name).toBe(`wage-and-fee_${slug}_ab12ab12.csv`);
  expect(csv.bytes.toString()).toContain("Variance-reduction factor");
  const svg = await savedBy(page, `[data-save=svg][data-chart=${slug}]`);
  expect(svg.bytes.toString()).toContain(PAGES.sweep.digest);
  const png = await savedBy(page, `[data-save=png][data-chart=${slug}]`);
  expect([...png.bytes.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
  const all = await savedBy(page, "[data-save=all]");
  const lines = all.bytes.toString().split("\r\n");
  const rows = lines.slice(lines.indexOf("") + 2).filter((line) => line !== "");
  expect(rows).toHaveLength(PAGES.sweep.results.arms.length * PAGES.sweep.measures.length);
  expect(complaints).toEqual([]);
});

describe("a figure that the reader chooses", () => {
  const button = (format: string, slug: string): string => `[data-save=${format}][data-chart=${slug}]`;
  const asText = ({ bytes }: { bytes: Buffer }): string => bytes.toString();
  /** Words of a saved picture with their heights: the scale of a chosen one keeps room for the longest of its ends. */
  const wordsOf = (svg: string): string[] =>
    [...svg.matchAll(/<text\b([^>]*)>([^<]*)</g)]
      .map(([, look, words]) => `${words} at ${/\by="([^"]*)"/.exec(look)?.[1]}`)
      .sort();

  test("is saved as what it shows at that moment: the heatmap as the static one of its measure", async () => {
    const first = await open("sweep");
    const statics = await first.page
      .locator("figure[id^=heat-]:not(#heat-any)")
      .evaluateAll((all) => all.map(({ id }) => id));
    const seen = new Set<string>();
    for (const figure of statics) {
      // A page each: a browser lets one page save only so many files.
      const { page, requests, complaints } = await open("sweep");
      const label = (await page.locator(`#${figure}-title`).innerText()).split(":")[0];
      await page.locator("#heat-measure").selectOption({ label });
      const csv = await savedBy(page, button("csv", "heat-any"));
      expect(asText(csv)).toBe(asText(await savedBy(page, button("csv", figure))));
      const svg = asText(await savedBy(page, button("svg", "heat-any")));
      expect(wordsOf(svg)).toEqual(wordsOf(asText(await savedBy(page, button("svg", figure)))));
      expect(svg).toContain(PAGES.sweep.digest);
      const png = await savedBy(page, button("png", "heat-any"));
      expect([...png.bytes.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
      const measure = label.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
      expect(csv.name).toBe(
        `wage-and-fee_heat_${measure}_living-wage-from-april-2016-and-fee-pass-through_ab12ab12.csv`,
      );
      expect(png.name).toBe(csv.name.replace("csv", "png"));
      seen.add(csv.name);
      expect(requests).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
    expect(seen.size).toBe(statics.length);
  });

  test("goes by all that is chosen: who gains by measure, arm and grouping", async () => {
    const { page, complaints } = await open("people");
    await page.locator("#gains-arm").selectOption({ index: 2 });
    await page.locator("#gains-grouping").selectOption({ index: 1 });
    await page.locator("#gains-measure").selectOption({ index: 1 });
    const csv = await savedBy(page, button("csv", "gains-any"));
    const text = asText(csv);
    expect(csv.name).toMatch(/^wage-and-fee_gains_top-up_[a-z0-9-]+_income-fifth_ab12ab12\.csv$/);
    const [title, subtitle] = await page.locator("#gains-any-title, #gains-any-subtitle").allInnerTexts();
    expect(text).toContain(`"# Title","${title}"`);
    expect(text).toContain(`"# Measure","${subtitle}"`);
    expect(text).toContain(
      '"# Note","More or less: what was paid in the last week. People: everybody whom both runs of a seed have at any time."',
    );
    const rows = text.split("\r\n\r\n")[1].trim().split("\r\n");
    expect(rows).toHaveLength(1 + (await page.locator("#gains-any-rows tr").count()));
    // Whole numbers and decimals, or words in quotes: nothing that a spreadsheet would take for anything else.
    for (const row of rows.slice(1)) expect(row).toMatch(/^"[^"]*"(,(-?\d+(\.\d+)?|"[^"]*"))+$/);
    expect(rows[1]).toContain(",1.50,");
    const svg = asText(await savedBy(page, button("svg", "gains-any")));
    expect(svg).toContain("24% pay more, 3% pay less");
    expect(svg).toContain(PAGES.people.digest);
    const png = await savedBy(page, button("png", "gains-any"));
    expect(png.name).toBe(csv.name.replace("csv", "png"));
    expect(complaints).toEqual([]);
  });
});
