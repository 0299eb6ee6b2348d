/** Owns a look at the room: a few frames from the camera, one still to read by, and what is found in them. All of it is gone on close. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { measuresOf } from '../../../electron/core/camera/look.ts';
import type {
  Examination,
  ExaminationPart,
  Observation,
  PartOutcome,
} from '../../../electron/core/camera/observation.ts';
import type { GreenroomApi } from '../../../electron/core/contract.ts';
import { nextFrame } from '../next-frame.ts';

/** Between the frames in which movement is looked for. */
const BETWEEN_FRAMES_MS = 400;

export type Look =
  | { readonly phase: 'none' }
  /** The frames are being taken. */
  | { readonly phase: 'taking' }
  | {
      readonly phase: 'looking' | 'done';
      readonly still: ImageBitmap;
      readonly asked: readonly ExaminationPart[];
      readonly outcomes: Readonly<Partial<Record<ExaminationPart, PartOutcome>>>;
      readonly observations: readonly Observation[];
    };

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const useLook = (api: GreenroomApi, video: RefObject<HTMLVideoElement | null>) => {
  const [look, setLook] = useState<Look>({ phase: 'none' });
  const running = useRef<AbortController | null>(null);
  const shown = useRef<ImageBitmap | null>(null);

  const discard = useCallback(() => {
    running.current?.abort();
    running.current = null;
    shown.current?.close();
    shown.current = null;
    setLook({ phase: 'none' });
  }, []);
  useEffect(() => discard, [discard]);

  const start = useCallback(
    (which: readonly ExaminationPart[]) => {
      discard();
      const control = new AbortController();
      running.current = control;
      const { signal } = control;
      const frames: ImageBitmap[] = [];
      setLook({ phase: 'taking' });

      const run = async (): Promise<void> => {
        // Loaded while the frames are taken.
        const loading = import('../examine/examine.ts');
        for (let left = 2; left >= 0; left -= 1) {
          if (signal.aborted || video.current === null) return;
          await nextFrame(video.current);
          if (signal.aborted || video.current === null) return;
          frames.push(await createImageBitmap(video.current));
          if (left > 0) await pause(BETWEEN_FRAMES_MS);
        }
        const still = frames.pop();
        if (still === undefined || signal.aborted) return still?.close();
        shown.current = still;
        const { examine } = await loading;
        if (signal.aborted) return;
        const begun = { phase: 'looking', still, asked: which, outcomes: {}, observations: [] } as const;
        setLook(begun);
        const examination: Examination = await examine([still, ...frames], {
          which,
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
        if (signal.aborted) return;
        const { parts: outcomes, observations } = examination;
        setLook({ ...begun, phase: 'done', outcomes, observations });
        api.tellLook(measuresOf(examination)).catch(console.error);
      };
      run()
        .catch((error: unknown) => {
          console.error(error);
          if (!signal.aborted) discard();
        })
        .finally(() => {
          for (const frame of frames) frame.close();
        });
    },
    [api, discard, video],
  );

  return { look, start, discard };
};
