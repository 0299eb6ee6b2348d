/**
 * Owns judging where people are, by two witnesses: faces that were found, and the outline of people in the mask. Somebody
 * else is told by a face; that nobody else is there is told only where the outline agrees.
 */
import { type Box, confidenceRamp, type Observation } from './observation.ts';

/** A place that may be a face; whose is not known. */
export interface Face {
  readonly box: Box;
  /** The face finder's certainty, 0 to 1. */
  readonly score: number;
  /** Mean certainty of the mask inside the box that a person is there, 0 to 1. */
  readonly outline: number;
}

/** One connected outline. Shares are of the whole picture. */
export interface Figure {
  readonly box: Box;
  readonly area: number;
  /** Mean certainty of the mask inside, 0 to 1. */
  readonly certainty: number;
  /** Middle of its upper part, from the left. */
  readonly headX: number;
  /** Width on the picture's top edge as a share of the head's; 0 when it does not reach the edge. */
  readonly cut: number;
}

/** Limits, from photographs; see docs/verification.md. */
export const peopleLimits = {
  /** A face that the mask sees too, if dimly: true ones had 0.59 and more, a film on a television 0.53. */
  score: 0.56,
  outline: 0.3,
  /** One that the mask does not see, as of people far away: patterns in empty rooms had up to 0.67. */
  scoreAlone: 0.75,
  /** Of a figure without a face: armchairs and beds had up to 0.83, people who look away 0.92 and more. */
  certainty: 0.9,
  perhaps: 0.84,
  figure: 0.03,
  /** A face of less than this width is small: nobody at arm's length had less than 0.074, people across the room up to 0.06. */
  far: 0.065,
  /** Three tenths of the way from the middle to the side and more. */
  aside: 0.2,
  /** What is above the brow, as a share of the face's height: whole heads had 0.38 and more. */
  above: 0.25,
  /** Of a figure without a face: a cut head shows this much of its width on the picture's edge. */
  cut: 0.7,
} as const;

/** Large and near the middle: of two who sit side by side, whom the camera looks at. */
const prominence = ({ box: { x, width } }: Face): number => width * (1 - Math.abs(x + width / 2 - 0.5));

/** What counts as a face; the first is whom the picture is of. */
const facesThatCount = (faces: readonly Face[]): readonly Face[] =>
  faces
    .filter(
      ({ score, outline }) =>
        score >= peopleLimits.scoreAlone || (score >= peopleLimits.score && outline >= peopleLimits.outline),
    )
    .toSorted((a, b) => prominence(b) - prominence(a));

const bySize = (figures: readonly Figure[], certainty: number): readonly Figure[] =>
  figures
    .filter((figure) => figure.area >= peopleLimits.figure && figure.certainty >= certainty)
    .toSorted((a, b) => b.area - a.area);

/** Somebody's outline for certain, face or none; the largest first. */
export const clearFigures = (figures: readonly Figure[]): readonly Figure[] => bySize(figures, peopleLimits.certainty);

export interface Framing {
  readonly observations: readonly Observation[];
  /** Something may be a person, or a piece of furniture. */
  readonly doubtful: boolean;
}

const certain = (observations: readonly Observation[]): Framing => ({ observations, doubtful: false });

const judgeAside = (x: number, box: Box): readonly Observation[] => {
  const aside = Math.abs(x - 0.5);
  if (aside <= peopleLimits.aside) return [];
  return [{ kind: 'off-centre', box, confidence: confidenceRamp(aside, peopleLimits.aside, 0.35), measure: { aside } }];
};

const judgeFace = ({ box }: Face): readonly Observation[] => {
  const above = box.y / box.height;
  if (above < peopleLimits.above) {
    return [
      { kind: 'head-cut-off', box, confidence: confidenceRamp(above, peopleLimits.above, 0), measure: { above } },
    ];
  }
  if (box.width < peopleLimits.far) {
    const { width } = box;
    return [{ kind: 'too-far', box, confidence: confidenceRamp(width, peopleLimits.far, 0.04), measure: { width } }];
  }
  return judgeAside(box.x + box.width / 2, box);
};

/** Who is seen from behind, or whose face is hidden. */
const judgeFigure = ({ box, cut, headX }: Figure): readonly Observation[] =>
  cut > peopleLimits.cut
    ? [{ kind: 'head-cut-off', box, confidence: confidenceRamp(cut, peopleLimits.cut, 1), measure: { cut } }]
    : judgeAside(headX, box);

export const judgeFraming = (faces: readonly Face[], figures: readonly Figure[]): Framing => {
  const [main] = facesThatCount(faces);
  if (main !== undefined) return certain(judgeFace(main));
  const [figure] = clearFigures(figures);
  if (figure !== undefined) return certain(judgeFigure(figure));
  if (bySize(figures, peopleLimits.perhaps).length > 0) return { observations: [], doubtful: true };
  return certain([{ kind: 'nobody-there', box: null, confidence: 1, measure: {} }]);
};

const holds = (outer: Box, { x, y, width, height }: Box): boolean => {
  const [middle, centre] = [x + width / 2, y + height / 2];
  return middle >= outer.x && middle <= outer.x + outer.width && centre >= outer.y && centre <= outer.y + outer.height;
};

/** Everybody but whom the picture is of. `doubtful`: an outline without a face, which "nobody else" cannot be said beside. */
export const judgePeople = (faces: readonly Face[], figures: readonly Figure[]): Framing => {
  const counted = facesThatCount(faces);
  return {
    observations: counted.slice(1).map(({ box, score, outline }) => ({
      kind: 'person',
      box,
      confidence: score,
      measure: { score, outline },
    })),
    doubtful: clearFigures(figures).some(({ box }) => !counted.some((face) => holds(box, face.box))),
  };
};
