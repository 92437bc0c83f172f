/** Which pictures a page holds, in which sections: those that say something for its number of arms and axes. */
import { html, slugOf } from "../markup.ts";
import { capitalised } from "../wording.ts";
import { MOST_NAMED, moved } from "./answer.ts";
import { anyGains, type AnyGains } from "./any-gains.ts";
import { anyHeat, type AnyHeat } from "./any-heatmap.ts";
import { armsPicture, measuresPicture } from "./effect-rows.ts";
import { drawGainsIntroduction, gainsPictures } from "./gains.ts";
import { heatAxes, heatPairs } from "./heat-grid.ts";
import { heatPicture } from "./heatmap.ts";
import { isPicture, type MissingPicture, type Picture } from "./picture.ts";
import { EXCHANGES, scatterPicture } from "./scatter.ts";
import { receiptsPictures } from "./receipts-by-policy.ts";
import { receiptsYearsPicture } from "./receipts-years.ts";
import { receiptsPicture } from "./receipts.ts";
import type { Block, Section } from "./section.ts";
import { comparedArm, type Outcome, type Study } from "./study.ts";
import { tornadoPicture } from "./tornado.ts";
import { levelsPicture } from "./world-levels.ts";
import { worstSection } from "./worst-section.ts";
import { yearsPicture } from "./years.ts";

export interface Content {
  readonly sections: readonly Section[];
  readonly heat: AnyHeat | undefined;
  readonly gains: AnyGains | undefined;
  /** Which section is left out, and why, in a sentence. */
  readonly leftOut?: string | undefined;
}

/** Measures that are shown in full without being chosen. */
const SHOWN = 4;

/** Those that moved most and clearly; the next in order where fewer than that did. */
function firstOf(study: Study, count: number): readonly Outcome[] {
  const clear = moved(study).slice(0, Math.max(count, MOST_NAMED));
  const rest = study.headlines.filter((outcome) => !clear.includes(outcome) && !outcome.isSet);
  return [...clear, ...rest].slice(0, count);
}

function measureSection(study: Study): Section {
  const first = firstOf(study, SHOWN);
  // Of one axis the arms say it all.
  const several = study.input.results.axes.filter(({ values }) => values.length > 1).length > 1;
  const ordered = [...first, ...study.headlines.filter((outcome) => !first.includes(outcome))];
  return {
    id: "measure-by-measure",
    title: "Measure by measure",
    introduction: html`<p>
      Each arm against the reference${several && ", and how far each axis alone can move the measure"}. The
      ${first.length} that moved most come first.
    </p>`,
    chooser: { name: "measure", first: `The ${first.length} that moved most` },
    blocks: ordered.map((outcome, index): Block => {
      const slug = slugOf(outcome.measure.key);
      return {
        measure: slug,
        label: outcome.measure.label,
        isHidden: index >= first.length,
        pictures: [
          armsPicture(study, outcome, `arms-${slug}`),
          ...(several ? [tornadoPicture(study, outcome, `tornado-${slug}`)] : []),
        ],
      };
    }),
  };
}

/** Where no policy differs there is nothing to compare: how far each measure varies, and what moves it. */
function worldsSection(study: Study): Section {
  // What is set beforehand comes last, however far it varies.
  const ordered = [...study.headlines].sort((a, b) => Number(a.isSet) - Number(b.isSet));
  const shown = Math.min(SHOWN, ordered.length);
  return {
    id: "measure-by-measure",
    title: "Measure by measure, over the worlds",
    introduction: html`<p>
      How far each measure varies over the worlds, and which of the things that nobody knows move it. The ${shown} that
      vary most come first.
    </p>`,
    chooser: { name: "measure", first: `The ${shown} that vary most` },
    blocks: ordered.map((outcome, index): Block => {
      const slug = slugOf(outcome.measure.key);
      return {
        measure: slug,
        label: outcome.measure.label,
        isHidden: index >= shown,
        pictures: [
          levelsPicture(study, outcome, `worlds-${slug}`),
          ...(outcome.weight > 0 ? [tornadoPicture(study, outcome, `tornado-${slug}`)] : []),
        ],
      };
    }),
  };
}

/** Static heatmaps of the first measures, each over the first pair of axes. */
const SHOWN_HEATMAPS = 3;

/** Left out where there is but one axis. */
function heatSection(study: Study): readonly Section[] {
  const [pair] = heatPairs(study);
  if (pair === undefined && heatAxes(study).length < 2) return [];
  const pictures: Block["pictures"] =
    pair === undefined
      ? [
          {
            slug: "heat",
            name: "heatmap",
            reason: "no arm moves two axes at once from where the reference has them",
          },
        ]
      : firstOf(study, SHOWN_HEATMAPS).map((outcome) =>
          heatPicture(study, outcome, pair, `heat-${slugOf(outcome.measure.key)}`),
        );
  return [{ id: "two-axes", title: "Two axes at a time", blocks: [{ pictures }] }];
}

function exchangesOf(study: Study): readonly (Picture | MissingPicture)[] {
  const of = (key: string): Outcome | undefined => study.outcomes.find(({ measure }) => measure.key === key);
  return EXCHANGES.flatMap(([acrossKey, upKey], index) => {
    const [across, up] = [of(acrossKey), of(upKey)];
    return across === undefined || up === undefined
      ? []
      : [scatterPicture(study, across, up, `trade-off-${index + 1}`)];
  });
}

/** Left out where no picture of it can be drawn; why not is said in one line elsewhere. */
function exchangeSection(pictures: readonly (Picture | MissingPicture)[]): readonly Section[] {
  return pictures.some(isPicture) ? [{ id: "trade-offs", title: "Trade-offs", blocks: [{ pictures }] }] : [];
}

function noExchanges(pictures: readonly (Picture | MissingPicture)[]): string | undefined {
  if (pictures.some(isPicture)) return undefined;
  const reasons = new Set(pictures.flatMap((each) => (isPicture(each) ? [] : [each.reason])));
  return `No trade-off is drawn: ${reasons.size === 0 ? "the results do not hold both measures of any" : [...reasons].join(", or ")}.`;
}

/** Subjects of measures, by the first word of their keys, as headings; others by that word. */
const SUBJECTS: Readonly<Record<string, string>> = {
  providers: "Providers",
  prices: "Fees and prices",
  wages: "Wages",
  people: "People with support",
  unmet: "Unmet need",
  waits: "Waits",
  topUps: "Top-ups",
  tradeOff: "Direct payments’ account",
  outcomes: "Quality of life",
  monitoring: "What the Department sees",
  nhs: "The NHS",
  workforce: "Workforce",
  council: "The council’s money",
};

/** Measures whose differences are drawn year by year. */
const SHOWN_YEARS = 6;

/** Of a comparison: every headline measure of the compared arm, subject by subject. */
function subjectSection(study: Study): Section {
  const arm = comparedArm(study);
  const bySubject = new Map<string, Outcome[]>();
  const declared = study.outcomes.filter((outcome) => study.headlines.includes(outcome));
  for (const outcome of declared) {
    const subject = outcome.measure.key.split(".")[0];
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), outcome]);
  }
  const pictures = [...bySubject].map(([subject, outcomes]) =>
    measuresPicture(study, outcomes, arm, `effects-${slugOf(subject)}`, SUBJECTS[subject] ?? capitalised(subject)),
  );
  return {
    id: "effects",
    title: "Differences, measure by measure",
    introduction: html`<p>The compared arm less the reference, seed by seed.</p>`,
    blocks: [{ pictures: [...yearsPicture(study, firstOf(study, SHOWN_YEARS), arm), ...pictures] }],
  };
}

const moneySection = (pictures: readonly Picture[]): readonly Section[] =>
  pictures.length === 0 ? [] : [{ id: "money", title: "Whose money moves", blocks: [{ pictures }] }];

function gainsSection(study: Study): readonly Section[] {
  const pictures = gainsPictures(study);
  if (pictures.length === 0) return [];
  return [
    {
      id: "gains",
      title: "Who gains and who loses",
      introduction: drawGainsIntroduction(study),
      blocks: [{ pictures }],
    },
  ];
}

export function contentOf(study: Study): Content {
  const { arms } = study;
  const gains = anyGains(study);
  if (study.headlines.length === 0) return { sections: gainsSection(study), heat: undefined, gains };
  if (study.isOfWorlds) {
    return { sections: [worldsSection(study), ...worstSection(study)], heat: undefined, gains: undefined };
  }
  if (study.input.kind === "comparison" || arms.length < 3) {
    const sections = [
      ...(arms.length < 2
        ? []
        : [subjectSection(study), ...moneySection([...receiptsPicture(study), ...receiptsYearsPicture(study)])]),
      ...gainsSection(study),
    ];
    return { sections, heat: undefined, gains };
  }
  const exchanges = exchangesOf(study);
  return {
    leftOut: noExchanges(exchanges),
    sections: [
      measureSection(study),
      ...heatSection(study),
      ...moneySection(receiptsPictures(study)),
      ...exchangeSection(exchanges),
      ...worstSection(study),
      ...gainsSection(study),
    ],
    heat: anyHeat(study, firstOf(study, SHOWN_HEATMAPS)),
    gains,
  };
}
