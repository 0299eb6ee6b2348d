/** Owns what macOS' calendars answer, as the script in `platform/calendars` prints it: one JSON object. */
import * as v from 'valibot';
import { sanitize } from '../text/sanitize.ts';
import { calendarText, escapeText, parameterValue, plainValue, utcTime } from './compose.ts';
import type { Permission, SourceCalendar } from './shape.ts';

const moment = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const text = v.nullish(v.string(), null);

const event = v.object({
  uid: v.string(),
  calendar: v.string(),
  title: text,
  startMs: moment,
  endMs: moment,
  /** Where it stands in its series; null where there is none. */
  occurrenceMs: v.nullable(moment),
  allDay: v.boolean(),
  status: v.number(),
  availability: v.number(),
  location: text,
  notes: text,
  url: text,
  attendees: v.array(v.object({ url: text, isCurrentUser: v.boolean(), participantStatus: v.number() })),
});
type EventKitEvent = v.InferOutput<typeof event>;

const schema = v.object({
  status: v.number(),
  calendars: v.optional(
    v.array(v.object({ id: v.string(), title: v.string(), type: v.number(), account: text, hidden: v.boolean() })),
    [],
  ),
  events: v.optional(v.array(v.unknown()), []),
});
export type EventKitAnswer = v.InferOutput<typeof schema>;

/** Null: what was printed is none. */
export const eventKitAnswer = (printed: string): EventKitAnswer | null => {
  try {
    const read = v.safeParse(schema, JSON.parse(printed));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
};

/** macOS' own numbers. Write-only is no permission to a reader. */
export const eventKitPermission = (status: number): Permission => {
  if (status === 3) return 'granted';
  if (status === 0) return 'not-asked';
  return status === 1 ? 'restricted' : 'refused';
};

/** Birthdays are no meetings. */
const BIRTHDAYS = 4;

/** Two accounts may have a calendar of the same name. */
export const eventKitCalendars = ({ calendars }: EventKitAnswer): readonly SourceCalendar[] =>
  calendars
    .filter(({ type }) => type !== BIRTHDAYS)
    .map(({ id, title, account, hidden }) => ({
      id,
      name: sanitize(account === null || account === '' ? title : `${title}, ${account}`, 60),
      hidden,
      ownAddresses: [],
    }));

const STATUS: Readonly<Record<number, string>> = { 1: 'CONFIRMED', 2: 'TENTATIVE', 3: 'CANCELLED' };
const ANSWER: Readonly<Record<number, string>> = { 2: 'ACCEPTED', 3: 'DECLINED', 4: 'TENTATIVE' };
const FREE = 1;

const addressOf = (url: string | null): string =>
  (url ?? '')
    .replace(/^mailto:/i, '')
    .trim()
    .toLowerCase();

const ANSWERED = { declined: 3, tentative: 4 } as const;
/** macOS says who the person is among those invited, also where the account gives no mail address for them. */
const hasAnswered = ({ attendees }: EventKitEvent, answer: number): boolean =>
  attendees.some(({ isCurrentUser, participantStatus }) => isCurrentUser && participantStatus === answer);

const statusOf = (one: EventKitEvent): readonly string[] => {
  const status = STATUS[one.status];
  // What the person said of it holds where it is not cancelled.
  if (status !== 'CANCELLED' && hasAnswered(one, ANSWERED.tentative)) return ['STATUS:TENTATIVE'];
  return status === undefined ? [] : [`STATUS:${status}`];
};

/** Series are unfolded already: each occurrence is an event, at its place in the series. */
const linesOf = (one: EventKitEvent): readonly string[] => [
  `UID:${plainValue(one.uid.replace(/\/RID=.*$/s, ''))}`,
  `DTSTART:${utcTime(one.startMs)}`,
  `DTEND:${utcTime(one.endMs)}`,
  ...(one.occurrenceMs === null ? [] : [`RECURRENCE-ID:${utcTime(one.occurrenceMs)}`]),
  `SUMMARY:${escapeText(one.title ?? '')}`,
  ...(one.location === null ? [] : [`LOCATION:${escapeText(one.location)}`]),
  ...(one.notes === null ? [] : [`DESCRIPTION:${escapeText(one.notes)}`]),
  ...(one.url === null ? [] : [`URL:${plainValue(one.url)}`]),
  ...statusOf(one),
  ...(one.availability === FREE ? ['TRANSP:TRANSPARENT'] : []),
  ...one.attendees
    .filter(({ isCurrentUser, url }) => isCurrentUser && addressOf(url).includes('@'))
    .map((me) => {
      const answer = ANSWER[me.participantStatus] ?? 'NEEDS-ACTION';
      return `ATTENDEE;PARTSTAT=${parameterValue(answer)}:mailto:${plainValue(addressOf(me.url))}`;
    }),
];

export interface EventKitText {
  readonly text: string;
  readonly ownAddresses: readonly string[];
  /** Events that are of another form than the script prints. */
  readonly lost: number;
}

/** Of another form, and of this calendar or of one that it does not name. */
const isLostTo = (one: unknown, calendar: string): boolean => {
  const named = v.safeParse(v.object({ calendar: v.string() }), one);
  return !named.success || named.output.calendar === calendar;
};

/** The events of one calendar. */
export const eventKitText = ({ events }: EventKitAnswer, calendar: string): EventKitText => {
  const read = events.map((one) => v.safeParse(event, one));
  const own = read
    .flatMap((one) => (one.success && one.output.calendar === calendar ? [one.output] : []))
    .filter((one) => !hasAnswered(one, ANSWERED.declined));
  const addresses = own.flatMap(({ attendees }) =>
    attendees.filter(({ isCurrentUser }) => isCurrentUser).map(({ url }) => addressOf(url)),
  );
  return {
    text: calendarText([], own.filter(({ allDay }) => !allDay).map(linesOf)),
    ownAddresses: [...new Set(addresses)].filter((address) => address.includes('@')),
    lost: events.filter((one, index) => read[index]?.success === false && isLostTo(one, calendar)).length,
  };
};
