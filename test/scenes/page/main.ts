/** Owns what a test reaches in the page of scenes: the program's own code, and the camera of the scenes. */
import { lookedForParts } from '../../../electron/core/camera/observation.ts';
import { createExaminer, type Examiner, examine } from '../../../renderer/camera/examine/examine.ts';
import { createMasker } from '../../../renderer/camera/mask/create-masker.ts';
import { takePicture } from './take.ts';

let kept: Examiner | null = null;
const warmExaminer = (): Examiner => {
  kept ??= createExaminer(lookedForParts);
  return kept;
};

const stage = { createExaminer, createMasker, examine, takePicture, warmExaminer };
declare global {
  interface Window {
    readonly stage: typeof stage;
  }
}
Object.assign(window, { stage });
