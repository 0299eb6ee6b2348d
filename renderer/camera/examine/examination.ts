/** Owns how an examination is asked for, and what is told while it runs. */
import type { ExaminationPart, Observation, PartOutcome } from '../../../electron/core/camera/observation.ts';

export interface ExamineOptions {
  readonly which: readonly ExaminationPart[];
  /** Ends it at once: parts that are not done are then `not-finished`. */
  readonly signal?: AbortSignal;
  /** Milliseconds for all parts together; 12,000 unless given. */
  readonly limitMs?: number;
  /** Each part as soon as it is done, with what it observed. */
  readonly onProgress?: (part: ExaminationPart, outcome: PartOutcome, observations: readonly Observation[]) => void;
}
