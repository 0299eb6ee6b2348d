/** Offline and a sign-in page are red, a system that could not reach the internet and a weak Wi-Fi a caution. */
import { expect, test } from 'vitest';
import { connection } from '../../../../electron/core/checks/call/connection.ts';
import { known, unknown } from '../../../../electron/core/facts/fact.ts';
import type { Connection, Platform } from '../../../../electron/core/facts/index.ts';
import { asMessage } from '../../../../electron/core/messages/messages.ts';
import { judged } from '../judged.ts';

const plain: Connection = {
  route: 'open',
  medium: 'cable',
  internet: 'full',
  proxy: null,
  metered: null,
  wifi: null,
};
const finding = (change: Partial<Connection>, platform: Platform = 'linux') =>
  judged(connection, { connection: known({ ...plain, ...change }, 'test') }, { platform })[0];
const wifi = (percent: number | null) => ({ medium: 'wifi', wifi: { percent, band: '5' } }) as const;

test.each<[string, Partial<Connection>, string, string]>([
  ['a cable', {}, 'pass', 'You’re connected'],
  ['no way out', { route: 'none', medium: null, internet: null }, 'fail', 'You’re offline'],
  ['a sign-in page', { internet: 'portal' }, 'fail', 'This network wants you to sign in'],
  // What was tried may not be the way that meetings take.
  [
    'a sign-in page beside a VPN',
    { internet: 'portal', route: 'vpn' },
    'caution',
    'This network may want you to sign in',
  ],
  ['a proxy', { internet: 'portal', proxy: true }, 'caution', 'This network may want you to sign in'],
  ['the internet out of reach, but by a proxy', { internet: 'limited', proxy: true }, 'pass', 'You’re connected'],
  [
    'a weak Wi-Fi before a proxy',
    { internet: 'limited', proxy: true, ...wifi(40) },
    'caution',
    'Your Wi-Fi signal is weak',
  ],
  [
    'the internet out of reach by a tunnel',
    { route: 'vpn', internet: 'limited', proxy: true },
    'caution',
    'The internet may be out of reach',
  ],
  ['the internet out of reach', { internet: 'limited' }, 'caution', 'The internet may be out of reach'],
  ['nobody tried', { internet: null }, 'pass', 'You’re connected'],
  ['no name server', { internet: null, noNameServer: true }, 'caution', 'Meeting links may not open here'],
  // Whoever reached the internet by a name has somebody who looks names up.
  ['no name server beside a proxy', { internet: null, proxy: true, noNameServer: true }, 'pass', 'You’re connected'],
  ['no name server that is missed', { noNameServer: true }, 'pass', 'You’re connected'],
  ['a signal that cannot be told', wifi(null), 'pass', 'You’re connected'],
])('%s', (_name, change, state, title) => {
  expect(finding(change)).toMatchObject({ state, title });
});

test('an unread fact is neither green nor red', () => {
  const [one] = judged(connection, { connection: unknown('denied', asMessage('The kernel keeps it back.')) });
  expect(one).toMatchObject({ state: 'unknown', title: 'Couldn’t check your connection' });
});

test('a weak Wi-Fi begins at 40 %', () => {
  expect([39, 40, 41].map((percent) => finding(wifi(percent))?.state)).toEqual(['caution', 'caution', 'pass']);
});

test('what was seen is said: what carries the call, a VPN, the band, whether it is metered, who tried the internet', () => {
  expect(finding({ ...wifi(78), metered: true }, 'win32')?.evidence.found).toBe(
    'You’re on Wi-Fi, with a signal of 78%. It uses 5 GHz. Windows reached the internet when it last tried. Windows counts this connection as metered, and a video call uses a lot of data.',
  );
  expect(finding({ route: 'vpn', medium: 'mobile', internet: null, metered: false }, 'darwin')?.evidence.found).toBe(
    'You’re on a mobile network. A VPN carries your traffic. Whether the internet answers shows only when it’s tried.',
  );
});
