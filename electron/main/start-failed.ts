/** Owns what a person is told when Greenroom itself cannot go on: at its start, and when its window cannot be kept. */

import { app, dialog } from 'electron';
import { localise } from '../core/messages/localise.ts';
import { says } from '../core/messages/says.ts';
import { StorageError } from '../engine/storage/files/storage-error.ts';
import { tellStarter } from './tell-starter.ts';

const words = says('start-failed', {
  remedy: 'Start it again. If that doesn’t help, install it again, or show this to your IT department.',
  title: 'Greenroom couldn’t start',
  stopped: 'Greenroom’s window stopped three times within a minute, so it stays closed; its checks go on.',
  openAgain: 'Open it again from the tray or by starting Greenroom. If it stops again, restart the computer.',
});

/** As the command line ends for a fault of its own. */
const FAULT = 70;

/** Ends a program that could not start, so that the next start is not told that it runs. */
export const startFailed = (error: unknown): void => {
  const message =
    error instanceof StorageError ? localise(error.text) : error instanceof Error ? error.message : String(error);
  console.error(`Greenroom could not start. ${error instanceof Error ? (error.stack ?? message) : message}`);
  // Held until the box is closed, it would keep every other start from being seen.
  app.releaseSingleInstanceLock();
  const remedy = error instanceof StorageError ? '' : `\n\n${words.remedy}`;
  // Before that Linux shows no box, and somebody who started it from the desktop would see nothing at all.
  void app.whenReady().then(() => {
    tellStarter();
    dialog.showErrorBox(words.title, `${message}${remedy}`);
    app.exit(FAULT);
  });
};

/** Checks and tray go on without the window. */
export const sayPageGivenUp = (): void =>
  void dialog.showMessageBox({
    type: 'error',
    title: 'Greenroom',
    message: words.stopped,
    detail: words.openAgain,
  });
