/**
 * Owns judging light and focus from measured numbers. Everything is about the room: what belongs to a person is left out of
 * the measures, as the brightness of a face or of clothes says nothing about the light.
 */

import { type Box, confidenceRamp, type Observation } from './observation.ts';

/** Brightness is 0 to 255. "Room" is what is not a person; the whole picture where nobody is told apart. */
export interface LightMeasure {
  /** Percentiles of the room. */
  readonly p50: number;
  readonly p95: number;
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
 * Limits, from exposure, cover and focus series of drawn rooms (docs/verification.md); none has met a real room yet.
 *
 * A picture without any detail above the camera's own noise is black or covered. `detail` guards full pictures of one even
 * pattern (bricks, blinds), whose liveliest tile is no livelier than the quietest.
 */
export const lightLimits = {
  plainRatio: 2.2,
  plainDetail: 400,
  black: 40,
  /** Half of an ordinary exposure leaves a room at about 97, and people still see each other; a fifth leaves it at 38. */
  dark: 72,
  burnt: 0.6,
  /** With so much burnt out *and* the rest this bright, it is the exposure and not a window. */
  burntInBrightRoom: 0.35,
  brightRoom: 170,
  /** A window behind burns out nearly all around the head (0.94 measured), one at the side nothing. */
  ring: 0.35,
  /** Sharp pictures measure 0.5 to 5; a blur of 3 pixels 0.15 to 0.5; of 8 pixels 0.03 to 0.06. */
  soft: 0.1,
} as const;

/** Black or covered: then nothing else can be said about the picture. */
export const showsNothing = ({ floor, detail }: Pick<LightMeasure, 'floor' | 'detail'>): boolean =>
  detail / (floor + 2) < lightLimits.plainRatio && detail < lightLimits.plainDetail;

export const isDark = ({ p95 }: LightMeasure): boolean => p95 < lightLimits.dark;

const whole = (kind: Observation['kind'], confidence: number, measure: Observation['measure']): Observation => ({
  kind,
  box: null,
  confidence,
  measure,
});

/** At most one: the first that holds explains the others. */
export const judgeLight = (light: LightMeasure): readonly Observation[] => {
  const { p95, burnt, rest, ring, ringBox, floor, detail } = light;
  if (showsNothing(light)) {
    const ratio = detail / (floor + 2);
    const kind = p95 < lightLimits.black ? 'black-picture' : 'lens-covered';
    return [whole(kind, confidenceRamp(ratio, lightLimits.plainRatio, 1), { ratio, detail, p95 })];
  }
  if (isDark(light)) return [whole('too-dark', confidenceRamp(p95, lightLimits.dark, 30), { p95 })];
  const overexposed = burnt > lightLimits.burntInBrightRoom && rest > lightLimits.brightRoom;
  if (burnt > lightLimits.burnt || overexposed) {
    return [whole('blown-out', confidenceRamp(burnt, lightLimits.burntInBrightRoom, 0.8), { burnt, rest })];
  }
  if (ring !== null && ring > lightLimits.ring) {
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

/** Nothing is said of a picture that shows nothing or is dark: there the camera's noise passes for sharpness, or hides it. */
export const judgeFocus = (light: LightMeasure): readonly Observation[] => {
  if (showsNothing(light) || isDark(light)) return [];
  const sharpness = Math.max(0, light.detail - light.floor) / Math.max(1, light.spread ** 2);
  if (sharpness >= lightLimits.soft) return [];
  return [whole('out-of-focus', confidenceRamp(sharpness, lightLimits.soft, 0.02), { sharpness })];
};
