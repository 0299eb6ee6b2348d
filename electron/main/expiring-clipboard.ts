/** Owns what Greenroom itself puts on the clipboard: random words, which go after a minute if they are still there. */
import { type App, clipboard } from 'electron';

const MINUTE_MS = 60_000;
/** The program ends all the same when the system does not answer. */
const AT_THE_END_MS = 1000;

export interface ExpiringClipboard {
  /** Copies `words`. False when this system's clipboard did not take them. */
  copy(words: string): Promise<boolean>;
}

export const createExpiringClipboard = (app: Pick<App, 'on' | 'exit'>): ExpiringClipboard => {
  let held: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  const clear = async (): Promise<void> => {
    clearTimeout(timer);
    const words = held;
    held = null;
    // Something else that was copied since is none of ours.
    if (words !== null && (await clipboard.readText()) === words) await clipboard.clear();
  };
  app.on('will-quit', (event) => {
    if (held === null) return;
    // Nobody is left to do it later.
    event.preventDefault();
    const end = (): void => app.exit(0);
    setTimeout(end, AT_THE_END_MS);
    void clear().then(end, end);
  });
  return {
    copy: async (words) => {
      await clipboard.writeText(words);
      if ((await clipboard.readText()) !== words) return false;
      held = words;
      clearTimeout(timer);
      // A clipboard that cannot be read is left as it is.
      timer = setTimeout(() => void clear().catch(() => {}), MINUTE_MS);
      return true;
    },
  };
};
