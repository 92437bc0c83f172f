/** What runs on common luck have saved in seeds, measure by measure. */
import { quantile } from "../../experiment/spread.ts";
import { digits } from "../units.ts";
import { counted } from "../wording.ts";
import type { Study } from "./study.ts";
import * as say from "./words.ts";

/** What pairing has bought, also where it is little. */
export function pairingText({ headlines }: Study): string | undefined {
  const factors = headlines.flatMap(({ measure, effects }) => {
    const own = effects.flatMap((effect) =>
      effect !== undefined && Number.isFinite(effect.paired.varianceReduction) ? [effect.paired.varianceReduction] : [],
    );
    return own.length === 0 ? [] : [{ label: say.inSentence(measure.label), factor: middle(own) }];
  });
  if (factors.length === 0) return undefined;
  const sorted = [...factors].sort((a, b) => a.factor - b.factor);
  const [least, most] = [sorted[0], sorted[sorted.length - 1]];
  const text = (factor: number): string => digits(factor, factor < 10 ? 1 : 0);
  const range =
    sorted.length < 2
      ? ""
      : ` It is least for ${least.label} (${text(least.factor)}) and most for ${most.label} (${text(most.factor)}).`;
  const poor = sorted.filter(({ factor }) => factor < 2);
  const warning =
    poor.length === 0
      ? ""
      : ` Below 2, pairing helps little: ${counted(poor.length, "measure")} of ${sorted.length}; there, more seeds are the only way to a narrower interval.`;
  return `Common luck stands in for seeds: here the factor is ${text(middle(sorted.map(({ factor }) => factor)))} in the middle of the headline measures.${range}${warning}`;
}

const middle = (values: readonly number[]): number => quantile(Float64Array.from(values).sort(), 0.5);
