/** What a message says, in which language, and what its values may be. */

import { is } from 'valibot';
import { describe, expect, test } from 'vitest';
import { saysMore } from '../../../electron/core/messages/compare.ts';
import { english, format, formatted } from '../../../electron/core/messages/format.ts';
import { currentLanguage, localise, setLanguage } from '../../../electron/core/messages/localise.ts';
import { type Message, messages, sentences } from '../../../electron/core/messages/messages.ts';
import { plainWords } from '../../../electron/core/messages/pseudo.ts';
import { messageSchema } from '../../../electron/core/messages/schema.ts';
import {
  ago,
  date,
  instant,
  list,
  mapWords,
  measure,
  name,
  place,
  product,
  quote,
  size,
  term,
  version,
} from '../../../electron/core/messages/value.ts';

const words = messages('test', {
  plain: 'Nothing to fix',
  waiting: '{n, plural, one {# update waits} other {# updates wait}} on {disk}',
  device: '{device, select, camera {The camera} other {The microphone}} is in use by {programs}',
  inside: 'Not checked: {reason}',
});

const waiting = (n: number, disk = 'Blue'): Message => words.waiting({ n, disk: name(disk) });

test('plurals, selects, lists and sentences inside sentences are written by the language’s own rules', () => {
  expect(english(words.plain)).toBe('Nothing to fix');
  expect(english(waiting(1))).toBe('1 update waits on Blue');
  expect(english(waiting(1200))).toBe('1,200 updates wait on Blue');
  const programs = list([name('OBS'), name('Zoom'), name('Teams')]);
  expect(english(words.device({ device: 'camera', programs }))).toBe('The camera is in use by OBS, Zoom and Teams');
  expect(english(words.inside({ reason: waiting(2) }))).toBe('Not checked: 2 updates wait on Blue');
  expect(english(sentences([words.plain, waiting(3)]))).toBe('Nothing to fix 3 updates wait on Blue');
});

test.each([
  [measure(1, 'minute'), '1 minute'],
  [measure(34, 'percent'), '34%'],
  [size(980_000_000), '980 MB'],
  [size(3_290_000_000), '3.2 GB'],
  [size(112_900_000_000), '112 GB'],
  [date('2028-06-10'), '10 June 2028'],
  [date('not a day'), 'not a day'],
  [ago('2026-11-30', '2026-11-30T23:00:00Z'), 'today'],
  [ago('2026-11-29T23:59:00Z', '2026-11-30T00:01:00Z'), 'yesterday'],
  [ago('2026-11-18', '2026-11-30T12:00:00Z'), '12 days ago'],
  [ago('2026-12-01', '2026-11-30T12:00:00Z'), 'tomorrow'],
  [list([name('a'), name('b')], 'or'), 'a or b'],
  [list([name('a'), name('b')], 'comma'), 'a, b'],
  [instant(new Date(2026, 11, 4, 17, 0).toISOString()), '4 December 2026 at 17:00'],
  [instant(new Date(2026, 11, 4, 23, 59, 59).toISOString()), '4 December 2026'],
  [name('Free\u202e\nWi-Fi'), 'Free Wi-Fi'],
  [product('Microsoft Teams'), 'Microsoft Teams'],
  [place('/srv/copies'), '/srv/copies'],
  [term('waivers.byOrganisation'), 'waivers.byOrganisation'],
  [quote('The drive is being repaired.'), 'The drive is being repaired.'],
])('%j is written %j', (value, text) => expect(english(words.inside({ reason: value }))).toBe(`Not checked: ${text}`));

test('a value of the wrong kind, or none, does not compile', () => {
  // @ts-expect-error a bare text has no kind
  expect(words.inside({ reason: 'text' }).id).toBe('test.inside');
  // @ts-expect-error a value is missing
  expect(words.waiting({ n: 1 }).id).toBe('test.waiting');
  // @ts-expect-error a plural counts
  expect(words.waiting({ n: name('1'), disk: name('Blue') }).id).toBe('test.waiting');
  // @ts-expect-error there is no such message
  expect(words.none).toBeUndefined();
});

test('in the pseudo-language every word is strange, but for values', () => {
  const text = format(
    'pseudo',
    words.inside({ reason: words.device({ device: 'x', programs: list([name('OBS'), name('Zoom')]) }) }),
  );
  expect(plainWords(text)).toEqual([]);
  expect(text).toContain('⟦OBS⟧');
  expect(text).not.toContain('and');
  expect(plainWords(`${text} in use since ${format('pseudo', waiting(2))}`)).toEqual(['in', 'use', 'since']);
  expect([...text].length).toBeGreaterThan(1.8 * [...'Not checked: The microphone is in use by '].length);
});

test('what is spoken follows the language that was set', () => {
  expect(currentLanguage()).toBe('en');
  setLanguage('pseudo');
  try {
    expect(plainWords(localise(words.plain))).toEqual([]);
    expect(english(words.plain)).toBe('Nothing to fix');
  } finally {
    setLanguage('en');
  }
});

describe('a stored message', () => {
  test('of another Greenroom, or without its values, has no words rather than wrong ones', () => {
    expect(formatted('en', { id: 'test.gone' })).toBeUndefined();
    expect(formatted('en', { id: 'test.waiting', values: { n: 1 } })).toBeUndefined();
    expect(formatted('en', { id: 'constructor' })).toBeUndefined();
  });

  test('is believed only in its own shape', () => {
    expect(is(messageSchema, JSON.parse(JSON.stringify(words.inside({ reason: waiting(2) }))))).toBe(true);
    expect(is(messageSchema, { id: 'a', values: { b: { kind: 'html', text: '<b>' } } })).toBe(false);
    expect(is(messageSchema, { id: 'a', values: { b: null } })).toBe(false);
    const deep = (depth: number): unknown => (depth === 0 ? { id: 'a' } : { id: 'a', values: { b: deep(depth - 1) } });
    expect(is(messageSchema, deep(4))).toBe(true);
    expect(is(messageSchema, deep(40))).toBe(false);
  });
});

test('names are replaced by their kind, at any depth', () => {
  const hidden = mapWords(
    words.inside({ reason: list([name('Ada'), waiting(2, 'Ada’s disk'), version('6.3')]) }),
    (kind, text) => (kind === 'name' ? '(name)' : text),
  );
  expect(english(hidden)).toBe('Not checked: (name), 2 updates wait on (name) and 6.3');
});

test.each<[string, Message, Message, boolean]>([
  ['the same', waiting(3), waiting(3), false],
  ['more of them', waiting(3), waiting(4), true],
  ['fewer of them', waiting(4), waiting(3), false],
  ['another name', waiting(3), waiting(3, 'Red'), true],
  ['another sentence', waiting(3), words.plain, true],
  [
    'an age that moved on',
    words.inside({ reason: ago('2026-11-01', '2026-11-10') }),
    words.inside({ reason: ago('2026-11-01', '2026-11-20') }),
    false,
  ],
  [
    'a level that sank',
    words.inside({ reason: measure(34, 'percent') }),
    words.inside({ reason: measure(20, 'percent') }),
    false,
  ],
  ['another version', words.inside({ reason: version('5.17.5') }), words.inside({ reason: version('5.18.0') }), true],
  [
    'a shorter list',
    words.inside({ reason: list([name('a'), name('b')]) }),
    words.inside({ reason: list([name('b')]) }),
    false,
  ],
  [
    'another in the list',
    words.inside({ reason: list([name('a')]) }),
    words.inside({ reason: list([name('b')]) }),
    true,
  ],
  ['more inside', words.inside({ reason: waiting(1) }), words.inside({ reason: waiting(2) }), true],
])('%s: says more', (_what, then, now, more) => expect(saysMore(then, now)).toBe(more));
