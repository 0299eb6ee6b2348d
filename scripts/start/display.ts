/** Owns whether a window can be shown: a display that is only named is none. */
import { connect } from 'node:net';
import path from 'node:path';

/** A display of this computer answers at once; one that comes through the network has its time. */
const LIMIT_MS = 2000;

const answers = (place: string | { readonly host: string; readonly port: number }): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = typeof place === 'string' ? connect(place) : connect(place);
    const end = (does: boolean): void => {
      socket.destroy();
      resolve(does);
    };
    socket.setTimeout(LIMIT_MS, () => end(false));
    socket.on('connect', () => end(true));
    socket.on('error', () => end(false));
  });

const first = async (places: readonly Parameters<typeof answers>[0][]): Promise<boolean> =>
  (await Promise.all(places.map(answers))).includes(true);

/** Where a display by this name listens (X(7), “display names”): a socket, the same without a file, or a port. */
const placesOfX = (name: string): Parameters<typeof answers>[0][] => {
  const [, host = '', number = ''] = /^([^:]*):(\d{1,5})(?:\.\d+)?$/.exec(name) ?? [];
  if (number === '') return [];
  const socket = `/tmp/.X11-unix/X${number}`;
  return host === '' || host === 'unix' ? [socket, `\0${socket}`] : [{ host, port: 6000 + Number(number) }];
};

/** Null where a window can be shown; else why not. Only on Linux can one be missing. */
export const whyNoDisplay = async (
  { DISPLAY: x, WAYLAND_DISPLAY: wayland, XDG_RUNTIME_DIR: folder = '/' }: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<string | null> => {
  if (platform !== 'linux') return null;
  if (!(x || wayland)) return 'There is no display.';
  if (await first([...(wayland ? [path.resolve(folder, wayland)] : []), ...placesOfX(x ?? '')])) return null;
  return `The display “${(x || wayland || '').slice(0, 60)}” does not answer.`;
};
