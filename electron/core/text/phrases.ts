/** Owns words that every view shares: names of states and verdicts, lists, counts, durations. */

import { localise } from '../messages/localise.ts';
import { type Message, messages } from '../messages/messages.ts';
import { instant, quote } from '../messages/value.ts';
import type { Finding, State, Waiver } from '../report/finding.ts';
import type { Verdict } from '../report/verdict.ts';

const words = messages('phrases', {
  before: '{state}:',
  byYou: 'By you until {until}: {reason}',
  byOrganisation: 'By your organisation until {until}: {reason}',
  helpDesk: 'For your help desk: you don’t have to put this right yourself.',
});

export const stateNames: Readonly<Record<State, Message>> = messages('state', {
  fail: 'To fix',
  caution: 'Worth a look',
  unknown: 'Couldn’t check',
  'not-done': 'Not done yet',
  waived: 'Snoozed',
  pass: 'In order',
  'not-applicable': 'Doesn’t apply',
});

/** Said before a title where the state is not seen; empty where the title begins with it, as most of what could not be told does. */
export const stateBefore = (state: State, title: string): string =>
  title.startsWith(localise(stateNames[state])) ? '' : localise(words.before({ state: stateNames[state] }));

/** "By you until 4 December 2026: the drive is being repaired." */
export const waiverPhrase = ({ by, until, reason }: Waiver): Message =>
  (by === 'user' ? words.byYou : words.byOrganisation)({
    until: instant(until),
    reason: quote(/[.!?…]$/.test(reason) ? reason : `${reason}.`),
  });

/** What policy wants people to know of a finding that others put right; undefined of their own. */
export const audiencePhrase = ({ audience }: Pick<Finding, 'audience'>): Message | undefined =>
  audience === 'helpdesk' ? words.helpDesk : undefined;

/** The verdict in a word, for lists of many: the history, other tools. */
export const verdictNames: Readonly<Record<Verdict, Message>> = messages('verdict', {
  ready: 'You can join',
  caution: 'You can join, with something to look at',
  'not-ready': 'Not ready',
  undetermined: 'Not everything could be checked',
});
