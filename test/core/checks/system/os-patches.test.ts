/** When waiting updates are a failure, a caution or nothing; and when the answer is not to be believed. */
import { expect, test } from 'vitest';
import { osPatches } from '../../../../electron/core/checks/system/os-patches.ts';
import { known, unknown } from '../../../../electron/core/facts/fact.ts';
import { type HandFacts, judged } from '../judged.ts';

const security = { name: 'openssl', version: '3.0.17', security: true };
const other = { name: 'nano', version: '7.2', security: false };
const daysBefore = (days: number): string =>
  new Date(Date.parse('2026-11-22T12:00:00Z') - days * 86_400_000).toISOString();

const state = (
  updates: readonly (typeof security)[],
  looked: number | 'never' | null,
  installed: number | null,
  more: HandFacts = {},
) => {
  const facts: HandFacts = {
    pendingUpdates: known({ updates, securityKnown: true }, 'apt list --upgradable'),
    updatesLookedAt:
      looked === null
        ? unknown('unreadable', 'not written down')
        : known(looked === 'never' ? 'never' : daysBefore(looked), 'lists'),
    updatesInstalledAt: installed === null ? unknown('unreadable', 'no log') : known(daysBefore(installed), 'log'),
    operatingSystem: unknown('unreadable', 'no name'),
    ...more,
  };
  const [finding] = judged(osPatches, facts);
  return finding?.state;
};

test.each([
  ['nothing waits and the list is fresh', [], 1, 5, 'pass'],
  ['nothing waits on a list of 40 days ago: that is no news', [], 40, 5, 'unknown'],
  ['nothing waits and nobody knows how old the list is', [], null, 5, 'unknown'],
  ['it has never looked', [], 'never', 5, 'unknown'],
  ['security fixes wait and the last installation is weeks ago', [security], 1, 21, 'fail'],
  ['security fixes wait and nobody knows when any were installed', [security], 1, null, 'fail'],
  ['security fixes came out since yesterday’s installation', [security], 0, 1, 'caution'],
  ['security fixes wait even on an old list', [security], 40, 60, 'fail'],
  ['other updates wait, updated last week', [other], 1, 7, 'pass'],
  ['other updates wait, not updated for months', [other], 1, 90, 'caution'],
] as const)('%s', (_name, updates, looked, installed, expected) => {
  expect(state(updates, looked, installed)).toBe(expected);
});

test('the remedy is the command of this distribution', () => {
  const facts = (id: string, like: readonly string[]): HandFacts => ({
    pendingUpdates: known({ updates: [security], securityKnown: true }, 'x'),
    updatesLookedAt: known(daysBefore(1), 'x'),
    updatesInstalledAt: known(daysBefore(30), 'x'),
    operatingSystem: known({ name: id, id, like, version: '1', rolling: false }, 'x'),
  });
  const command = (id: string, like: readonly string[] = []) =>
    judged(osPatches, facts(id, like))[0]?.remedies[0]?.command;
  expect(command('debian')).toContain('apt full-upgrade');
  expect(command('tuxedo', ['ubuntu', 'debian'])).toContain('apt full-upgrade');
  expect(command('fedora')).toContain('dnf upgrade');
  expect(command('endeavouros', ['arch'])).toContain('pacman -Syu');
  expect(command('unheard-of')).toBeUndefined();
});

test('the waiting security updates are named', () => {
  const [finding] = judged(osPatches, {
    pendingUpdates: known(
      { updates: ['a', 'b', 'c', 'd'].map((name) => ({ ...security, name })), securityKnown: true },
      'x',
    ),
    updatesLookedAt: known(daysBefore(1), 'x'),
    updatesInstalledAt: known(daysBefore(30), 'x'),
    operatingSystem: unknown('unreadable', 'x'),
  });
  expect(finding?.title).toBe('4 security updates are waiting');
});
