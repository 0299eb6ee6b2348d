/**
 * Owns what Electron does inside a page before its first script: runs the preload with `require('electron')`, and asks
 * for permission where the page does. It is sent to the browser as text, so it may use nothing from outside itself.
 */
type Ipc = (message: PageMessage) => Promise<unknown>;
export type PageMessage =
  | { readonly kind: 'invoke'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'events' }
  | { readonly kind: 'media'; readonly mediaTypes: readonly ('video' | 'audio')[] };
type Listener = (event: object, ...args: unknown[]) => void;
type Preload = (require: (name: string) => object, module: { exports: object }, exports: object) => void;

export const prelude = (binding: string, preload: Preload): void => {
  const scope = globalThis as unknown as Record<string, Ipc> & Window;
  const ipc = scope[binding] as Ipc;
  // The page must not find the way past the preload.
  Reflect.deleteProperty(scope, binding);
  // As in Electron, frames inside the page get no preload.
  if (scope.top !== scope.self) return;

  const listeners = new Map<string, Set<Listener>>();
  const ipcRenderer = {
    invoke: async (channel: string, ...args: unknown[]) => {
      const answer = (await ipc({ kind: 'invoke', channel, args: structuredClone(args) })) as {
        value?: unknown;
        error?: string;
      };
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value;
    },
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
    },
    off: (channel: string, listener: Listener) => {
      listeners.get(channel)?.delete(listener);
    },
  };

  /** A value as the other side may have it: copies, and functions that pass copies. */
  const across = (value: unknown): unknown => {
    if (typeof value === 'function') return (...args: unknown[]) => across(value(...args.map(across)));
    if (value instanceof Promise) {
      return value.then(across, (error: Error) => {
        throw new Error(error.message);
      });
    }
    if (Array.isArray(value)) return value.map(across);
    if (typeof value !== 'object' || value === null) return value;
    if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value);
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, across(member)]));
  };
  const contextBridge = {
    exposeInMainWorld: (key: string, api: object) => {
      Object.defineProperty(scope, key, { value: Object.freeze(across(api)), enumerable: true });
    },
  };

  const only = (name: string, members: object): object =>
    new Proxy(members, {
      get: (target, key) => {
        if (key in target) return Reflect.get(target, key);
        throw new Error(`The stand-in for Electron has no ${name}.${String(key)}: add it in test/doubles/electron.`);
      },
    });
  const modules = only('module', {
    electron: only('electron', {
      ipcRenderer: only('ipcRenderer', ipcRenderer),
      contextBridge: only('contextBridge', contextBridge),
    }),
  }) as Record<string, object>;
  const module = { exports: {} };
  preload((name) => modules[name] as object, module, module.exports);

  const media = scope.navigator.mediaDevices as MediaDevices | undefined;
  if (media !== undefined) {
    const getUserMedia = media.getUserMedia.bind(media);
    media.getUserMedia = async (constraints) => {
      const mediaTypes = (['video', 'audio'] as const).filter((type) => Boolean(constraints?.[type]));
      // The program's answer becomes the browser's own setting, and the browser then says yes or no.
      await ipc({ kind: 'media', mediaTypes });
      return getUserMedia(constraints);
    };
  }

  const receive = async (): Promise<void> => {
    for (;;) {
      const batch = (await ipc({ kind: 'events' })) as { channel: string; args: unknown[] }[];
      for (const { channel, args } of batch) {
        for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
      }
    }
  };
  // It ends with the page.
  receive().catch(() => {});
};
