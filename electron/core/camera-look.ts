/** Owns what the camera view may tell the program of a look at the room: kinds, sizes and levels. No picture and no word that was read has a place in it. */
import type { IsoTime } from './time.ts';

/** What a look examines, each on its own. */
export const lookParts = ['text', 'people', 'screens', 'movement', 'light', 'sharpness', 'cover', 'framing'] as const;
export type LookPart = (typeof lookParts)[number];

/** What may be noticed, and by which part of the look. */
export const partOfKind = {
  text: 'text',
  person: 'people',
  face: 'people',
  screen: 'screens',
  movement: 'movement',
  'too-dark': 'light',
  'blown-out': 'light',
  backlit: 'light',
  'out-of-focus': 'sharpness',
  'lens-covered': 'cover',
  'black-picture': 'cover',
  nobody: 'framing',
  'head-cut-off': 'framing',
  'too-far': 'framing',
  'off-centre': 'framing',
} as const satisfies Readonly<Record<string, LookPart>>;
export type ObservationKind = keyof typeof partOfKind;
export const observationKinds = Object.keys(partOfKind) as readonly ObservationKind[];

/** `not-finished`: its time was up, so that nothing noticed means nothing. `not-available`: this computer cannot do it. */
export const partStates = ['finished', 'not-finished', 'not-available', 'off'] as const;
export type PartState = (typeof partStates)[number];

/** One thing that was noticed. */
export interface Noticed {
  readonly kind: ObservationKind;
  /** Share of the picture that it covers, 0 to 1; null where it has no place of its own. */
  readonly share: number | null;
  /** 0 to 1. */
  readonly confidence: number;
  /** The level that decided, in the unit of its kind: height of letters in thousandths of the picture, brightness 0 to 255. */
  readonly measure: number;
}

/** What a look measured. */
export interface LookMeasures {
  readonly parts: Readonly<Record<LookPart, PartState>>;
  readonly noticed: readonly Noticed[];
}

/** More than this is never told: a wall full of notes is known by then. */
export const MOST_NOTICED = 100;

/** The last look; or why there is none: nobody has looked since Greenroom started, or policy wants none. Kept in memory only. */
export type CameraLook = (LookMeasures & { readonly at: IsoTime }) | 'not-yet' | 'switched-off';
