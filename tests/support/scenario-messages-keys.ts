/** What is said about the keys of a file, its texts, its run and its seeds. */
import { type Message, START } from "./scenario-message.ts";

export const KEY_MESSAGES: readonly Message[] = [
  { what: "an empty file", text: "", says: ["test.yaml:1:1 error the file is empty; begin with format: 1"] },
  {
    what: "a file of comments",
    text: "# nothing yet\n",
    says: ["test.yaml:1:1 error the file is empty; begin with format: 1"],
  },
  {
    what: "a list",
    text: "- format: 1\n",
    says: ["test.yaml:1:1 error the file must be a map of keys; found a list; begin with format: 1"],
  },
  {
    what: "no format",
    text: "name: test\n",
    says: ["test.yaml:1:1 error format: is missing; allowed: 1; write format: 1"],
  },
  {
    what: "a format in words",
    text: "format: one\nname: test\n",
    says: ['test.yaml:1:9 error format: must be the number of the format; found "one"; allowed: 1; write format: 1'],
  },
  {
    what: "a format from the future, and nothing else said",
    text: "format: 2\nnmae: test\n",
    says: [
      "test.yaml:1:9 error format: is newer than this version of caremarket reads; found 2; allowed: 1; use a newer version, or the one the file was written for",
    ],
  },
  {
    what: "a misspelt key",
    text: "format: 1\nnmae: test\n",
    says: [
      'test.yaml:2:1 error nmae: is not a key of a scenario; found "nmae"; allowed: format, name, title, question, source, notes, extends, council, start, weeks, burnInWeeks, seeds, set, changes; did you mean "name"?',
    ],
  },
  {
    what: "a lever outside set",
    text: START + "wages.floor: 8\n",
    says: [
      'test.yaml:3:1 error wages.floor: is not a key of a scenario; found "wages.floor"; allowed: format, name, title, question, source, notes, extends, council, start, weeks, burnInWeeks, seeds, set, changes; move it under set: wages.floor is a lever',
    ],
  },
  {
    what: "a key from nowhere",
    text: START + "zzzzzz: 8\n",
    says: [
      'test.yaml:3:1 error zzzzzz: is not a key of a scenario; found "zzzzzz"; allowed: format, name, title, question, source, notes, extends, council, start, weeks, burnInWeeks, seeds, set, changes',
    ],
  },
  {
    what: "a name with capitals",
    text: "format: 1\nname: Living Wage\n",
    says: [
      'test.yaml:2:7 error name: is not a name; found "Living Wage"; allowed: a-z, 0-9 and -, at most 64 characters, such as living-wage; write living-wage',
    ],
  },
  {
    what: "a name that is a device",
    text: "format: 1\nname: con\n",
    says: [
      'test.yaml:2:7 error name: is a name that Windows keeps for a device; found "con"; allowed: a-z, 0-9 and -, at most 64 characters, such as living-wage',
    ],
  },
  {
    what: "a number as a title",
    text: START + "title: 2016\n",
    says: [
      'test.yaml:3:8 error title: must be a text; found 2016; allowed: one line of at most 200 characters; write "2016", with quotes',
    ],
  },
  {
    what: "a blank title",
    text: START + 'title: "   "\n',
    says: [
      'test.yaml:3:8 error title: holds nothing that can be seen; found "   "; allowed: one line of at most 200 characters',
    ],
  },
  {
    what: "a title too long",
    text:
      START +
      "title: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n",
    says: [
      'test.yaml:3:8 error title: is longer than 200 characters; found "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"; allowed: one line of at most 200 characters',
    ],
  },
  {
    what: "a title in two lines",
    text: START + 'title: "one\\ntwo"\n',
    says: [
      'test.yaml:3:8 error title: must be one line; found "one\\ntwo"; allowed: one line of at most 200 characters',
    ],
  },
  {
    what: "a title turned round",
    text: START + 'title: "a\\u202Eb"\n',
    says: ["test.yaml:3:8 error title: holds a hidden character; found U+202E; delete it"],
  },
  {
    what: "a question without an answer",
    text: START + "question:\n",
    says: ["test.yaml:3:1 error question: says nothing; allowed: one line of at most 1000 characters"],
  },
  {
    what: "a parent by path",
    text: START + "extends: ../secret\n",
    says: [
      'test.yaml:3:10 error extends: is not a name; found "../secret"; allowed: a bare name, such as baseline; name a file beside this one or a shipped one, without its folder and ending',
    ],
  },
  {
    what: "a parent with its ending",
    text: START + "extends: baseline.yaml\n",
    says: [
      'test.yaml:3:10 error extends: is not a name; found "baseline.yaml"; allowed: a bare name, such as baseline; write baseline',
    ],
  },
  {
    what: "a parent that is not there",
    text: START + "extends: baselin\n",
    given: { scenarios: { baseline: "format: 1\n" } },
    says: [
      'test.yaml:3:10 error extends: there is no scenario of this name; found "baselin"; did you mean "baseline"?',
    ],
  },
  {
    what: "a council that is not there",
    text: START + "council: sparse\n",
    given: { councils: { "sparse-rural": "format: 1\n" } },
    says: [
      'test.yaml:3:10 error council: there is no council of this name; found "sparse"; allowed: sparse-rural; did you mean "sparse-rural"?',
    ],
  },
  {
    what: "a parent with a mistake",
    text: START + "extends: base\n",
    given: { scenarios: { base: "format: 1\nset: { wages.floor: -1 }\n" } },
    says: ["base.yaml:2:21 error set.wages.floor: is too low; found -1; allowed: 0 to 100 GBP per hour, or default"],
  },
  {
    what: "a council with a parent and a length",
    text: START + "council: town\n",
    given: { councils: { town: "format: 1\nextends: base\nweeks: 52\n" } },
    says: [
      "councils/town.yaml:2:1 error extends: is not allowed in a council file; delete it",
      "councils/town.yaml:3:1 error weeks: is not allowed in a council file; delete it",
    ],
  },
  {
    what: "a circle",
    text: START + "extends: one\n",
    given: { scenarios: { one: "format: 1\nextends: two\n", two: "format: 1\nextends: one\n" } },
    says: [
      "two.yaml:2:10 error extends: goes round in a circle; found one → two → one; let one of them extend nothing",
    ],
  },
  {
    what: "a start that is no Monday",
    text: START + "start: 2010-04-06\n",
    says: [
      'test.yaml:3:8 error start: is not a Monday; found "2010-04-06"; allowed: a Monday from 1990-01-01 to 2100-12-27; write 2010-04-05 or 2010-04-12',
    ],
  },
  {
    what: "a start in another notation",
    text: START + "start: 5/4/2010\n",
    says: [
      'test.yaml:3:8 error start: is not a real date; found "5/4/2010"; allowed: a Monday from 1990-01-01 to 2100-12-27; write 2010-04-05',
    ],
  },
  {
    what: "a start that is no date",
    text: START + "start: 2010-02-30\n",
    says: [
      'test.yaml:3:8 error start: is not a real date; found "2010-02-30"; allowed: a Monday from 1990-01-01 to 2100-12-27',
    ],
  },
  {
    what: "no weeks at all",
    text: START + "weeks: 0\n",
    says: ["test.yaml:3:8 error weeks: is below 1; found 0; allowed: a whole number from 1 to 2600"],
  },
  {
    what: "too many weeks",
    text: START + "weeks: 2601\n",
    says: ["test.yaml:3:8 error weeks: is above 2600; found 2601; allowed: a whole number from 1 to 2600"],
  },
  {
    what: "half a week",
    text: START + "weeks: 1.5\n",
    says: ["test.yaml:3:8 error weeks: must be a whole number; found 1.5; allowed: a whole number from 1 to 2600"],
  },
  {
    what: "weeks with a comma",
    text: START + "weeks: 1,000\n",
    says: [
      'test.yaml:3:8 error weeks: must be a whole number; found "1,000"; allowed: a whole number from 1 to 2600; write 1000, without the thousands comma',
    ],
  },
  {
    what: "weeks with a leading zero",
    text: START + "weeks: 010\n",
    says: [
      "test.yaml:3:8 error weeks: is not written as a plain number; found 010; allowed: digits, without leading zeros or other bases; write 10",
    ],
  },
  {
    what: "negative burn-in",
    text: START + "burnInWeeks: -1\n",
    says: ["test.yaml:3:14 error burnInWeeks: is below 0; found -1; allowed: a whole number from 0 to 520"],
  },
  {
    what: "weeks without end",
    text: START + "weeks: .inf\n",
    says: ["test.yaml:3:8 error weeks: must be a finite number; found .inf"],
  },
  {
    what: "weeks that are no number",
    text: START + "weeks: .nan\n",
    says: ["test.yaml:3:8 error weeks: must be a finite number; found .nan"],
  },
  {
    what: "weeks beyond all bounds",
    text: START + "weeks: 1e999\n",
    says: ["test.yaml:3:8 error weeks: must be a finite number; found 1e999"],
  },
  {
    what: "seed 0",
    text: START + "seeds: 0\n",
    says: ["test.yaml:3:8 error seeds: is not a seed; found 0; allowed: a whole number from 1 to 9007199254740991"],
  },
  {
    what: "a fractional seed",
    text: START + "seeds: [1, 2.5]\n",
    says: [
      "test.yaml:3:12 error seeds.1: is not a seed; found 2.5; allowed: a whole number from 1 to 9007199254740991",
    ],
  },
  {
    what: "a seed of twenty digits",
    text: START + "seeds: 12345678901234567890\n",
    says: [
      "test.yaml:3:8 error seeds: is too large to be exact; found 12345678901234567890; allowed: whole numbers up to 9007199254740991",
    ],
  },
  {
    what: "a seed with a space",
    text: START + "seeds: [one two]\n",
    says: [
      'test.yaml:3:9 error seeds.0: is not a seed; found "one two"; allowed: 1 to 64 of A-Z, a-z, 0-9, dot, underscore and hyphen, or a range such as 1-20; write one-two',
    ],
  },
  {
    what: "a range backwards",
    text: START + "seeds: 20-1\n",
    says: [
      'test.yaml:3:8 error seeds: is a range that ends before it begins; found "20-1"; allowed: a range such as 1-20; write 1-20',
    ],
  },
  {
    what: "a range with dots and blanks",
    text: START + "seeds: 1 .. 20\n",
    says: [
      'test.yaml:3:8 error seeds: is not a seed; found "1 .. 20"; allowed: 1 to 64 of A-Z, a-z, 0-9, dot, underscore and hyphen, or a range such as 1-20; write 1-20',
    ],
  },
  {
    what: "too many seeds",
    text: START + "seeds: 1-10001\n",
    says: ["test.yaml:3:8 error seeds: asks for too many seeds; found 10001 seeds; allowed: 10000 seeds"],
  },
  {
    what: "no seeds",
    text: START + "seeds: []\n",
    says: [
      "test.yaml:3:8 error seeds: names no seed; found an empty list; allowed: 1 to 64 of A-Z, a-z, 0-9, dot, underscore and hyphen, or a range such as 1-20",
    ],
  },
];
