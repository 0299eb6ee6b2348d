import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../../electron/core/facts/index.ts';
import { parseWireless } from '../../../../electron/platform/linux/network/connection.ts';
import { parseWord } from '../../../../electron/platform/linux/network/network-manager.ts';
import { parseSignal } from '../../../../electron/platform/linux/network/wifi-list.ts';
import type { Reading } from '../../../../electron/platform/machine/recording.ts';
import { answering, file, type LinuxMachine, outcomeOf, recordingOf, withReadings } from '../recorded.ts';

const home: Connection = {
  route: 'open',
  medium: 'wifi',
  internet: 'full',
  proxy: null,
  metered: false,
  wifi: { percent: 78, band: '5' },
};
const cable: Connection = { ...home, medium: 'cable', wifi: null };
const silent = { internet: null, metered: null } as const;

describe('the connection', () => {
  it.each<[LinuxMachine, Connection | string]>([
    ['ubuntu-24.04-ready', { ...home, proxy: false }],
    // No NetworkManager: nothing is said of the internet.
    ['debian-12-server', { ...cable, ...silent }],
    ['arch', { ...cable, ...silent, proxy: false }],
    // NetworkManager does not try the internet there, and calls every route "full".
    ['debian-13-desktop-broken-apt', { ...cable, internet: null }],
    ['fedora-43', { ...home, route: 'vpn' }],
    ['fedora-42-no-metadata', { ...cable, internet: 'limited' }],
    ['silverblue-43', { ...cable, metered: true }],
    // The answer of "ip" is not understood: the kernel's own table tells.
    ['linux-other-language', { ...home, internet: 'portal' }],
    ['linux-tools-missing', { ...home, ...silent, wifi: { percent: 70, band: null } }],
    ['arch-not-synchronised', { ...home, ...silent, wifi: { percent: 33, band: null } }],
    ['unknown-linux-nothing-readable', 'unknown: denied'],
  ])('%s', async (name, expected) => {
    expect(await outcomeOf(recordingOf(name), 'connection')).toEqual(expected);
  });

  const ubuntu = recordingOf('ubuntu-24.04-ready');
  const unreachable = answering(ubuntu, '/sbin/ip', '', 2, 'RTNETLINK answers: Network is unreachable\n');
  const HEAD = 'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n';
  const tables = (v4: string, v6: string): readonly Reading[] => [
    file('/proc/net/route', v4),
    file('/proc/net/ipv6_route', v6),
  ];
  const ZEROS = '0'.repeat(32);
  const refused = `${ZEROS} 00 ${ZEROS} 00 ${ZEROS} ffffffff 00000001 00000000 00200200       lo\n`;
  const rejecting = `${ZEROS} 00 ${ZEROS} 00 ${ZEROS} 00000400 00000001 00000000 00000201 wlp0s20f3\n`;
  const ipv6 = `${ZEROS} 00 ${ZEROS} 00 fe800000000000000000000000000001 00000400 00000001 00000000 00000003 wlp0s20f3\n`;
  const subnet = 'wlp0s20f3\t0002000A\t00000000\t0001\t0\t0\t600\t00FFFFFF\t0\t0\t0\n';
  const leading = 'wlp0s20f3\t00000000\t010002C0\t0003\t0\t0\t600\t00000000\t0\t0\t0\n';
  const route = async (...readings: readonly Reading[]) => {
    const outcome = await outcomeOf(withReadings(ubuntu, ...readings), 'connection');
    return typeof outcome === 'string' ? outcome : outcome.route;
  };

  it.each<[string, readonly Reading[], string]>([
    ['there is no route', [unreachable, ...tables(HEAD + subnet, refused)], 'none'],
    ['a route turns all away', [unreachable, ...tables(HEAD, rejecting)], 'none'],
    // A policy rule, as of a VPN that shuts the way when it is down: the main table does not know it.
    ['a rule turns all away beside a default route', [unreachable, ...tables(HEAD + leading, refused)], 'none'],
    ['IPv6 alone leads out', [unreachable, ...tables(HEAD + subnet, refused + ipv6)], 'open'],
    // Empty is not "none": where the kernel says nothing, nothing is known.
    // A kernel without a single route has no heading either. Its word counts, an empty table alone does not.
    ['nothing leads out, and the tables are empty', [unreachable, ...tables('', '')], 'none'],
    ['the tables are empty', [answering(ubuntu, '/sbin/ip', '', 1), ...tables('', '')], 'unknown: unreadable'],
    ['the cable of the way out is pulled', [file('/sys/class/net/wlp0s20f3/operstate', 'down\n')], 'none'],
    [
      'the way out is an interface that the kernel does not show',
      [answering(ubuntu, '/sbin/ip', '192.0.2.1 dev veth9 src 10.0.0.2 uid 0 \n    cache \n')],
      'unknown: unreadable',
    ],
  ])('when %s', async (_, readings, expected) => {
    expect(await route(...readings)).toBe(expected);
  });
});

describe('NetworkManager’s word', () => {
  const said = (connectivity: number, metered: number, available: boolean, enabled: boolean): string =>
    [`{"type":"u","data":${connectivity}}`, `{"type":"u","data":${metered}}`, `{"type":"b","data":${available}}`]
      .concat(`{"type":"b","data":${enabled}}\n`)
      .join('\n');
  it.each([
    [said(4, 4, true, true), { internet: 'full', metered: false }],
    [said(2, 1, true, true), { internet: 'portal', metered: true }],
    [said(3, 3, true, true), { internet: 'limited', metered: true }],
    [said(1, 0, true, true), { internet: null, metered: null }],
    // Switched off, or not installed: its "full" means nothing, nor does its "portal" of long ago.
    [said(4, 2, true, false), { internet: null, metered: false }],
    [said(2, 0, false, true), { internet: null, metered: null }],
    ['{"type":"u","data":4}\n', { internet: null, metered: null }],
    ['', { internet: null, metered: null }],
    ['{"type":"u","data":4}],[\n', { internet: null, metered: null }],
  ])('%j', (stdout, expected) => expect(parseWord(stdout)).toEqual(expected));
});

describe('the signal', () => {
  it.each([
    ['*:A:WPA2:(none):psk:90:2437 MHz\n', { percent: 90, band: '2.4' }],
    ['*:A:WPA2:(none):psk:0:5955 MHz\n', { percent: 0, band: '6' }],
    // Of two the worse; what an older recording does not hold, and what no radio sends on, is not guessed.
    ['*:A:WPA2:(none):psk:90:5180 MHz\n*:B:WPA2:(none):psk:31:5924 MHz\n', { percent: 31, band: '5' }],
    ['*:A:WPA2:(none):psk\n', { percent: null, band: null }],
    ['*:A:WPA2:(none):psk:101:0 MHz\n', { percent: null, band: null }],
  ])('%j', (stdout, expected) => expect(parseSignal(stdout)).toEqual(expected));

  it('comes from the kernel where NetworkManager has none, in dBm only', () => {
    const table = (level: string) => `head\nhead\n wlan1: 0000   70.  ${level}  -256        0      0      0\n`;
    expect(parseWireless(table('-30.'))).toBe(100);
    expect(parseWireless(table('-76.'))).toBe(40);
    expect(parseWireless(table('-100.'))).toBe(0);
    expect(parseWireless(table('45.'))).toBeNull();
    expect(parseWireless('head\nhead\n')).toBeNull();
  });
});
