/** Tries `greenroom:` links as a hostile site would write them, and what comes of the three honest forms. */

import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { checks } from '../../../electron/core/checks/index.ts';
import type { Incoming, JoinProgress } from '../../../electron/core/ipc/invitation-messages.ts';
import { deepLinkIn, parseDeepLink } from '../../../electron/main/incoming/deep-link.ts';
import { createIncomingItems } from '../../../electron/main/incoming/incoming.ts';
import { inspectInput } from '../../../electron/main/invitations/inspect-input.ts';
import { createInvitations } from '../../../electron/main/invitations/invitations.ts';
import { record } from '../../doubles/electron/record.ts';
import { finding, likeFinding, report, snapshot } from '../../renderer/samples.ts';

const ids = checks.map((check) => check.id);
const official = 'https://us02web.zoom.us/j/84100020003?pwd=a.1';
const joining = (url: string): string => `greenroom://join?url=${encodeURIComponent(url)}`;

describe('the three forms', () => {
  test.each([
    ['greenroom://check', { action: 'check' }],
    ['greenroom://check/', { action: 'check' }],
    ['greenroom://open/os-patches', { action: 'open', checkId: 'os-patches' }],
    [joining(official), { action: 'join', url: official }],
    [`greenroom://join/?url=${encodeURIComponent(official)}`, { action: 'join', url: official }],
    [
      'greenroom://join?url=https://meet.google.com/pqr-wxyz-abc',
      { action: 'join', url: 'https://meet.google.com/pqr-wxyz-abc' },
    ],
  ])('%s', (text, link) => {
    expect(parseDeepLink(text, ids)).toEqual(link);
  });
});

test.each([
  '',
  'greenroom:',
  'greenroom://',
  'greenroom:check',
  'greenroom://check?only=os-patches',
  'greenroom://check#x',
  'greenroom://check\n',
  'greenroom://user@check',
  'greenroom://check:80',
  'greenroom://open/',
  'greenroom://open/no-such-check',
  'greenroom://open/__proto__',
  'greenroom://open/../os-patches',
  'greenroom://open/os-patches/more',
  'greenroom://open/os%2dpatches',
  'greenroom://run?program=xterm',
  'greenroom://join',
  'greenroom://join?url=',
  'greenroom://join?url=not-a-link',
  'greenroom://join?url=%zz',
  'greenroom://join?url=%e2%80%aehttps://zoom.us/j/1',
  `${joining(official)}&url=${encodeURIComponent('https://call.example/')}`,
  `${joining(official)}#greenroom`,
  `greenroom://join?x=1&url=${encodeURIComponent(official)}`,
  joining(`${official}\r\nX: y`),
  joining(`${official}\u202e`),
  joining(`https://zoom.us/j/${'1'.repeat(9000)}`),
  `greenroom://join?url=${'%41'.repeat(20_000)}`,
  'https://greenroom/check',
  'xgreenroom://check',
])('%j is none', (text) => {
  expect(parseDeepLink(text, ids)).toBeNull();
});

test('no text whatever yields more than a known check or a plain link', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'binary' }).map((rest) => `greenroom://${rest}`),
    fc.string({ unit: 'binary' }).map((rest) => `greenroom://join?url=${rest}`),
    fc
      .string({ unit: 'binary' })
      .map((rest) => `greenroom://join?url=https%3A%2F%2F${encodeURIComponent(rest.toWellFormed())}`),
    fc.string({ unit: 'binary' }).map((rest) => `greenroom://open/${rest}`),
    fc.webUrl({ withQueryParameters: true, withFragments: true }).map(joining),
  );
  fc.assert(
    fc.property(words, (text) => {
      const link = parseDeepLink(text, ids);
      if (link === null) return;
      expect(['check', 'join', 'open']).toContain(link.action);
      if (link.action === 'open') expect(ids).toContain(link.checkId);
      if (link.action === 'join') {
        expect(link.url.length).toBeLessThanOrEqual(8192);
        expect(link.url).toMatch(/^[a-z][a-z0-9+.-]+:[^\s\p{Cc}\p{Cf}]+$/iu);
        expect(text).toMatch(/^greenroom:\/\/join/i);
      }
    }),
    { numRuns: 2000 },
  );
});

test('the link is found among the words of a start, and the program’s own path is never one', () => {
  expect(deepLinkIn(['/usr/bin/greenroom', '--hidden', 'greenroom://check'])).toBe('greenroom://check');
  expect(deepLinkIn(['electron', '.', 'GREENROOM://check'])).toBe('GREENROOM://check');
  expect(deepLinkIn(['greenroom://check'])).toBeNull();
  expect(deepLinkIn(['/usr/bin/greenroom', 'check'])).toBeNull();
});

describe('what comes of a link', () => {
  const passing = [
    finding({
      id: 'meeting-apps',
      subject: 'zoom (dpkg)',
      state: 'pass',
      title: 'Zoom is current',
      found: '',
      source: '',
    }),
  ];
  const oldApp = passing.map((one) => likeFinding(one, { state: 'fail' }));

  const program = (findings = passing, before = snapshot({ report: null })) => {
    let now = before;
    const told: Incoming[] = [];
    const check = vi.fn(async (_only: readonly string[] | null) => {
      now = snapshot({ report: report(findings) });
    });
    const opened = record.opened.length;
    const incomingItems = createIncomingItems({
      session: { snapshot: () => now, check },
      invitations: createInvitations(inspectInput),
      checkIds: ids,
      publish: (incoming) => told.push(incoming),
    });
    return {
      incomingItems,
      told,
      check,
      opened: () => record.opened.slice(opened),
      progress: (): readonly (JoinProgress | string)[] =>
        told.map((incoming) => (incoming.kind === 'invitation' ? incoming.progress : incoming.kind)),
    };
  };

  test('an official link is opened once everything was checked', async () => {
    const { incomingItems, progress, check, opened } = program();
    await incomingItems.take(joining(official));
    expect(progress()).toEqual(['checking', 'opened']);
    expect(check.mock.calls).toEqual([[null]]);
    expect(opened()).toEqual([official]);
    expect(incomingItems.latest()).toMatchObject({ kind: 'invitation', progress: 'opened' });
  });

  test('it is not opened when this computer is not ready', async () => {
    const { incomingItems, progress, opened } = program(oldApp);
    await incomingItems.take(joining(official));
    expect(progress()).toEqual(['checking', 'not-ready']);
    expect(opened()).toEqual([]);
  });

  test.each([
    'https://us02web-zoom.us/j/84100020003',
    'https://meet.chess-club.example/Tuesday',
    'https://example.org/',
    'file:///etc/passwd',
  ])('%s is shown, and neither checked for nor opened', async (url) => {
    const { incomingItems, progress, check, opened } = program();
    await incomingItems.take(joining(url));
    expect(progress()).toEqual(['shown']);
    expect([check.mock.calls, opened()]).toEqual([[], []]);
  });

  test('an app’s own scheme waits for the person', async () => {
    const { incomingItems, progress, opened } = program();
    await incomingItems.take(joining('zoommtg://zoom.us/join?confno=84100020003'));
    expect(progress()).toEqual(['checking', 'shown']);
    expect(opened()).toEqual([]);
  });

  test('of two that come in quick succession only the newer is opened', async () => {
    const { incomingItems, opened } = program();
    const newer = 'https://meet.google.com/pqr-wxyz-abc';
    await Promise.all([incomingItems.take(joining(official)), incomingItems.take('greenroom://check')]);
    expect(opened()).toEqual([]);
    await Promise.all([incomingItems.take(joining(newer)), incomingItems.take(joining(official))]);
    expect(opened()).toEqual([official]);
  });

  test('a fault in the analysis is told like a link that was not understood, and ends nothing', async () => {
    const told: Incoming[] = [];
    const incomingItems = createIncomingItems({
      session: { snapshot: () => snapshot(), check: async () => {} },
      invitations: createInvitations(() => Promise.reject(new Error('fault'))),
      checkIds: ids,
      publish: (incoming) => told.push(incoming),
    });
    await incomingItems.take(joining(official));
    expect(told.map((incoming) => incoming.kind)).toEqual(['refused']);
  });

  test('the others are told to the page: a check, a finding, a text that was not understood', async () => {
    const { incomingItems, told, check } = program();
    await incomingItems.take('greenroom://check');
    await incomingItems.take('greenroom://open/os-patches');
    await incomingItems.take('greenroom://run?program=xterm');
    expect(check.mock.calls).toEqual([[null]]);
    expect(told).toMatchObject([
      { number: 1, kind: 'check' },
      { number: 2, kind: 'finding', checkId: 'os-patches' },
      { number: 3, kind: 'refused' },
    ]);
    expect(JSON.stringify(told)).not.toContain('xterm');
  });
});
