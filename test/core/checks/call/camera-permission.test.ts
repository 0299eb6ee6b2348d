/** What is denied is named with the app; what cannot be seen is not taken for allowed. */
import { describe, expect, test } from 'vitest';
import { cameraPermission } from '../../../../electron/core/checks/call/camera-permission.ts';
import { type Fact, known, unknown } from '../../../../electron/core/facts/fact.ts';
import type { Grant, InstalledApps, MediaPermissions, Platform } from '../../../../electron/core/facts/index.ts';
import { asMessage } from '../../../../electron/core/messages/messages.ts';
import { judged } from '../judged.ts';

const app = (product: string, camera: Grant | null, microphone: Grant | null, screen: Grant | null = null) => ({
  product,
  camera,
  microphone,
  screen,
});

const finding = (
  apps: MediaPermissions['apps'],
  camera: Grant | null,
  microphone: Grant | null,
  platform: Platform = 'win32',
  installedApps: Fact<InstalledApps> = unknown('timed-out', asMessage('The list of programs did not come in time.')),
) =>
  judged(
    cameraPermission,
    { mediaPermissions: known({ camera, microphone, apps }, 'test'), installedApps },
    { platform },
  )[0];

const zoom = app('zoom', 'allowed', 'allowed');

test.each<[string, MediaPermissions['apps'], Grant | null, Grant | null, Platform, string, string]>([
  ['all allowed', [zoom], 'allowed', 'allowed', 'win32', 'pass', 'Meeting apps can use camera and microphone'],
  ['the switches alone', [], 'allowed', 'allowed', 'win32', 'pass', 'Meeting apps can use camera and microphone'],
  ['no switch, but Zoom may', [zoom], null, null, 'darwin', 'pass', 'Meeting apps can use camera and microphone'],
  [
    'will be asked',
    [app('zoom', 'not-asked', 'not-asked')],
    null,
    null,
    'darwin',
    'pass',
    'Meeting apps can use camera and microphone',
  ],
  ['the camera switch is off', [zoom], 'denied', 'allowed', 'win32', 'fail', 'Apps aren’t allowed to use your camera'],
  [
    'both switches are off',
    [zoom],
    'denied',
    'denied',
    'win32',
    'fail',
    'Apps aren’t allowed to use your camera and your microphone',
  ],
  [
    'GNOME’s switch is only a wish',
    [],
    'denied',
    'allowed',
    'linux',
    'caution',
    'Apps aren’t allowed to use your camera',
  ],
  [
    'Zoom may not use the camera',
    [app('zoom', 'denied', 'allowed')],
    'allowed',
    'allowed',
    'win32',
    'caution',
    'Zoom can’t use your camera',
  ],
  [
    'two apps',
    [app('zoom', 'denied', 'denied'), app('slack', 'allowed', 'denied')],
    'allowed',
    'allowed',
    'win32',
    'caution',
    'Zoom and Slack can’t use your camera and your microphone',
  ],
  [
    'the screen',
    [app('zoom', 'allowed', 'allowed', 'denied')],
    null,
    null,
    'darwin',
    'caution',
    'Zoom can’t use your screen',
  ],
  [
    'a denial is seen though the rest is not',
    [app('zoom', null, 'denied')],
    null,
    null,
    'darwin',
    'caution',
    'Zoom can’t use your microphone',
  ],
  [
    'nothing to be seen on macOS',
    [app('zoom', null, null)],
    null,
    null,
    'darwin',
    'unknown',
    'Couldn’t check camera and microphone permissions',
  ],
  [
    'only the camera to be seen',
    [app('zoom', 'allowed', null)],
    null,
    null,
    'darwin',
    'unknown',
    'Couldn’t check camera and microphone permissions',
  ],
  ['Linux without a sandbox', [], null, null, 'linux', 'not-applicable', 'Meeting apps need no permission here'],
])('%s', (_name, apps, camera, microphone, platform, state, title) =>
  expect(finding(apps, camera, microphone, platform)).toMatchObject({ state, title }),
);

test('the remedies open the panes of what is denied', () => {
  const links = (platform: Platform) =>
    finding([app('zoom', 'denied', 'allowed', 'denied')], 'allowed', 'allowed', platform)?.remedies.map(
      (it) => it.link,
    );
  expect(links('win32')).toEqual(['ms-settings:privacy-webcam', 'ms-settings:privacy-graphicscaptureprogrammatic']);
  expect(links('darwin')).toEqual([
    expect.stringContaining('Privacy_Camera'),
    expect.stringContaining('Privacy_ScreenCapture'),
  ]);
  expect(links('linux')).toEqual([undefined]);
});

test('who will be asked is named', () => {
  expect(
    finding([app('zoom', 'not-asked', 'allowed'), app('slack', 'allowed', 'allowed')], null, null)?.evidence.found,
  ).toBe('Nothing is denied. You’ll be asked the first time you use Zoom.');
});

test('what was denied to a program that is long gone is no caution, unless it may only be hidden', () => {
  const installed = (products: readonly string[], gaps: readonly string[] = []) =>
    known(
      {
        apps: products.map((product) => ({
          product,
          version: '1',
          kind: 'exe',
          scope: 'user' as const,
          source: 'test',
        })),
        gaps: gaps.map(asMessage),
      },
      'test',
    );
  const denied = [app('zoom', 'denied', 'denied')];
  const state = (apps: Fact<InstalledApps>) => finding(denied, 'allowed', 'allowed', 'win32', apps)?.state;
  expect(state(installed(['slack']))).toBe('pass');
  expect(state(installed(['slack', 'zoom']))).toBe('caution');
  expect(state(installed(['slack'], ['The packages of the Microsoft Store could not be read.']))).toBe('caution');
});

describe('Windows’ switch over desktop programs', () => {
  const desktopOff = (
    installed: Fact<InstalledApps>,
    apps: MediaPermissions['apps'] = [],
    desktopOnly: MediaPermissions['desktopOnly'] = ['microphone'],
  ) =>
    judged(
      cameraPermission,
      {
        mediaPermissions: known({ camera: 'allowed', microphone: 'denied', desktopOnly, apps }, 'test'),
        installedApps: installed,
      },
      { platform: 'win32' },
    )[0];
  const installed = (product: string, kind: string, gaps: readonly string[] = []): Fact<InstalledApps> =>
    known(
      { apps: [{ product, kind, version: null, scope: 'user', source: 'test' }], gaps: gaps.map(asMessage) },
      'test',
    );

  test('leaves apps of the Store alone: with one, somebody is still heard', () => {
    const found = desktopOff(installed('teams', 'msix'));
    expect(found).toMatchObject({ state: 'caution', title: 'Desktop apps can’t use your microphone' });
    expect(found?.evidence.found).toContain('Microsoft Store can still use it');
  });

  test.each<[string, Fact<InstalledApps>, MediaPermissions['apps'], string]>([
    ['only desktop programs are there', installed('zoom', 'msi'), [], 'fail'],
    [
      'the app of the Store is kept from it as well',
      installed('slack', 'msix'),
      [app('slack', 'allowed', 'denied')],
      'fail',
    ],
    ['the app of the Store was switched off by its maker', installed('skype', 'msix'), [], 'fail'],
    ['not every program could be seen', installed('zoom', 'msi', ['A list is closed.']), [], 'caution'],
    [
      'no program could be seen',
      unknown('timed-out', asMessage('The list of programs did not come in time.')),
      [],
      'caution',
    ],
  ])('%s', (_name, apps, noted, state) => {
    expect(desktopOff(apps, noted)).toMatchObject({ state, title: 'Desktop apps can’t use your microphone' });
  });

  test('a switch over everything is told as such', () => {
    expect(desktopOff(installed('teams', 'msix'), [], [])).toMatchObject({
      state: 'fail',
      title: 'Apps aren’t allowed to use your microphone',
    });
  });
});
