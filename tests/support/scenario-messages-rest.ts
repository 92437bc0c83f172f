/** What is said about changes, about YAML that scenarios do without, and about the command line. */
import { type Message, START } from "./scenario-message.ts";

export const OTHER_MESSAGES: readonly Message[] = [
  {
    what: "a key said twice",
    text: START + "weeks: 10\nweeks: 20\n",
    says: ["test.yaml:4:1 error weeks: is said twice; found first at 3:1; keep one"],
  },
  {
    what: "a change on no real date",
    text: START + "changes:\n  - from: 2016-04-31\n    set: { wages.floor: 8 }\n",
    says: [
      'test.yaml:4:11 error changes.0.from: is not a real date; found "2016-04-31"; allowed: a date such as 2016-04-01',
    ],
  },
  {
    what: "a change in another notation",
    text: START + "changes:\n  - from: 1 April 2016\n    set: { wages.floor: 8 }\n",
    says: [
      'test.yaml:4:11 error changes.0.from: is not a real date; found "1 April 2016"; allowed: a date such as 2016-04-01; write 2016-04-01',
    ],
  },
  {
    what: "a change before the run",
    text: START + "changes:\n  - from: 2009-04-01\n    set: { wages.floor: 8 }\n",
    says: [
      "test.yaml:4:11 error changes.0.from: is outside the run; found 2009-04-01; allowed: 2010-04-05 to 2020-03-30; under set, write what holds from the very beginning",
    ],
  },
  {
    what: "a change after the run",
    text: START + "weeks: 52\nchanges:\n  - from: 2011-04-01\n    set: { wages.floor: 8 }\n",
    says: [
      "test.yaml:5:11 error changes.0.from: is outside the run; found 2011-04-01; allowed: 2010-04-05 to 2011-03-28",
    ],
  },
  {
    what: "a change of nothing",
    text: START + "changes:\n  - from: 2016-04-01\n",
    says: ["test.yaml:4:5 error changes.0.set: is missing; allowed: a map such as wages.floor: 8"],
  },
  {
    what: "changes as a map",
    text: START + "changes:\n  from: 2016-04-01\n",
    says: [
      "test.yaml:4:3 error changes: must be a list of dated changes; found a map; allowed: a list such as [{ from: 2016-04-01, set: { wages.floor: 7.2 } }]",
    ],
  },
  {
    what: "a change with a misspelt key",
    text: START + "changes:\n  - { from: 2016-04-01, sets: { wages.floor: 8 } }\n",
    says: [
      "test.yaml:4:5 error changes.0.set: is missing; allowed: a map such as wages.floor: 8",
      'test.yaml:4:25 error changes.0.sets: is not a key of a scenario; found "sets"; allowed: from, set; did you mean "set"?',
    ],
  },
  {
    what: "one lever twice on one day",
    text:
      START +
      "changes:\n  - { from: 2016-04-01, set: { wages.floor: 8 } }\n  - { from: 2016-04-01, set: { wages: { floor: 9 } } }\n",
    says: ["test.yaml:5:48 error wages.floor: is set twice from 2016-04-01; found first at 4:45; keep one"],
  },
  {
    what: "a parent cut by its child",
    text: START + "extends: long\nweeks: 52\n",
    given: { scenarios: { long: "format: 1\nchanges: [{ from: 2016-04-01, set: { wages.floor: 8 } }]\n" } },
    says: [
      "long.yaml:2:19 warning changes.0.from: never acts: the run was moved or cut; found 2016-04-01; allowed: 2010-04-05 to 2011-03-28",
    ],
  },
  {
    what: "a seed given twice",
    text: START + 'seeds: [7, "7", 8]\n',
    says: ["test.yaml:3:8 warning seeds: a seed given more than once runs once: 2 seeds"],
  },
  {
    what: "an anchor",
    text: START + "set: &a\n  wages.floor: 8\n",
    says: [
      'test.yaml:3:6 error anchors and aliases are not allowed; found "&a"; write the value out, or put it in a parent file',
    ],
  },
  {
    what: "an alias",
    text: START + "set: *a\n",
    says: [
      'test.yaml:3:6 error anchors and aliases are not allowed; found "*a"; write the value out, or put it in a parent file',
    ],
  },
  {
    what: "a tag",
    text: START + "weeks: !!int 52\n",
    says: ['test.yaml:3:8 error tags are not allowed; found "!!int"; write the value alone'],
  },
  {
    what: "a merge key",
    text: START + "set:\n  <<: { wages.floor: 8 }\n",
    says: [
      'test.yaml:4:3 error set.<<: this key is not allowed; found "<<"; allowed: `extends: name` for what another file says',
    ],
  },
  {
    what: "a prototype key",
    text: START + "__proto__: { polluted: true }\n",
    says: [
      'test.yaml:3:1 error __proto__: this key is not allowed; found "__proto__"; delete the line: no scenario needs it',
    ],
  },
  {
    what: "a directive",
    text: "%YAML 1.1\n---\nformat: 1\n",
    says: ['test.yaml:1:1 error directives are not allowed; found "%YAML 1.1"; delete the line'],
  },
  {
    what: "a tab",
    text: START + "set:\n\twages.floor: 8\n",
    says: ["test.yaml:4:1 error a tab is used as indentation; indent with spaces"],
  },
  {
    what: "two documents",
    text: START + "---\nformat: 1\n",
    says: ["test.yaml:4:1 error there is more than one document; keep one, and delete the --- between them"],
  },
  {
    what: "a swapped pair of letters",
    text: START + "weesk: 10\n",
    says: [
      'test.yaml:3:1 error weesk: is not a key of a scenario; found "weesk"; allowed: format, name, title, question, source, notes, extends, council, start, weeks, burnInWeeks, seeds, set, changes; did you mean "weeks"?',
    ],
  },
  {
    what: "an unclosed bracket",
    text: START + "seeds: [1, 2\n",
    says: [
      "test.yaml:4:1 error this is not well-formed YAML: Flow sequence in block collection must be sufficiently indented and end with a ]",
    ],
  },
  {
    what: "UTF-16 read as text",
    text: "f\u0000o\u0000r\u0000m\u0000a\u0000t\u0000:\u0000 \u00001\u0000",
    says: [
      "test.yaml:1:1 error the file looks like UTF-16, or like no text at all; found NUL characters; save the file as UTF-8",
    ],
  },
  {
    what: "a control character",
    text: START + "title: a\u0007b\n",
    says: ["test.yaml:3:9 error there is a hidden character; found U+0007; delete it"],
  },
  {
    what: "old line ends",
    text: "format: 1\rname: test\r",
    says: [
      "test.yaml:1:10 error lines end in an unknown way; found a carriage return alone; end lines with a line feed",
    ],
  },
  {
    what: "an unfinished flag",
    text: START,
    given: { set: ["wages.floor"] },
    says: [
      '--set wages.floor error is not a setting; found "wages.floor"; allowed: path=value, or path@2016-04-01=value',
    ],
  },
  {
    what: "a flag with a misspelt lever",
    text: START,
    given: { set: ["wages.flor=8"] },
    says: ['--set wages.flor=8 error wages.flor: is not a lever; found "wages.flor"; did you mean "wages.floor"?'],
  },
  {
    what: "a flag in pounds",
    text: START,
    given: { set: ["wages.floor=£8"] },
    says: [
      '--set wages.floor=£8 error wages.floor: must be a number; found "£8"; allowed: 0 to 100 GBP per hour, or default; write 8, without the currency sign',
    ],
  },
  {
    what: "a flag without a real date",
    text: START,
    given: { set: ["wages.floor@2016-4-1=8"] },
    says: [
      '--set wages.floor@2016-4-1=8 error wages.floor: is not a real date; found "2016-4-1"; allowed: a date such as 2016-04-01; write 2016-04-01',
    ],
  },
  {
    what: "a flag after the run",
    text: START,
    given: { set: ["wages.floor@2026-04-06=8"] },
    says: [
      "--set wages.floor@2026-04-06=8 error wages.floor: is outside the run; found 2026-04-06; allowed: 2010-04-05 to 2020-03-30",
    ],
  },
  {
    what: "one lever in two flags",
    text: START,
    given: { set: ["wages.floor=8", "wages.floor=9"] },
    says: ["--set wages.floor=9 error wages.floor: is set twice; found first at --set wages.floor=8; keep one"],
  },
  {
    what: "flags of the run",
    text: START,
    given: { flags: { weeks: "ten", burnInWeeks: 9999, seeds: "1-4,zw ei" } },
    says: [
      '--weeks error weeks: must be a whole number; found "ten"; allowed: a whole number from 1 to 2600',
      "--burn-in-weeks error burnInWeeks: is above 520; found 9999; allowed: a whole number from 0 to 520",
      '--seeds error seeds.1: is not a seed; found "zw ei"; allowed: 1 to 64 of A-Z, a-z, 0-9, dot, underscore and hyphen, or a range such as 1-20; write zw-ei',
    ],
  },
];
