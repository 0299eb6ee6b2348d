/** Owns what an examination of the camera's picture can tell: its parts, what each may observe, and how far each came. */
import type { Message } from '../messages/messages.ts';

/** A part is asked for, finished or not finished as a whole. */
export const examinationParts = ['light', 'focus', 'framing', 'people', 'screens', 'movement', 'text'] as const;
export type ExaminationPart = (typeof examinationParts)[number];

/**
 * Screens are not looked for: no way of finding them was right often enough on photographs. What a screen shows is found as
 * text.
 */
export const lookedForParts: readonly ExaminationPart[] = examinationParts.filter((part) => part !== 'screens');

/** What may be observed, and by which part. An observation is advice about a room; where a face is may be told, never whose. */
export const partOfKind = {
  'black-picture': 'light',
  'lens-covered': 'light',
  'too-dark': 'light',
  'blown-out': 'light',
  backlit: 'light',
  'out-of-focus': 'focus',
  'nobody-there': 'framing',
  'head-cut-off': 'framing',
  'too-far': 'framing',
  'off-centre': 'framing',
  /** Somebody else, or a picture of somebody: a face on a wall is a face. */
  person: 'people',
  screen: 'screens',
  movement: 'movement',
  text: 'text',
} as const satisfies Readonly<Record<string, ExaminationPart>>;
export type ObservationKind = keyof typeof partOfKind;
export const observationKinds = Object.keys(partOfKind) as readonly ObservationKind[];

/** Shares of the picture's width and height, 0 to 1, from the left and the top of the unmirrored picture. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Observation {
  readonly kind: ObservationKind;
  /** Null when it is about the whole picture. */
  readonly box: Box | null;
  /** Only of `text`. For the screen: never to be sent, stored or written anywhere. */
  readonly words?: string;
  /** 0 to 1. For text the reader's own; for the others how far the measure is beyond its limit. */
  readonly confidence: number;
  /** The numbers that decided, by name. */
  readonly measure: Readonly<Record<string, number>>;
}

/**
 * How far a part came. Only `finished` without an observation means that nothing was found; and for text not even that when
 * the picture is `unclear`: too dark, too soft, covered or full of pattern.
 */
export type PartOutcome =
  | { readonly state: 'finished'; readonly unclear?: Message }
  /** Ended by the time limit or by its caller. */
  | { readonly state: 'not-finished' }
  | { readonly state: 'not-available'; readonly reason: Message }
  | { readonly state: 'not-asked' };

export interface Examination {
  readonly observations: readonly Observation[];
  readonly parts: Readonly<Record<ExaminationPart, PartOutcome>>;
}

/** How sure an observation is: half at its limit, whole at a value that leaves no doubt. */
export const confidenceRamp = (value: number, limit: number, sure: number): number =>
  Math.min(1, Math.max(0.5, 0.5 + (0.5 * (value - limit)) / (sure - limit)));
