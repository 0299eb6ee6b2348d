/** Trying a connection, against real servers on the loopback address: each way in which it fails has its own sentence. */
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgeTrial } from '../../../electron/core/connection/judge-trial.ts';
import type { Trial } from '../../../electron/core/connection/trial.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { type TrialRequest, tryConnection } from '../../../electron/engine/network/try-connection.ts';
import { type HttpsServer, startHttpsServer } from './https-server.ts';

let good: HttpsServer;
const open: Server[] = [];
const sockets = new Set<Socket>();
beforeAll(async () => {
  good = await startHttpsServer();
});
afterAll(async () => {
  await good.stop();
  for (const socket of sockets) socket.destroy();
  for (const server of open) server.close();
});

/** A server on the loopback address; its port. */
const listen = async (server: Server): Promise<number> => {
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => {})));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  return (server.address() as AddressInfo).port;
};
const portOf = (server: HttpsServer): number => Number(new URL(server.origin).port);
const tried = (request: Partial<TrialRequest>): Promise<Trial> =>
  tryConnection({ host: 'localhost', port: portOf(good), ca: good.ca, paceMs: 5, ...request });
const told = (trial: Trial): string => judgeTrial(trial).sentences.map(english).join(' ');
const whyOf = (trial: Trial) => new Set(trial.attempts.map((one) => (one.is === 'failed' ? one.why : 'reached')));

test('a server with the right certificate is reached ten times, and nothing is asked of it', async () => {
  good.answerBy((_request, response) => void response.end());
  const done: number[] = [];
  const trial = await tried({ onAttempt: (count) => done.push(count) });
  expect(whyOf(trial)).toEqual(new Set(['reached']));
  expect(done).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(told(trial)).toMatch(/^localhost answered in \d+ ms \(10 of 10\)\./);
  expect(good.asked()).toEqual([]);
});

describe('each failure has its own sentence', () => {
  test.each<[string, () => Promise<Partial<TrialRequest>>, string, RegExp]>([
    [
      'a port where nobody listens',
      async () => {
        const server = createServer();
        const port = await listen(server);
        await new Promise((resolve) => server.close(resolve));
        return { port };
      },
      'refused',
      /refused the connection/,
    ],
    [
      'a server that says nothing',
      async () => ({ port: await listen(createServer()) }),
      'hanging',
      /then said nothing for 3 seconds/,
    ],
    [
      'a server that hangs up',
      async () => ({ port: await listen(createServer((socket) => socket.end())) }),
      'cut-off',
      /was cut off/,
    ],
    [
      'a server that speaks HTTP alone',
      async () => ({ port: await listen(createHttpServer((_, response) => response.end()) as Server) }),
      'no-tls',
      /does not speak a secured protocol/,
    ],
    ['a certificate that nobody vouches for', async () => ({ ca: '' }), 'unknown-issuer', /Greenroom does not know/],
    ['the certificate of another', async () => ({ host: '127.0.0.1' }), 'false-certificate', /certificate of another/],
    ['a name that nobody knows', async () => ({ host: 'nowhere.invalid' }), 'no-name', /could not be looked up/],
  ])('%s', async (_, request, why, sentence) => {
    const trial = await tried(await request());
    expect(whyOf(trial)).toEqual(new Set([why]));
    // An organisation's own certificate is known to its computers, and not to every program on them.
    expect(judgeTrial(trial).state).toBe(why === 'unknown-issuer' ? 'caution' : 'fail');
    expect(told(trial)).toMatch(sentence);
  });
});

describe('a proxy', () => {
  const proxyOf = (answer: (socket: Socket, asked: string) => void): Promise<number> =>
    listen(createServer((socket) => socket.once('data', (chunk) => answer(socket, chunk.toString()))));
  const through = (port: number, authorization?: string): Partial<TrialRequest> => ({
    proxy: { host: '127.0.0.1', port, ...(authorization === undefined ? {} : { authorization }) },
  });

  test('leads to the server, which proves itself as without', async () => {
    const asked: string[] = [];
    const port = await proxyOf((socket, head) => {
      asked.push(head);
      const server = connect(portOf(good), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.pipe(server).pipe(socket);
      });
      server.on('error', () => socket.destroy());
    });
    const trial = await tried(through(port, 'Basic YTpi'));
    expect(whyOf(trial)).toEqual(new Set(['reached']));
    const host = `localhost:${portOf(good)}`;
    expect(asked[0]).toBe(`CONNECT ${host} HTTP/1.1\r\nHost: ${host}\r\nProxy-Authorization: Basic YTpi\r\n\r\n`);
    expect(told(trial)).toContain(`The time is that of the way through the proxy 127.0.0.1:${port}.`);
    expect(JSON.stringify(trial)).not.toContain('YTpi');
  });

  test.each(['HTTP/1.1 403 Forbidden\r\n\r\n', 'HTTP/1.1 403 \r\nx: 200 \r\n\r\n', 'nonsense\r\n\r\n', ''])(
    'that answers %j lets nothing through',
    async (answer) => {
      const port = await proxyOf((socket) => void socket.end(answer));
      const trial = await tried(through(port));
      expect(whyOf(trial)).toEqual(new Set(['proxy']));
      expect(told(trial)).toContain('did not let the connection to localhost through');
    },
  );

  test('that asks for a name is told as that, and is no red', async () => {
    const port = await proxyOf((socket) => void socket.end('HTTP/1.1 407 x\r\nProxy-Authenticate: Negotiate\r\n\r\n'));
    const trial = await tried(through(port));
    expect([whyOf(trial), judgeTrial(trial).state]).toEqual([new Set(['proxy-login']), 'caution']);
  });
});

test('the own router answers by refusing, too', async () => {
  const { routerMs } = await tried({ router: '127.0.0.1' });
  expect(routerMs).toBeTypeOf('number');
});

test('it can be stopped, and says so', async () => {
  const stop = new AbortController();
  const trial = tried({ signal: stop.signal, onAttempt: () => stop.abort(new Error('stopped')), paceMs: 500 });
  await expect(trial).rejects.toThrow('stopped');
});
