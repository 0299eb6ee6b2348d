import { describe, expect, it } from 'vitest';
import { parseTerse, parseWifi } from '../../../../electron/platform/linux/network/wifi-list.ts';
import { answering, type LinuxMachine, outcomeOf, recordingOf, withReadings } from '../recorded.ts';

describe('the network', () => {
  it.each<[LinuxMachine, unknown]>([
    ['ubuntu-24.04-ready', { wifi: { name: 'Home', security: 'protected' }, vpn: false }],
    ['ubuntu-24.04-security-waiting-french', { wifi: { name: 'Café: Wi-Fi gratuit', security: 'open' }, vpn: false }],
    ['fedora-43', { wifi: { name: 'Office', security: 'protected' }, vpn: true }],
    ['opensuse-leap-16', { wifi: { name: 'Lager', security: 'wep' }, vpn: false }],
    // A tunnel is there, and the way out does not lead through it.
    ['debian-13-desktop-broken-apt', { wifi: null, vpn: null }],
    // The cable of a virtual machine is no VPN.
    ['arch', { wifi: null, vpn: false }],
    ['debian-12-server', { wifi: null, vpn: false }],
    ['ubuntu-24.04-stale-index', 'unknown: missing-tool'],
    ['arch-not-synchronised', 'unknown: unsupported'],
    // Flags are marked by their brackets, not by their words; the way out is not understood.
    ['linux-other-language', { wifi: { name: 'Café', security: 'open' }, vpn: null }],
    ['unknown-linux-nothing-readable', 'unknown: denied'],
  ])('%s', async (name, expected) => {
    expect(await outcomeOf(recordingOf(name), 'network')).toEqual(expected);
  });

  it.each([
    ['NetworkManager is not running', 8, 'Error: NetworkManager is not running.\n'],
    [
      'there is no system bus',
      1,
      'Error: Could not create NMClient object: Could not connect: No such file or directory.\n',
    ],
  ])('is unknown when %s', async (_, code, stderr) => {
    const ubuntu = recordingOf('ubuntu-24.04-ready');
    const machine = withReadings(ubuntu, answering(ubuntu, '/usr/bin/nmcli', '', code, stderr));
    expect(await outcomeOf(machine, 'network')).toBe('unknown: unreadable');
  });

  it('takes values apart that hold colons and backslashes', () => {
    expect(parseTerse('*:Cafe\\: Free \\\\ WiFi::(none)')).toEqual(['*', 'Cafe: Free \\ WiFi', '', '(none)']);
  });

  it.each([
    ['*:A:WPA1:pair_ccmp psk:(none)', 'protected'],
    ['*:A:WPA2 802.1X:(none):pair_ccmp group_ccmp 802.1x', 'protected'],
    ['*:A:OWE:(none):pair_ccmp group_ccmp owe', 'protected'],
    ['*:A:WEP:(none):(none)', 'wep'],
    ['*:A::(none):(none)', 'open'],
  ])('%s is %s', (line, security) => {
    expect(parseWifi(`${line}\n\n`)).toEqual({ name: 'A', security });
  });

  it.each(['*:A:OWE-TM:(none):(none)', '*:A:802.1X:(none):(none)', '*:A::pair_ccmp:(none)', '*:A:'])(
    '%s is not guessed',
    (line) => {
      expect(() => parseWifi(`${line}\n`)).toThrow();
    },
  );

  it('a network without a name has none; of two the weaker counts', () => {
    expect(parseWifi('*::WPA2:(none):psk\n')).toEqual({ name: null, security: 'protected' });
    expect(parseWifi('*:Home:WPA2:(none):psk\n*:Hall::(none):(none)\n')).toEqual({ name: 'Hall', security: 'open' });
  });
});
