/** The command that makes a sweep's folder as it is, seeds that were added later among them. */
import { seedsText } from "../seeds.ts";
import { shellWord } from "../shell.ts";
import type { SweepDesign } from "./design.ts";

/** Seeds are always said: the file may hold others by now. */
export function sweepLine({ name, seeds, weekly, people }: SweepDesign): string {
  const words = ["caremarket", "sweep", name, "--seeds", seedsText(seeds)];
  if (weekly === "all") words.push("--weekly", weekly);
  if (people === true) words.push("--people");
  return words.map(shellWord).join(" ");
}
