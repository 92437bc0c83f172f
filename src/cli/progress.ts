/** How far a run is, on a terminal; silent everywhere else, and on one that moves no cursor. */
import type { Progress } from "../node/each-seed.ts";
import type { Printer } from "./printer.ts";

export interface ProgressBar {
  update(progress: Progress): void;
  stop(): void;
}

const SILENT: ProgressBar = { update: () => {}, stop: () => {} };

/** A bar with rate and time left, drawn at most four times a second. */
export async function progressBar(printer: Printer): Promise<ProgressBar> {
  if (!printer.canRedraw || printer.isQuiet) return SILENT;
  const { default: cliProgress } = await import("cli-progress");
  const bar = new cliProgress.SingleBar({
    format: "{bar} {finished}/{runs} runs | {rate} weeks/s | {left} left",
    barCompleteChar: "#",
    barIncompleteChar: "-",
    barsize: Math.max(5, Math.min(30, (process.stderr.columns ?? 80) - 48)),
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    fps: 4,
    gracefulExit: false,
    linewrap: false,
  });
  const started = performance.now();
  let isStarted = false;
  return {
    update: ({ done, total, before, weeks }) => {
      const seconds = (performance.now() - started) / 1000;
      const own = done - before;
      const left = own > 0 ? `${Math.ceil((seconds / own) * (total - done))} s` : "…";
      const rate = seconds > 0.2 ? Math.round((own * weeks) / seconds) : 0;
      const shown = { finished: Math.floor(done + 1e-9), runs: total, rate, left };
      if (!isStarted) bar.start(total, done, shown);
      else bar.update(done, shown);
      isStarted = true;
    },
    stop: () => {
      if (isStarted) bar.stop();
    },
  };
}
