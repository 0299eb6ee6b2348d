/** The way back, with real programs: after a crash, at the end of the call, by a click; only what is still as Greenroom left it. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { english } from '../../../electron/core/messages/format.ts';
import { beginChange } from '../../../electron/engine/fixes/change-store.ts';
import { birthOf } from '../../../electron/engine/fixes/process-birth.ts';
import { putBackDue, undo } from '../../../electron/engine/fixes/put-back.ts';
import { apply, crashed, notes, standIn } from './stand-in.ts';

test('killed between note and change: nothing is done', async () => {
  const one = standIn();
  await beginChange(one.folder, crashed());
  expect(await putBackDue(one.place)).toEqual([]);
  expect(one.read('asked')).toBe('');
  expect(await notes(one)).toMatchObject([{ state: 'undone' }]);
});

test('killed after the change: what was for the call is put back at the next start', async () => {
  const one = standIn();
  one.put('radio', 'enabled\n');
  await beginChange(one.folder, crashed({ until: new Date(Date.now() + 3_600_000).toISOString() }));
  expect(await putBackDue(one.place)).toMatchObject([{ outcome: { state: 'put-back' } }]);
  expect([one.read('asked'), one.read('radio')]).toEqual(['radio wifi off', 'disabled']);
  expect(await putBackDue(one.place)).toEqual([]);
});

test('killed after the change: what was to stay stays, and can be put back by a click', async () => {
  const one = standIn();
  one.put('radio', 'enabled\n');
  await beginChange(one.folder, crashed());
  expect(await putBackDue(one.place)).toEqual([]);
  expect([one.read('asked'), one.read('radio')]).toEqual(['', 'enabled']);
  expect(await notes(one)).toMatchObject([{ state: 'done' }]);
  expect(await undo('wifi-on', one.place)).toMatchObject({ state: 'put-back' });
});

test('changed since: not touched', async () => {
  const one = standIn();
  await apply(one);
  one.put('radio', 'disabled\n');
  expect(english((await undo('wifi-on', one.place)).sentence)).toContain('as it was before');

  const until = new Date(Date.now() + 3_600_000).toISOString();
  await beginChange(one.folder, crashed({ until, after: { on: 'as-no-longer' }, before: { on: null } }));
  one.put('asked', '');
  expect(await putBackDue(one.place)).toMatchObject([{ outcome: { state: 'left' } }]);
  expect(one.read('asked')).toBe('');
});

test('what is for the call ends with it, what stays does not', async () => {
  const one = standIn();
  const ahead = new Date(Date.now() + 3_600_000).toISOString();
  await apply(one);
  await beginChange(one.folder, crashed({ id: 'later', state: 'done', until: ahead, pid: process.pid }));
  expect(await putBackDue(one.place)).toEqual([]);
  const after = { ...one.place, clock: () => new Date(Date.parse(ahead) + 1) };
  expect((await putBackDue(after)).map(({ change }) => change.id)).toEqual(['later']);
});

test.each([
  ['that has gone to another process since', { pid: process.ppid, born: '1' }],
  ['of a process before the computer was started', { pid: process.ppid, at: '2020-01-01T00:00:00Z' }],
  ['that is this one’s by now', { pid: process.pid, born: '1' }],
])('the number of a process %s keeps nothing in force', async (_what, of) => {
  const one = standIn();
  one.put('radio', 'enabled\n');
  const ahead = new Date(Date.now() + 3_600_000).toISOString();
  await beginChange(one.folder, crashed({ state: 'done', until: ahead, ...of }));
  expect(await putBackDue(one.place)).toMatchObject([{ outcome: { state: 'put-back' } }]);
});

test('what is kept by another Greenroom that runs is left to it', async () => {
  const one = standIn();
  one.put('radio', 'enabled\n');
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const born = birthOf(process.ppid);
  await beginChange(one.folder, crashed({ state: 'done', until, pid: process.ppid, ...(born ? { born } : {}) }));
  expect(await putBackDue(one.place)).toEqual([]);
});

test('undone by the same word as it was asked for; a level above 100 % is a value too', async () => {
  const one = standIn();
  const before = { muted: true, percent: 130 };
  await beginChange(one.folder, crashed({ id: 'first', state: 'done', key: 'a' }));
  await beginChange(one.folder, crashed({ id: 'second', state: 'done', key: 'b', before }));
  expect(await undo('wifi-on:c', one.place)).toMatchObject({ state: 'not-done' });
  expect(await undo('wifi-on:a', one.place)).toMatchObject({ state: 'put-back' });
  expect(await notes(one)).toMatchObject([
    { id: 'first', state: 'undone' },
    { id: 'second', state: 'done', before },
  ]);
});

test('over SSH nothing is done, whatever the system tells', async () => {
  const one = standIn({ isRemote: true });
  expect(english((await apply(one)).sentence)).toContain('from another one');
  expect(one.read('asked')).toBe('');
});

test.each([
  ['REMOTE=1', 'from another one'],
  ['ACTIVE=0', 'Another account is in front'],
])('a session with %s: nothing is done, and nothing is undone by a click', async (line, why) => {
  const one = standIn();
  await apply(one);
  const { root = '', port } = one.place;
  const [home, logind] = [path.join(root, port.host.home), path.join(root, 'run/systemd')];
  mkdirSync(home, { recursive: true });
  const { uid } = statSync(home);
  for (const [name, text] of [
    [`users/${uid}`, 'DISPLAY=2\n'],
    ['sessions/2', `TYPE=wayland\nSEAT=seat0\n${line}\n`],
  ] as const) {
    mkdirSync(path.dirname(path.join(logind, name)), { recursive: true });
    writeFileSync(path.join(logind, name), text);
  }
  expect(english((await undo('wifi-on', one.place)).sentence)).toContain(why);
  one.put('radio', 'disabled\n');
  expect(english((await apply(one)).sentence)).toContain(why);
  expect(one.read('asked')).toBe('radio wifi on');
});

test('what is for the call and whose Greenroom has ended is put back at the next start', async () => {
  const one = standIn();
  one.put('radio', 'enabled\n');
  const ahead = new Date(Date.now() + 3_600_000).toISOString();
  await beginChange(one.folder, crashed({ state: 'done', until: ahead }));
  expect(await putBackDue(one.place)).toMatchObject([{ outcome: { state: 'put-back' } }]);
  expect(one.read('radio')).toBe('disabled');
});
