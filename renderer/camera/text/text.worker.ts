/** Owns reading text in a thread of its own, which can be ended at any moment: line by line. */
import { judgeText, type ReadLine } from '../../../electron/core/camera/judge-text.ts';
import type { Ready } from '../examine/helper.ts';
import type { Plate } from '../examine/look.ts';
import { workerScope } from '../worker-scope.ts';
import { loadLineFinder } from './find-lines.ts';
import { loadLineReader } from './read-line.ts';
import { boxAround } from './turned-box.ts';

export type TextAnswer = { readonly read: readonly ReadLine[]; readonly last: boolean } | { readonly fault: string };

/** Lines that are tried, those with the largest letters first; and places with text that are enough. */
const MOST = { tried: 24, places: 6 } as const;

const answer = (message: TextAnswer | Ready | { readonly broken: string }): void => workerScope.postMessage(message);
const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const load = async () => ({ find: await loadLineFinder(), readLine: await loadLineReader() });
type Reader = Awaited<ReturnType<typeof load>>;

const read = async ({ find, readLine }: Reader, plate: Plate): Promise<void> => {
  const lines: ReadLine[] = [];
  for (const box of (await find(plate)).slice(0, MOST.tried)) {
    lines.push({ ...(await readLine(plate, box)), box: boxAround(box, plate) });
    answer({ read: lines.slice(-1), last: false });
    if (judgeText(lines).length >= MOST.places) break;
  }
  answer({ read: [], last: true });
};

/** A grey picture, read for nobody: the second time everything is compiled. */
const warmUp = async (): Promise<Reader> => {
  const loaded = await load();
  const [width, height] = [320, 180];
  const grey = { width, height, grey: new Uint8Array(width * height).fill(120) };
  await loaded.find(grey);
  await loaded.readLine(grey, { x: 160, y: 90, width: 200, height: 30, angle: 0 });
  return loaded;
};
const reader = warmUp();
reader.then(
  () => answer({ ready: true }),
  (error: unknown) => answer({ broken: textOf(error) }),
);

workerScope.addEventListener('message', ({ data }: MessageEvent<Plate>) => {
  reader.then((loaded) => read(loaded, data)).catch((error: unknown) => answer({ fault: textOf(error) }));
});
