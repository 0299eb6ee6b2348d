/** The one request: against a real https server on the loopback address, in every way a server can fail. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchCatalogue } from '../../electron/engine/fetch-catalogue.ts';

let folder: string;
let server: Server;
let ca: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: IncomingMessage[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-tls-'));
  const [key, certificate] = [path.join(folder, 'key.pem'), path.join(folder, 'certificate.pem')];
  execFileSync(
    '/usr/bin/openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-keyout',
      key,
      '-out',
      certificate,
      '-days',
      '2',
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost',
    ],
    { stdio: 'ignore' },
  );
  ca = readFileSync(certificate, 'utf8');
  server = createServer({ key: readFileSync(key), cert: ca }, (request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

const fetched = (how: typeof answer, more: { ca?: string; timeoutMs?: number } = {}): Promise<string> => {
  answer = how;
  asked = [];
  const { port } = server.address() as AddressInfo;
  return fetchCatalogue(`https://localhost:${port}/catalogue.json`, {
    timeoutMs: 5_000,
    maxBytes: 1_000_000,
    ca,
    ...more,
  });
};

const json = { 'content-type': 'application/json; charset=utf-8' };

test('a good answer is what was sent, and the request says nothing about the computer', async () => {
  expect(await fetched((_request, response) => response.writeHead(200, json).end('{"é":1}'))).toBe('{"é":1}');
  expect(Object.keys(asked[0]?.headers ?? {}).sort()).toEqual(['accept', 'connection', 'host']);
});

test.each<[string, typeof answer, string]>([
  [
    'a redirect is not followed',
    (_request, response) => response.writeHead(302, { location: 'https://elsewhere.example/' }).end(),
    'sends on to another address',
  ],
  ['an error page', (_request, response) => response.writeHead(404, json).end('{}'), 'status 404'],
  [
    'a web page in place of a catalogue',
    (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
    'not a catalogue',
  ],
  ['no type at all', (_request, response) => response.writeHead(200).end('{}'), 'no type'],
  [
    'an answer without end',
    (_request, response) => {
      response.writeHead(200, json);
      const pour = (): void => {
        if (!response.destroyed && response.write('x'.repeat(100_000))) setImmediate(pour);
        else response.once('drain', pour);
      };
      pour();
    },
    'larger than',
  ],
  [
    'an answer that is cut off',
    (_request, response) => {
      response.writeHead(200, { ...json, 'content-length': '1000' });
      response.write('{"half":', () => response.destroy());
    },
    'cut off',
  ],
])('%s', async (_name, how, reason) => {
  await expect(fetched(how)).rejects.toThrow(reason);
});

test('a server that never finishes is given up', async () => {
  await expect(
    fetched((_request, response) => response.writeHead(200, json).write('{'), { timeoutMs: 200 }),
  ).rejects.toThrow(/within 0.2 seconds|cut off/);
});

test('a certificate nobody vouches for is refused', async () => {
  await expect(fetched((_request, response) => response.end(), { ca: undefined as never })).rejects.toThrow(
    'could not be asked',
  );
});
