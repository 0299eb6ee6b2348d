/** The second request: conditions, redirects and limits, against a real https server on the loopback address. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchCalendar, type Validators } from '../../../electron/engine/network/fetch-calendar.ts';
import { type Answer, type HttpsServer, startHttpsServer } from './https-server.ts';

let server: HttpsServer;
beforeAll(async () => {
  server = await startHttpsServer();
});
afterAll(() => server.stop());

const fetched = (how: Answer, before: Validators = {}) => {
  server.answerBy(how);
  const limits = { timeoutMs: 5_000, maxBytes: 1_000_000, ca: server.ca };
  return fetchCalendar(`${server.origin}/secret-token/basic.ics`, 'localhost', before, limits);
};

const calendar = { 'content-type': 'text/calendar; charset=utf-8' };
const good: Answer = (_request, response) =>
  void response
    .writeHead(200, { ...calendar, etag: '"7"', 'last-modified': 'Fri, 27 Nov 2026 09:00:00 GMT' })
    .end('BEGIN');

test('a calendar comes with what its next request is conditional on; the request says nothing else', async () => {
  const first = await fetched(good);
  expect(first).toMatchObject({
    is: 'new',
    validators: { etag: '"7"', lastModified: 'Fri, 27 Nov 2026 09:00:00 GMT' },
  });
  expect(Object.keys(server.asked()[0]?.headers ?? {}).sort()).toEqual(['accept', 'connection', 'host']);
});

test('what has not changed is not sent again', async () => {
  const unchanged: Answer = (_request, response) => void response.writeHead(304).end();
  expect(await fetched(unchanged, { etag: '"7"', lastModified: 'yesterday' })).toEqual({ is: 'unchanged' });
  expect(server.asked()[0]?.headers).toMatchObject({ 'if-none-match': '"7"', 'if-modified-since': 'yesterday' });
});

test('“not changed” in answer to a request without a condition is a fault, not an empty calendar', async () => {
  await expect(fetched((_request, response) => response.writeHead(304).end())).rejects.toThrow('wasn’t asked');
});

test('a stored condition that would begin another header is left out', async () => {
  await fetched(good, { etag: '"7"\r\nx: y', lastModified: 'x'.repeat(5000) });
  expect(Object.keys(server.asked()[0]?.headers ?? {}).sort()).toEqual(['accept', 'connection', 'host']);
});

test('a redirect to another https address is followed', async () => {
  const answer = await fetched((request, response) =>
    request.url === '/there' ? good(request, response) : response.writeHead(301, { location: '/there' }).end(),
  );
  expect(answer.is).toBe('new');
});

test.each<[string, Answer, string]>([
  ['to plain http', (_r, response) => response.writeHead(302, { location: 'http://localhost/' }).end(), 'isn’t https'],
  ['to a file', (_r, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(), 'isn’t https'],
  [
    'with a password',
    (_r, response) => response.writeHead(302, { location: 'https://a:b@localhost/' }).end(),
    'isn’t https',
  ],
  ['to nowhere', (_r, response) => response.writeHead(302).end(), 'isn’t https'],
  [
    'round in circles',
    (request, response) => response.writeHead(302, { location: `${request.url}x` }).end(),
    'from address to address',
  ],
])('a redirect %s is not followed', async (_name, how, reason) => {
  await expect(fetched(how)).rejects.toThrow(reason);
});

test.each<[string, Answer, string]>([
  [
    'a sign-in page',
    (_r, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
    'not a calendar',
  ],
  ['packed', (_r, response) => response.writeHead(200, { ...calendar, 'content-encoding': 'gzip' }).end('x'), 'packed'],
  ['too large', (_r, response) => response.writeHead(200, calendar).end('x'.repeat(1_000_001)), 'larger than'],
  ['gone', (_r, response) => response.writeHead(410).end(), 'status 410'],
])('%s', async (_name, how, reason) => {
  await expect(fetched(how)).rejects.toThrow(reason);
});

test('no error gives away the address', async () => {
  const error = await fetched((_request, response) => response.writeHead(500).end()).catch((one: Error) => one);
  expect(String(error)).not.toContain('secret-token');
});
