/** Owns the page's view of the preload: the one declaration of `window.greenroom`. */
import type { GreenroomApi } from '../electron/core/ipc/contract.ts';

declare global {
  interface Window {
    /** Missing when the preload did not run. */
    readonly greenroom: GreenroomApi | undefined;
  }
}
