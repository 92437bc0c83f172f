/** A question in SQL: a word, or a text from a file or standard input, where no shell takes its quotes away. */
import { buffer } from "node:stream/consumers";
import { Failure } from "../node/failure.ts";
import { endingHidden } from "../node/scenario-files.ts";
import { decode, readNamed, type FileText } from "../node/scenario-folder.ts";
import type { Printer } from "./printer.ts";

/** In place of a file's name: what comes on standard input. */
const STANDARD_INPUT = "-";

export interface AskedSql {
  readonly sql: string | undefined;
  readonly file: string | undefined;
}

/** The question, however it is given; fails in words where there is none, or more than one. */
export async function questionOf({ sql, file }: AskedSql, printer: Printer): Promise<string> {
  if (sql !== undefined && file !== undefined) {
    throw new Failure("invalid", "a question and --file are both given", ["Keep one of them."]);
  }
  if (sql !== undefined) return sql;
  if (file === undefined) {
    throw new Failure("invalid", "the question is missing: caremarket query <results> <sql>", [
      'Write it as one word, such as "select count(*) from yearly".',
      "Or in a file, where no shell takes its quotes away: --file question.sql",
      "See: caremarket query --help",
    ]);
  }
  const isInput = file === STANDARD_INPUT;
  const read = isInput ? decode(await standardInput(printer)) : readNamed(file);
  return textOf(read, file, isInput ? "standard input" : `the file ${file}`);
}

function textOf(read: FileText | undefined, file: string, called: string): string {
  if (read === undefined) {
    const hidden = endingHidden(file);
    throw new Failure("invalid", `there is no file ${file}`, [
      hidden === "" ? "A question is given as a word too, without --file." : `${hidden}.`,
    ]);
  }
  if (!read.ok) {
    throw new Failure(
      read.kind,
      `${called} ${read.message}`,
      read.suggestion === "" ? [] : [asSentence(read.suggestion)],
    );
  }
  // What some editors put in front of a text.
  const text = read.text.replace(/^\uFEFF/, "");
  if (text.trim() !== "") return text;
  throw new Failure("invalid", `${called} is empty`, ["Write a question, such as: select count(*) from yearly"]);
}

const asSentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;

/** All that comes, to its end; a person at a terminal is told how to end it. */
async function standardInput(printer: Printer): Promise<Buffer> {
  if (process.stdin.isTTY) {
    printer.say("Type the question. Ctrl-D on a line of its own ends it; on Windows, Ctrl-Z and Enter.");
  }
  return buffer(process.stdin);
}
