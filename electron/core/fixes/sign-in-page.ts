/** Owns the fix "open the sign-in page of this network": one constant address of the system's own, which such a network answers in its place. */
import type { Platform } from '../facts/index.ts';
import { messages } from '../messages/messages.ts';
import { place } from '../messages/value.ts';
import { type Fix, factOf, signInPages, type Way } from './fix.ts';

const words = messages('fix-sign-in-page', {
  label: 'Open the sign-in page',
  describe: 'Opens a page in the browser, in whose place the network shows its sign-in page. It changes nothing.',
  says: 'Opens {address} in your browser, in whose place this network shows its sign-in page. Sign in there, then check again.',
  did: 'Opened the sign-in page of the network.',
});

const browser = (platform: Exclude<Platform, 'darwin'>): Way => ({
  id: 'browser',
  programs: [],
  asks: [],
  choices: (seen) => {
    const connection = factOf(seen, 'connection');
    if (connection === undefined) return undefined;
    if (connection.internet !== 'portal') return [];
    const [before, after] = [{ internet: 'portal' }, { internet: 'full' }];
    return [{ key: '', says: words.says({ address: place(signInPages[platform]) }), did: words.did, before, after }];
  },
  value: (seen) => {
    const internet = factOf(seen, 'connection')?.internet;
    return internet === undefined ? undefined : { internet };
  },
  steps: () => [{ does: 'open', address: signInPages[platform] }],
});

export const signInPage: Fix = {
  id: 'sign-in-page',
  label: words.label,
  describe: words.describe,
  changes: 'nothing',
  gate: 'any',
  seconds: { usual: 1, worst: 10 },
  lasts: 'stays',
  undo: 'none',
  facts: ['connection'],
  // macOS shows its own sheet, and tells nobody that such a page waits.
  ways: { linux: [browser('linux')], win32: [browser('win32')] },
};
