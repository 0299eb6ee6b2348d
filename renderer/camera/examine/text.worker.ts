/** Owns reading text in a thread of its own, which can be ended at any moment: scan by scan. */
import type { ReadWord } from '../../../electron/core/camera/judge-text.ts';
import { workerScope } from '../worker-scope.ts';
import type { Plate } from './look.ts';
import { scans, scanText } from './read-text.ts';
import { type Engine, loadEngine } from './tesseract-core.ts';

export type TextAnswer = { readonly read: readonly ReadWord[]; readonly last: boolean } | { readonly fault: string };

const answer = (message: TextAnswer | { readonly broken: string }): void => workerScope.postMessage(message);
const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

let asked = false;
const engine = loadEngine();
engine.catch((error: unknown) => answer({ broken: textOf(error) }));

/** Something like letters, read for nobody: the second scan is faster, as everything is compiled by then. */
const warmUp = async (): Promise<Engine> => {
  const loaded = await engine;
  await new Promise((resolve) => setTimeout(resolve));
  if (!asked) {
    const [width, height] = [320, 60];
    const isInk = (x: number, y: number): boolean => x % 16 < 4 && y > 16 && y < 44;
    const grey = Uint8Array.from({ length: width * height }, (_, cell) =>
      isInk(cell % width, Math.floor(cell / width)) ? 30 : 220,
    );
    try {
      scanText(loaded, { width, height, grey }, { method: '0', turn: 0 });
    } catch {
      // A reader that cannot read says so when it is asked.
    }
  }
  return loaded;
};
const ready = warmUp();
// Why it could not be loaded is told already.
ready.catch(() => {});

workerScope.addEventListener('message', ({ data }: MessageEvent<Plate>) => {
  asked = true;
  ready.then(
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
