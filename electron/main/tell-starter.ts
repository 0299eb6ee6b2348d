/** Owns telling `npm start` that the program is up: found on a computer, it might still show nothing there. */
import { writeFileSync } from 'node:fs';
import { app } from 'electron';

/** Once there is something to see: the window, a tray icon, a question, or the window of the program that already runs. */
export const tellStarter = (): void => {
  const sign = process.env.GREENROOM_START_SIGN;
  if (app.isPackaged || sign === undefined) return;
  delete process.env.GREENROOM_START_SIGN;
  try {
    // A new file only: nothing that is there is written over.
    writeFileSync(sign, '', { flag: 'wx' });
  } catch {
    // Whoever asked is gone.
  }
};
