/** Tries Electron's own installer against a mirror on this computer: what comes, what does not, and what is said of it. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, type MockInstance, test, vi } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { fetchRuntime } from '../../../scripts/start/fetch.ts';
import { electronPackage, findRuntime } from '../../../scripts/start/runtime.ts';
import { zipOf } from '../../doubles/zip.ts';

const { electron: version } = packageJson.devDependencies;
const zip = zipOf({ electron: '#!/bin/sh\n', version });
const sumsOf = (data: Buffer): string =>
  `${createHash('sha256').update(data).digest('hex')} *electron-v${version}-linux-x64.zip\n`;

let folder = '';
let server: Server | undefined;
let said: MockInstance;
beforeEach(() => {
  said = vi.spyOn(console, 'error').mockReturnValue();
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom fetch ü-'));
  const modules = path.join(folder, 'node_modules');
  mkdirSync(path.join(modules, 'electron'), { recursive: true });
  for (const name of ['install.js', 'package.json', 'checksums.json'])
    cpSync(path.join(electronPackage, name), path.join(modules, 'electron', name));
  for (const name of ['@electron', '@electron-internal'])
    symlinkSync(path.join(electronPackage, '..', name), path.join(modules, name), 'dir');
});
afterEach(async () => {
  said.mockRestore();
  server?.closeAllConnections();
  await new Promise<unknown>((resolve) => (server === undefined ? resolve(null) : server.close(resolve)));
  server = undefined;
  rmSync(folder, { recursive: true });
});

const serve = async (answer: RequestListener): Promise<string> => {
  server = createServer(answer);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
};
/** The mirror gives this file, and these checksums for it. */
const mirror =
  (file: Buffer, sums = sumsOf(file)): RequestListener =>
  (request, response) =>
    void response.end(request.url?.endsWith('SHASUMS256.txt') ? sums : file);

const bare = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/proxy|electron/i.test(name)));
const fetchFrom = (address: string, env: NodeJS.ProcessEnv = {}, stall = { ms: 20_000, bytes: 1 }) =>
  fetchRuntime({
    packageFolder: path.join(folder, 'node_modules/electron'),
    stall,
    env: {
      ...bare,
      ELECTRON_MIRROR: address,
      electron_use_remote_checksums: '1',
      electron_config_cache: path.join(folder, 'cache'),
      TMPDIR: folder,
      npm_config_platform: 'linux',
      npm_config_arch: 'x64',
      ...env,
    },
  });
const found = () => findRuntime('', path.join(folder, 'node_modules/electron'));

describe.skipIf(process.platform !== 'linux')('the runtime', () => {
  test('is fetched, checked and unpacked', async () => {
    expect(await fetchFrom(await serve(mirror(zip)))).toBeNull();
    expect(found().state).toBe('ready');
    expect(said.mock.calls).toEqual([['Fetching Electron, once (about 120 MB) …']]);
  });

  test('comes through a proxy that only npm was told', async () => {
    const address = await serve(mirror(zip));
    const tunnelled: string[] = [];
    server?.on('connect', (request, socket) => {
      tunnelled.push(request.url ?? '');
      const way = connect(Number(new URL(address).port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        socket.pipe(way).pipe(socket);
      });
    });
    expect(await fetchFrom('http://mirror.invalid/', { npm_config_https_proxy: address })).toBeNull();
    expect(new Set(tunnelled)).toEqual(new Set(['mirror.invalid:80']));
  });

  test.each<[string, RequestListener, RegExp]>([
    [
      'a page of the network',
      mirror(Buffer.from('<html>Sign in</html>'), sumsOf(zip)),
      /not Electron: perhaps a sign-in page/,
    ],
    ['a file that is not there', (_, response) => void response.writeHead(404).end(), /answered 404/],
    [
      'a cut-off file',
      (request, response) => {
        if (request.url?.endsWith('SHASUMS256.txt')) response.end(sumsOf(zip));
        else
          response
            .writeHead(200, { 'content-length': zip.length })
            .write(zip.subarray(0, 20), () => response.destroy());
      },
      /could not be reached/,
    ],
  ])('with %s is not, and the reason is told', async (_, answer, why) => {
    expect(await fetchFrom(await serve(answer))).toMatch(why);
    expect(found().state).toBe('absent');
  });

  test('from a server that hangs is given up', async () => {
    const why = await fetchFrom(await serve(() => {}), {}, { ms: 1500, bytes: 1 });
    expect(why).toMatch(/hardly anything came within 1.5 seconds/);
  });

  test('from a closed port is told as not reached', async () => {
    expect(await fetchFrom('http://127.0.0.1:9/')).toMatch(/could not be reached/);
  });
});
