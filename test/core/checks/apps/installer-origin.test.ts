import { expect, it } from 'vitest';
import { installerOrigin } from '../../../../electron/core/checks/apps/installer-origin.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import type { InstallerFile, Platform } from '../../../../electron/core/facts/index.ts';
import { asMessage } from '../../../../electron/core/messages/messages.ts';
import { judged, policyFor } from '../judged.ts';

const OFFICIAL = 'https://zoom.us/client/latest/ZoomInstaller.exe';
const LOOK_ALIKE = 'https://zoom-download.example/ZoomInstaller.exe';
const PLAIN = 'http://zoom.us/client/latest/ZoomInstaller.exe';
const PORTAL = 'https://software.example.net/ZoomInstaller.exe';

const file = (changes: Partial<InstallerFile> = {}): InstallerFile => ({
  product: 'zoom',
  path: 'C:\\Users\\user\\Downloads\\ZoomInstaller.exe',
  sizeBytes: 1,
  modifiedAt: '2026-11-20T00:00:00.000Z',
  from: [],
  signature: null,
  ...changes,
});

const signed = (by: string, checked = true): InstallerFile['signature'] => ({ is: 'signed', by, checked });
const ZOOM = 'ZOOM COMMUNICATIONS, INC';

const findings = (files: readonly InstallerFile[], platform: Platform = 'win32', policy = {}) =>
  judged(
    installerOrigin,
    { installers: known({ files, gaps: [] }, 'Downloads') },
    { platform, policy: policyFor('installer-origin', policy) },
  );
const stateOf = (one: InstallerFile, platform: Platform = 'win32', policy = {}) =>
  findings([one], platform, policy).map(({ state }) => state);

it.each<[string, Partial<InstallerFile>, Platform, string]>([
  ['signed by its maker', { signature: signed(ZOOM) }, 'win32', 'pass'],
  ['signed by its maker, fetched from anywhere', { signature: signed(ZOOM), from: [PORTAL] }, 'win32', 'pass'],
  ['signed by its maker, fetched without encryption', { signature: signed(ZOOM), from: [PLAIN] }, 'win32', 'pass'],
  ['from a look-alike, whoever signed it', { signature: signed(ZOOM), from: [LOOK_ALIKE] }, 'win32', 'fail'],
  ['changed since it was signed', { signature: { is: 'broken' }, from: [OFFICIAL] }, 'win32', 'fail'],
  ['unsigned', { signature: { is: 'unsigned' } }, 'win32', 'fail'],
  ['unsigned, from the maker’s site', { signature: { is: 'unsigned' }, from: [OFFICIAL] }, 'win32', 'fail'],
  [
    'unsigned of a maker whose signature is not known',
    { product: 'webex', signature: { is: 'unsigned' } },
    'win32',
    'unknown',
  ],
  ['signed by somebody else', { signature: signed('Acme GmbH') }, 'win32', 'caution'],
  ['signed by somebody unknown', { product: 'webex', signature: signed('Acme GmbH') }, 'win32', 'unknown'],
  ['a signature that could not be checked', { signature: signed(ZOOM, false) }, 'win32', 'unknown'],
  [
    'a signature that could not be checked, official site',
    { signature: signed(ZOOM, false), from: [OFFICIAL] },
    'win32',
    'pass',
  ],
  ['fetched without encryption', { from: [PLAIN] }, 'win32', 'fail'],
  ['from the maker’s site', { from: [OFFICIAL] }, 'win32', 'pass'],
  ['from a portal', { from: [PORTAL] }, 'win32', 'caution'],
  ['from where anybody puts files', { from: ['https://file.zoom.us/x.exe'] }, 'win32', 'unknown'],
  ['without a word about it', {}, 'win32', 'unknown'],
  [
    'a package from the maker’s site',
    { path: '/home/user/Downloads/zoom_amd64.deb', from: [OFFICIAL] },
    'linux',
    'pass',
  ],
  ['a package without encryption', { path: '/home/user/Downloads/zoom_amd64.deb', from: [PLAIN] }, 'linux', 'fail'],
  [
    'a Mac package of its team',
    { path: '/Users/user/Downloads/Zoom.pkg', signature: { is: 'signed', by: 'Z', team: 'BJ4HAAB9B3', checked: true } },
    'darwin',
    'pass',
  ],
  [
    'a Mac package of another team',
    {
      path: '/Users/user/Downloads/Zoom.pkg',
      signature: { is: 'signed', by: ZOOM, team: 'AAAAAAAAAA', checked: true },
    },
    'darwin',
    'caution',
  ],
  [
    'a Mac package without a signature',
    { path: '/Users/user/Downloads/Zoom.pkg', signature: { is: 'unsigned' } },
    'darwin',
    'fail',
  ],
  [
    'a disk image, which need not be signed',
    { path: '/Users/user/Downloads/Zoom.dmg', signature: { is: 'unsigned' } },
    'darwin',
    'unknown',
  ],
])('%s', (_what, changes, platform, state) => {
  expect(stateOf(file(changes), platform)).toEqual([state]);
});

it('says what to do: delete it, and get it from the official page', () => {
  const [finding] = findings([file({ from: [LOOK_ALIKE] })]);
  expect(finding?.title).toBe('This Zoom installer comes from a fake site');
  expect(finding?.remedies[0]).toMatchObject({
    label: 'Delete it, get Zoom from the official page',
    link: 'https://zoom.us/download',
    steps: ['Delete this file without opening it.', expect.any(String), expect.any(String)],
  });
});

it('lets the organisation name its own sites', () => {
  expect(stateOf(file({ from: [PORTAL] }), 'win32', { officialSites: ['example.net'] })).toEqual(['pass']);
  expect(
    stateOf(file({ from: ['https://example.network/x.exe'] }), 'win32', { officialSites: ['example.net'] }),
  ).toEqual(['caution']);
});

it('tells of many files that do not say where they came from in one line, and of the bad one by itself', () => {
  const files = [file(), file(), file({ from: [PLAIN] }), file({ product: 'slack', path: 'C:\\x\\SlackSetup.exe' })];
  const found = findings(files);
  expect(found.map(({ state, subject }) => [state, subject])).toEqual([
    ['fail', 'ZoomInstaller.exe (3)'],
    ['unknown', 'not known'],
  ]);
  expect(found[1]?.title).toBe('Couldn’t check where 3 installers come from');
});

it('finds nothing to judge in an empty folder, and says so where it could not look', () => {
  expect(findings([]).map(({ state }) => state)).toEqual(['not-applicable']);
  const gap = judged(installerOrigin, { installers: known({ files: [], gaps: [asMessage('It is locked.')] }, 'x') });
  expect(gap.map(({ state, evidence }) => [state, evidence.found])).toEqual([['unknown', 'It is locked.']]);
});

it('shows names and addresses of strangers harmless', () => {
  const path = `/home/user/Downloads/zoom\u202e\u0000\n${'x'.repeat(1_000_000)}.deb`;
  const [finding] = findings([file({ path, from: [`http://${'a'.repeat(1_000_000)}\u202e/`] })], 'linux');
  const shown = JSON.stringify(finding);
  expect(shown.length).toBeLessThan(4_000);
  expect(shown).not.toMatch(/\u202e|\\u0000|\\n/);
});

it.each<[string, Partial<InstallerFile>, 'before-call' | 'after-call']>([
  ['from a look-alike', { from: [LOOK_ALIKE] }, 'before-call'],
  ['changed since it was signed', { signature: { is: 'broken' } }, 'before-call'],
  ['from a portal', { from: [PORTAL] }, 'after-call'],
  ['unsigned', { signature: { is: 'unsigned' } }, 'after-call'],
])('an installer %s is told %s', (_what, changes, when) => {
  expect(findings([file(changes)]).map((one) => one.when)).toEqual([when]);
});
