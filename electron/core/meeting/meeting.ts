/** Owns what is told about the meetings that the person's calendars hold: who shows them, schedules by them or joins them. */
import { known } from '../facts/fact.ts';
import type { Inspection } from '../invite/inspection.ts';
import type { IsoTime } from '../text/time.ts';

/** When a meeting is. */
export interface MeetingTime {
  readonly startsAt: IsoTime;
  /** Later than `startsAt`, or the same. */
  readonly endsAt: IsoTime;
}

/** One online meeting. What has no meeting link, was declined or called off, or lasts whole days is none. */
export interface NextMeeting extends MeetingTime {
  /** Names it across readings of the calendar; all that a view may send back. */
  readonly id: string;
  /** A stranger wrote it: harmless to show, and nothing more. */
  readonly title: string;
  /** Not settled: the organiser marked it so, or the person answered "maybe". */
  readonly tentative: boolean;
  /** Number of other meetings of the list that go on at the same time. */
  readonly overlaps: number;
  /** Name of the calendar it stands in. */
  readonly calendar: string;
  /** What its own link is worth, by the same analysis as every invitation. */
  readonly inspection: Inspection;
  /** Its link is an official one that may be opened. */
  readonly joinable: boolean;
}

/** How one calendar that the person or the policy named was read. */
export interface CalendarReading {
  /** The file's or folder's name, or the server's. */
  readonly name: string;
  /** `stale`: it could not be read anew, so what was read before is shown. `unread`: nothing is known of it. */
  readonly state: 'current' | 'stale' | 'unread';
  /** When what is shown was read; null when nothing was. */
  readonly readAt: IsoTime | null;
  /** What was wrong, in one sentence; null when nothing was. */
  readonly problem: string | null;
}

/** What the calendars say, for the time that is looked ahead. */
export interface Agenda {
  /** In the order of their start; those that go on now come first. */
  readonly meetings: readonly NextMeeting[];
  readonly calendars: readonly CalendarReading[];
}

/** Nobody named a calendar. */
export const emptyAgenda: Agenda = { meetings: [], calendars: [] };

/** So long after its start a meeting is still the one to join. */
const LATE_MS = 15 * 60_000;

/** The meeting to get ready for: the next to begin, or one that began a moment ago; else one that still goes on. */
export const nextMeeting = ({ meetings }: Pick<Agenda, 'meetings'>, now: IsoTime): NextMeeting | null => {
  const at = Date.parse(now);
  const left = meetings.filter((meeting) => Date.parse(meeting.endsAt) > at);
  return left.find((meeting) => Date.parse(meeting.startsAt) + LATE_MS > at) ?? left[0] ?? null;
};

/** The next meeting's time as a fact for a run of the checks. */
export const meetingFact = (agenda: Agenda, now: IsoTime) => {
  const next = nextMeeting(agenda, now);
  const time: MeetingTime | null = next === null ? null : { startsAt: next.startsAt, endsAt: next.endsAt };
  return { nextMeeting: { fact: known(time, time === null ? '' : 'your calendars'), at: now } };
};
