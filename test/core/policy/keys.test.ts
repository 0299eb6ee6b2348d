/** What a key of each kind takes, and what it leaves out because it would reach further than its purpose. */

import { describe, expect, it } from 'vitest';
import { english } from '../../../electron/core/messages/format.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import { accepts, expected } from '../../../electron/core/policy/accepts.ts';
import {
  address,
  addresses,
  choices,
  file,
  files,
  type PolicyKey,
  products,
  texts,
  versionRanges,
} from '../../../electron/core/policy/policy.ts';

const none = asMessage('');

const cases: readonly [string, PolicyKey, readonly unknown[], readonly unknown[]][] = [
  [
    'an address',
    address('help desk', none),
    ['', 'https://help.example/now?topic=1'],
    [
      'http://help.example',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'https://user:pass@help.example',
      'https://a\\b',
      'https:// a',
      5,
      null,
    ],
  ],
  [
    'a file',
    file('calendar', none),
    ['', '/home/a/b.ics', 'C:\\Users\\a\\b.ics'],
    ['b.ics', '../b.ics', '\\\\server\\share\\b.ics', 'https://a.example/b.ics', '/a\u0000b', ['/a'], false],
  ],
  [
    'a list of files',
    files('calendar', 'calendarFiles', none),
    [[], ['/a.ics', 'D:\\b.ics']],
    ['/a.ics', [''], ['a'], [5], {}],
  ],
  [
    'a list of addresses',
    addresses('calendar', 'addresses', none),
    [[], ['https://a.example/c.ics']],
    [['http://a.example'], [null]],
  ],
  [
    'a list of words from a list',
    choices('fixes', ['wifi-on', 'ask-again'], none),
    [[], ['wifi-on'], ['ask-again', 'wifi-on']],
    [['wifi-off'], ['Wifi-on'], [''], ['toString'], 'wifi-on', [5]],
  ],
  ['a list of products', products(none), [['zoom', 'teams-for-linux']], [['Zoom!'], ['zoom '], [''], 'zoom']],
  [
    'a text for each language',
    texts(5, none),
    [{}, { en: 'Call.', 'de-CH': 'Ruf' }],
    [{ en: 'Too long' }, { english: 'Call' }, { en: 5 }, [], null, 'Call', { '': 'x' }],
  ],
  [
    'ranges of versions',
    versionRanges(none),
    [{}, { zoom: '>=6 <7 || 8.x' }],
    [{ zoom: 'newest' }, { zoom: '' }, { 'Zoom App': '>=6' }, { zoom: 6 }, ['zoom>=6']],
  ],
];

describe.each(cases)('%s', (_what, key, right, wrong) => {
  it.each(right.map((value) => [value]))('takes %j', (value) => {
    expect(accepts(key, value)).toBe(true);
  });
  it.each(wrong.map((value) => [value]))(`does not take %j`, (value) => {
    expect(accepts(key, value)).toBe(false);
    expect(english(expected(key))).not.toBe('');
  });
});
