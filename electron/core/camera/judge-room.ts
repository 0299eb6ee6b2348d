/** Owns judging movement in the room behind. */
import { type Box, confidenceRamp, type Observation } from './observation.ts';

/** Between two frames, outside everybody's outline in both. */
export interface MovementMeasure {
  /** Share of that room whose brightness changed. */
  readonly changed: number;
  /** The largest connected part of it, as a share of the picture. */
  readonly largest: number;
  readonly box: Box | null;
}

export const roomLimits = {
  /** Nodding, leaning, a flickering lamp and noise left 0.0 %; a fan made 0.8 to 1.7 %, a person walking by 0.1 to 1.7 %. */
  changed: 0.004,
  /** Scattered changes are leaves of noise; a thing that moves is in one piece. */
  largest: 0.001,
  /** More than this is the camera that was moved, or the light that was switched. */
  everything: 0.4,
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
