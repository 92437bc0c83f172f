import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { BANDS } from "../../src/report/identity.ts";
import { renderReport } from "../../src/report/index.ts";
import { wordsIn } from "../../src/report/wording.ts";
import { reportInput } from "../support/report-fixture.ts";
import { all, find, get, one, parse, rawTextOf, textOf, wordsOf } from "../support/report-html.ts";

const input = reportInput();
const page = renderReport(input);
const root = parse(page);
const figures = find(root, "figure");

describe("the page", () => {
  test("is one file of less than three million bytes that names no other", () => {
    expect(Buffer.byteLength(page)).toBeLessThan(3_000_000);
    for (const element of all(root)) {
      for (const name of ["src", "srcset", "action", "data", "poster"]) expect(get(element, name)).toBe("");
      const address = get(element, "href");
      if (address !== "") expect(address).toMatch(/^#|^data:,$/);
    }
    expect(page).not.toMatch(/@import|url\((?!#)/);
  });

  test("has no two elements of one id, and no reference to an id that is not there", () => {
    const ids = [...all(root)].map((element) => get(element, "id")).filter((id) => id !== "");
    expect(new Set(ids).size).toBe(ids.length);
    for (const element of all(root)) {
      const references = ["aria-labelledby", "aria-describedby"].flatMap((name) => get(element, name).split(" "));
      const target = get(element, "href").replace(/^#|^data:,$/, "");
      for (const id of [...references, target]) if (id !== "") expect(ids).toContain(id);
      for (const [, id] of get(element, "fill").matchAll(/url\(#(.*)\)/g)) expect(ids).toContain(id);
    }
  });
});

describe("every chart", () => {
  test("is there", () => {
    expect(figures.length).toBeGreaterThanOrEqual(14);
  });

  test.each(figures.map((figure) => [get(figure, "id"), figure] as const))("%s has its whole anatomy", (_, figure) => {
    const title = wordsOf(one(figure, "h3"));
    expect(wordsIn(title)).toBeLessThanOrEqual(15);
    const subtitle = wordsOf(one(figure, ".subtitle"));
    expect(subtitle).toMatch(/\(.+\)\. One simulated council area, 2010-11 to 2019-20\./);
    expect(subtitle).toMatch(/20 runs/);
    const source = wordsOf(one(figure, ".source"));
    for (const part of [input.scenario.name, input.scenario.hash.slice(0, 8), "20 runs", "seeds 1–20", input.digest]) {
      expect(source).toContain(part);
    }
    expect(source).toContain(`engine ${input.engineVersion}, commit ${input.commit ?? ""}`);
    for (const svg of find(figure, "svg")) {
      expect(get(svg, "role")).toBe("img");
      expect(wordsOf(one(root, `#${get(svg, "aria-labelledby")}`))).toBe(title);
      expect(wordsOf(one(root, `#${get(svg, "aria-describedby")}`)).length).toBeGreaterThan(60);
      expect(find(svg, "text").every((text) => get(text, "transform") === "")).toBe(true);
    }
    expect(find(figure, "svg").map((svg) => get(svg, "class"))).toEqual(["wide", "narrow"]);
    expect(find(figure, "button").map((button) => wordsOf(button))).toEqual(["CSV", "SVG", "PNG"]);
  });

  test("labels up to four lines directly where there is room", () => {
    const wide = one(one(root, "#fees-and-prices"), ".wide");
    const labels = find(wide, ".label").map((label) => wordsOf(label));
    expect(labels).toHaveLength(4);
    for (const name of ["Council fee", "Private price", "Direct payment rate", "Providers’ cost"]) {
      expect(labels.some((label) => label.startsWith(name) && /£\d+\.\d\d$/.test(label))).toBe(true);
    }
    expect(find(wide, ".key")).toHaveLength(0);
  });

  test("tells series apart by dash and mark as well as by colour", () => {
    const wide = one(one(root, "#fees-and-prices"), ".wide");
    const lines = find(wide, ".line");
    expect(new Set(lines.map((line) => get(line, "stroke"))).size).toBe(4);
    expect(new Set(lines.map((line) => get(line, "stroke-dasharray"))).size).toBe(4);
    const marks = find(wide, ".median").map((median) => get(find(median, ".mark")[0], "d"));
    expect(new Set(marks).size).toBe(4);
  });

  test("starts its bars at zero", () => {
    const wide = one(one(root, "#provider-exits"), ".wide");
    const zero = find(one(wide, ".values"), "text").find((text) => wordsOf(text) === "0");
    const rule = Math.max(...find(one(wide, ".values"), "line").map((line) => Number(get(line, "y1"))));
    expect(zero).toBeDefined();
    const feet = new Map<string, number>();
    for (const bar of find(one(wide, ".bars"), "rect")) {
      const foot = Number(get(bar, "y")) + Number(get(bar, "height"));
      feet.set(get(bar, "x"), Math.max(feet.get(get(bar, "x")) ?? 0, foot));
    }
    expect(feet.size).toBe(10);
    for (const foot of feet.values()) expect(foot).toBeCloseTo(rule, 1);
  });

  test("says when its scale does not start at zero", () => {
    expect(wordsOf(one(root, "#agencies-trading"))).toContain("The vertical scale does not start at zero.");
    expect(wordsOf(one(root, "#provider-margin"))).not.toContain("does not start at zero");
  });
});

describe("the front page", () => {
  test("says what it is not, what its bands hold and what they do not", () => {
    const answer = find(root, "section").find((section) => get(section, "aria-labelledby") === "answer");
    const text = answer === undefined ? "" : wordsOf(answer);
    expect(text).toContain("This is a simulation, not a forecast.");
    expect(text).toContain(BANDS);
    expect(find(one(root, ".caveats"), "li")).toHaveLength(3);
    expect(wordsOf(one(root, ".uses"))).toMatch(/Use it for .* Do not use it for/);
  });

  test("gives no number without its range", () => {
    const numbers = find(root, ".figure");
    expect(numbers.length).toBeGreaterThan(60);
    for (const number of numbers) expect(wordsOf(one(number, ".range"))).toMatch(/^\(.+\)$/);
    for (const finding of find(root, ".finding")) {
      const strong = find(finding, "strong").length;
      expect(strong).toBe(find(finding, ".figure").length);
      expect(strong).toBeGreaterThan(0);
    }
  });

  test("answers what failed, what people topped up, how outcomes drifted, fees and budget", () => {
    const headings = find(root, ".finding").map((finding) => wordsOf(one(finding, "h3")));
    expect(headings).toEqual([
      "What failed",
      "What people topped up",
      "How outcomes drifted",
      "Fees and wages",
      "The council’s budget",
      "Unmet need and waits",
    ]);
    for (const finding of find(root, ".finding")) {
      const link = one(one(finding, ".headline"), "a");
      expect(wordsOf(link)).toBe(wordsOf(one(root, `#${get(link, "href").slice(1)}-title`)));
    }
  });

  test("identifies the run and how to run it again", () => {
    const strip = wordsOf(one(root, ".identity"));
    for (const part of [input.scenario.name, input.scenario.hash, input.engineVersion, input.digest, "1–20"]) {
      expect(strip).toContain(part);
    }
    expect(textOf(one(root, "#reproduce"))).toBe(input.reproduce);
  });

  test("lists every difference from the default first", () => {
    const tables = find(root, ".log");
    expect(tables).toHaveLength(2);
    expect(find(tables[0], "tbody").flatMap((body) => find(body, "tr"))).toHaveLength(1);
    expect(wordsOf(tables[0])).toContain("0 from 4 April 2016");
    expect(find(tables[1], "tbody").flatMap((body) => find(body, "tr"))).toHaveLength(60);
  });

  test("warns when there are few runs, and passes warnings on", () => {
    const few = parse(renderReport({ ...reportInput({ runs: 5 }), warnings: ["Fee below zero was set to zero."] }));
    const notices = find(few, ".notice").map(wordsOf).join(" ");
    expect(notices).toContain("Only 5 runs");
    expect(notices).toContain("Fee below zero was set to zero.");
    expect(find(root, ".notice")).toHaveLength(0);
  });
});

describe("the policy", () => {
  const policy = find(root, "meta")
    .map((meta) => get(meta, "content"))
    .find((content) => content.includes("default-src"));

  test("allows the one script and the one style by hash, and no network", () => {
    for (const tag of ["script", "style"]) {
      const [text] = find(root, tag).flatMap((each) => (get(each, "type") === "" ? [rawTextOf(each)] : []));
      const hash = createHash("sha256").update(text).digest("base64");
      expect(policy).toContain(`${tag}-src 'sha256-${hash}'`);
    }
    for (const rule of ["default-src 'none'", "connect-src 'none'", "img-src data: blob:", "base-uri 'none'"]) {
      expect(policy?.split("; ")).toContain(rule);
    }
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test("finds nothing on the page that it would have to forbid", () => {
    for (const element of all(root)) {
      for (const name of element.attributes.keys()) expect(name).not.toMatch(/^(on|style$)/);
    }
    expect(find(root, "script").filter((script) => get(script, "type") === "")).toHaveLength(1);
    expect(page).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function/);
  });
});

describe("the same results", () => {
  test("give the same bytes, whatever was rendered in between", () => {
    const again = renderReport(reportInput());
    renderReport(reportInput({ runs: 3, weeks: 60 }));
    expect(renderReport(reportInput())).toBe(again);
    expect(again).toBe(page);
  });

  test("give the same bytes from plain arrays, as a store reads them", () => {
    const plain = (values: typeof input.yearly): typeof input.yearly =>
      Object.fromEntries(Object.entries(values).map(([key, runs]) => [key, runs.map((run) => Array.from(run))]));
    expect(renderReport({ ...input, yearly: plain(input.yearly), weekly: plain(input.weekly) })).toBe(page);
  });
});
