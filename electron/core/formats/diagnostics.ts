/** Owns the doctor's page: why something is not known, and what would help, as data and as text. */
import type { Check } from '../checks/define-check.ts';
import type { Cause } from '../facts/fact.ts';
import type { Probe, Report } from '../report/report.ts';
import { count, NO_POWERSHELL } from '../text/phrases.ts';
import { type Painter, plain, wrapped } from './terminal.ts';

/** A thing that was looked at: `good` null where nothing is wrong and nothing right, only told. */
export interface Remark {
  readonly what: string;
  readonly found: string;
  readonly good: boolean | null;
  readonly help?: string;
}

export interface Doctor {
  readonly schema: 'greenroom.doctor/1';
  readonly sections: readonly { readonly title: string; readonly remarks: readonly Remark[] }[];
}

const help: Readonly<Record<Cause, string>> = {
  'missing-tool': 'It is read with a program that is not on this computer. Install it if you want to know.',
  'no-powershell': NO_POWERSHELL,
  'timed-out': 'It took too long. Try again when the computer is less busy, or with a longer --timeout.',
  denied: 'This account may not read it. Greenroom asks for no more rights than you have.',
  unreadable: 'What was found there could not be understood. A support file helps us to fix that.',
  'too-large': 'There was more of it than Greenroom takes in. A support file helps us to fix that.',
  unsupported: 'This system tells it to no program. Nothing helps.',
  'not-revealed': 'This system shows it to no program. Nothing helps, and nothing is wrong.',
  'not-recorded': 'Nobody read it when this recording was made. Nothing is wrong with the computer.',
  cancelled: 'The check ended before it was read. Try again.',
  fault: 'This is a fault in Greenroom. Please report it with a support file.',
};

const unknownRemark = (probe: Probe, checks: readonly Check[]): Remark => {
  const resting = checks.filter((check) => [...check.needs, ...check.uses].some((key) => key === probe.fact));
  const cause = probe.cause ?? 'unreadable';
  return {
    what: `${probe.fact} (${resting.map((check) => check.id).join(', ') || 'every report'})`,
    found: [probe.reason ?? '', ...(probe.commands.length === 0 ? [] : [`Asked: ${probe.commands.join('; ')}`])].join(
      ' ',
    ),
    good: cause === 'unsupported' || cause === 'not-revealed' || cause === 'not-recorded' ? null : false,
    help: help[cause],
  };
};

const isWithout = ({ cause }: Probe): boolean => cause === 'no-powershell';

/** One cause, one line, first. */
const withoutPowershell = (unknown: readonly Probe[]): readonly Remark[] => {
  const facts = unknown.filter(isWithout).map(({ fact }) => fact);
  if (facts.length === 0) return [];
  const found = `${count(facts.length, 'reading')} gave no answer: ${facts.join(', ')}.`;
  return [{ what: 'Windows PowerShell', found, good: false, help: help['no-powershell'] }];
};

/** What could not be read in this report, and what helps. */
export const unknownSection = (report: Report, checks: readonly Check[]): Doctor['sections'][number] => {
  const unknown = report.probes.filter(({ state }) => state === 'unknown');
  return {
    title: 'What could not be read',
    remarks:
      unknown.length === 0
        ? [{ what: 'Readings', found: `All ${count(report.probes.length, 'reading')} gave an answer.`, good: true }]
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
      paint('strong', title),
      ...remarks.flatMap(({ what, found, good, help: advice }) => [
        `  ${good === null ? paint('faint', '–') : good ? paint('good', '✓') : paint('warning', '!')} ${what}`,
        ...wrapped(found, '      ', width),
        ...(advice === undefined ? [] : wrapped(advice, '      ', width).map((line) => paint('faint', line))),
      ]),
      '',
    ])
    .join('\n');
