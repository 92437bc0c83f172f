/** Pages opened from disk with the network off, and what is wrong with them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { source as axeSource } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchChromium } from "./chromium.ts";

export interface Opened {
  readonly page: Page;
  /** Requests for anything but the file itself, and whatever the page complains of. */
  readonly requests: string[];
  readonly complaints: string[];
}

/** The pages of one file of tests, in a folder of their own for as long as it runs. */
export interface Pages<Name extends string> {
  readonly names: readonly Name[];
  /** Where a page is, or one would be that a test writes. */
  readonly path: (name: string) => string;
  /** In Chromium, as by double click. */
  readonly open: (name: string, options?: BrowserContextOptions) => Promise<Opened>;
}

/** Draws each page before the tests of the file that asks for them, and clears up after them. */
export function pagesInChromium<Name extends string>(draw: Readonly<Record<Name, () => string>>): Pages<Name> {
  let browser: Browser;
  let folder: string;
  const names = Object.keys(draw) as Name[];
  const path = (name: string): string => join(folder, `${name}.html`);
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "caremarket pages "));
    for (const name of names) writeFileSync(path(name), draw[name]());
    browser = await launchChromium();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { names, path, open: (name, options) => openOffline(browser, path(name), options) };
}

async function openOffline(browser: Browser, path: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ offline: true, acceptDownloads: true, ...options });
  const page = await context.newPage();
  const address = pathToFileURL(path).href;
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:")) requests.push(request.url());
  });
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => {
    complaints.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(address);
  return { page, requests, complaints };
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds, by the rules of WCAG 2.2 AA and good practice. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const found = await page.evaluate<Violation[]>(
    `axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then((result) => result.violations)`,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
  );
}

/** What a screen reader is told of each picture that is shown: its name, and its description. */
export async function picturesHeard(page: Page): Promise<readonly { name: string; description: string }[]> {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  return nodes
    .filter(({ role, ignored }) => role?.value === "image" && !ignored)
    .map(({ name, description }) => ({
      name: String(name?.value ?? ""),
      description: String(description?.value ?? ""),
    }));
}

/** Texts of the pictures that are cut off or cover one another. */
export const faultyTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const svg of document.querySelectorAll("figure svg")) {
      const frame = svg.getBoundingClientRect();
      if (frame.width === 0) continue;
      const texts = [...svg.querySelectorAll("text")]
        .map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }))
        .filter(({ words }) => words !== "");
      texts.forEach(({ words, box }, index) => {
        if (box.left < frame.left - 1 || box.right > frame.right + 1) found.push(`${svg.id}: ${words} is cut off`);
        for (const other of texts.slice(index + 1)) {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          if (across > 1 && down > 3) found.push(`${svg.id}: ${words} covers ${other.words}`);
        }
      });
    }
    return found;
  });

export const widthsOf = (page: Page): Promise<{ page: number; window: number }> =>
  page.evaluate(() => ({ page: document.documentElement.scrollWidth, window: window.innerWidth }));
