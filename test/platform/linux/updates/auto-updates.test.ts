import { describe, expect, it } from 'vitest';
import { parsePeriodic } from '../../../../electron/platform/linux/updates/auto-updates.ts';
import { takes } from '../../../../electron/platform/linux/updates/unattended.ts';
import type { Reading } from '../../../../electron/platform/machine/recording.ts';
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

  it.each([
    ['asks', true, false],
    ['on', true, true],
    // Without its Update Manager, or with one that is not started, nobody looks.
    ['off', false, true],
  ])('Linux Mint is %s: it looks %s, it installs %s', async (expected, looks, installs) => {
    const at = (path: string, there: boolean): Reading =>
      there
        ? { op: 'stat', path, stat: { kind: 'file', size: 0, modifiedMs: 1, uid: 0, mode: 0o644 } }
        : { op: 'stat', path, missing: true };
    const idle = periodic('Update-Package-Lists "0"');
    const mint = withReadings(
      { ...idle, host: { ...idle.host, variables: { ...idle.host.variables, XDG_CURRENT_DESKTOP: 'X-Cinnamon' } } },
      at('/etc/xdg/autostart/mintupdate.desktop', looks),
      at('/var/lib/linuxmint/mintupdate-automatic-upgrades-enabled', installs),
    );
    expect(await outcomeOf(mint, 'autoUpdates')).toEqual(state(expected));
  });

  const settings = (text: string) => {
    const gsettings = ubuntu.reads.find(
      (it) => it.op === 'run' && it.program === '/usr/bin/gsettings' && it.args.length === 1,
    );
    if (gsettings?.op !== 'run' || !('stdout' in gsettings)) throw new Error('no settings');
    return { ...gsettings, stdout: `${gsettings.stdout}${text}` };
  };

  it.each(['allow-updates', 'download-updates'])(
    'GNOME Software that is told by %s not to look does not ask',
    async (key) => {
      const [gnome] = askers;
      const there = {
        op: 'stat',
        path: '/usr/bin/gnome-software',
        stat: { kind: 'file', size: 1, modifiedMs: 1, uid: 0, mode: 0o755 },
      } as const;
      const idle = withReadings(periodic('Update-Package-Lists "0"'), there);
      expect(gnome?.path).toBe(there.path);
      expect(await outcomeOf(withReadings(idle, settings(`org.gnome.software ${key} true\n`)), 'autoUpdates')).toEqual(
        state('asks'),
      );
      expect(await outcomeOf(withReadings(idle, settings(`org.gnome.software ${key} false\n`)), 'autoUpdates')).toEqual(
        state('off'),
      );
    },
  );

  describe('unattended-upgrades that are on', () => {
    const dump = (...patterns: readonly string[]) => ({
      op: 'run' as const,
      program: '/usr/bin/apt-config',
      args: ['dump', 'Unattended-Upgrade'],
      code: 0,
      stdout: patterns.map((pattern) => `Unattended-Upgrade::Allowed-Origins:: "${pattern}";\n`).join(''),
      stderr: '',
    });
    const calling = (id: string, name: string, like: string, ...more: readonly Reading[]) =>
      withReadings(
        ubuntu,
        ...askers,
        file('/etc/os-release', `ID=${id}\nID_LIKE="${like}"\nVERSION_CODENAME=noble\nUBUNTU_CODENAME=noble\n`),
        file('/etc/lsb-release', `DISTRIB_ID=${name}\nDISTRIB_CODENAME=noble\n`),
        ...more,
      );
    const own = '\u0024{distro_id}:\u0024{distro_codename}-security';
    const nothing = { state: 'off', takesNothing: true };

    it.each([
      ['Ubuntu with its own list', calling('ubuntu', 'Ubuntu', 'debian', dump(own)), state('on')],
      [
        'Ubuntu with its list emptied',
        calling('ubuntu', 'Ubuntu', 'debian', { ...dump(), stdout: 'Unattended-Upgrade "";\n' }),
        nothing,
      ],
      ['Ubuntu with a misspelt list', calling('ubuntu', 'Ubuntu', 'debian', dump('Ubuntu:jammy-security')), nothing],
      ['Pop with Ubuntu’s list', calling('pop', 'Pop', 'ubuntu debian', dump(own)), nothing],
      [
        'Pop with a list that was put right',
        calling('pop', 'Pop', 'ubuntu debian', dump('Ubuntu:noble-security')),
        state('on'),
      ],
      ['Mint with Ubuntu’s list', calling('linuxmint', 'Linuxmint', 'ubuntu debian', dump(own)), nothing],
      ['Pop whose list is not told', calling('pop', 'Pop', 'ubuntu debian', { ...dump(), code: 1 }), nothing],
      ['Ubuntu whose list is not told', calling('ubuntu', 'Ubuntu', 'debian', { ...dump(), code: 1 }), state('on')],
      [
        'another derivative whose list is not told',
        calling('other', 'Other', 'ubuntu', { ...dump(), code: 1 }),
        'unknown: unreadable',
      ],
      ['a list of everything', calling('pop', 'Pop', 'ubuntu debian', dump('*:*')), state('on')],
    ])('%s', async (_what, machine, expected) => {
      expect(await outcomeOf(machine, 'autoUpdates')).toEqual(expected);
    });

    it('are matched by Debian’s patterns, field by field', () => {
      const archive = {
        file: 'x_InRelease',
        origin: 'Debian',
        label: 'Debian-Security',
        suite: 'stable-security',
        codename: 'trixie-security',
        signedAt: undefined,
      };
      const names = { id: 'Debian', codename: 'trixie' };
      const codename = '\u0024{distro_codename}';
      expect(takes(`origin=Debian,codename=${codename}-security,label=Debian-Security`, archive, names)).toBe(true);
      expect(takes(`origin=Debian,codename=${codename},label=Debian-Security`, archive, names)).toBe(false);
      expect(takes('o=Debian,a=stable-security', archive, names)).toBe(true);
      expect(takes('origin=Debian,codename=bookworm-security', archive, names)).toBe(false);
    });
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
    expect(() => parsePeriodic('APT::Periodic "";\nE: Typo\n')).toThrow('apt-config answered in a form');
  });
});
