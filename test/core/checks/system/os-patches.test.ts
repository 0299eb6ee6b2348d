/** When waiting updates are a failure, a caution or nothing; and when the answer is not to be believed. */
import { describe, expect, test } from 'vitest';
import { osPatches } from '../../../../electron/core/checks/system/os-patches.ts';
import { known, unknown } from '../../../../electron/core/facts/fact.ts';
import type { PendingUpdate, Platform } from '../../../../electron/core/facts/index.ts';
import { noKnownUpdates } from '../../../../electron/core/facts/known-updates.ts';
import { asMessage } from '../../../../electron/core/messages/messages.ts';
import { type HandFacts, judged, NOW } from '../judged.ts';

const security: PendingUpdate = { name: 'openssl', version: '3.0.17', security: true };
const other: PendingUpdate = { name: 'nano', version: '7.2', security: false };
const unmarked: PendingUpdate = { name: 'sudo', version: '1.9.18', security: null };
const daysBefore = (days: number, now = NOW): string => new Date(Date.parse(now) - days * 86_400_000).toISOString();

/** `null`: not known. */
type Days = number | null;

const found = (
  updates: readonly PendingUpdate[],
  looked: Days | 'never',
  installed: Days,
  { platform = 'linux', now = NOW, imageOf }: { platform?: Platform; now?: string; imageOf?: string } = {},
) => {
  const facts: HandFacts = {
    pendingUpdates: known({ updates, ...(imageOf === undefined ? {} : { imageOf }) }, 'apt list --upgradable'),
    updatesLookedAt:
      looked === null
        ? unknown('unreadable', asMessage('not written down'))
        : known(looked === 'never' ? 'never' : daysBefore(looked, now), 'lists'),
    updatesInstalledAt:
      installed === null ? unknown('unreadable', asMessage('no log')) : known(daysBefore(installed, now), 'log'),
    operatingSystem: unknown('unreadable', asMessage('no name')),
    updateMemory: known(noKnownUpdates, 'nothing remembered'),
  };
  const [finding] = judged(osPatches, facts, { platform, now });
  if (finding === undefined) throw new Error('os-patches says nothing');
  return finding;
};

test.each([
  ['nothing waits and the list is fresh', [], 1, 5, 'pass'],
  ['nothing waits on a list of 40 days ago: that is no news', [], 40, 5, 'unknown'],
  ['nothing waits and nobody knows how old the list is', [], null, 5, 'unknown'],
  ['it has never looked', [], 'never', 5, 'unknown'],
  ['security fixes wait and nothing was installed for weeks', [security], 1, 21, 'fail'],
  ['security fixes wait and nobody knows since when, nor when any were installed', [security], 1, null, 'caution'],
  ['security fixes came out since yesterday’s installation', [security], 0, 1, 'caution'],
  ['security fixes may have come this morning, though the last ones came five days ago', [security], 0, 5, 'caution'],
  ['security fixes stood on the list that was read four days ago', [security], 4, 0, 'fail'],
  ['nothing waits, by a clock that was a week ahead', [], -7, 5, 'unknown'],
  ['security fixes wait even on an old list', [security], 40, 60, 'fail'],
  ['other updates wait, updated last week', [other], 1, 7, 'pass'],
  ['other updates wait, not updated for months', [other], 1, 45, 'caution'],
  ['what waits may be a fix, updated this week', [unmarked], 1, 7, 'pass'],
  ['what waits may be a fix, not updated for longer', [unmarked], 1, 8, 'caution'],
  ['so much waits that the last installation was none of everything', Array(100).fill(unmarked), 1, 2, 'caution'],
  ['a hundred updates and no fix among them is not believed', Array(100).fill(other), 1, 2, 'caution'],
] as const)('%s', (_name, updates, looked, installed, expected) => {
  expect(found(updates, looked, installed).state).toBe(expected);
});

describe('an empty list is believed only while updates were installed as often as they come', () => {
  test.each([
    ['linux', 60, 'pass'],
    ['linux', 61, 'caution'],
    ['win32', 45, 'pass'],
    ['win32', 46, 'caution'],
    ['darwin', 120, 'pass'],
    ['darwin', 121, 'caution'],
  ] as const)('%s, %s days ago: %s', (platform, installed, expected) => {
    expect(found([], 0, installed, { platform }).state).toBe(expected);
  });

  test('what is no fix does not make it believable', () => {
    expect(found([other], 0, 200, { platform: 'win32' }).title).toBe('Last updated 200 days ago');
  });
});

describe('the build that Windows runs tells when it was last updated', () => {
  test.each([
    ['10.0.26200.8457', null, 'caution', 'no history, and a build of May'],
    ['10.0.26200.8655', 5, 'caution', 'a history of last week, and a build of June'],
    ['10.0.26200.7000', null, 'caution', 'a build older than all that are listed'],
    ['10.0.26200.9886', 5, 'pass', 'a build newer than all that are listed'],
    ['10.0.26100.33690', 5, 'pass', 'a server, which counts otherwise'],
    ['10.0.29000.1', 5, 'pass', 'a release that is not listed'],
    ['10.0.26200', 5, 'pass', 'a build without its revision'],
  ] as const)('%s, %s days: %s (%s)', (version, installed, expected, _what) => {
    const finding = judged(
      osPatches,
      {
        pendingUpdates: known({ updates: [] }, 'x'),
        updatesLookedAt: known(daysBefore(0), 'x'),
        updatesInstalledAt:
          installed === null ? unknown('unreadable', asMessage('x')) : known(daysBefore(installed), 'x'),
        operatingSystem: known({ name: 'Windows', id: 'windows', like: [], version, rolling: false }, 'x'),
        updateMemory: known(noKnownUpdates, 'x'),
      },
      { platform: 'win32' },
    )[0];
    expect(finding?.state).toBe(expected);
  });
});

describe('patch day is no reason to miss a call', () => {
  test.each([
    // The second Tuesday of December, 18:00: half an hour later, three days later, and the evening before it is a failure.
    ['2026-12-08T18:30:00.000Z', 27, 'caution'],
    ['2026-12-11T19:00:00.000Z', 30, 'caution'],
    ['2026-12-12T19:00:00.000Z', 31, 'fail'],
    // Five weeks lie between these two.
    ['2027-01-12T18:30:00.000Z', 35, 'caution'],
    // November’s was left out.
    ['2026-12-08T18:30:00.000Z', 40, 'fail'],
  ] as const)('Windows at %s, %s days after the last one: %s', (now, installed, expected) => {
    expect(found([security], 0, installed, { platform: 'win32', now }).state).toBe(expected);
  });

  test.each([
    [17, 'caution'],
    [60, 'caution'],
    [142, 'fail'],
  ] as const)('macOS, %s days after the last one: %s', (installed, expected) => {
    expect(found([security], 0, installed, { platform: 'darwin' }).state).toBe(expected);
  });

  test('what the system says it offers since a week has waited', () => {
    const offered = { ...security, since: daysBefore(7) };
    expect(found([offered], 0, 9, { platform: 'win32' })).toMatchObject({
      state: 'fail',
      evidence: { found: expect.stringContaining('Waiting for at least 7 days.') },
    });
    expect(found([{ ...security, since: daysBefore(1) }], 0, 9, { platform: 'win32' }).state).toBe('caution');
  });
});

test.each([
  ['2026-10-12T12:00:00.000Z', 33, 'pass', 'the day before the next patch day'],
  ['2026-10-12T12:00:00.000Z', 46, 'caution', 'one patch day was left out'],
] as const)(
  'a driver waits on Windows at %s, %s days after the last update: %s (%s)',
  (now, installed, expected, _what) => {
    expect(found([other], 0, installed, { platform: 'win32', now }).state).toBe(expected);
  },
);

describe('one package that was touched is no update of everything', () => {
  const left = (count: number, days: number) =>
    Array.from({ length: count }, (_, at) => ({ ...security, name: `lib${at}`, replacesOf: daysBefore(days) }));

  test.each([
    [14, 1, 'fail'],
    [13, 1, 'caution'],
    [26, 5, 'fail'],
    [25, 5, 'caution'],
  ] as const)('%s that were all left alone, %s days after an installation: %s', (count, installed, state) => {
    expect(found(left(count, 100), 0, installed).state).toBe(state);
  });

  test('one fix that replaces dozens of packages is no neglect', () => {
    const one = left(40, 100).map((update, at) => ({ ...update, name: `libreoffice-part${at}` }));
    expect(found(one, 0, 1).state).toBe('caution');
  });

  test('few that seldom change tell nothing', () => {
    expect(found(left(3, 100), 0, 1).state).toBe('caution');
  });
});

describe('what is kept back', () => {
  test('is not counted where its maker does not offer it yet', () => {
    const finding = found([{ ...other, keptBack: 'phased' }], 1, 45);
    expect(finding).toMatchObject({ state: 'pass', title: 'No updates are waiting' });
    expect(finding.evidence.found).toContain('1 more is held back here, or not yet offered to this computer.');
  });

  test('is a caution where somebody holds a fix back, and the remedy is not to update', () => {
    const finding = found([{ ...security, keptBack: 'held' }], 1, 45);
    expect(finding).toMatchObject({ state: 'caution', title: '1 security update is held back' });
    expect(finding.remedies[0]?.command).toBe('apt-mark showhold');
  });

  test('does not hide a fix that waits beside it', () => {
    expect(found([{ ...security, keptBack: 'held' }, security], 4, 45).state).toBe('fail');
  });
});

describe('a system that is replaced as a whole is judged by its day', () => {
  test.each([
    [2, 'pass', 'Updated 2 days ago'],
    [30, 'pass', 'Updated 30 days ago'],
    [62, 'caution', 'Last updated 62 days ago'],
  ] as const)('%s days: %s', (days, state, title) => {
    expect(found([], null, days, { imageOf: daysBefore(days) })).toMatchObject({ state, title });
  });
});

test('the remedy is the command of this distribution', () => {
  const facts = (id: string, like: readonly string[]): HandFacts => ({
    pendingUpdates: known({ updates: [security] }, 'x'),
    updatesLookedAt: known(daysBefore(1), 'x'),
    updatesInstalledAt: known(daysBefore(30), 'x'),
    operatingSystem: known({ name: id, id, like, version: '1', rolling: false }, 'x'),
    updateMemory: known(noKnownUpdates, 'x'),
  });
  const command = (id: string, like: readonly string[] = []) =>
    judged(osPatches, facts(id, like))[0]?.remedies[0]?.command;
  expect(command('debian')).toContain('apt full-upgrade');
  expect(command('tuxedo', ['ubuntu', 'debian'])).toContain('apt full-upgrade');
  expect(command('fedora')).toContain('dnf upgrade');
  expect(command('endeavouros', ['arch'])).toContain('pacman -Syu');
  expect(command('unheard-of')).toBeUndefined();
});

test('the waiting security updates are counted in the title and named below it', () => {
  const finding = found(
    ['a', 'b', 'c', 'd'].map((name) => ({ ...security, name })),
    1,
    30,
  );
  expect(finding.title).toBe('4 security updates are waiting');
  expect(finding.evidence.found).toContain('Waiting: a, b, c and 1 more.');
});
