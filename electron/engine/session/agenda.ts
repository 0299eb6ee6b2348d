/** Owns the agenda of the running program: when the calendars are read again, and whether the next meeting has changed by it. */

import type { InjectedFacts } from '../../core/facts/profile.ts';
import { type Agenda, meetingFact } from '../../core/meeting/meeting.ts';
import type { Policy } from '../../core/policy/policy.ts';

export interface AgendaUpdater {
  /** The next meeting as it is now, for a run of the checks. */
  facts(): InjectedFacts;
  /** Reads the calendars again, at most once a minute; resolves to whether the next meeting is another, or at another time. */
  refresh(policy: Policy): Promise<boolean>;
  /** What is named has changed: the next refresh is not put off. */
  changed(): void;
}

/** The calendars are not read again sooner. */
const EVERY_MS = 60_000;

const timeIn = (facts: InjectedFacts): string => JSON.stringify(facts.nextMeeting?.fact);

/** `publish` is told each agenda that was read. */
export const createAgendaUpdater = (
  read: ((policy: Policy) => Promise<Agenda>) | undefined,
  publish: (agenda: Agenda) => void,
): AgendaUpdater => {
  const facts = (agenda: Agenda): InjectedFacts => meetingFact(agenda, new Date().toISOString());
  /** Null until they were read: a run then takes the meeting as it was last known. */
  let current: Agenda | null = null;
  let readAt = Number.NEGATIVE_INFINITY;
  return {
    facts: () => (current === null ? {} : facts(current)),
    refresh: async (policy) => {
      if (read === undefined || performance.now() - readAt < EVERY_MS) return false;
      readAt = performance.now();
      const before = current;
      current = await read(policy);
      publish(current);
      // What a run took from earlier may be another meeting.
      if (before === null) return current.calendars.length > 0;
      return timeIn(facts(before)) !== timeIn(facts(current));
    },
    changed: () => {
      readAt = Number.NEGATIVE_INFINITY;
    },
  };
};
