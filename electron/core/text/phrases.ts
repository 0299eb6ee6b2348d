/** Owns sentences that every view shares: the headline, counts, durations. */

import type { Report } from '../report/build.ts';
import type { Finding, State, Verdict, Waiver } from '../report/finding.ts';
import { sanitize } from './sanitize.ts';
import { localDateTime } from './time.ts';

/** "3 updates", "1 update". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** "a", "a and b", "a, b and c". */
export const formatList = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** "a, b, c and 2 more": names from the machine, each cut so that none hides the others. */
export const formatNames = (names: readonly string[], most = 3): string => {
  const shown = names.slice(0, most).map((name) => sanitize(name, 60));
  return names.length > most ? `${shown.join(', ')} and ${names.length - most} more` : formatList(shown);
};

export const stateNames: Readonly<Record<State, string>> = {
  fail: 'To fix',
  caution: 'Worth a look',
  unknown: 'Could not tell',
  waived: 'Set aside',
  pass: 'In order',
  'not-applicable': 'Does not apply',
};

/** "By you until 4 December 2026: the drive is being repaired." */
export const waiverPhrase = ({ by, until, reason }: Waiver): string =>
  `By ${by === 'user' ? 'you' : 'your organisation'} until ${localDateTime(until)}: ${reason}${/[.!?…]$/.test(reason) ? '' : '.'}`;

export const headlines: Readonly<Record<Verdict, string>> = {
  ready: 'You are ready to join',
  caution: 'Ready, with something to look at',
  'not-ready': 'Not ready yet',
  undetermined: 'Greenroom could not tell',
};

/**
 * One sentence under the headline: what is left to do. What is only advised and cannot be told on this system is counted
 * last and quietly: it stands in the list, and nobody can do anything about it before a call.
 */
export const summary = (report: Pick<Report, 'findings'>): string => {
  const number = (state: State, required?: boolean): number =>
    report.findings.filter(
      (one: Finding) => one.state === state && (required === undefined || one.required === required),
    ).length;
  const [fail, caution, unknown] = [number('fail'), number('caution'), number('unknown', true)];
  const aside = number('waived') > 0 ? `${number('waived')} set aside` : '';
  const parts = [
    ...(fail > 0 ? [`${count(fail, 'thing')} to fix`] : []),
    ...(caution > 0 ? [`${caution} worth a look`] : []),
    ...(unknown > 0 ? [`${unknown} that could not be checked`] : []),
  ];
  if (parts.length > 0) return `${formatList(aside === '' ? parts : [...parts, aside])}.`;
  if (report.findings.length === 0) return 'Nothing was checked.';
  const untold = number('unknown');
  return `${count(number('pass'), 'check')} passed${aside === '' ? '' : `, ${aside}`}${untold > 0 ? `, ${untold} could not be made on this system` : ''}.`;
};

/** "0.4 seconds", "12 seconds". */
export const seconds = (milliseconds: number): string => {
  const value = milliseconds / 1000;
  return value < 10 ? `${value.toFixed(1)} seconds` : `${Math.round(value)} seconds`;
};
