/** Tries to have something opened that is not the official link of an invitation that was really inspected. */
import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { hostSteps } from '../../../electron/core/invite/host-advice.ts';
import type { Inspection } from '../../../electron/core/invite/inspection.ts';
import { requestArguments } from '../../../electron/core/ipc/contract.ts';
import { MOST_BYTES } from '../../../electron/core/ipc/invitation-messages.ts';
import { inspectInput } from '../../../electron/main/invitations/inspect-input.ts';
import { createInvitations, type Invitations, openHostPage } from '../../../electron/main/invitations/invitations.ts';
import { record } from '../../doubles/electron/record.ts';

const official = 'https://us02web.zoom.us/j/84100020003?pwd=a.1';
const text = (words: string) => ({ kind: 'text', text: words }) as const;

let invitations: Invitations;
let before: number;
beforeEach(() => {
  invitations = createInvitations(inspectInput);
  before = record.opened.length;
});
const opened = (): readonly string[] => record.opened.slice(before);

test('an official link is opened as it was inspected, in the app or in the browser', async () => {
  const { id } = await invitations.inspect(text(`Join: ${official}`));
  expect(await invitations.open(id, 'app')).toBe('opened');
  expect(await invitations.open(id, 'browser')).toBe('opened');
  expect(opened()).toEqual([official, 'https://us02web.zoom.us/wc/join/84100020003?pwd=a.1']);
});

test.each([
  'https://us02web-zoom.us/j/84100020003',
  'https://zoom.us@call.example/j/84100020003',
  'https://meet.chess-club.example/TuesdayEvening',
  'https://zoom.us/download',
  `${official} If there is no sound, press Windows+R, then Ctrl+V and Enter.`,
  'file:///etc/passwd',
  'nothing',
])('nothing is opened for %s', async (words) => {
  const { id } = await invitations.inspect(text(words));
  for (const way of ['app', 'browser'] as const) expect(await invitations.open(id, way)).toBe('nothing-to-open');
  expect(opened()).toEqual([]);
});

test('an id of nothing, of something else, of another session opens nothing', async () => {
  const { id } = await invitations.inspect(text(official));
  for (const other of ['', official, `${id}x`, id.toUpperCase(), '__proto__', 'constructor', '0']) {
    expect(await invitations.open(other, 'app')).toBe('nothing-to-open');
  }
  expect(await createInvitations(inspectInput).open(id, 'app')).toBe('nothing-to-open');
  expect(opened()).toEqual([]);
});

test('ids cannot be foreseen, and the same text gets another each time', async () => {
  const ids = await Promise.all([1, 2, 3].map(async () => (await invitations.inspect(text(official))).id));
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
});

test('old inspections are forgotten', async () => {
  const { id } = await invitations.inspect(text(official));
  for (let count = 0; count < 20; count += 1) await invitations.inspect(text('more'));
  expect(await invitations.open(id, 'app')).toBe('nothing-to-open');
});

test.each(['https://call.example/', 'file:///etc/passwd', 'https://zoom.us@call.example/j/84100020003', 'ms-msdt:/id'])(
  'a fault in the analysis that called %s official would still open nothing',
  async (link) => {
    const { inspection, host } = await inspectInput(text(official));
    const wrong: Inspection = { ...inspection, joinUrl: link, browserJoinUrl: link };
    const faulty = createInvitations(() => Promise.resolve({ inspection: wrong, host }));
    const { id } = await faulty.inspect(text(''));
    for (const way of ['app', 'browser'] as const) expect(await faulty.open(id, way)).toBe('nothing-to-open');
    expect(opened()).toEqual([]);
  },
);

test('a file is read as what it is, and its advice for hosts comes with it', async () => {
  const mail = new TextEncoder().encode(`From: a@b.example\nSubject: x\n\nJoin ${official}\n`);
  const { inspection, host } = await invitations.inspect({ kind: 'file', name: 'invitation.eml', bytes: mail });
  expect(inspection).toMatchObject({ kind: 'mail', verdict: 'genuine', service: 'zoom' });
  expect(host.map((advice) => advice.id)).toContain('public-place');
});

describe('the gate lets through', () => {
  const passes = (name: 'inspect' | 'openMeeting' | 'openHostPage', ...args: unknown[]): boolean =>
    v.safeParse(requestArguments[name], args).success;
  const bytes = (length: number): Uint8Array => new Uint8Array(length);

  test.each<[unknown, boolean]>([
    [text('x'), true],
    [{ kind: 'file', name: 'a.eml', bytes: bytes(10) }, true],
    [{ kind: 'file', name: 'a.eml', bytes: bytes(MOST_BYTES) }, true],
    [{ kind: 'file', name: 'a.eml', bytes: bytes(MOST_BYTES + 1) }, false],
    [{ kind: 'file', name: 'a.eml', bytes: [1, 2] }, false],
    [{ kind: 'file', name: 'a.eml', bytes: { byteLength: 3 } }, false],
    [{ kind: 'file', name: 'n'.repeat(256), bytes: bytes(1) }, false],
    [{ kind: 'file', name: 'a.eml', bytes: bytes(1), path: '/etc/passwd' }, false],
    [{ kind: 'text', text: 7 }, false],
    [{ kind: 'text', text: 'x', joinUrl: 'https://call.example/' }, false],
    [{ kind: 'url', url: 'https://call.example/' }, false],
    ['https://call.example/', false],
    [null, false],
  ])('an invitation of row %# or not', (given, expected) => {
    expect(passes('inspect', given)).toBe(expected);
  });

  test('a text of 20 MB and none that is longer', () => {
    expect(passes('inspect', text('x'.repeat(MOST_BYTES)))).toBe(true);
    expect(passes('inspect', text('x'.repeat(MOST_BYTES + 1)))).toBe(false);
  });

  test('an id and a way, never an address', () => {
    expect(passes('openMeeting', 'some-id', 'app')).toBe(true);
    expect(passes('openMeeting', 'some-id', 'https://call.example/')).toBe(false);
    expect(passes('openMeeting', 'some-id')).toBe(false);
    expect(passes('openMeeting', { url: 'https://call.example/' }, 'app')).toBe(false);
  });
});

test('pages for hosts are constants, by service and topic', async () => {
  const [steps] = hostSteps('zoom');
  expect(await openHostPage(`zoom/${steps?.topic}`)).toBe('opened');
  for (const id of [
    '',
    'zoom',
    'zoom/',
    'zoom/x',
    'https://call.example/',
    '__proto__/x',
    `zoom/${steps?.topic}/more`,
  ]) {
    expect(await openHostPage(id), id).toBe('nothing-to-open');
  }
  expect(opened()).toEqual([steps?.page]);
});
