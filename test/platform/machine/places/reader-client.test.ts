/** Places that hang, in a process that answers for all others: what a hang may cost, and what it may not. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FactUnavailable } from '../../../../electron/core/facts/fact.ts';
import { createReaderClient, type ReaderClient } from '../../../../electron/platform/machine/places/reader-client.ts';
import { sourceReader } from '../../../doubles/source-reader.ts';

let folder: string;
/** Its file gets a line for every reading that was asked of it. */
const asked = (): string => path.join(folder, 'asked');
const awake = (): string => path.join(folder, 'awake');

/** Answers as the real one, but for paths below /hung: those never, until the file `awake` is there. */
const hangingReader = (first = ''): ReaderClient => {
  const main = path.join(folder, 'reader.cjs');
  writeFileSync(
    main,
    `const { appendFileSync, existsSync } = require('node:fs');
${first}
process.on('disconnect', () => process.exit());
process.on('message', ({ is, id, operation }) => {
  if (is !== 'read') return;
  appendFileSync(${JSON.stringify(asked())}, operation.path + '\\n');
  if (operation.path.startsWith('/hung') && !existsSync(${JSON.stringify(awake())})) return;
  process.send({ is: 'read', id, result: 'read ' + operation.path });
});
process.send({ is: 'ready' });
`,
  );
  return createReaderClient({ program: process.execPath, args: [main] });
};

const never = new AbortController().signal;
const read = (client: ReaderClient, file: string, signal = never): Promise<unknown> =>
  client.read(file.split('/').slice(0, 2).join('/'), '', { op: 'readText', path: file }, {}, signal);
const cause = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'read',
    (error: unknown) => (error instanceof FactUnavailable ? error.why : String(error)),
  );
const children = (): number =>
  execFileSync('/bin/ps', ['--ppid', String(process.pid), '-o', 'state=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes('reader.cjs') && !line.startsWith('Z')).length;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-reader-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what hangs costs what was asked of it; all other places answer, and one process is left', async () => {
  const client = hangingReader();
  const hung = ['/hung-a/x', '/hung-b/x', '/hung-c/x', '/hung-a/y'].map((file) => cause(read(client, file)));
  const well = await Promise.all(['/home/a', '/home/b', '/data/c'].map((file) => read(client, file)));
  expect(well).toEqual(['read /home/a', 'read /home/b', 'read /data/c']);
  expect(await Promise.all(hung)).toEqual(['timed-out', 'timed-out', 'timed-out', 'timed-out']);
  expect(await read(client, '/home/d')).toBe('read /home/d');
  expect(children()).toBe(1);
});

test('a place that has hung is left alone, then asked once for all who want it, and read again when it answers', async () => {
  const client = hangingReader();
  const stop = new AbortController();
  const first = cause(read(client, '/hung/a', stop.signal));
  await expect.poll(() => existsSync(asked())).toBe(true);
  // A reader's own limit, later than a moment: from here on the place is known to hang.
  setTimeout(() => stop.abort(new FactUnavailable('timed-out', 'late')), 2_000);
  expect(await first).toBe('timed-out');
  const times = (): number =>
    execFileSync('/usr/bin/wc', ['-l', asked()], { encoding: 'utf8' }).split(' ').map(Number)[0] ?? 0;
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
  writeFileSync(awake(), '');
  await expect.poll(() => cause(read(client, '/hung/b')), { timeout: 20_000 }).toBe('read');
});

test('an asker who leaves before anything was sent leaves nothing behind', async () => {
  const client = hangingReader();
  const stop = new AbortController();
  const first = cause(read(client, '/hung/a'));
  const second = cause(read(client, '/hung/b', stop.signal));
  stop.abort();
  expect(await second).toBe('cancelled');
  expect(await first).toBe('timed-out');
});

test('one that is killed before it spoke is followed by another', async () => {
  const spoilt = JSON.stringify(path.join(folder, 'spoilt'));
  const client = hangingReader(`if (!existsSync(${spoilt})) { appendFileSync(${spoilt}, ''); process.exit(); }`);
  expect(await read(client, '/home/a')).toBe('read /home/a');
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
  const client = createReaderClient(sourceReader);
  const file = path.join(folder, 'file');
  writeFileSync(file, 'text');
  expect(await read(client, file)).toBe('text');
  expect(await read(client, path.join(folder, 'none'))).toBeUndefined();
  execFileSync('/usr/bin/mkfifo', [path.join(folder, 'pipe')]);
  expect(await cause(read(client, path.join(folder, 'pipe')))).toBe('unreadable');
});
