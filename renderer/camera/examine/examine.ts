/** Owns one examination from the page's side: two workers, a time limit, and every part's own end. */

import { isBusyPattern, judgeText, type ReadWord } from '../../../electron/core/camera/judge-text.ts';
import {
  type Examination,
  type ExaminationPart,
  examinationParts,
  type Observation,
  type PartOutcome,
} from '../../../electron/core/camera/observation.ts';
import { startWorker } from '../worker-url.ts';
import type { ExamineOptions } from './examination.ts';
import type { LookAnswer, LookRequest } from './look.worker.ts';
import lookUrl from './look.worker.ts?worker&url';
import { joinScans } from './read-text.ts';
import type { TextAnswer } from './text.worker.ts';
import textUrl from './text.worker.ts?worker&url';

const LIMIT_MS = 8_000;

/** Of what is read while the time ends: what was read by then stands, and the part says that it is not finished. */
interface Result {
  readonly outcome: PartOutcome;
  readonly observations: readonly Observation[];
}

/**
 * Examines a still; further frames, taken a moment earlier by the same camera, are for movement. The frames stay the
 * caller's, who closes them and may do so at once. Always resolves: what could not be done says so in its part.
 */
export const examine = (
  frames: readonly ImageBitmap[],
  { which, signal, limitMs = LIMIT_MS, onProgress }: ExamineOptions,
): Promise<Examination> =>
  new Promise((resolve) => {
    const asked = new Set(which);
    const results = new Map<ExaminationPart, Result>();
    const workers: Worker[] = [];
    let read: readonly ReadWord[] = [];
    let over = false;

    const end = (): void => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      for (const worker of workers) worker.terminate();
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
      if (results.size === asked.size) end();
    };
    const unavailable = (parts: readonly ExaminationPart[], reason: string): void => {
      for (const part of parts) settle(part, { outcome: { state: 'not-available', reason }, observations: [] });
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

    const start = <A>(url: string, listen: (answer: A) => void, parts: readonly ExaminationPart[]): Worker | null => {
      try {
        const worker = startWorker(url);
        workers.push(worker);
        worker.addEventListener('message', ({ data }: MessageEvent<A>) => listen(data));
        worker.addEventListener('error', () => unavailable(parts, 'This part did not start.'));
        return worker;
      } catch {
        unavailable(parts, 'This part did not start.');
        return null;
      }
    };

    let unclear: string | undefined;
    const reader = asked.has('text')
      ? start<TextAnswer>(
          textUrl,
          (answer) => {
            if ('fault' in answer) {
              unavailable(
                ['text'],
                answer.loading ? 'Text cannot be read on this computer.' : 'The picture could not be read.',
              );
              return;
            }
            const pieces = answer.read.length;
            read = joinScans(read, answer.read);
            if (isBusyPattern(pieces, read)) unclear ??= 'The background is full of patterns.';
            if (!answer.last) return;
            const outcome: PartOutcome = unclear === undefined ? { state: 'finished' } : { state: 'finished', unclear };
            settle('text', { outcome, observations: judgeText(read) });
          },
          ['text'],
        )
      : null;
    const looker = start<LookAnswer>(
      lookUrl,
      (answer) => {
        if ('fault' in answer) unavailable(examinationParts, 'The picture could not be examined.');
        else if ('part' in answer) settle(answer.part, answer);
        else if (answer.plate !== null && reader !== null) {
          unclear = answer.plate.unclear;
          reader.postMessage(answer.plate, [answer.plate.grey.buffer]);
        }
      },
      examinationParts,
    );
    looker?.postMessage({ frames, which } satisfies LookRequest);
  });
