/** What is done is what was shown: another name, value or call in between, and nothing is done. */
import { describe, expect, test } from 'vitest';
import type { Fix } from '../../../electron/core/fixes/fix.ts';
import { keepAwake } from '../../../electron/core/fixes/keep-awake.ts';
import { isOffered, type Offer, offersOf } from '../../../electron/core/fixes/offer.ts';
import { loudspeakerOn } from '../../../electron/core/fixes/sound/loudspeaker-on.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { applyFix, offersNow } from '../../../electron/engine/fixes/apply-fix.ts';
import { shownAs } from '../../../electron/engine/fixes/shown.ts';
import { said, seen } from '../../core/fixes/seen.ts';
import { standIn } from './stand-in.ts';

const offer = (fix: Fix, answers: Parameters<typeof seen>[0], until = '2026-11-30T15:05:00Z'): Offer => {
  const look = { fix, way: fix.ways.linux?.[0], seen: { ...seen(answers), until }, seat: 'here' } as const;
  const offers = offersOf(look, null, '2026-11-30T14:00:00Z');
  if (!isOffered(offers) || offers[0] === undefined) throw new Error('nothing is offered');
  return offers[0];
};

const speaker = (name: string, description: string, percent: string): Offer => {
  const volume = { mono: { value_percent: percent } };
  const list = { sinks: [{ name, description, mute: true, volume }], sources: [] };
  return offer(loudspeakerOn, [said(JSON.stringify(list)), said(JSON.stringify({ default_sink_name: name }))]);
};

describe('an offer is still the one that was shown', () => {
  const shown = shownAs(speaker('usb', 'Headset', '40%'), null);
  test('when nothing has changed', () => {
    expect(shownAs(speaker('usb', 'Headset', '40%'), null)).toBe(shown);
  });
  test.each([
    ['another name', speaker('usb', 'Hall loudspeaker', '40%')],
    ['another device of the same name', speaker('pci', 'Headset', '40%')],
    ['another value', speaker('usb', 'Headset', '0%')],
  ])('not with %s', (_what, now) => {
    expect(shownAs(now, null)).not.toBe(shown);
  });

  test('a minute later it is, and when the call has moved it is not', () => {
    const first = offer(keepAwake, [said(''), said('1001\n')], '2026-11-30T15:05:00Z');
    const later = offer(keepAwake, [said(''), said('1001\n')], '2026-11-30T15:06:00Z');
    expect(shownAs(later, null)).toBe(shownAs(first, null));
    const call = { endsAt: '2026-11-30T15:00:00Z' };
    expect(shownAs(first, call)).not.toBe(shownAs(first, null));
    expect(shownAs(first, { endsAt: '2026-11-30T17:00:00Z' })).not.toBe(shownAs(first, call));
  });
});

test('what was shown is done; when it is another by now, nothing is touched and that is said', async () => {
  const one = standIn();
  const [offers = []] = await offersNow(one.place, null, ['wifi-on']);
  const shown = isOffered(offers) && offers[0] !== undefined ? shownAs(offers[0], null) : '';
  const refused = await applyFix('wifi-on', one.place, null, `${shown}0`);
  expect([refused.state, english(refused.sentence)]).toEqual([
    'not-done',
    expect.stringContaining('changed meanwhile'),
  ]);
  expect(one.read('asked')).toBe('');
  expect(await applyFix('wifi-on', one.place, null, shown)).toMatchObject({ state: 'done' });
});
