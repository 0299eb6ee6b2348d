/** Owns what the systems hand over: links and files, with a start of the program or while it runs. */
import { app } from 'electron';
import { HIDDEN_SWITCH } from '../background/login-item.ts';
import { deepLinkIn } from './deep-link.ts';
import type { IncomingItems } from './incoming.ts';
import { filesIn } from './open-file.ts';

export interface OsEvents {
  takeLink(link: string): void;
  /** From here on what came and comes is acted on. */
  begin(incoming: IncomingItems): void;
}

/** To be called before `ready`: macOS tells the first link earlier. */
export const setupOsEvents = (showWindow: () => void): OsEvents => {
  let begin: OsEvents['begin'] = () => {};
  const begun = new Promise<IncomingItems>((resolve) => {
    begin = resolve;
  });
  const takeLink = (link: string): void => void begun.then((incomingItems) => incomingItems.take(link));
  const takeFiles = (words: readonly string[], from: string): void => {
    if (words.length > 0) void begun.then((incomingItems) => incomingItems.open(words, from));
  };
  /** What Windows and Linux hand over with a start. */
  const takeStart = (argv: readonly string[], from: string): void => {
    const link = deepLinkIn(argv);
    if (link !== null) takeLink(link);
    takeFiles(filesIn(argv, app.isPackaged), from);
  };
  app.on('second-instance', (_event, argv, folder) => {
    // Started at login while it runs already: nobody asked for the window.
    if (!argv.includes(HIDDEN_SWITCH)) showWindow();
    takeStart(argv, folder);
  });
  // macOS tells a link this way, and a file that is opened with Greenroom.
  app.on('open-url', (event, link) => {
    event.preventDefault();
    showWindow();
    takeLink(link);
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    showWindow();
    takeFiles([file], '/');
  });
  takeStart(process.argv, process.cwd());
  return { takeLink, begin: (incomingItems) => begin(incomingItems) };
};
