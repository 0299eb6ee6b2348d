/** Owns what is told about the meetings that the person's calendars hold: who shows them, schedules by them or joins them. */

import { type Fact, known, unknown } from '../facts/fact.ts';
import type { Inspection } from '../invite/inspection.ts';
import { verdictWords } from '../invite/inspection-text.ts';
import { type Message, messages } from '../messages/messages.ts';
import { names } from '../messages/names.ts';
import { says } from '../messages/says.ts';
import { name, product, type Value } from '../messages/value.ts';
import { sanitize } from '../text/sanitize.ts';
import type { IsoTime } from '../text/time.ts';

const words = says('fake-link', {
  fake: 'Don’t join: this meeting link is fake',
  fakeOf: 'Don’t join: this {service} link is fake',
});

const told = messages('next-meeting', {
  unread: 'Greenroom couldn’t read {calendars}.',
  old: 'What Greenroom has of {calendars} is old.',
  untitled: 'Meeting without a title',
  withheld: '{service}: the link is in the invitation, which its program keeps to itself',
});

/** When a meeting is. */
export interface MeetingTime {
  readonly startsAt: IsoTime;
  /** Later than `startsAt`, or the same. */
  readonly endsAt: IsoTime;
}

/** What the checks may know of the next meeting. */
export interface MeetingAhead extends MeetingTime {
  readonly title: string;
  /** What its link is worth, the service it belongs to or poses as, and the server it leads to. */
  readonly link: Inspection['verdict'];
  readonly service: string | null;
  readonly serviceName: string | null;
  readonly host: string | null;
  /** A browser can join it. */
  readonly inBrowser: boolean;
  /** Names of calendars that could not be read: another meeting may come before it. */
  readonly unread?: readonly string[];
}

/** One online meeting. What has no meeting link, was declined or called off, or lasts whole days is none. */
export interface NextMeeting extends MeetingTime {
  /** Names it across readings of the calendar; all that a view may send back. */
  readonly id: string;
  /** A stranger wrote it: harmless to show, and nothing more. Empty where the invitation has none. */
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

/** "Don’t join: this Zoom link is fake". */
export const fakeLinkTitle = (serviceName: string | null): string =>
  serviceName === null ? words.fake : words.fakeOf({ service: product(serviceName) });

/** How a meeting is called: by its title, or that it has none. */
export const meetingTitle = ({ title }: { readonly title: string }, longest = 60): Value =>
  title === '' ? told.untitled : name(sanitize(title, longest));

/** The same as text, for what shows the title by itself. */
export const titleText = ({ title }: { readonly title: string }, text: (message: Message) => string): string =>
  title === '' ? text(told.untitled) : title;

/** Its link poses as something that it is not. */
export const hasFakeLink = ({ inspection }: Pick<NextMeeting, 'inspection'>): boolean =>
  inspection.verdict === 'suspicious';

/** Its program does not hand over its link; its service is known. */
export const isLinkWithheld = ({ inspection }: Pick<NextMeeting, 'inspection'>): boolean =>
  inspection.verdict === 'not-a-meeting';

/** What the link of a meeting is worth. */
export const linkWords = (meeting: Pick<NextMeeting, 'inspection'>): Message =>
  isLinkWithheld(meeting)
    ? told.withheld({ service: product(meeting.inspection.serviceName ?? '') })
    : verdictWords(meeting.inspection);

/** That its invitation has a second meeting link, and whose; null where it has one. */
export const otherLinkWords = ({ inspection }: Pick<NextMeeting, 'inspection'>): Message | null =>
  inspection.reasons.find(({ id }) => id === 'several-meetings')?.message ?? null;

/** How one calendar that the person or the policy named was read. */
export interface CalendarReading {
  /** The file's or folder's name, or the server's. */
  readonly name: string;
  /**
   * `stale`: it could not be read again, or its program has not asked the server for long, so what is shown is old.
   * `undated`: a copy that a program keeps; nobody says how old it is. `unread`: nothing is known of it.
   */
  readonly state: 'current' | 'stale' | 'undated' | 'unread';
  /** When what is shown was read; null when nothing was. */
  readonly readAt: IsoTime | null;
  /** What was wrong, in one sentence; null when nothing was. */
  readonly problem: Message | null;
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

/**
 * The meeting to get ready for: the next to begin, or one that began a moment ago; else one that still goes on. One with a
 * fake link that begins before that one has ceased to be the next comes first: it would be seen too late.
 */
export const nextMeeting = ({ meetings }: Pick<Agenda, 'meetings'>, now: IsoTime): NextMeeting | null => {
  const at = Date.parse(now);
  const left = meetings.filter((meeting) => Date.parse(meeting.endsAt) > at);
  const current = left.filter((meeting) => Date.parse(meeting.startsAt) + LATE_MS > at);
  const next = current[0] ?? left[0];
  if (next === undefined) return null;
  const until = Math.max(Date.parse(next.startsAt), at) + LATE_MS;
  const fake = current.find((meeting) => hasFakeLink(meeting) && Date.parse(meeting.startsAt) < until);
  return fake ?? next;
};

/** The first meeting that can be joined, where the next one has a fake link; null otherwise. */
export const nextGenuine = (agenda: Pick<Agenda, 'meetings'>, now: IsoTime): NextMeeting | null => {
  const next = nextMeeting(agenda, now);
  if (next === null || !hasFakeLink(next)) return null;
  return nextMeeting({ meetings: agenda.meetings.filter(({ joinable }) => joinable) }, now);
};

const aheadOf = ({ startsAt, endsAt, title, inspection }: NextMeeting): MeetingAhead => ({
  startsAt,
  endsAt,
  title,
  link: inspection.verdict,
  service: inspection.service,
  serviceName: inspection.serviceName,
  host: inspection.anatomy?.host ?? null,
  inBrowser: inspection.browserJoinUrl !== null,
});

/**
 * The next meeting as a fact for a run of the checks. That there is none is told only where every calendar was read, and
 * none is known to be old.
 */
export const meetingFact = (
  agenda: Agenda,
  now: IsoTime,
): { readonly nextMeeting: { readonly fact: Fact<MeetingAhead | null>; readonly at: IsoTime } } => {
  const next = nextMeeting(agenda, now);
  const unread = agenda.calendars.filter(({ state }) => state === 'unread').map(({ name }) => name);
  const old = agenda.calendars.filter(({ state }) => state === 'stale').map(({ name }) => name);
  const fact =
    next !== null
      ? known(unread.length === 0 ? aheadOf(next) : { ...aheadOf(next), unread }, 'your calendars')
      : unread.length > 0
        ? unknown('unreadable', told.unread({ calendars: names(unread) }))
        : old.length > 0
          ? unknown('unreadable', told.old({ calendars: names(old) }))
          : known(null, '');
  return { nextMeeting: { fact, at: now } };
};
