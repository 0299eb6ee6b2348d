/** Owns the main side of invoke: one handler for each channel, called with the frame that asks. */
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { record } from './record.ts';
import { strict } from './strict.ts';

type Listener = Parameters<IpcMain['handle']>[1];
const handlers = new Map<string, Listener>();

export const ipcMain: Pick<IpcMain, 'handle'> = strict('ipcMain', {
  handle: (channel, listener) => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, listener);
  },
});

export type Answer = { readonly value: unknown } | { readonly error: string };

/** As Electron does: what a handler throws reaches the page as text, and the terminal. */
export const invoke = async (event: IpcMainInvokeEvent, channel: string, args: readonly unknown[]): Promise<Answer> => {
  try {
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return { value: await handler(event, ...args) };
  } catch (error) {
    record.refusedRequests.push(String(error));
    console.error(`Error occurred in handler for '${channel}':`, error);
    return { error: `Error invoking remote method '${channel}': ${String(error)}` };
  }
};
