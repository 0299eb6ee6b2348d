/** Owns judging what is in the room behind: movement, and screens. */

import { type Box, confidenceRamp, type Observation } from './observation.ts';

/** Between two frames, outside everybody's outline in both. */
export interface MovementMeasure {
  /** Share of that room whose brightness changed. */
  readonly changed: number;
  /** The largest connected part of it, as a share of the picture. */
  readonly largest: number;
  readonly box: Box | null;
}

/** Something bright within a dark, thin, straight edge. */
export interface FrameMeasure {
  readonly box: Box;
  /** Of its four sides, how many have the dark edge. */
  readonly sides: number;
  /** Brightness inside against that of the room's bright parts: 1 is equal. */
  readonly glow: number;
  /** Blue less red inside, of 255. A screen is about as blue as daylight; paper under a lamp is not. */
  readonly blue: number;
}

export const roomLimits = {
  /** Nodding, leaning, a flickering lamp and noise left 0.0 %; a fan made 0.8 to 1.7 %, a person walking by 0.1 to 1.7 %. */
  changed: 0.004,
  /** Scattered changes are leaves of noise; a thing that moves is in one piece. */
  largest: 0.001,
  /** More than this is the camera that was moved, or the light that was switched. */
  everything: 0.4,
  /** A screen's fourth side may be behind the person. */
  sides: 3,
  glow: 1.08,
  blue: 3,
} as const;

export const judgeMovement = ({ changed, largest, box }: MovementMeasure): readonly Observation[] =>
  changed > roomLimits.changed && largest > roomLimits.largest && changed < roomLimits.everything
    ? [
        {
          kind: 'movement',
          box,
          confidence: confidenceRamp(changed, roomLimits.changed, 0.02),
          measure: { changed, largest },
        },
      ]
    : [];

export const judgeScreens = (frames: readonly FrameMeasure[]): readonly Observation[] =>
  frames
    .filter(({ sides, glow, blue }) => sides >= roomLimits.sides && glow > roomLimits.glow && blue > roomLimits.blue)
    .map(({ box, sides, glow, blue }) => ({
      kind: 'screen',
      box,
      confidence: confidenceRamp(glow, roomLimits.glow, 1.4),
      measure: { sides, glow, blue },
    }));
