import { describe, expect, it } from 'vitest';
import { parseListening, remoteControlName } from '../../../../electron/platform/linux/security/remote-access.ts';
import { file, type LinuxMachine, outcomeOf, recordingOf, withReadings } from '../recorded.ts';

const ssh = { name: 'SSH', port: 22 };
const vnc = { name: 'VNC', port: 5900 };

describe('remote login', () => {
  it.each<[LinuxMachine, unknown]>([
    ['ubuntu-24.04-ready', { services: [], sessionIsRemote: false }],
    // Open on IPv4 and IPv6, told once; a VNC server for this computer alone is left out.
    ['ubuntu-24.04-security-waiting-french', { services: [ssh, vnc], sessionIsRemote: false }],
    ['debian-12-server', { services: [ssh], sessionIsRemote: false }],
    ['debian-13-desktop-broken-apt', { services: [{ name: 'Remote Desktop', port: 3389 }], sessionIsRemote: true }],
    ['fedora-42-no-metadata', { services: [], sessionIsRemote: true }],
    // SSH on a port of its own.
    ['arch', { services: [{ name: 'SSH', port: 2222 }], sessionIsRemote: false }],
    ['opensuse-leap-16', { services: [vnc], sessionIsRemote: false }],
    // Its settings may not be read, and whether it runs is not told either.
    ['ubuntu-24.04-stale-index', 'unknown: unreadable'],
    ['unknown-linux-nothing-readable', 'unknown: denied'],
  ])('%s', async (name, expected) => {
    expect(await outcomeOf(recordingOf(name), 'remoteLogin')).toEqual(expected);
  });

  it.each([
    [
      'runs',
      'unknown: denied',
      (text: string) =>
        text.replace(/(Id=ssh\.service\n)LoadState=.*\nActiveState=.*/, '$1LoadState=loaded\nActiveState=active'),
    ],
    ['does not run', { services: [], sessionIsRemote: false }, (text: string) => text],
  ])('with hidden settings of an SSH that %s', async (_, expected, change) => {
    const ubuntu = recordingOf('ubuntu-24.04-ready');
    const units = ubuntu.reads.find((it) => it.op === 'run' && it.program === '/usr/bin/systemctl');
    if (units === undefined || !('stdout' in units)) throw new Error('no units');
    const machine = withReadings(
      ubuntu,
      { op: 'readText', path: '/etc/ssh/sshd_config', cannotTell: 'denied', reason: 'No.' },
      { ...units, stdout: change(units.stdout) },
    );
    expect(await outcomeOf(machine, 'remoteLogin')).toEqual(expected);
  });

  it.each(['', 'قائمة الاتصالات\n', '  sl  local_address\n   0: somewhere\n'])(
    'is unknown when the kernel’s list is %j',
    async (text) => {
      const machine = withReadings(recordingOf('ubuntu-24.04-ready'), file('/proc/net/tcp', text));
      expect(await outcomeOf(machine, 'remoteLogin')).toBe('unknown: unreadable');
    },
  );

  it.each([
    ['0100007F', 0],
    ['0200007F', 0],
    ['00000000', 1],
    ['0F02000A', 1],
    ['00000000000000000000000001000000', 0],
    ['0000000000000000FFFF00000100007F', 0],
    ['00000000000000000000000000000000', 1],
    ['000080FE00000000FF00547A0000007F', 1],
  ])('an address %s can be reached from %i networks', (address, count) => {
    const zeros = '0'.repeat(address.length);
    const text = `  sl  local_address rem_address   st\n   0: ${address}:0016 ${zeros}:0000 0A 00000000:00000000 00:00000000\n`;
    expect(parseListening(text)).toHaveLength(count);
  });
});

describe('programs for remote control', () => {
  it.each<[LinuxMachine, unknown]>([
    ['ubuntu-24.04-ready', { programs: [] }],
    ['ubuntu-24.04-security-waiting-french', { programs: ['TeamViewer'] }],
    ['arch', { programs: ['Krfb'] }],
    // Only this account's own programs are shown: nobody found proves nothing.
    ['fedora-42-no-metadata', 'unknown: denied'],
    ['unknown-linux-nothing-readable', 'unknown: unreadable'],
  ])('%s', async (name, expected) => {
    expect(await outcomeOf(recordingOf(name), 'remoteControl')).toEqual(expected);
  });

  it.each([
    ['teamviewerd', 'TeamViewer'],
    ['anydesk', 'AnyDesk'],
    ['rustdesk', 'RustDesk'],
    ['gnome-remote-de', 'GNOME Remote Desktop'],
    ['chrome-remote-d', 'Chrome Remote Desktop'],
    ['Xtigervnc', 'VNC server'],
    ['teams-for-linux', undefined],
    ['sshd', undefined],
  ])('%s is %s', (process, name) => {
    expect(remoteControlName(process)).toBe(name);
  });
});
