/** Owns what a test reaches in the page of scenes: the program's own code, and the camera of the scenes. */
import { examine } from '../../../renderer/camera/examine/examine.ts';
import { createMasker } from '../../../renderer/camera/mask/create-masker.ts';
import { takePicture } from './take.ts';

const stage = { createMasker, examine, takePicture };
declare global {
  interface Window {
    readonly stage: typeof stage;
  }
}
Object.assign(window, { stage });
