/** A computer in ordinary good order is left in peace; one where all advice is in the wind is still not "not ready". */

import { describe, expect, test } from 'vitest';
import { observationKinds } from '../../../electron/core/camera/observation.ts';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { checks } from '../../../electron/core/checks/index.ts';
import { known } from '../../../electron/core/facts/fact.ts';
import { type Facts, type Platform, platforms } from '../../../electron/core/facts/index.ts';
import { defaultProfileFacts } from '../../../electron/core/facts/profile.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import { verdictOf } from '../../../electron/core/report/verdict.ts';
import { everyPart, type HandFacts, judged, laptop, NOW } from './judged.ts';

/** Those that read this computer and judge by no limits of their own; nobody has shown the camera, and no meeting is ahead. */
const others = ['policy', 'meeting-link', 'camera-view'];
const advised = checks.filter(({ id, keepsCautions }) => keepsCautions !== true && !others.includes(id));

const attestations = checks.filter((check) => check.statement !== undefined).map((check) => check.id);

const systems: Readonly<Record<Platform, Facts['operatingSystem']>> = {
  linux: { name: 'Ubuntu 24.04', id: 'ubuntu', like: ['debian'], version: '24.04', rolling: false },
  darwin: { name: 'macOS 26.1', id: 'macos', like: [], version: '26.1', rolling: false },
  win32: { name: 'Windows 11 25H2', id: 'windows', like: [], version: '10.0.26200.7000', rolling: false },
};

const zoom = { product: 'zoom', version: '7.0.0', kind: 'exe', scope: 'user', source: 'test' } as const;

/** An installer from a name that is made to be taken for another. */
const lure = {
  product: 'zoom',
  path: '/home/user/zoom.deb',
  sizeBytes: 1,
  modifiedAt: '2026-11-20T00:00:00.000Z',
  from: ['https://zoom-download.example/zoom.deb'],
  signature: null,
} as const;

/** A backup to a drive that lies in a drawer. */
const backup = {
  id: 'x',
  name: 'X',
  kind: 'backup',
  automatic: true,
  destinations: [{ name: 'Blue disk', kind: 'drive', attached: false }],
} as const;

const fullDrive = {
  id: 'U1',
  label: 'Blue disk',
  bus: 'usb',
  fileSystem: 'ext4',
  mountPoints: ['/media/x'],
  sizeBytes: 1e12,
  freeBytes: 0,
  readOnly: false,
  encrypted: false,
  sets: [{ tool: 'x', name: 'X' }],
} as const;

const soundDevices = {
  devices: [{ name: 'Built-in', isVirtual: false }],
  complete: true,
  isWithheld: false,
  inUse: 'Built-in',
  missing: null,
  isMuted: false,
  volumePercent: 70,
} as const;

/** As each system comes, set up by somebody who takes a little care; a laptop on its charger, at home. */
const inOrder = (platform: Platform): HandFacts => ({
  ...defaultProfileFacts,
  attestations: known({ confirmed: {} }, 'test'),
  cameraLook: known({ at: NOW, parts: everyPart('finished'), noticed: [] }, 'test'),
  operatingSystem: known(systems[platform], 'test'),
  installedApps: known({ apps: [zoom], gaps: [] }, 'test'),
  appOrigins: known({ origins: [{ ...zoom, proof: { is: 'source', name: asMessage('test') } }] }, 'test'),
  installers: known({ files: [], gaps: [] }, 'test'),
  restartPending: known(
    {
      pending: false,
      reasons: [],
      ...(platform === 'win32' ? { activeHours: { from: 8, to: 17, utcOffsetMinutes: 60 } } : {}),
    },
    'test',
  ),
  autoUpdates: known({ state: platform === 'darwin' ? 'asks' : 'on' }, 'test'),
  firewall: known({ on: platform !== 'linux', name: platform === 'linux' ? '' : 'the firewall', off: [] }, 'test'),
  diskEncryption: known({ state: 'on', volume: platform === 'win32' ? 'C:' : '/' }, 'test'),
  antivirus: known(
    platform === 'win32'
      ? { expected: true, products: [{ name: 'Microsoft Defender Antivirus', on: true, fresh: true }] }
      : { expected: false, products: [] },
    'test',
  ),
  screenLock: known({ locks: true, idleSeconds: 600, delaySeconds: 0 }, 'test'),
  remoteLogin: known({ services: [], sessionIsRemote: false }, 'test'),
  remoteControl: known({ programs: [] }, 'test'),
  network: known({ wifi: { name: 'Home', security: 'protected' }, vpn: null }, 'test'),
  connection: known(
    { route: 'open', medium: 'wifi', internet: null, proxy: null, metered: null, wifi: { percent: 70, band: '5' } },
    'test',
  ),
  cameraUse: known({ users: [], complete: true }, 'test'),
  microphoneUse: known({ users: [], complete: true }, 'test'),
  mediaPermissions: known(
    platform === 'win32'
      ? { camera: 'allowed', microphone: 'allowed', apps: [] }
      : {
          camera: null,
          microphone: null,
          apps:
            platform === 'linux'
              ? []
              : [{ product: 'zoom', camera: 'allowed', microphone: 'allowed', screen: 'not-asked' }],
        },
    'test',
  ),
  power: known({ battery: { percent: 80, onMains: true, minutesLeft: null }, sleepAfterMinutes: 5 }, 'test'),
  diskSpace: known({ volume: '/', freeBytes: 60e9, totalBytes: 500e9 }, 'test'),
  throttling: known({ heat: platform === 'darwin' ? 'fair' : null, speedPercent: 90 }, 'test'),
  load: known({ processorPercent: 12, memoryPercent: 71, busiest: [{ name: 'firefox', percent: 6 }] }, 'test'),
  focusMode: known({ on: false }, 'test'),
  cameras: known({ cameras: [{ name: 'Camera', isVirtual: false }], complete: true }, 'test'),
  sound: known({ microphones: soundDevices, loudspeakers: soundDevices }, 'test'),
  headsets: known({ headsets: [{ name: 'Headset', batteryPercent: 80, canCall: true }] }, 'test'),
  clock: known({ isSetByItself: true, setAt: NOW }, 'test'),
  ownProgram: known({ version: '0.3.0', builtOn: NOW.slice(0, 10), electron: null }, 'test'),
  computer: known(laptop, 'test'),
  driveHealth: known({ drives: [{ name: 'Disk', state: 'healthy' }] }, 'test'),
  backupTools: known({ tools: [backup], gaps: [] }, 'test'),
  externalDrives: known({ drives: [] }, 'test'),
  backupRuns: known({ runs: [], gaps: [] }, 'test'),
  backupActivity: known({ running: [], gaps: [] }, 'test'),
  backupMemory: defaultProfileFacts.backupMemory,
});

const inDisorder = (platform: Platform): HandFacts => ({
  ...defaultProfileFacts,
  attestations: known({ confirmed: {} }, 'test'),
  cameraLook: known(
    {
      at: NOW,
      parts: everyPart('finished'),
      noticed: observationKinds.map((kind) => ({ kind, share: 0.1, confidence: 0.9 })),
    },
    'test',
  ),
  operatingSystem: known(systems[platform], 'test'),
  installedApps: known({ apps: [zoom], gaps: [] }, 'test'),
  appOrigins: known({ origins: [{ ...zoom, proof: { is: 'broken' } }] }, 'test'),
  installers: known({ files: [lure], gaps: [] }, 'test'),
  restartPending: known({ pending: true, reasons: ['updates'], forcedAt: '2026-11-22T12:10:00.000Z' }, 'test'),
  autoUpdates: known({ state: 'off' }, 'test'),
  firewall: known({ on: false, name: '', off: platform === 'win32' ? ['public'] : [] }, 'test'),
  diskEncryption: known({ state: 'off', volume: '/' }, 'test'),
  antivirus: known({ expected: true, products: [] }, 'test'),
  screenLock: known({ locks: false, idleSeconds: null, delaySeconds: null }, 'test'),
  remoteLogin: known({ services: [{ name: 'SSH', port: 22 }, { name: 'VNC' }], sessionIsRemote: true }, 'test'),
  remoteControl: known({ programs: ['AnyDesk'] }, 'test'),
  network: known({ wifi: { name: null, security: 'open' }, vpn: false }, 'test'),
  connection: known(
    {
      route: 'open',
      medium: 'wifi',
      internet: 'limited',
      proxy: null,
      metered: true,
      wifi: { percent: 20, band: '2.4' },
    },
    'test',
  ),
  cameraUse: known({ users: ['spy'], complete: true }, 'test'),
  microphoneUse: known({ users: [null], complete: true }, 'test'),
  mediaPermissions: known({ camera: 'denied', microphone: 'denied', apps: [] }, 'test'),
  browserAnswers: known({ host: 'zoom.us', answers: [{ browser: 'chrome', refused: ['camera'] }] }, 'test'),
  power: known({ battery: { percent: 4, onMains: false, minutesLeft: 9 }, sleepAfterMinutes: 1 }, 'test'),
  diskSpace: known({ volume: '/', freeBytes: 1, totalBytes: 500e9 }, 'test'),
  throttling: known({ heat: 'serious', speedPercent: 40 }, 'test'),
  load: known({ processorPercent: 99, memoryPercent: 99, busiest: [{ name: 'game', percent: 90 }] }, 'test'),
  focusMode: known({ on: false }, 'test'),
  cameras: known({ cameras: [], complete: true }, 'test'),
  sound: known(
    { microphones: { ...soundDevices, devices: [] }, loudspeakers: { ...soundDevices, isMuted: true } },
    'test',
  ),
  headsets: known({ headsets: [{ name: 'Headset', batteryPercent: 4, canCall: true }] }, 'test'),
  clock: known({ isSetByItself: false, setAt: null }, 'test'),
  ownProgram: known({ version: '0.3.0', builtOn: '2025-01-01', electron: null }, 'test'),
  computer: known({ ...laptop, cores: 1, batteryHealthPercent: 41 }, 'test'),
  driveHealth: known({ drives: [{ name: 'Disk', state: 'failing' }] }, 'test'),
  backupTools: known({ tools: [{ ...backup, destinations: [] }], gaps: [] }, 'test'),
  externalDrives: known({ drives: [fullDrive] }, 'test'),
  backupRuns: known({ runs: [], gaps: [] }, 'test'),
  backupActivity: known({ running: [{ tool: 'x', name: 'X', percent: 5 }], gaps: [] }, 'test'),
  backupMemory: defaultProfileFacts.backupMemory,
});

const links: Readonly<Record<Platform, RegExp>> = {
  linux: /^https:/,
  darwin: /^(https|x-apple\.systempreferences):/,
  win32: /^(https|ms-settings):/,
};

describe.each(platforms)('%s', (platform) => {
  test('in good order nothing is said', () => {
    const loud = advised
      .flatMap((check) => judged(check, inOrder(platform), { platform }))
      .filter((finding) => !['pass', 'not-applicable', 'not-done'].includes(finding.state));
    expect(loud.map((finding) => finding.title)).toEqual([]);
  });

  test('in disorder every check speaks but the one for sharing, that of a drive a backup goes to just now, and those that only the person can answer, with a way out on this system, and what is dangerous decides', () => {
    const catalogue = { ...builtInCatalogue, asOf: '2025-01-01' };
    const findings = advised.flatMap((check) => judged(check, inDisorder(platform), { platform, catalogue }));
    const silent = findings.filter((finding) => finding.state !== 'fail' && finding.state !== 'caution');
    expect(silent.map((finding) => finding.id)).toEqual(['focus-mode', 'backup-unplugged', ...attestations]);
    for (const { id, state, remedies, required } of findings) {
      expect(required, id).toBe(false);
      if (state === 'not-applicable' || id === 'backup-unplugged') continue;
      expect(remedies.length, id).toBeGreaterThan(0);
      for (const { link } of remedies) if (link !== undefined) expect(link, id).toMatch(links[platform]);
    }
    expect(verdictOf(findings)).toBe('not-ready');
    expect(verdictOf(findings.filter(({ when }) => when !== 'before-call'))).toBe('caution');
  });
});
