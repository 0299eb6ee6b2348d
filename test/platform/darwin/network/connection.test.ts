import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../../electron/core/facts/index.ts';
import { allowedWays, bandOfChannel, parseWays } from '../../../../electron/platform/darwin/network/connection.ts';
import { factOf, recordingOf } from '../recorded.ts';

const wifi: Connection = {
  route: 'open',
  medium: 'wifi',
  internet: null,
  proxy: false,
  metered: null,
  wifi: { percent: 70, band: '5' },
};

describe('the connection', () => {
  it.each<[string, Connection | string]>([
    ['macos-26', wifi],
    ['macos-26-exposed', { ...wifi, wifi: { percent: 32, band: '2.4' } }],
    ['macos-27-managed', { ...wifi, route: 'vpn', proxy: true }],
    ['macos-26-two-destinations', { ...wifi, medium: 'cable', wifi: null }],
    // The Wi-Fi is joined, and leads nowhere.
    ['macos-14-never-backed-up', { ...wifi, route: 'none', medium: null, wifi: null }],
    // Which of its connections is Wi-Fi, this one does not say.
    ['macos-14-japanese-half-readable', { ...wifi, medium: null, wifi: null }],
    ['macos-13-tools-denied', 'denied'],
  ])('%s', async (name, expected) => {
    const fact = await factOf(recordingOf(name), 'connection');
    expect(fact.state === 'known' ? fact.value : fact.cause).toEqual(expected);
  });
});

const ANSWER = [
  'Network information',
  '',
  'IPv4 network interface information',
  '     en0 : flags      : 0x5 (IPv4,DNS)',
  '           address    : 192.0.2.10',
  '           VPN server : 192.0.2.99',
  '           reach      : 0x00000002 (Reachable)',
  '   utun2 : flags      : 0x7 (IPv4,IPv6,DNS)',
  '           address    : 198.51.100.118',
  '           reach      : 0x00000000 (Not Reachable)',
  '',
  '   REACH : flags 0x00000002 (Reachable)',
  '',
  'IPv6 network interface information',
  '     No IPv6 states found',
  '',
  '',
  '   REACH : flags 0x00000000 (Not Reachable)',
  '',
  'Network interfaces: en0 utun2',
  '',
].join('\n');

it('reads the ways out in the order in which they are preferred', () => {
  expect(parseWays(ANSWER)).toEqual([
    { name: 'en0', names: true, reachable: true },
    { name: 'utun2', names: true, reachable: false },
  ]);
});

it('an answer that was cut off, or has another form, is no "nothing"', () => {
  expect(parseWays('')).toBeUndefined();
  expect(parseWays(ANSWER.slice(0, ANSWER.indexOf('IPv6 network')))).toBeUndefined();
  expect(parseWays(ANSWER.slice(0, ANSWER.lastIndexOf('REACH')))).toBeUndefined();
});

it('a recording keeps no address and no server, and is read as before', () => {
  const kept = allowedWays(ANSWER);
  expect(kept).not.toMatch(/\d+\.\d+\.\d+\.\d+/);
  expect(parseWays(kept)).toEqual(parseWays(ANSWER));
});

it.each([
  ['37 (6GHz, 160MHz)', '6'],
  ['44 (5GHz, 80MHz)', '5'],
  ['6 (2GHz, 20MHz)', '2.4'],
  ['11', '2.4'],
  // 5 and 6 GHz share numbers.
  ['44', null],
  ['', null],
])('channel %s', (channel, band) => expect(bandOfChannel(channel)).toBe(band));

it('tells a way out that brings nobody who looks names up', () => {
  expect(parseWays(ANSWER.replace('(IPv4,DNS)', '(IPv4)'))?.[0]).toEqual({
    name: 'en0',
    names: false,
    reachable: true,
  });
});
