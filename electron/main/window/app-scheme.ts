/** Owns `app://greenroom`: the built page from a table read once. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol, type Session } from 'electron';
import { headersOf, WORKER_FOLDER } from './page-headers.ts';

const SCHEME = 'app';
export const APP_ORIGIN = `${SCHEME}://greenroom`;

/** What may be served, by file ending. A file of another kind (licence texts) is not part of the page. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The same for what only workers load. */
const workerMediaTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.onnx': 'application/octet-stream',
  '.tflite': 'application/octet-stream',
};

export interface ServedFile {
  readonly mediaType: string;
  readonly bytes: () => Promise<Uint8Array<ArrayBuffer>>;
}
/** Address path ("/assets/index.js") → file. A path that is not a key does not exist, so there is none to escape from. */
export type FileTable = ReadonlyMap<string, ServedFile>;

/** Reads the built page, and lists what its workers load. Throws when there is no `index.html`: then the program was not built. */
export const readFileTable = async (folder: string): Promise<FileTable> => {
  const table = new Map<string, ServedFile>();
  // Walked by hand: a recursive `readdir` does not see into an asar archive on every version.
  const walk = async (at: string): Promise<void> => {
    for (const entry of await readdir(path.join(folder, at), { withFileTypes: true })) {
      const name = `${at}/${entry.name}`;
      if (entry.isDirectory()) await walk(name);
      const forWorkers = name.startsWith(WORKER_FOLDER);
      const mediaType = (forWorkers ? workerMediaTypes : mediaTypes)[path.extname(name)];
      if (!entry.isFile() || mediaType === undefined) continue;
      const read = async () => new Uint8Array(await readFile(path.join(folder, name)));
      // Models are large and seldom asked for: the start does not wait for them.
      const bytes = forWorkers ? null : await read();
      table.set(name, { mediaType, bytes: bytes === null ? read : async () => bytes });
    }
  };
  await walk('');
  if (!table.has('/index.html')) throw new Error(`There is no page to show in ${folder}: run "npm run build".`);
  return table;
};

/** Answers one request. Everything but reading a file of the table is 404 or 405. */
export const answer = async (table: FileTable, method: string, url: string): Promise<Response> => {
  const address = new URL(url);
  const headers = headersOf(address.pathname);
  if (method !== 'GET' && method !== 'HEAD') return new Response(null, { status: 405, headers });
  const file = address.host === 'greenroom' ? table.get(address.pathname) : undefined;
  if (file === undefined) return new Response(null, { status: 404, headers });
  const body = method === 'HEAD' ? null : await file.bytes();
  return new Response(body, { status: 200, headers: { ...headers, 'Content-Type': file.mediaType } });
};

/**
 * Before `ready`, once. `secure` makes `navigator.mediaDevices` exist; `standard` gives an origin and relative addresses;
 * `supportFetchAPI` lets the camera's workers read their models, which the page's own policy forbids the page.
 */
export const registerAppScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
};

/** On the page's own session: the handlers of the default session do not reach it. */
export const setupAppScheme = async (
  session: Session,
  folder: string,
  /** What is not built but comes about while the program runs: address path → the file now, if there is one. */
  alive: Readonly<Record<string, () => ServedFile | null>> = {},
): Promise<void> => {
  const table = await readFileTable(folder);
  const now = (): FileTable =>
    new Map([
      ...table,
      ...Object.entries(alive).flatMap(([address, file]) => {
        const served = file();
        return served === null ? [] : [[address, served] as const];
      }),
    ]);
  session.protocol.handle(SCHEME, (request) => answer(now(), request.method, request.url));
};
