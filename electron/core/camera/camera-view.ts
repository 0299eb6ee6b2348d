/** Owns what the camera view may tell the program of the camera itself: one of these kinds, and nothing else. */
import type { IsoTime } from '../text/time.ts';

/** `none`: there is no camera; `refused`: the system does not let Greenroom use it; `busy`: another program holds it. */
export const cameraOutcomes = ['works', 'none', 'refused', 'busy'] as const;
export type CameraOutcome = (typeof cameraOutcomes)[number];

/** What came of opening the camera last; nobody has since Greenroom started. Kept in memory only. */
export type CameraView = { readonly outcome: CameraOutcome; readonly at: IsoTime } | 'not-opened';
