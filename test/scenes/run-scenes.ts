/** Owns running scenes: each is taken by the scenes' camera and examined by the program's own code. */
import { type Examination, type ExaminationPart, lookedForParts } from '../../electron/core/camera/observation.ts';
import type { Scene } from './scene.ts';
import type { Stage } from './stage.ts';

/** All that is known of a picture besides how it is drawn. */
export type Pictured = Omit<Scene, 'drawing'>;

export interface Outcome {
  readonly scene: Pictured;
  readonly examination: Examination;
  /** Milliseconds from the request to the end of each part. */
  readonly times: Partial<Record<ExaminationPart, number>>;
}

/** Both pictures of every scene, by the name that they are served as. */
export const drawingsOf = (scenes: readonly Scene[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    scenes.flatMap(({ id, drawing, earlier }) => [
      [id, drawing] as const,
      ...(earlier === undefined ? [] : [[`${id}-earlier`, earlier] as const]),
    ]),
  );

/**
 * `warm` keeps the examiner, as the camera view does while it is open; otherwise each examination loads again. `ending` is
 * `.jpg` for a photograph.
 */
export const runScene = async (
  stage: Stage,
  scene: Pictured,
  warm = false,
  ending: '.svg' | '.jpg' = '.svg',
): Promise<Outcome> => {
  const { id, earlier, camera, earlierCamera, which = lookedForParts } = scene;
  const asked = {
    id,
    ending,
    which,
    camera,
    warm,
    earlierCamera: earlier === undefined ? null : { ...camera, ...earlierCamera },
  };
  const result = await stage.page.evaluate(async (given) => {
    const frames = [await window.stage.takePicture(`/scenes/${given.id}${given.ending}`, given.camera, 1)];
    if (given.earlierCamera !== null) {
      frames.push(await window.stage.takePicture(`/scenes/${given.id}-earlier.svg`, given.earlierCamera, 2));
    }
    const times: Record<string, number> = {};
    const started = performance.now();
    const examination = await (given.warm ? window.stage.warmExaminer().examine : window.stage.examine)(frames, {
      which: given.which,
      limitMs: 60_000,
      onProgress: (part) => {
        times[part] = Math.round(performance.now() - started);
      },
    });
    for (const frame of frames) frame.close();
    return { examination, times };
  }, asked);
  return { scene, ...result };
};

/** The kinds of what was observed, each once. */
export const kindsOf = ({ examination }: Outcome) =>
  [...new Set(examination.observations.map(({ kind }) => kind))].sort();
