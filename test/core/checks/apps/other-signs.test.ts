/** Where the list of versions is too old to tell, what the computer shows of a program decides; the list's own certainties stay. */

import { describe, expect, test } from 'vitest';
import { meetingApps } from '../../../../electron/core/checks/apps/meeting-apps.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import type {
  AppProof,
  AppUpdater,
  InstalledApp,
  PendingUpdate,
  Platform,
} from '../../../../electron/core/facts/index.ts';
import { asMessage } from '../../../../electron/core/messages/messages.ts';
import { type HandFacts, judged } from '../judged.ts';

/** Long after the list's last day. */
const NOW = '2027-06-20T12:00:00.000Z';
const ago = (days: number): string => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();

const chrome = (kind: InstalledApp['kind'], source: string): InstalledApp => ({
  product: 'chrome',
  version: '174.0.9000.10',
  kind,
  scope: 'machine',
  source,
});
const deb = chrome('dpkg', 'package google-chrome-stable in /var/lib/dpkg/status');

const stateOf = (app: InstalledApp, facts: HandFacts, platform: Platform = 'linux'): string | undefined =>
  judged(
    meetingApps,
    { installedApps: known({ apps: [app], gaps: [] }, 'a test'), nextMeeting: known(null, 'a test'), ...facts },
    { platform, now: NOW },
  ).find((finding) => finding.app?.product === app.product)?.state;

const packages = (
  app: InstalledApp,
  { proof, looked = ago(1), waiting = [] }: { proof: AppProof; looked?: string; waiting?: readonly PendingUpdate[] },
): HandFacts => ({
  pendingUpdates: known({ updates: waiting, securityKnown: true }, 'a test'),
  updatesLookedAt: known(looked, 'a test'),
  appOrigins: known({ origins: [{ ...app, proof }] }, 'a test'),
});
const google: AppProof = { is: 'source', name: asMessage('dl.google.com stable/main'), listedAt: ago(2) };

test('without any sign it is not known', () => {
  expect(stateOf(deb, {})).toBe('unknown');
});

describe('a package', () => {
  test('is current where its source was looked at and nothing waits for it', () => {
    expect(stateOf(deb, packages(deb, { proof: google }))).toBe('pass');
    expect(stateOf(deb, packages(deb, { proof: google, looked: ago(7) }))).toBe('pass');
  });

  test.each<[string, HandFacts]>([
    ['the look was eight days ago', packages(deb, { proof: google, looked: ago(8) })],
    ['a clock was wrong', packages(deb, { proof: google, looked: ago(-2) })],
    [
      'another update than that of the program was looked for: its own source is dead',
      packages(deb, { proof: { ...google, listedAt: ago(22) } }),
    ],
    ['its own source does not say how old it is', packages(deb, { proof: { ...google, listedAt: null } })],
    ['it came as a file', packages(deb, { proof: { is: 'no-source' } })],
    ['its source is not checked', packages(deb, { proof: { is: 'unsigned-source', name: asMessage('x') } })],
    [
      'an update of it waits',
      packages(deb, { proof: google, waiting: [{ name: 'google-chrome-stable', version: '175', security: false }] }),
    ],
  ])('is not known to be where %s', (_, facts) => {
    expect(stateOf(deb, facts)).toBe('unknown');
  });

  test('of the distribution is as old as the whole system’s look', () => {
    const firefox = {
      ...deb,
      product: 'firefox',
      source: 'package firefox-esr in /var/lib/dpkg/status',
      branch: 'esr',
    };
    const app = { ...firefox, version: '153.20.0esr-1~deb13u1' };
    expect(
      stateOf(app, packages(app, { proof: { is: 'source', name: asMessage('deb.debian.org trixie-security/main') } })),
    ).toBe('pass');
  });

  test('in RPM form has to be one that a source keeps: a signature alone says only who packed it', () => {
    const signed: AppProof = { is: 'source', name: asMessage('packages signed by its maker') };
    const rpm = chrome('rpm', 'package google-chrome-stable in the RPM database');
    expect(stateOf(rpm, packages(rpm, { proof: signed }))).toBe('pass');
    const zoom = { ...rpm, product: 'zoom', version: '9.9.9.100', source: 'package zoom in the RPM database' };
    expect(stateOf(zoom, packages(zoom, { proof: signed }))).toBe('unknown');
  });

  test('of pacman goes by the name of its folder', () => {
    const pacman = chrome('pacman', '/var/lib/pacman/local/google-chrome-174.0.9000.10-1');
    const waiting = [{ name: 'google-chrome', version: '175', security: false }];
    expect(stateOf(pacman, packages(pacman, { proof: { is: 'source', name: asMessage('pacman') } }))).toBe('pass');
    expect(stateOf(pacman, packages(pacman, { proof: { is: 'source', name: asMessage('pacman') }, waiting }))).toBe(
      'unknown',
    );
  });
});

describe('Safari', () => {
  const safari = { ...chrome('bundle', '/Safari.app/Contents/Info.plist'), product: 'safari', version: '27.9' };
  const facts = (looked: string, ...waiting: readonly PendingUpdate[]): HandFacts => ({
    pendingUpdates: known({ updates: waiting, securityKnown: true }, 'a test'),
    updatesLookedAt: known(looked, 'a test'),
  });

  test('is as current as macOS says that the Mac is', () => {
    expect(stateOf(safari, facts(ago(3)), 'darwin')).toBe('pass');
    expect(stateOf(safari, facts(ago(9)), 'darwin')).toBe('unknown');
    expect(stateOf(safari, facts(ago(3), { name: 'macOS 27.9', security: true }), 'darwin')).toBe('unknown');
    expect(stateOf(safari, facts(ago(3), { name: 'Printer Software', security: false }), 'darwin')).toBe('pass');
  });
});

describe('a program with an updater of its own', () => {
  const exe = chrome('exe', 'HKLM\\SOFTWARE\\Google Chrome');
  const notes = (more: Partial<AppUpdater>): HandFacts => ({
    appUpdaters: known(
      {
        updaters: [
          {
            product: 'chrome',
            kind: 'exe',
            source: exe.source,
            by: 'Google’s updater',
            version: '174.0.9000.10',
            lookedAt: ago(1),
            changedAt: ago(10),
            ...more,
          },
        ],
      },
      'a test',
    ),
  });

  test('is current where that looked lately, knows this version, and replaced it lately', () => {
    expect(stateOf(exe, notes({}), 'win32')).toBe('pass');
  });

  test.each<[string, Partial<AppUpdater>]>([
    ['it looked long ago', { lookedAt: ago(8) }],
    ['it knows another version', { version: '175.0.9100.1' }],
    ['it looks, but has put nothing in place for a month', { changedAt: ago(30) }],
    ['its times are in the future', { lookedAt: ago(-3), changedAt: ago(-3) }],
    ['it looks after another copy', { source: 'HKCU\\SOFTWARE\\Google Chrome' }],
  ])('is not known to be where %s', (_, more) => {
    expect(stateOf(exe, notes(more), 'win32')).toBe('unknown');
  });
});

describe('a version that carries its date', () => {
  const app = (product: string, version: string): InstalledApp => ({ ...chrome('exe', 'a test'), product, version });

  test.each([
    ['webex', '47.6.0.40000', 'pass'],
    ['webex', '47.2.0.39000', 'unknown'],
    ['whatsapp', '2.2723.100.0', 'pass'],
    ['whatsapp', '2.2707.100.0', 'unknown'],
    ['jitsi', '2027.4.0', 'pass'],
    ['jitsi', '2027.13.0', 'unknown'],
    ['jitsi', '2029.1.0', 'unknown'],
    // Counted on from Edge 157 of 5 November and Firefox 160 of 10 November, a fortnight each.
    ['edge', '171.0.1.1', 'pass'],
    ['edge', '169.0.1.1', 'unknown'],
    ['firefox', '173.0', 'pass'],
    ['edge', '190.0.1.1', 'unknown'],
  ])('%s %s: %s', (product, version, state) => {
    expect(stateOf(app(product, version), {}, 'win32')).toBe(state);
  });

  test('shows that Teams is old, too, and never that it is shut out', () => {
    expect(stateOf(app('teams', '27150.1.1.1'), {}, 'win32')).toBe('pass');
    expect(stateOf(app('teams', '26340.1.1.1'), {}, 'win32')).toBe('caution');
  });
});

test('what the list says for sure no sign overrules', () => {
  const exploited = { ...deb, version: '144.0.7559.96' };
  expect(stateOf(exploited, packages(exploited, { proof: google }))).toBe('fail');
  const behind = { ...deb, version: '156.0.8078.79' };
  expect(stateOf(behind, packages(behind, { proof: google }))).toBe('caution');
  const zoom = { ...deb, product: 'zoom', version: '5.17.11', source: 'package zoom in /var/lib/dpkg/status' };
  expect(stateOf(zoom, packages(zoom, { proof: google }))).toBe('fail');
});
