/** Owns the next meeting as a run knows it where nobody has read the calendars before: no server is asked for it. */

import type { InjectedFacts } from '../../core/facts/profile.ts';
import { meetingFact } from '../../core/meeting/meeting.ts';
import { says } from '../../core/messages/says.ts';
import { name as nameValue } from '../../core/messages/value.ts';
import { type Policy, valuesOf } from '../../core/policy/policy.ts';
import { calendarSettings, namesCalendars } from '../../core/settings/calendar.ts';
import type { Host } from '../../platform/machine/machine.ts';

const words = says('meeting-as-last-read', { unread: 'Calendar {name}: {problem}' });

export interface MeetingAsLastRead {
  readonly facts: InjectedFacts;
  /** Sentences about calendars that could not be read. */
  readonly notices: readonly string[];
}

/**
 * Reads the calendars that the policy names, of servers what was kept of them. A calendar that does not answer within half
 * the time of the checks is left out, which is told.
 */
export const meetingAsLastRead = async (
  policy: Policy,
  folder: string,
  host: Host,
  deadlineMs: number,
  now: Date = new Date(),
): Promise<MeetingAsLastRead> => {
  const values = valuesOf(policy, calendarSettings.id, calendarSettings.policy);
  if (!namesCalendars(values)) return { facts: {}, notices: [] };
  const [{ createCalendars }, { readCalendarJob }, { createComputerCalendars }] = await Promise.all([
    import('../calendars/calendars.ts'),
    import('../calendars/calendar-source.ts'),
    import('../calendars/computer-calendars.ts'),
  ]);
  const computer = createComputerCalendars(host, folder);
  const calendars = createCalendars({
    ...{ folder, read: readCalendarJob, limitMs: deadlineMs / 2, computer },
    clock: () => now,
  });
  const agenda = await calendars.refresh(values, { ask: 'none' });
  const notices = agenda.calendars.flatMap(({ name, state, problem }) =>
    state === 'unread' && problem !== null ? [words.unread({ name: nameValue(name), problem })] : [],
  );
  return { facts: meetingFact(agenda, now.toISOString()), notices };
};
