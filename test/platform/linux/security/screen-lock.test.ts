import { describe, expect, it } from 'vitest';
import { answering, file, type LinuxMachine, outcomeOf, recordingOf, withReadings } from '../recorded.ts';

describe('the screen lock', () => {
  it.each<[LinuxMachine, unknown]>([
    ['ubuntu-24.04-ready', { locks: true, idleSeconds: 300, delaySeconds: 0 }],
    ['ubuntu-24.04-security-waiting-french', { locks: false, idleSeconds: 300, delaySeconds: 0 }],
    ['ubuntu-24.04-stale-index', 'unknown: timed-out'],
    // The lock is on and the screen never goes dark.
    ['debian-13-desktop-broken-apt', { locks: false, idleSeconds: null, delaySeconds: 0 }],
    ['fedora-42-no-metadata', 'unknown: unreadable'],
    ['arch', { locks: false, idleSeconds: 900, delaySeconds: null }],
    // KDE's defaults, which stand in no file.
    ['opensuse-leap-16', { locks: true, idleSeconds: 300, delaySeconds: null }],
    ['linux-other-language', 'unknown: unreadable'],
    ['linux-tools-missing', 'unknown: missing-tool'],
    // Without a desktop gsettings would answer with defaults: it is not asked.
    ['debian-12-server', 'unknown: unsupported'],
    ['arch-not-synchronised', 'unknown: unsupported'],
  ])('%s', async (name, expected) => {
    expect(await outcomeOf(recordingOf(name), 'screenLock')).toEqual(expected);
  });

  it('is unknown when gsettings has lost its database and tells defaults', async () => {
    const ubuntu = recordingOf('ubuntu-24.04-ready');
    const found = ubuntu.reads.find(
      (it) => it.op === 'run' && it.program === '/usr/bin/gsettings' && 'stdout' in it && it.args.length === 1,
    );
    if (found === undefined || !('stdout' in found)) throw new Error('no settings');
    const complaint = '(process:7): dconf-CRITICAL **: unable to create directory: dconf will not work properly.\n';
    expect(await outcomeOf(withReadings(ubuntu, { ...found, stderr: complaint }), 'screenLock')).toBe(
      'unknown: unreadable',
    );
  });

  const arch = recordingOf('arch');
  const own = '/home/user/.config/kscreenlockerrc';
  it.each([
    [
      'the system’s own setting',
      '[Daemon][$i]\nAutolock[$i]=false\n',
      '',
      { locks: false, idleSeconds: 300, delaySeconds: null },
    ],
    [
      'the person’s over it',
      '[Daemon]\nAutolock=false\n',
      '[Daemon]\nAutolock=true\nTimeout=10\nLockGrace=30\n',
      { locks: true, idleSeconds: 600, delaySeconds: 30 },
    ],
    ['another group', '', '[Greeter]\nAutolock=false\n', { locks: true, idleSeconds: 300, delaySeconds: null }],
    ['no number', '', '[Daemon]\nTimeout=bald\n', 'unknown: unreadable'],
  ])('KDE with %s', async (_, system, person, expected) => {
    const machine = withReadings(arch, file('/etc/xdg/kscreenlockerrc', system), file(own, person));
    expect(await outcomeOf(machine, 'screenLock')).toEqual(expected);
  });
});

describe('Do Not Disturb', () => {
  it.each<[LinuxMachine, unknown]>([
    ['ubuntu-24.04-ready', { on: false }],
    ['ubuntu-24.04-security-waiting-french', { on: true }],
    ['arch', { on: true }],
    ['opensuse-leap-16', { on: false }],
    ['linux-other-language', 'unknown: unreadable'],
    ['debian-12-server', 'unknown: unsupported'],
  ])('%s', async (name, expected) => {
    expect(await outcomeOf(recordingOf(name), 'focusMode')).toEqual(expected);
  });

  it('is unknown when KDE’s time is none', async () => {
    const machine = withReadings(
      recordingOf('arch'),
      file('/home/user/.config/plasmanotifyrc', '[DoNotDisturb]\nUntil=morgen\n'),
    );
    expect(await outcomeOf(machine, 'focusMode')).toBe('unknown: unreadable');
  });
});

describe('notifications while a screen is shared, on KDE Plasma', () => {
  it.each<[string, unknown]>([
    ['WhenScreenSharing=false\n', { on: false, shownWhileSharing: true }],
    ['WhenScreenSharing=true\n', { on: false }],
    // Older Plasma has no such switch, so nothing follows from its absence.
    ['', { on: false }],
    ['WhenScreenSharing=vielleicht\n', { on: false }],
  ])('%j', async (line, expected) => {
    const machine = withReadings(
      recordingOf('opensuse-leap-16'),
      file('/home/user/.config/plasmanotifyrc', `[DoNotDisturb]\n${line}`),
    );
    expect(await outcomeOf(machine, 'focusMode')).toEqual(expected);
  });
});

describe('switches over camera and microphone', () => {
  it.each<[LinuxMachine, unknown]>([
    ['ubuntu-24.04-ready', { camera: null, microphone: null, apps: [] }],
    ['ubuntu-24.04-security-waiting-french', { camera: 'denied', microphone: null, apps: [] }],
    [
      'linux-in-a-call',
      {
        camera: null,
        microphone: null,
        apps: [{ product: 'zoom', camera: 'denied', microphone: 'denied', screen: null }],
      },
    ],
    ['debian-12-server', { camera: null, microphone: null, apps: [] }],
    ['linux-tools-missing', 'unknown: missing-tool'],
  ])('%s', async (name, expected) => {
    expect(await outcomeOf(recordingOf(name), 'mediaPermissions')).toEqual(expected);
  });

  it('a setting that is neither on nor off is unknown', async () => {
    const ubuntu = recordingOf('ubuntu-24.04-ready');
    const odd = answering(ubuntu, '/usr/bin/gsettings', "org.gnome.desktop.privacy disable-camera 'vrai'\n");
    const all = { ...odd, args: ['list-recursively'] } as typeof odd;
    expect(await outcomeOf(withReadings(ubuntu, all), 'mediaPermissions')).toBe('unknown: unreadable');
  });
});
