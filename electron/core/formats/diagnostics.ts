/** Owns the doctor's page: why something is not known, and what would help, as data and as text. */

import type { Check } from '../checks/define-check.ts';
import type { Cause } from '../facts/fact.ts';
import { english } from '../messages/format.ts';
import { localise } from '../messages/localise.ts';
import { asMessage, type Message, messages, sentences, type Text } from '../messages/messages.ts';
import { list, quote, term } from '../messages/value.ts';
import { noPowershell } from '../report/headline.ts';
import type { Probe, Report } from '../report/report.ts';
import { type Painter, plain, wrapped } from './terminal.ts';

/** A thing that was looked at: `good` null where nothing is wrong and nothing right, only told. */
export interface Remark {
  readonly what: Text;
  readonly found: Text;
  readonly good: boolean | null;
  readonly help?: Text;
}

export interface Doctor {
  readonly schema: 'greenroom.doctor/1';
  readonly sections: readonly { readonly title: Text; readonly remarks: readonly Remark[] }[];
}

const advice = messages('doctor-help', {
  'missing-tool': 'The program that reads it isn’t on this computer. Install it if you want to know.',
  'timed-out': 'It took too long. Try again when the computer is less busy, or with a longer --timeout.',
  denied: 'This account may not read it. Greenroom asks for no more rights than you have.',
  unreadable: 'Greenroom didn’t understand what it found. Please send us a support file.',
  'too-large': 'There was more of it than Greenroom reads. Please send us a support file.',
  unsupported: 'No program can see this on this system.',
  'not-revealed': 'No program can see this on this system, and nothing is wrong.',
  'not-recorded': 'Nobody read it when this recording was made. Nothing is wrong with the computer.',
  cancelled: 'The check ended before it was read. Try again.',
  fault: 'This is a fault in Greenroom. Please report it with a support file.',
});

const help: Readonly<Record<Cause, Message>> = { ...advice, 'no-powershell': noPowershell() };

const words = messages('doctor', {
  fact: '{fact} ({checks})',
  everyReport: 'every report',
  asked: 'Asked: {commands}',
  powershell: 'Windows PowerShell',
  noAnswer: '{n, plural, one {# reading} other {# readings}} gave no answer: {facts}.',
  unread: 'What couldn’t be read',
  readings: 'Readings',
  allRead: 'All {n, plural, one {# reading} other {# readings}} gave an answer.',
});

const unknownRemark = (probe: Probe, checks: readonly Check[]): Remark => {
  const resting = checks.filter((check) => [...check.needs, ...check.uses].some((key) => key === probe.fact));
  const cause = probe.cause ?? 'unreadable';
  return {
    what: words.fact({
      fact: term(probe.fact),
      checks:
        resting.length === 0
          ? words.everyReport
          : list(
              resting.map((check) => term(check.id)),
              'comma',
            ),
    }),
    found: sentences([
      ...(probe.message === undefined && probe.reason === undefined
        ? []
        : [probe.message ?? asMessage(probe.reason ?? '')]),
      ...(probe.commands.length === 0 ? [] : [words.asked({ commands: quote(probe.commands.join('; ')) })]),
    ]),
    good: cause === 'unsupported' || cause === 'not-revealed' || cause === 'not-recorded' ? null : false,
    help: help[cause],
  };
};

const isWithout = ({ cause }: Probe): boolean => cause === 'no-powershell';

/** One cause, one line, first. */
const withoutPowershell = (unknown: readonly Probe[]): readonly Remark[] => {
  const facts = unknown.filter(isWithout).map(({ fact }) => fact);
  if (facts.length === 0) return [];
  const found = words.noAnswer({ n: facts.length, facts: list(facts.map(term), 'comma') });
  return [{ what: words.powershell, found, good: false, help: help['no-powershell'] }];
};

/** What could not be read in this report, and what helps. */
export const unknownSection = (report: Report, checks: readonly Check[]): Doctor['sections'][number] => {
  const unknown = report.probes.filter(({ state }) => state === 'unknown');
  return {
    title: words.unread,
    remarks:
      unknown.length === 0
        ? [{ what: words.readings, found: words.allRead({ n: report.probes.length }), good: true }]
        : [
            ...withoutPowershell(unknown),
            ...unknown.filter((probe) => !isWithout(probe)).map((probe) => unknownRemark(probe, checks)),
          ],
  };
};

/** Whether there is anything to look at. */
export const isWell = ({ sections }: Doctor): boolean =>
  sections.every(({ remarks }) => remarks.every(({ good }) => good !== false));

export const doctorText = (doctor: Doctor, paint: Painter = plain, width = 96): string =>
  doctor.sections
    .flatMap(({ title, remarks }) => [
      paint('strong', localise(title)),
      ...remarks.flatMap(({ what, found, good, help: further }) => [
        `  ${good === null ? paint('faint', '–') : good ? paint('good', '✓') : paint('warning', '!')} ${localise(what)}`,
        ...wrapped(localise(found), '      ', width),
        ...(further === undefined
          ? []
          : wrapped(localise(further), '      ', width).map((line) => paint('faint', line))),
      ]),
      '',
    ])
    .join('\n');

/** The same for machines, in English. */
export const doctorData = ({ schema, sections }: Doctor): unknown => ({
  schema,
  sections: sections.map(({ title, remarks }) => ({
    title: english(title),
    remarks: remarks.map(({ what, found, good, help: further }) => ({
      what: english(what),
      found: english(found),
      good,
      ...(further === undefined ? {} : { help: english(further) }),
    })),
  })),
});
