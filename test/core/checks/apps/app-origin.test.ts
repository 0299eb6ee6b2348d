import { expect, it } from 'vitest';
import { appOrigin } from '../../../../electron/core/checks/apps/app-origin.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import type { AppOrigin, AppProof, Platform } from '../../../../electron/core/facts/index.ts';
import { asMessage } from '../../../../electron/core/messages/messages.ts';
import { judged, policyFor } from '../judged.ts';

const origin = (proof: AppProof, changes: Partial<AppOrigin> = {}): AppOrigin => ({
  product: 'zoom',
  kind: 'dpkg',
  source: 'package zoom',
  proof,
  ...changes,
});
const findings = (origins: readonly AppOrigin[], platform: Platform = 'linux', policy = {}) =>
  judged(appOrigin, { appOrigins: known({ origins }, 'x') }, { platform, policy: policyFor('app-origin', policy) });

const team = (id: string, checked = true): AppProof => ({ is: 'signed', by: 'Somebody', team: id, checked });
const by = (name: string, checked = true): AppProof => ({ is: 'signed', by: name, checked });

it.each<[string, AppProof, Platform, Partial<AppOrigin>, string]>([
  ['a source that apt checks', { is: 'source', name: asMessage('deb.debian.org bookworm/main') }, 'linux', {}, 'pass'],
  [
    'a source without a signature',
    { is: 'unsigned-source', name: asMessage('repo.example stable/main') },
    'linux',
    {},
    'caution',
  ],
  ['a package file', { is: 'no-source' }, 'linux', {}, 'unknown'],
  ['an AppImage', { is: 'loose' }, 'linux', { kind: 'appimage' }, 'unknown'],
  [
    'a snap of nobody known',
    { is: 'unverified-publisher', store: 'Snap Store', publisher: 'ogra' },
    'linux',
    {},
    'unknown',
  ],
  ['part of macOS', { is: 'system' }, 'darwin', { product: 'safari' }, 'pass'],
  ['the maker’s team, checked', team('BJ4HAAB9B3'), 'darwin', {}, 'pass'],
  ['the maker’s team by its own account', team('BJ4HAAB9B3', false), 'darwin', {}, 'unknown'],
  [
    'another team, whatever its name',
    { ...team('AAAAAAAAAA'), by: 'Zoom Communications, Inc.' } as AppProof,
    'darwin',
    {},
    'caution',
  ],
  ['a maker whose team is not known', team('AAAAAAAAAA'), 'darwin', { product: 'chromium' }, 'unknown'],
  ['no signature on a Mac', { is: 'unsigned' }, 'darwin', {}, 'fail'],
  ['no signature where there may be none', { is: 'unsigned' }, 'darwin', { product: 'chromium' }, 'unknown'],
  ['changed since it was signed', { is: 'broken' }, 'darwin', {}, 'fail'],
  ['the maker’s old name', by('ZOOM VIDEO COMMUNICATIONS, INC.'), 'win32', {}, 'pass'],
  ['another organisation', by('Zoom Fan Club, Inc.'), 'win32', {}, 'caution'],
  ['a maker whose name is not certain', by('Cisco WebEx LLC'), 'win32', { product: 'webex' }, 'unknown'],
  ['what could not be read', { is: 'unread', reason: asMessage('Windows did not say.') }, 'win32', {}, 'unknown'],
])('%s', (_what, proof, platform, changes, state) => {
  const found = findings([origin(proof, changes)], platform);
  expect(found.map((one) => one.state)).toEqual([state]);
  if (state === 'caution' || state === 'fail') expect(found[0]?.remedies.length).toBeGreaterThan(1);
});

it('leaves it to the organisation how much an unproven origin weighs, but never what could not be read', () => {
  const loose = origin({ is: 'loose' });
  expect(findings([loose], 'linux', { unproven: 'fail' })[0]?.state).toBe('fail');
  expect(findings([loose], 'linux', { unproven: 'caution' })[0]?.state).toBe('caution');
  expect(findings([origin({ is: 'unread', reason: asMessage('No.') })], 'linux', { unproven: 'fail' })[0]?.state).toBe(
    'unknown',
  );
});

it('takes the signers that the organisation names', () => {
  const packed = origin(by('Example IT'), { kind: 'msi' });
  expect(findings([packed], 'win32')[0]?.state).toBe('caution');
  expect(findings([packed], 'win32', { signers: ['Example IT'] })[0]?.state).toBe('pass');
  expect(findings([origin(by('Example IT', false))], 'win32', { signers: ['Example IT'] })[0]?.state).toBe('unknown');
});

it('tells once of what could not be read for several programs, and keeps the rest apart', () => {
  const unread: AppProof = { is: 'unread', reason: asMessage('Windows did not say.') };
  const found = findings(
    [origin(unread), origin(unread, { product: 'edge' }), origin(by('Google LLC'), { product: 'chrome' })],
    'win32',
  );
  expect(found.map(({ state, title }) => `${state}: ${title}`)).toEqual([
    'unknown: Couldn’t check who made 2 programs',
    'pass: Google Chrome is signed by Google LLC',
  ]);
});

it('has nothing to judge where nothing is installed, and shows strangers’ words harmless', () => {
  expect(findings([]).map(({ state }) => state)).toEqual(['not-applicable']);
  const [finding] = findings([origin(by(`\u202e\u0000${'x'.repeat(1_000_000)}`))], 'win32');
  expect(JSON.stringify(finding).length).toBeLessThan(3_000);
  expect(finding?.title).not.toMatch(/\p{Cc}|\p{Cf}/u);
});
