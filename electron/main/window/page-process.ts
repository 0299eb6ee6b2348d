/** Owns what happens when the page's own process ends or hangs: the page comes back, and a page that cannot stay is told of once. */
import type { BrowserWindow } from 'electron';

/** Electron says that a page hangs half a minute after it does; after a computer's sleep it may say so of one that does not. */
const HUNG_MS = 5000;
const WINDOW_MS = 60_000;
/** So many ends within a minute, and the next start would be as short. */
const MOST_ENDS = 3;

export interface PageProcessOptions {
  /** Milliseconds that only ever grow. */
  readonly clock?: () => number;
  /** The page is gone: whatever it had asked for goes with it. */
  readonly whenGone: (reason: string) => void;
  readonly reload: () => void;
  /** It ended too often. */
  readonly giveUp: () => void;
}

/** From now on the page is looked after. */
export const lookAfterPage = (
  window: Pick<BrowserWindow, 'on' | 'webContents'>,
  { clock = () => performance.now(), whenGone, reload, giveUp }: PageProcessOptions,
): void => {
  const { webContents } = window;
  let ends: readonly number[] = [];
  let hung: NodeJS.Timeout | undefined;
  webContents.on('render-process-gone', (_event, { reason }) => {
    clearTimeout(hung);
    whenGone(reason);
    if (reason === 'clean-exit') return;
    const now = clock();
    ends = [...ends.filter((at) => now - at < WINDOW_MS), now];
    if (ends.length < MOST_ENDS) return reload();
    ends = [];
    giveUp();
  });
  window.on('unresponsive', () => {
    clearTimeout(hung);
    // What follows is the end of its process, as above.
    hung = setTimeout(() => webContents.forcefullyCrashRenderer(), HUNG_MS).unref();
  });
  window.on('responsive', () => clearTimeout(hung));
};
