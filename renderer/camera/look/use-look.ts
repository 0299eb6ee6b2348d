/** Owns a look at the room: a few frames from the camera, one still to read by, and what is found in them. All of it is gone on close. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { measuresOf } from '../../../electron/core/camera/look.ts';
import type {
  Examination,
  ExaminationPart,
  Observation,
  PartOutcome,
} from '../../../electron/core/camera/observation.ts';
import type { GreenroomApi } from '../../../electron/core/ipc/contract.ts';
import { takeFrames } from './take-frames.ts';
import { useExaminer } from './use-examiner.ts';

export type Look =
  /** `failed`: the one before came to nothing. */
  | { readonly phase: 'none'; readonly failed: boolean }
  /** The frames are being taken. */
  | { readonly phase: 'taking' }
  | {
      readonly phase: 'looking' | 'done';
      readonly still: ImageBitmap;
      readonly asked: readonly ExaminationPart[];
      readonly outcomes: Readonly<Partial<Record<ExaminationPart, PartOutcome>>>;
      readonly observations: readonly Observation[];
    };

interface LookOptions {
  readonly api: GreenroomApi;
  readonly video: RefObject<HTMLVideoElement | null>;
  /** The camera's picture runs. */
  readonly live: boolean;
  /** The organisation leaves looks on. */
  readonly offered: boolean;
  readonly parts: readonly ExaminationPart[];
}

const noLook: Look = { phase: 'none', failed: false };

export const useLook = ({ api, video, live, offered, parts }: LookOptions) => {
  const [look, setLook] = useState<Look>(noLook);
  const on = live && offered;
  const { take, renew } = useExaminer({ on, parts, video });
  const running = useRef<AbortController | null>(null);
  const shown = useRef<ImageBitmap | null>(null);

  const leave = useCallback(() => {
    running.current?.abort();
    running.current = null;
    shown.current?.close();
    shown.current = null;
  }, []);
  const discard = useCallback(() => {
    leave();
    renew();
    setLook(noLook);
  }, [leave, renew]);
  useEffect(() => leave, [leave]);
  // What was seen belongs to the camera that saw it.
  useEffect(() => {
    if (!on) discard();
  }, [on, discard]);

  const start = (): void => {
    leave();
    const control = new AbortController();
    running.current = control;
    const { signal } = control;
    setLook({ phase: 'taking' });

    const run = async (): Promise<void> => {
      if (video.current === null) return;
      // If it is not there yet, it is loaded while the pictures are taken.
      const loading = take();
      const { still, earlier } = await takeFrames(video.current, signal);
      shown.current = still;
      try {
        const examiner = await loading;
        signal.throwIfAborted();
        const begun = { phase: 'looking', still, asked: parts, outcomes: {}, observations: [] } as const;
        setLook(begun);
        const examination: Examination = await examiner.examine([still, ...earlier], {
          which: parts,
          signal,
          onProgress: (part, outcome, observations) =>
            setLook((before) =>
              before.phase === 'looking' && !signal.aborted
                ? {
                    ...before,
                    outcomes: { ...before.outcomes, [part]: outcome },
                    observations: [...before.observations, ...observations],
                  }
                : before,
            ),
        });
        signal.throwIfAborted();
        const { parts: outcomes, observations } = examination;
        setLook({ ...begun, phase: 'done', outcomes, observations });
        api.tellLook(measuresOf(examination)).catch(console.error);
      } finally {
        for (const frame of earlier) frame.close();
      }
    };
    run().catch((error: unknown) => {
      if (signal.aborted) return;
      console.info('The picture could not be looked at:', error);
      discard();
      setLook({ phase: 'none', failed: true });
    });
  };

  return { look, start, discard };
};
