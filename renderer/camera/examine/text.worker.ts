/** Owns reading text in a thread of its own, which can be ended at any moment: scan by scan. */
import type { ReadWord } from '../../../electron/core/camera/judge-text.ts';
import { workerScope } from '../worker-scope.ts';
import type { Plate } from './look.ts';
import { scans, scanText } from './read-text.ts';
import { loadEngine } from './tesseract-core.ts';

export type TextAnswer =
  | { readonly read: readonly ReadWord[]; readonly last: boolean }
  | { readonly fault: string; readonly loading: boolean };

const answer = (message: TextAnswer): void => workerScope.postMessage(message);
const fault = (error: unknown, loading: boolean): void =>
  answer({ fault: error instanceof Error ? error.message : String(error), loading });

const engine = loadEngine();
engine.catch((error: unknown) => fault(error, true));

workerScope.addEventListener('message', ({ data }: MessageEvent<Plate>) => {
  engine.then(
    (loaded) => {
      try {
        scans.forEach((scan, n) => {
          answer({ read: scanText(loaded, data, scan), last: n === scans.length - 1 });
        });
      } catch (error) {
        fault(error, false);
      }
    },
    () => {},
  );
});
