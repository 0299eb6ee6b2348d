/**
 * Owns the examiner of a running picture: loaded while the person gets ready, and gone with the picture. One that has seen
 * a still goes with that still, as nobody can empty a worker's memory but by ending it.
 */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { ExaminationPart } from '../../../electron/core/camera/observation.ts';
import type { Examiner } from '../examine/examine.ts';
import { nextPicture } from '../next-picture.ts';

interface ExaminerOptions {
  /** The camera's picture runs, and the organisation leaves looks on. */
  readonly on: boolean;
  readonly parts: readonly ExaminationPart[];
  readonly video: RefObject<HTMLVideoElement | null>;
}

export const useExaminer = ({ on, parts, video }: ExaminerOptions) => {
  const held = useRef<Promise<Examiner> | null>(null);
  const wanted = useRef(parts);
  wanted.current = parts;
  const [turn, setTurn] = useState(0);

  /** The one that is loaded, or that loads now. */
  const take = useCallback((): Promise<Examiner> => {
    if (held.current !== null) return held.current;
    const loading = import('../examine/examine.ts').then(({ createExaminer }) => createExaminer(wanted.current));
    held.current = loading;
    // Tried again when next wanted.
    loading.catch(() => {
      if (held.current === loading) held.current = null;
    });
    return loading;
  }, []);
  const end = useCallback((): void => {
    held.current?.then(
      (examiner) => examiner.close(),
      () => {},
    );
    held.current = null;
  }, []);
  /** Ends this one and all that it has seen; a fresh one is loaded for the picture that goes on. */
  const renew = useCallback((): void => {
    end();
    setTurn((before) => before + 1);
  }, [end]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the turn triggers it and is no input.
  useEffect(() => {
    const element = video.current;
    if (!on || element === null) return;
    const control = new AbortController();
    let waiting = 0;
    // The picture goes first: nothing is loaded before it shows and the page has nothing else to do.
    nextPicture(element, control.signal)
      .then((picture) => {
        picture.close();
        if (!control.signal.aborted) waiting = requestIdleCallback(() => void take());
      })
      .catch((error: unknown) => {
        if (!control.signal.aborted) console.error(error);
      });
    return () => {
      control.abort();
      cancelIdleCallback(waiting);
      end();
    };
  }, [on, turn, video, take, end]);

  return { take, renew };
};
