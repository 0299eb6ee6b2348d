import { describe, expect, it } from 'vitest';
import { flavourOf } from '../../../../electron/platform/linux/updates/restart.ts';
import { type LinuxMachine, outcomeOf, recordingOf, withReadings } from '../recorded.ts';

const waiting = (...reasons: readonly string[]) => ({ pending: true, reasons });
const none = { pending: false, reasons: [] };

describe('a restart that is waiting', () => {
  it.each<[LinuxMachine, unknown]>([
    ['ubuntu-24.04-ready', none],
    ['ubuntu-24.04-security-waiting-french', waiting('a new kernel', 'libc6')],
    // No mark and no kernels of its own: a system that runs on somebody else's kernel.
    ['ubuntu-24.04-stale-index', 'unknown: unreadable'],
    // Nothing on this server writes the mark.
    ['debian-12-server', waiting('a new kernel')],
    ['debian-13-desktop-broken-apt', none],
    ['fedora-43', waiting('updates that are installed at the next start')],
    ['fedora-42-no-metadata', none],
    // The running kernel was replaced by a newer one, its own modules are gone; the LTS kernel beside it says nothing.
    ['arch', waiting('a new kernel')],
    ['arch-not-synchronised', none],
    ['opensuse-leap-16', waiting('updates')],
    ['silverblue-43', waiting('a new system image')],
    ['unknown-linux-nothing-readable', 'unknown: denied'],
  ])('%s', async (name, expected) => {
    expect(await outcomeOf(recordingOf(name), 'restartPending')).toEqual(expected);
  });

  it.each([
    ['6.1.0-40-amd64', '6.1.0-41-amd64', true],
    ['6.1.0-40-amd64', '6.12.48+deb13-amd64', true],
    ['6.1.0-40-amd64', '6.1.0-41-rt-amd64', false],
    ['6.1.0-40-amd64', '6.1.0-41-cloud-amd64', false],
    ['6.8.0-88-generic', '6.14.0-35-generic', true],
    ['6.8.0-88-generic', '6.8.0-90-lowlatency', false],
    ['6.14.0-63.fc42.x86_64', '6.17.8-300.fc43.x86_64', true],
    ['6.17.8-arch1-1', '6.17.9-arch1-1', true],
    ['6.17.8-arch1-1', '6.12.58-1-lts', false],
    ['6.12.0-160000.7-default', '6.12.0-160000.8-default', true],
  ])('%s and %s are of one line: %s', (one, other, same) => {
    expect(flavourOf(one) === flavourOf(other)).toBe(same);
  });

  const kernels = (running: string, ...installed: readonly string[]) => {
    const machine = recordingOf('ubuntu-24.04-ready');
    return withReadings(
      { ...machine, host: { ...machine.host, kernel: running } },
      { op: 'readDir', path: '/lib/modules', entries: installed.map((name) => ({ name, kind: 'folder' })) },
      ...installed.map(
        (name) =>
          ({
            op: 'stat',
            path: `/lib/modules/${name}/kernel`,
            stat: { kind: 'folder', size: 4096, modifiedMs: 1, uid: 0, mode: 0o755 },
          }) as const,
      ),
      { op: 'readText', path: '/proc/stat', missing: true },
      ...installed.map((name) => ({ op: 'stat', path: `/lib/modules/${name}/modules.dep`, missing: true }) as const),
    );
  };

  it.each([
    ['another series by choice on Manjaro', '6.12.58-1-MANJARO', '6.18.1-1-MANJARO', none],
    ['a pinned series on Proxmox', '6.8.12-16-pve', '6.14.11-3-pve', none],
    ['Ubuntu’s own series beside the newer one', '6.8.0-88-generic', '6.14.0-35-generic', none],
    ['a mainline kernel beside Ubuntu’s', '6.8.0-88-generic', '6.18.1-061801-generic', none],
    ['a newer one of the same series on Manjaro', '6.12.58-1-MANJARO', '6.12.60-1-MANJARO', waiting('a new kernel')],
    ['a newer one of the same series on Proxmox', '6.8.12-15-pve', '6.8.12-16-pve', waiting('a new kernel')],
    ['the next series on Fedora', '6.17.9-300.fc43.x86_64', '6.18.1-300.fc43.x86_64', waiting('a new kernel')],
    ['an older one that is kept for a fallback', '6.17.9-300.fc43.x86_64', '6.16.1-300.fc43.x86_64', none],
  ])('%s: %s and %s', async (_what, running, other, expected) => {
    expect(await outcomeOf(kernels(running, running, other), 'restartPending')).toEqual(expected);
  });

  it.each([
    ['was there at the last start, which brought the other one', -60, none],
    ['came after the last start', 60, waiting('a new kernel')],
  ])('a newer kernel that %s', async (_what, seconds, expected) => {
    const [running, newer] = ['6.1.0-40-amd64', '6.12.48+deb13-amd64'];
    const machine = withReadings(
      kernels(running, running, newer),
      { op: 'readText', path: '/proc/stat', text: 'btime 1795330000\n' },
      {
        op: 'stat',
        path: `/lib/modules/${newer}/modules.dep`,
        stat: { kind: 'file', size: 1, modifiedMs: (1_795_330_000 + seconds) * 1000, uid: 0, mode: 0o644 },
      },
    );
    expect(await outcomeOf(machine, 'restartPending')).toEqual(expected);
  });

  it('a folder that only drivers of a removed kernel left behind is no kernel', async () => {
    const machine = withReadings(recordingOf('debian-12-server'), {
      op: 'stat',
      path: '/lib/modules/6.1.0-41-amd64/kernel',
      missing: true,
    });
    expect(await outcomeOf(machine, 'restartPending')).toEqual(none);
  });
});
