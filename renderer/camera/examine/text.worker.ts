/** Owns reading text in a thread of its own, which can be ended at any moment: scan by scan. */
import type { ReadWord } from '../../../electron/core/camera/judge-text.ts';
import { workerScope } from '../worker-scope.ts';
import type { Plate } from './look.ts';
import { scans, scanText } from './read-text.ts';
import { loadEngine } from './tesseract-core.ts';

export type TextAnswer = { readonly read: readonly ReadWord[]; readonly last: boolean } | { readonly fault: string };

const answer = (message: TextAnswer | { readonly broken: string }): void => workerScope.postMessage(message);
const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const engine = loadEngine();
engine.catch((error: unknown) => answer({ broken: textOf(error) }));

workerScope.addEventListener('message', ({ data }: MessageEvent<Plate>) => {
  engine.then(
    (loaded) => {
      try {
        scans.forEach((scan, n) => {
          answer({ read: scanText(loaded, data, scan), last: n === scans.length - 1 });
        });
      } catch (error) {
        answer({ fault: textOf(error) });
      }
    },
    () => {},
  );
});
