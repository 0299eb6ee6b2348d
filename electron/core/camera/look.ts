/** Owns what the camera view may tell the program of a look at the room: kinds, sizes and levels. No picture and no word that was read has a place in it. */
import type { IsoTime } from '../text/time.ts';
import type { Examination, ExaminationPart, ObservationKind, PartOutcome } from './observation.ts';

/** `unclear`: finished, but on a picture in which nothing found means nothing. */
export const partStates = ['finished', 'unclear', 'not-finished', 'not-available', 'not-asked'] as const;
export type PartState = (typeof partStates)[number];

/** One thing that was noticed. */
export interface Noticed {
  readonly kind: ObservationKind;
  /** Share of the picture that it covers, 0 to 1; null when it is about the whole picture. */
  readonly share: number | null;
  /** 0 to 1. */
  readonly confidence: number;
}

/** What a look measured. */
export interface LookMeasures {
  readonly parts: Readonly<Record<ExaminationPart, PartState>>;
  readonly noticed: readonly Noticed[];
}

/** More than this is never told: a wall full of notes is known by then. */
export const MOST_NOTICED = 100;

/** The last look; or why there is none: nobody has looked since Greenroom started, or policy wants none. Kept in memory only. */
export type CameraLook = (LookMeasures & { readonly at: IsoTime }) | 'not-yet' | 'switched-off';

const partStateOf = (outcome: PartOutcome): PartState =>
  outcome.state === 'finished' && outcome.unclear !== undefined ? 'unclear' : outcome.state;

/** What may be told of an examination: each member is named here, so that the words that were read stay behind. */
export const measuresOf = ({ parts, observations }: Examination): LookMeasures => ({
  parts: {
    light: partStateOf(parts.light),
    focus: partStateOf(parts.focus),
    framing: partStateOf(parts.framing),
    people: partStateOf(parts.people),
    screens: partStateOf(parts.screens),
    movement: partStateOf(parts.movement),
    text: partStateOf(parts.text),
  },
  noticed: observations.slice(0, MOST_NOTICED).map(({ kind, box, confidence }) => ({
    kind,
    share: box === null ? null : Math.min(1, box.width * box.height),
    confidence,
  })),
});
