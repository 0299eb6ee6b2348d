/**
 * Owns judging light and focus from measured numbers. What is burnt out is measured in the room, without the people in it;
 * darkness by what is brightest anywhere, so that neither a dark wall behind a lit face nor anybody's skin is taken for it.
 */

import { type Box, confidenceRamp, type Observation } from './observation.ts';

/** Brightness is 0 to 255. "Room" is what is not a person; the whole picture where nobody is told apart. */
export interface LightMeasure {
  /** The 98th percentile of the whole picture: white paper, a shirt, the light on a face. */
  readonly bright: number;
  /** Share of the room that is burnt out: 250 and above. */
  readonly burnt: number;
  /** Median of what is not burnt out in the room; 255 when nothing is left. */
  readonly rest: number;
  /** Share of the room right around the head that is burnt out; null when nobody is there. */
  readonly ring: number | null;
  readonly ringBox: Box | null;
  /** Fine structure by tiles of the whole picture: the quietest (noise of the camera) and the liveliest. */
  readonly floor: number;
  readonly detail: number;
  /** Standard deviation of the whole picture. */
  readonly spread: number;
}

/**
 * Limits, from photographs and from exposure, cover and focus series of drawn rooms; see docs/verification.md.
 *
 * A picture without any detail above the camera's own noise is black or covered. `detail` guards full pictures of one even
 * pattern (bricks, blinds), whose liveliest tile is no livelier than the quietest.
 */
export const lightLimits = {
  plainRatio: 2.2,
  plainDetail: 400,
  black: 40,
  /** Photographs in ordinary light have 149 and more, dim ones 106 and less, at 0.4 of ordinary light 94. */
  dark: 112,
  burnt: 0.6,
  /** With so much burnt out *and* the rest this bright, it is the exposure and not a window. */
  burntInBrightRoom: 0.35,
  brightRoom: 170,
  /** A window behind burns out nearly all around the head (0.94 measured), one at the side nothing. */
  ring: 0.35,
  /** The rest of an evenly white wall that burns out here and there: 240; a pale room with a window in it 200. */
  paleWall: 225,
  /** Sharp photographs measure 0.29 to 9; those that are softer to the eye 0.1 to 0.19, with a blur of 3 pixels 0.15. */
  soft: 0.2,
  /** Beyond these no letters can be read: at a fifth of ordinary light, or a blur of 8 pixels. */
  unreadable: { bright: 72, sharpness: 0.1 },
} as const;

/** Black or covered: then nothing else can be said about the picture. */
export const showsNothing = ({ floor, detail }: Pick<LightMeasure, 'floor' | 'detail'>): boolean =>
  detail / (floor + 2) < lightLimits.plainRatio && detail < lightLimits.plainDetail;

const isDark = ({ bright }: LightMeasure): boolean => bright < lightLimits.dark;

const whole = (kind: Observation['kind'], confidence: number, measure: Observation['measure']): Observation => ({
  kind,
  box: null,
  confidence,
  measure,
});

/** At most one: the first that holds explains the others. */
export const judgeLight = (light: LightMeasure): readonly Observation[] => {
  const { bright, burnt, rest, ring, ringBox, floor, detail } = light;
  if (showsNothing(light)) {
    const ratio = detail / (floor + 2);
    const kind = bright < lightLimits.black ? 'black-picture' : 'lens-covered';
    return [whole(kind, confidenceRamp(ratio, lightLimits.plainRatio, 1), { ratio, detail, bright })];
  }
  if (isDark(light)) return [whole('too-dark', confidenceRamp(bright, lightLimits.dark, 50), { bright })];
  const overexposed = burnt > lightLimits.burntInBrightRoom && rest > lightLimits.brightRoom;
  if (burnt > lightLimits.burnt || overexposed) {
    return [whole('blown-out', confidenceRamp(burnt, lightLimits.burntInBrightRoom, 0.8), { burnt, rest })];
  }
  // An evenly white wall is burnt out around the head, too: behind a window the room is darker.
  if (ring !== null && ring > lightLimits.ring && rest < lightLimits.paleWall) {
    return [
      {
        kind: 'backlit',
        box: ringBox,
        confidence: confidenceRamp(ring, lightLimits.ring, 0.9),
        measure: { ring, rest },
      },
    ];
  }
  return [];
};

const sharpnessOf = ({ detail, floor, spread }: LightMeasure): number =>
  Math.max(0, detail - floor) / Math.max(1, spread ** 2);

/** Too dark or too soft for letters: that none were read says nothing then. */
export const isUnreadable = (light: LightMeasure): boolean =>
  light.bright < lightLimits.unreadable.bright || sharpnessOf(light) < lightLimits.unreadable.sharpness;

/** Nothing is said of a picture that shows nothing or is dark: there the camera's noise passes for sharpness, or hides it. */
export const judgeFocus = (light: LightMeasure): readonly Observation[] => {
  if (showsNothing(light) || isDark(light)) return [];
  const sharpness = sharpnessOf(light);
  if (sharpness >= lightLimits.soft) return [];
  return [whole('out-of-focus', confidenceRamp(sharpness, lightLimits.soft, 0.02), { sharpness })];
};
