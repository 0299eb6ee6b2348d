/** Owns the gate between page and program: who may ask, what an argument must look like, and what the page is told. */
import { BrowserWindow, type IpcMainInvokeEvent, ipcMain, type WebFrameMain } from 'electron';
import * as v from 'valibot';
import {
  type Events,
  eventChannel,
  type RequestName,
  type Requests,
  requestArguments,
  requestChannel,
  requestNames,
} from '../core/ipc/contract.ts';
import { APP_ORIGIN } from './window/app-scheme.ts';

type Handler<K extends RequestName> = (
  ...args: Parameters<Requests[K]>
) => ReturnType<Requests[K]> | Promise<ReturnType<Requests[K]>>;
/** One handler for each request: a missing one does not compile. */
export type Handlers = { readonly [K in RequestName]: Handler<K> };

/** Our page, and its main frame: a frame of others inside it has nothing to ask. `senderFrame` is null when it has gone. */
export const isOurPage = (frame: Pick<WebFrameMain, 'origin'> | null, mainFrame: unknown): boolean =>
  frame !== null && frame === mainFrame && frame.origin === APP_ORIGIN;

const handle = <K extends RequestName>(name: K, handler: Handler<K>): void => {
  ipcMain.handle(requestChannel(name), async (event: IpcMainInvokeEvent, ...args: unknown[]) => {
    if (!isOurPage(event.senderFrame, event.sender.mainFrame)) {
      throw new Error(`"${name}" was refused: it does not come from Greenroom's own page.`);
    }
    const parsed = v.safeParse(requestArguments[name], args);
    if (!parsed.success) throw new Error(`"${name}" was refused: ${parsed.issues[0].message}`);
    return handler(...parsed.output);
  });
};

/** Before the first window. */
export const setupIpc = (handlers: Handlers): void => {
  for (const name of requestNames) handle(name, handlers[name] as Handler<typeof name>);
};

/** Tells the page, if it is there and still ours. A page whose process has ended is told nothing: its frame answers no question. */
export const broadcast = <K extends keyof Events>(name: K, payload: Events[K]): void => {
  for (const { webContents } of BrowserWindow.getAllWindows()) {
    try {
      if (!webContents.isDestroyed() && isOurPage(webContents.mainFrame, webContents.mainFrame)) {
        webContents.send(eventChannel(name), payload);
      }
    } catch {
      // It asks for everything once it is back.
    }
  }
};
