/** Owns an examination from the page's side: two workers, a time limit, and every part's own end. */
import { judgeText, type ReadLine } from '../../../electron/core/camera/judge-text.ts';
import {
  type Examination,
  type ExaminationPart,
  examinationParts,
  lookedForParts,
  type Observation,
  type PartOutcome,
} from '../../../electron/core/camera/observation.ts';
import type { Message } from '../../../electron/core/messages/messages.ts';
import type { TextAnswer } from '../text/text.worker.ts';
import textUrl from '../text/text.worker.ts?worker&url';
import type { ExamineOptions } from './examination.ts';
import { createHelper, type Helper } from './helper.ts';
import type { Plate } from './look.ts';
import type { LookAnswer, LookRequest } from './look.worker.ts';
import lookUrl from './look.worker.ts?worker&url';
import { unclearWords } from './unclear-words.ts';

const LIMIT_MS = 12_000;

interface Result {
  readonly outcome: PartOutcome;
  readonly observations: readonly Observation[];
}
interface Helpers {
  readonly looker: Helper<LookRequest, LookAnswer>;
  readonly reader: Helper<Plate, TextAnswer>;
}

export interface Examiner {
  /**
   * Examines a still; further frames, taken a moment earlier by the same camera, are for movement. The frames stay the
   * caller's, who closes them and may do so at once. One examination at a time: a second one ends the first. Always
   * resolves: what could not be done says so in its part.
   */
  examine(frames: readonly ImageBitmap[], options: ExamineOptions): Promise<Examination>;
  /** Ends the workers, and with them gives back their memory. */
  close(): void;
}

const run = (
  { looker, reader }: Helpers,
  frames: readonly ImageBitmap[],
  { which, signal, limitMs = LIMIT_MS, onProgress }: ExamineOptions,
): Promise<Examination> =>
  new Promise((resolve) => {
    const asked = new Set(which.filter((part) => lookedForParts.includes(part)));
    const results = new Map<ExaminationPart, Result>();
    let read: readonly ReadLine[] = [];
    let unclear: Message | undefined;
    let over = false;

    const end = (): void => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      looker.stop();
      reader.stop();
      const of = (part: ExaminationPart): PartOutcome =>
        asked.has(part) ? (results.get(part)?.outcome ?? { state: 'not-finished' }) : { state: 'not-asked' };
      resolve({
        parts: {
          light: of('light'),
          focus: of('focus'),
          framing: of('framing'),
          people: of('people'),
          screens: of('screens'),
          movement: of('movement'),
          text: of('text'),
        },
        observations: examinationParts.flatMap((part) => results.get(part)?.observations ?? []),
      });
    };
    const settle = (part: ExaminationPart, result: Result): void => {
      if (over || !asked.has(part) || results.has(part)) return;
      results.set(part, result);
      onProgress?.(part, result.outcome, result.observations);
    };
    const endIfDone = (): void => {
      if (results.size === asked.size) end();
    };
    const unavailable = (parts: readonly ExaminationPart[], reason: Message): void => {
      for (const part of parts) settle(part, { outcome: { state: 'not-available', reason }, observations: [] });
      endIfDone();
    };
    /** The limit, or the caller: what was read so far is told, and everything that is not done is not finished. */
    const stop = (): void => {
      for (const part of asked) {
        settle(part, { outcome: { state: 'not-finished' }, observations: part === 'text' ? judgeText(read) : [] });
      }
      end();
    };
    const timer = setTimeout(stop, limitMs);
    signal?.addEventListener('abort', stop);
    if (signal?.aborted === true || asked.size === 0) {
      stop();
      return;
    }

    const hearReader = (answer: TextAnswer | { readonly broken: string }): boolean => {
      if ('broken' in answer || 'fault' in answer) {
        unavailable(['text'], unclearWords.noReading);
        return true;
      }
      read = [...read, ...answer.read];
      if (!answer.last) return false;
      const outcome: PartOutcome = unclear === undefined ? { state: 'finished' } : { state: 'finished', unclear };
      settle('text', { outcome, observations: judgeText(read) });
      return true;
    };
    const hearLooker = (answer: LookAnswer | { readonly broken: string }): boolean => {
      if ('part' in answer) {
        settle(answer.part, answer);
        return false;
      }
      if ('plate' in answer) {
        const { plate } = answer;
        unclear = plate.unclear;
        reader.ask(plate, [plate.grey.buffer], (heard) => {
          const last = hearReader(heard);
          if (last) queueMicrotask(endIfDone);
          return last;
        });
        return false;
      }
      if ('done' in answer) queueMicrotask(endIfDone);
      else unavailable(examinationParts, unclearWords.failed);
      return true;
    };
    // Loads while the picture is looked at.
    if (asked.has('text')) reader.prepare();
    looker.ask({ frames, which: [...asked] }, [], hearLooker);
  });

/** `which` starts what these parts need at once, so that it is warm by the time it is asked. */
export const createExaminer = (which: readonly ExaminationPart[] = []): Examiner => {
  const helpers: Helpers = { looker: createHelper(lookUrl), reader: createHelper(textUrl) };
  let ending = new AbortController();
  if (which.length > 0) helpers.looker.prepare();
  if (which.includes('text')) helpers.reader.prepare();
  return {
    examine: (frames, options) => {
      ending.abort();
      ending = new AbortController();
      const signals = options.signal === undefined ? [ending.signal] : [ending.signal, options.signal];
      return run(helpers, frames, { ...options, signal: AbortSignal.any(signals) });
    },
    close: () => {
      ending.abort();
      helpers.looker.close();
      helpers.reader.close();
    },
  };
};

/** One examination, with workers of its own. */
export const examine = async (frames: readonly ImageBitmap[], options: ExamineOptions): Promise<Examination> => {
  const examiner = createExaminer();
  try {
    return await examiner.examine(frames, options);
  } finally {
    examiner.close();
  }
};
