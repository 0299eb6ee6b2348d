/** Places that hang, in a process that answers for all others: what a hang may cost, and what it may not. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FactUnavailable } from '../../../../electron/core/facts/fact.ts';
import { asMessage } from '../../../../electron/core/messages/messages.ts';
import { createReaderClient, type ReaderClient } from '../../../../electron/platform/machine/places/reader-client.ts';
import { buildProgram } from '../../../doubles/build-program.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-reader-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Answers as the real one, but for paths below /hung: those never, until the file `awake` is there. The file `asked` gets
 * a line for every reading that was asked of it. `first` is what it does before all else; `place` is its own folder.
 */
const hangingReader = (first: (place: string) => string = () => '') => {
  const place = mkdtempSync(path.join(folder, 'hanging-'));
  const main = path.join(place, 'reader.cjs');
  const asked = path.join(place, 'asked');
  const awake = path.join(place, 'awake');
  writeFileSync(
    main,
    `const { appendFileSync, existsSync } = require('node:fs');
${first(place)}
process.on('disconnect', () => process.exit());
process.on('message', ({ is, id, operation }) => {
  if (is !== 'read') return;
  appendFileSync(${JSON.stringify(asked)}, operation.path + '\\n');
  if (operation.path.startsWith('/hung') && !existsSync(${JSON.stringify(awake)})) return;
  process.send({ is: 'read', id, result: 'read ' + operation.path });
});
process.send({ is: 'ready' });
`,
  );
  const client = createReaderClient({ program: process.execPath, args: [main] });
  return { main, asked, awake, client };
};

const never = new AbortController().signal;
const read = (client: ReaderClient, file: string, signal = never, limitMs?: number): Promise<unknown> =>
  client.read(file.split('/').slice(0, 2).join('/'), '', { op: 'readText', path: file }, {}, signal, limitMs);
const cause = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'read',
    (error: unknown) => (error instanceof FactUnavailable ? error.why : String(error)),
  );
const childrenOf = (main: string): number =>
  execFileSync('/bin/ps', ['--ppid', String(process.pid), '-o', 'state=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(main) && !line.startsWith('Z')).length;

// Each waits as long as a disk that sleeps may take: all of them at the same time.
describe.concurrent('a place that hangs', () => {
  test('what hangs costs what was asked of it; all other places answer, and one process is left', async ({
    expect,
  }) => {
    const { client, main } = hangingReader();
    const hung = ['/hung-a/x', '/hung-b/x', '/hung-c/x', '/hung-a/y'].map((file) => cause(read(client, file)));
    const well = await Promise.all(['/home/a', '/home/b', '/data/c'].map((file) => read(client, file)));
    expect(well).toEqual(['read /home/a', 'read /home/b', 'read /data/c']);
    expect(await Promise.all(hung)).toEqual(['timed-out', 'timed-out', 'timed-out', 'timed-out']);
    expect(await read(client, '/home/d')).toBe('read /home/d');
    expect(childrenOf(main)).toBe(1);
  });

  test('a place that has hung is left alone, then asked once for all who want it, and read again when it answers', async ({
    expect,
  }) => {
    const { client, asked, awake } = hangingReader();
    const stop = new AbortController();
    const first = cause(read(client, '/hung/a', stop.signal));
    await expect.poll(() => existsSync(asked)).toBe(true);
    // A reader's own limit, later than a moment: from here on the place is known to hang.
    setTimeout(() => stop.abort(new FactUnavailable('timed-out', asMessage('late'))), 2_000);
    expect(await first).toBe('timed-out');
    const times = (): number =>
      execFileSync('/usr/bin/wc', ['-l', asked], { encoding: 'utf8' }).split(' ').map(Number)[0] ?? 0;
    expect(times()).toBe(1);
    expect(await Promise.all([1, 2, 3].map(() => cause(read(client, '/hung/b'))))).toEqual(Array(3).fill('timed-out'));
    expect(times()).toBe(1);
    const leaves = new AbortController();
    let last = Promise.resolve('');
    await expect
      .poll(
        () => {
          last = cause(read(client, '/hung/b', leaves.signal));
          return times();
        },
        { timeout: 20_000 },
      )
      .toBe(2);
    leaves.abort();
    expect(await last).toBe('cancelled');
    writeFileSync(awake, '');
    await expect.poll(() => cause(read(client, '/hung/b')), { timeout: 20_000 }).toBe('read');
  });

  test('an asker who leaves before anything was sent leaves nothing behind', async ({ expect }) => {
    const { client } = hangingReader();
    const stop = new AbortController();
    const first = cause(read(client, '/hung/a'));
    const second = cause(read(client, '/hung/b', stop.signal));
    stop.abort();
    expect(await second).toBe('cancelled');
    expect(await first).toBe('timed-out');
  });
});

test('one that is killed before it spoke is followed by another', async () => {
  const { client } = hangingReader((place) => {
    const spoilt = JSON.stringify(path.join(place, 'spoilt'));
    return `if (!existsSync(${spoilt})) { appendFileSync(${spoilt}, ''); process.exit(); }`;
  });
  expect(await read(client, '/home/a')).toBe('read /home/a');
});

test('an answer that came while this thread was busy has come in time', async () => {
  const { client, asked } = hangingReader();
  await read(client, '/home/first');
  const limitMs = 1500;
  const answer = read(client, '/home/second', never, limitMs);
  const isAsked = (): boolean => readFileSync(asked, 'utf8').includes('/home/second');
  const until = performance.now() + limitMs + 100;
  // It is on its way only after a turn; then this thread is busy for longer than the reader may take.
  await new Promise(setImmediate);
  while (performance.now() < until);
  expect(isAsked()).toBe(true);
  expect(await answer).toBe('read /home/second');
});

test('where no second process can be started, places are read all the same', async () => {
  const file = path.join(folder, 'file');
  writeFileSync(file, 'text');
  for (const program of ['/nowhere/node', '/bin/false']) {
    const client = createReaderClient({ program, args: [] });
    expect(await read(client, file)).toBe('text');
    expect(await read(client, file)).toBe('text');
  }
});

test('the real one reads, and says why it cannot', async () => {
  const main = fileURLToPath(new URL('../../../../electron/platform/machine/places/reader-main.ts', import.meta.url));
  const client = createReaderClient({ program: process.execPath, args: [await buildProgram(main, folder)] });
  const file = path.join(folder, 'file');
  writeFileSync(file, 'text');
  expect(await read(client, file)).toBe('text');
  expect(await read(client, path.join(folder, 'none'))).toBeUndefined();
  execFileSync('/usr/bin/mkfifo', [path.join(folder, 'pipe')]);
  expect(await cause(read(client, path.join(folder, 'pipe')))).toBe('unreadable');
});
