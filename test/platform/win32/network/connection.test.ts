import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../../electron/core/facts/index.ts';
import { changedSection, factOf, recordingOf } from '../recorded.ts';

const PRO = 'windows-11-25h2-pro';
const cable: Connection = {
  route: 'open',
  medium: 'cable',
  internet: 'full',
  proxy: false,
  metered: false,
  wifi: null,
};
const offline: Connection = { ...cable, route: 'none', medium: null, internet: null, metered: null };

describe('the connection', () => {
  it.each<[string, Connection | string]>([
    [PRO, cable],
    ['windows-11-24h2-home', { ...cable, medium: 'wifi', metered: true, wifi: { percent: 20, band: null } }],
    [
      'windows-11-25h2-update-server-error',
      { ...cable, medium: 'wifi', internet: 'limited', wifi: { percent: 80, band: null } },
    ],
    ['windows-11-25h2-in-a-call-french', { ...cable, route: 'vpn' }],
    ['windows-10-20h2-home', { ...cable, internet: 'portal' }],
    ['windows-11-25h2-never-backed-up', offline],
    ['windows-11-25h2-constrained-language', { ...cable, medium: null, metered: null }],
    ['windows-11-25h2-half-readable', 'unreadable'],
    ['windows-11-24h2-powershell-blocked', 'no-powershell'],
  ])('%s', async (name, expected) => {
    const fact = await factOf(recordingOf(name), 'connection', false);
    expect(fact.state === 'known' ? fact.value : fact.cause).toEqual(expected);
  });
});

describe('of several witnesses', () => {
  const none = { cards: null, list: null, profile: null, answers: null };
  const down = [{ kind: 6, state: 2, gateway: false }];
  const up = [{ kind: 6, state: 1, gateway: true }];
  const local = [{ kind: 6, state: 1, gateway: false }];
  it.each<[string, object, unknown]>([
    ['no witness at all', none, 'unreadable'],
    ['every card without a cable', { ...none, cards: down }, ['none', null]],
    // A loopback that is up leads nowhere; one card that says nothing of itself may.
    ['a loopback', { ...none, cards: [...down, { kind: 24, state: 1, gateway: false }] }, ['none', null]],
    ['a card that says nothing', { ...none, cards: [...down, { kind: 0, state: 0, gateway: false }] }, 'unreadable'],
    ['a card that is up without a router', { ...none, cards: local }, 'unreadable'],
    ['a card with a router', { ...none, cards: up }, ['open', null]],
    ['no network in Windows’ list', { list: 0, profile: null, cards: local }, ['none', null]],
    // The list says nothing is connected, the card has a router: it is not red.
    ['witnesses that contradict each other', { list: 0, profile: null, cards: up }, ['open', 'limited']],
    // Windows does not try: its "no internet" means nothing.
    ['no probing', { list: 2, profile: null, cards: up, tries: false }, ['open', null]],
    [
      'a sign-in page, where Windows does not try',
      { tries: false, profile: { level: 2, cost: 1, kind: 6 } },
      ['open', null],
    ],
    // The worst word counts.
    [
      'a list that reaches the internet, and a profile that does not',
      { list: 64, profile: { level: 1, cost: 1, kind: 6 } },
      ['open', 'limited'],
    ],
    ['IPv6 alone', { list: 0x400, profile: null }, ['open', 'full']],
    ['an empty list of networks', { ...none, answers: [] }, 'unreadable'],
    ['a network that reaches its own', { ...none, answers: [{ v4: 2, v6: 1 }] }, ['open', 'limited']],
  ])('%s', async (_, change, expected) => {
    const fact = await factOf(changedSection(PRO, 'connection', change), 'connection');
    expect(fact.state === 'known' ? [fact.value.route, fact.value.internet] : fact.cause).toEqual(expected);
  });

  it('a price that is not known is not "free", and bars beyond the scale are none', async () => {
    const profile = { level: 3, cost: 0, kind: 71, bars: 9 };
    const fact = await factOf(changedSection(PRO, 'connection', { profile }), 'connection');
    expect(fact).toMatchObject({ value: { metered: null, wifi: { percent: null } } });
  });
});
