import { describe, expect, it } from 'vitest';
import { parsePeriodic } from '../../../../electron/platform/linux/updates/auto-updates.ts';
import { answering, file, type LinuxMachine, outcomeOf, recordingOf, withReadings } from '../recorded.ts';

const state = (name: string) => ({ state: name });

describe('automatic updates', () => {
  it.each<[LinuxMachine, unknown]>([
    ['ubuntu-24.04-ready', state('on')],
    ['ubuntu-24.04-security-waiting-french', state('asks')],
    ['ubuntu-24.04-stale-index', 'unknown: unreadable'],
    ['debian-12-server', state('off')],
    ['debian-13-desktop-broken-apt', 'unknown: unreadable'],
    ['fedora-43', state('asks')],
    ['fedora-42-no-metadata', state('on')],
    ['arch', state('off')],
    ['opensuse-leap-16', state('asks')],
    ['silverblue-43', state('on')],
    ['linux-other-language', 'unknown: unreadable'],
    ['linux-tools-missing', 'unknown: missing-tool'],
    ['unknown-linux-nothing-readable', 'unknown: unsupported'],
  ])('%s', async (name, expected) => {
    expect(await outcomeOf(recordingOf(name), 'autoUpdates')).toEqual(expected);
  });

  const ubuntu = recordingOf('ubuntu-24.04-ready');
  /** No program of the desktop that would ask. */
  const askers = ['/usr/bin/gnome-software', '/usr/bin/update-notifier'].map(
    (path) => ({ op: 'stat', path, missing: true }) as const,
  );
  const periodic = (...lines: readonly string[]) =>
    withReadings(
      ubuntu,
      ...askers,
      answering(ubuntu, '/usr/bin/apt-config', lines.map((line) => `APT::Periodic::${line};\n`).join('')),
    );

  it.each([
    ['on', ['Update-Package-Lists "always"', 'Unattended-Upgrade "1d"']],
    ['asks', ['Update-Package-Lists "1"', 'Unattended-Upgrade "0"']],
    ['off', ['Update-Package-Lists "0"', 'Unattended-Upgrade "1"']],
    ['off', ['Update-Package-Lists "1"', 'Unattended-Upgrade "1"', 'Enable "0"']],
  ])('apt is %s with %j', async (expected, lines) => {
    expect(await outcomeOf(periodic(...lines), 'autoUpdates')).toEqual(state(expected));
  });

  it('is not on where the program that would install is missing', async () => {
    const machine = withReadings(ubuntu, { op: 'stat', path: '/usr/bin/unattended-upgrade', missing: true });
    expect(await outcomeOf(machine, 'autoUpdates')).toEqual(state('asks'));
  });

  it('dnf only looks where it is not told to install', async () => {
    const fedora = recordingOf('fedora-42-no-metadata');
    const machine = withReadings(
      fedora,
      file('/etc/dnf/automatic.conf', '[commands]\n# apply_updates = yes\napply_updates = no\n'),
    );
    expect(await outcomeOf(machine, 'autoUpdates')).toEqual(state('asks'));
  });

  it('takes nothing else for the settings of apt', () => {
    expect(() => parsePeriodic('APT::Periodic "";\nE: Typo\n')).toThrow('apt-config printed something');
  });
});
