/** The page of stories: each stands beside the line that makes it, and is told anew by it alone. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { withStories } from "../../src/node/build/stories.ts";

const PAGE = readFileSync(new URL("../../docs/explain.md", import.meta.url), "utf8");

describe("stories", () => {
  it("are put where their lines stand, and nowhere else", () => {
    const lines: string[] = [];
    const told = withStories(PAGE, (words) => {
      lines.push(words.join(" "));
      return `A story with $& in it, no. ${lines.length}.\n`;
    });
    expect(lines.length).toBe(2);
    for (const line of lines) expect(line).toMatch(/^[a-z-]+ --seed \w+ --agent (provider|person):\w+$/);
    expect(told).toContain("```text\nA story with $& in it, no. 2.\n```\n");
    expect(withStories(told, () => "")).toBe(withStories(PAGE, () => ""));
    expect(told.split("\n## ").length).toBe(PAGE.split("\n## ").length);
  });

  it("of the failed provider is what the command at the head of the page prints", () => {
    const [, command] = /^npx caremarket explain (.*provider:failed) +#/m.exec(PAGE) ?? [];
    expect(PAGE).toContain(`<!-- caremarket explain ${command.replace(/ +/g, " ").trim()} -->`);
  });

  it("on the page are whole: of a provider that failed, and of a person who topped up", () => {
    const [provider, person] = [...PAGE.matchAll(/```text\n([\s\S]*?)```/g)].map(([, story]) => story);
    expect(provider).toMatch(/^Provider \d+, a home care agency\n/);
    expect(provider).toContain("\nWho was hit\n");
    // Under the policy that its introduction names.
    const [, date] = /\nIn short\n {2}Failed on (\d+ \w+ \d{4}) with/.exec(provider) ?? [];
    expect(Date.parse(`${date} UTC`)).toBeGreaterThan(Date.UTC(2016, 3, 1));
    expect(person).toMatch(/^Person \d+, /);
    expect(person).toContain("\nWhy own money was needed\n");
    const foot = /\nscenario \w{8} {2}seed \w+ {2}engine \S+ {2}digest \w{32}\n$/;
    for (const story of [provider, person]) expect(story).toMatch(foot);
  });
});
