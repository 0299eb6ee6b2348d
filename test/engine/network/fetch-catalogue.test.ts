/** The first request: against a real https server on the loopback address, in every way a server can fail. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchCatalogue } from '../../../electron/engine/network/fetch-catalogue.ts';
import { type Answer, type HttpsServer, startHttpsServer } from './https-server.ts';

let server: HttpsServer;
beforeAll(async () => {
  server = await startHttpsServer();
});
afterAll(() => server.stop());

const fetched = (how: Answer, more: { ca?: string; timeoutMs?: number } = {}): Promise<string> => {
  server.answerBy(how);
  const limits = { timeoutMs: 5_000, maxBytes: 1_000_000, ca: server.ca, ...more };
  return fetchCatalogue(`${server.origin}/catalogue.json`, limits);
};

const json = { 'content-type': 'application/json; charset=utf-8' };

test('a good answer is what was sent, and the request says nothing about the computer', async () => {
  expect(await fetched((_request, response) => response.writeHead(200, json).end('{"é":1}'))).toBe('{"é":1}');
  expect(Object.keys(server.asked()[0]?.headers ?? {}).sort()).toEqual(['accept', 'connection', 'host']);
});

test.each<[string, Answer, string]>([
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
  ['no type at all', (_request, response) => response.writeHead(200).end('{}'), 'didn’t say what'],
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
    'couldn’t be asked',
  );
});
