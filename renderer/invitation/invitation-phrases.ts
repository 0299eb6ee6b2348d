/** Owns what the page says about an inspected invitation: four fixed answers, and nowhere a promise. */

import type { HostFinding } from '../../electron/core/invite/host-advice.ts';
import type { Inspection, Verdict } from '../../electron/core/invite/inspection.ts';
import type { Reason } from '../../electron/core/invite/reason.ts';
import type { JoinProgress } from '../../electron/core/ipc/invitation-messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { instant, product, quote } from '../../electron/core/messages/value.ts';
import type { State } from '../../electron/core/report/finding.ts';
import { sanitize } from '../../electron/core/text/sanitize.ts';

export const verdicts: readonly Verdict[] = ['genuine', 'suspicious', 'unknown-server', 'not-a-meeting'];

/** The drawn mark that goes with a verdict. */
export const verdictMarks: Readonly<Record<Verdict, State>> = {
  genuine: 'pass',
  suspicious: 'fail',
  'unknown-server': 'unknown',
  'not-a-meeting': 'not-applicable',
};

const words = says('invitation-phrases', {
  genuine: 'It really goes to {service}. No link can prove who’s in the meeting.',
  genuineService: 'It really goes to the service. No link can prove who’s in the meeting.',
  poses: 'It only pretends to be {service}. Don’t open it; ask the organiser as you usually reach them.',
  suspicious: 'Don’t open it; ask the organiser as you usually reach them.',
  unknownServer: 'It may be honest. The link alone doesn’t tell whose server this is.',
  none: 'There’s nothing in it to join.',
  time: '{day} at {time}, your time',
  noTime: '{time}',
});

/** One sentence under the verdict. */
export const verdictSentence = ({ verdict, serviceName }: Pick<Inspection, 'verdict' | 'serviceName'>): string => {
  switch (verdict) {
    case 'genuine':
      return serviceName === null ? words.genuineService : words.genuine({ service: product(serviceName) });
    case 'suspicious':
      return serviceName === null ? words.suspicious : words.poses({ service: product(serviceName) });
    case 'unknown-server':
      return words.unknownServer;
    case 'not-a-meeting':
      return words.none;
  }
};

export const weightMarks: Readonly<Record<Reason['weight'], State>> = {
  alarm: 'fail',
  caution: 'caution',
  note: 'not-applicable',
};
export const weightNames: Readonly<Record<HostFinding['weight'], string>> = says('weight', {
  alarm: 'Warning:',
  caution: 'Worth a question:',
  note: 'Good to know:',
});

const progressSaid = says('join.progress', {
  shown: 'Greenroom was asked to join this meeting. You decide.',
  checking: 'Greenroom was asked to join this meeting. It checks this computer first, then opens {service}.',
  checkingMeeting: 'Greenroom was asked to join this meeting. It checks this computer first, then opens the meeting.',
  'not-ready': 'The meeting wasn’t opened: this computer isn’t ready for it.',
  opened: 'The meeting was opened.',
  'refused-by-system': 'Your system didn’t open the meeting. Try the buttons, or copy the link.',
});

export const progressWords = (progress: JoinProgress, service: string | null): string => {
  if (progress !== 'checking') return progressSaid[progress];
  return service === null ? progressSaid.checkingMeeting : progressSaid.checking({ service: product(service) });
};

const LONGEST_PART = 400;

/** Text from a stranger, harmless, for a sentence or a name. */
export const shown = (text: string): string => sanitize(text, LONGEST_PART);

/** "Thursday 26 November 2026 at 14:00, your time"; the text itself when it is no time. */
export const eventTime = (iso: string): string =>
  Number.isNaN(Date.parse(iso))
    ? words.noTime({ time: quote(iso) })
    : words.time({ day: instant(iso, 'whole'), time: instant(iso, 'clock') });
