/** Owns judging where people are from the outlines of the mask: framing, and whether somebody else is in view. */

import { type Box, confidenceRamp, type Observation } from './observation.ts';

/** One connected outline. Shares are of the whole picture. */
export interface Figure {
  readonly box: Box;
  readonly area: number;
  /** Mean certainty of the mask inside, 0 to 1. */
  readonly certainty: number;
  /** Middle of its upper part, from the left. */
  readonly headX: number;
  /** Greatest width of its head, as a share of the picture's. */
  readonly headWidth: number;
  /** Width on the picture's top edge as a share of the head's; 0 when it does not reach the edge. */
  readonly cut: number;
}

/** What may be somebody, as a share of the picture, and which share of it the network was unsure of. */
export interface Outline {
  readonly box: Box;
  readonly area: number;
  readonly unsure: number;
}

/**
 * From 420 drawn people of whom the true outline is known. Up to `unclear` the mask covers 86 % of that and more (of one
 * in 350 less); above it often half.
 */
export const outlineLimits = {
  askAgain: 0.05,
  unclear: 0.08,
  /** As much as the smallest figure that counts. */
  somebody: 0.006,
} as const;

/** Limits, from series of drawn people; see docs/verification.md. */
export const peopleLimits = {
  /** A figure that fills less is far away, if its head is small too: of a near one only the head may have been made out. */
  far: 0.07,
  farHead: 0.075,
  /** A third of the way from the middle to the side. */
  aside: 0.17,
  /** A head that only touches the edge is whole; one that is cut shows half of its width there. */
  cut: 0.5,
  /** A second head 4 % of the picture's width is 1.9 % of it with its shoulders; chairs and cables stayed below. */
  other: 0.006,
  certainty: 0.7,
  /** In a picture of their own people were 0.99 certain, a plant's pot 0.89. */
  certaintyBeside: 0.95,
  /** Shoulders are so much wider than a head, which most arms are not; and a hand covers some 2 % of the picture. */
  shoulders: 1.4,
  beside: 0.03,
  /** So much of a figure at the side belongs to the outline in the middle: it touches it, or is an arm of it. */
  known: 0.5,
} as const;

/** The largest first. */
const bySize = (figures: readonly Figure[]): readonly Figure[] => figures.toSorted((a, b) => b.area - a.area);

export const judgeFraming = (figures: readonly Figure[]): readonly Observation[] => {
  const [main] = bySize(figures);
  if (main === undefined || main.area < peopleLimits.other) {
    return [{ kind: 'nobody-there', box: null, confidence: 1, measure: { area: main?.area ?? 0 } }];
  }
  const { box, area, headX, headWidth, cut } = main;
  if (cut > peopleLimits.cut) {
    return [{ kind: 'head-cut-off', box, confidence: confidenceRamp(cut, peopleLimits.cut, 0.9), measure: { cut } }];
  }
  if (area < peopleLimits.far && headWidth < peopleLimits.farHead) {
    return [
      { kind: 'too-far', box, confidence: confidenceRamp(area, peopleLimits.far, 0.03), measure: { area, headWidth } },
    ];
  }
  const aside = Math.abs(headX - 0.5);
  if (aside <= peopleLimits.aside) return [];
  return [{ kind: 'off-centre', box, confidence: confidenceRamp(aside, peopleLimits.aside, 0.35), measure: { aside } }];
};

/**
 * Everybody but the largest figure. `earlier` are the figures of a frame before, when there is one: what is not there
 * twice is a flicker of the mask.
 */
export const judgePeople = (figures: readonly Figure[], earlier: readonly Figure[] | null): readonly Observation[] => {
  const counts = (figure: Figure): boolean =>
    figure.area >= peopleLimits.other && figure.certainty >= peopleLimits.certainty;
  if (earlier !== null && bySize(earlier).slice(1).filter(counts).length === 0) return [];
  return bySize(figures)
    .slice(1)
    .filter(counts)
    .map(({ box, area, certainty }) => ({ kind: 'person', box, confidence: certainty, measure: { area, certainty } }));
};

/** The network was of two minds about it, and it is large enough to be somebody. */
export const isUnclear = ({ area, unsure }: Outline): boolean =>
  area >= outlineLimits.somebody && unsure > outlineLimits.unclear;

/** A figure in a picture of one side alone. Shares are of the whole picture. */
export interface SideFigure {
  readonly box: Box;
  readonly area: number;
  readonly certainty: number;
  /** Share of it that lies in the mask of the whole picture. */
  readonly known: number;
  /** It goes on towards the middle: it is the person there. */
  readonly goesOn: boolean;
  /** Its greatest width as a share of its head's. */
  readonly shoulders: number;
}

/** `doubtful`: an outline that touches the person's, or the person's own arm; these cannot be told apart. */
export interface Beside {
  readonly observations: readonly Observation[];
  readonly doubtful: boolean;
}

/** `main` is the figure of whom the picture is. */
export const judgeBeside = (figures: readonly SideFigure[], main: Figure | undefined): Beside => {
  const certain = figures.filter(
    ({ area, certainty, known, goesOn }) =>
      certainty >= peopleLimits.certaintyBeside &&
      !goesOn &&
      // Who sits at the side is the person of the picture.
      !(known >= peopleLimits.known && main !== undefined && area >= main.area / 2),
  );
  const others = certain.filter(
    ({ area, known, shoulders }) =>
      area >= peopleLimits.beside && known < peopleLimits.known && shoulders >= peopleLimits.shoulders,
  );
  return {
    observations: others.map(({ box, area, certainty }) => ({
      kind: 'person',
      box,
      confidence: certainty,
      measure: { area, certainty },
    })),
    doubtful: others.length < certain.length,
  };
};
