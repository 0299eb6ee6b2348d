/** Owns what the page says about an inspected invitation: four fixed answers, and nowhere a promise. */

import type { HostFinding } from '../../electron/core/invite/host-advice.ts';
import type { Inspection, SenderStanding, Verdict } from '../../electron/core/invite/inspection.ts';
import type { Reason } from '../../electron/core/invite/reason.ts';
import type { JoinProgress } from '../../electron/core/ipc/invitation-messages.ts';
import type { State } from '../../electron/core/report/finding.ts';
import { sanitize } from '../../electron/core/text/sanitize.ts';

export const verdicts: readonly Verdict[] = ['genuine', 'suspicious', 'unknown-server', 'not-a-meeting'];

export const verdictNames: Readonly<Record<Verdict, string>> = {
  genuine: 'Official link',
  suspicious: 'Suspicious',
  'unknown-server': 'A server Greenroom does not know',
  'not-a-meeting': 'No meeting link',
};

/** The drawn mark that goes with a verdict. */
export const verdictMarks: Readonly<Record<Verdict, State>> = {
  genuine: 'pass',
  suspicious: 'fail',
  'unknown-server': 'unknown',
  'not-a-meeting': 'not-applicable',
};

/** One sentence under the verdict. */
export const verdictSentence = ({ verdict, serviceName }: Pick<Inspection, 'verdict' | 'serviceName'>): string => {
  switch (verdict) {
    case 'genuine':
      return `It leads to ${serviceName ?? 'the service'} itself. Whether the people are who they say, no link can tell.`;
    case 'suspicious':
      return serviceName === null
        ? 'Don’t open it. Ask the organiser by a way you already had.'
        : `It uses the name ${serviceName}. Don’t open it. Ask the organiser by a way you already had.`;
    case 'unknown-server':
      return 'It may be honest. From the link alone nobody can tell whose server this is.';
    case 'not-a-meeting':
      return 'There is nothing in it to join.';
  }
};

export const weightMarks: Readonly<Record<Reason['weight'], State>> = {
  alarm: 'fail',
  caution: 'caution',
  note: 'not-applicable',
};
export const weightNames: Readonly<Record<HostFinding['weight'], string>> = {
  alarm: 'Warning',
  caution: 'Worth a question',
  note: 'Good to know',
};

export const senderWords: Readonly<Record<SenderStanding, string>> = {
  aligned: 'confirmed',
  spoofed: 'not who it says',
  unverified: 'could not be confirmed',
};

export const progressWords = (progress: JoinProgress, service: string): string => {
  switch (progress) {
    case 'shown':
      return 'Greenroom was asked to join this meeting. It is for you to decide.';
    case 'checking':
      return `Greenroom was asked to join this meeting. It looks at this computer first, then opens ${service}.`;
    case 'not-ready':
      return 'The meeting was not opened, because this computer is not ready for it.';
    case 'opened':
      return 'The meeting was opened.';
    case 'refused-by-system':
      return 'Your system did not open the meeting. Try the buttons, or copy the link.';
  }
};

const LONGEST_PART = 400;

/** Text from a stranger, harmless, for a sentence or a name. */
export const shown = (text: string): string => sanitize(text, LONGEST_PART);

/** "Thursday 26 November 2026 at 14:00", in the person's own time zone; the text itself when it is no time. */
export const eventTime = (iso: string): string => {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return shown(iso);
  const date = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
  return `${date.format(at)} at ${clock.format(at)}, your time`;
};
