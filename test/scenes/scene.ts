/** Owns what a scene is: a drawing, the camera that takes it, and what is to be observed in it. */
import type { ExaminationPart, ObservationKind } from '../../electron/core/camera/observation.ts';
import type { Camera } from './page/take.ts';

export interface Scene {
  readonly id: string;
  readonly drawing: string;
  /** The same room a moment before. */
  readonly earlier?: string;
  readonly earlierCamera?: Camera;
  readonly camera?: Camera;
  /** Exactly these kinds are to be observed. */
  readonly shows: readonly ObservationKind[];
  /** These may be observed or not: neither is wrong. */
  readonly may?: readonly ObservationKind[];
  /** Text of 20 pixels and more in an ordinary contrast, upright within 5°: what is promised to be found. */
  readonly ordinaryText?: boolean;
  /** A room in which nothing can be read: the measure of false text. */
  readonly withoutText?: boolean;
  /** Parts to ask for; all unless given. */
  readonly which?: readonly ExaminationPart[];
}
