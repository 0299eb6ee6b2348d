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

  it('a folder that only drivers of a removed kernel left behind is no kernel', async () => {
    const machine = withReadings(recordingOf('debian-12-server'), {
      op: 'stat',
      path: '/lib/modules/6.1.0-41-amd64/kernel',
      missing: true,
    });
    expect(await outcomeOf(machine, 'restartPending')).toEqual(none);
  });
});
