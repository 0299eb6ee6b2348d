/** Owns what classic Outlook's calendars answer, as the script in `platform/calendars` prints it: a JSON object a line. */
import * as v from 'valibot';
import { sanitize } from '../text/sanitize.ts';
import { calendarText, escapeText, plainValue, utcTime } from './compose.ts';

const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const moment = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((text) => Date.parse(text)),
  v.number(),
);

const event = v.object({
  calendar: index,
  id: v.string(),
  title: v.string(),
  place: v.string(),
  start: moment,
  end: moment,
  allDay: v.boolean(),
  recurrence: v.number(),
  meeting: v.number(),
  response: v.number(),
  busy: v.number(),
});
type OutlookEvent = v.InferOutput<typeof event>;

const state = v.picklist(['restricted', 'not-running', 'unreachable', 'running']);
const line = v.union([
  v.object({ state, offline: v.nullish(v.boolean(), null) }),
  v.object({ calendar: v.object({ index, store: v.string(), name: v.string(), account: v.string() }) }),
  v.object({ event }),
  v.object({ whole: v.object({ calendar: index, lost: index, more: v.boolean(), proved: v.boolean() }) }),
  v.object({ failed: index }),
  v.object({ closed: index }),
]);

/** One calendar of a running Outlook. */
export interface OutlookCalendar {
  /** Names its store: long, and not to be shown. */
  readonly store: string;
  readonly name: string;
  /**
   * `whole`: everything near was told. `cut`: more than is read. `unproved`: nothing was found, by a question that does
   * not find what is known to be there either. `late`: the answer ended within it. `failed`: Outlook refused it.
   */
  readonly reading: 'whole' | 'cut' | 'unproved' | 'late' | 'failed';
  readonly events: readonly OutlookEvent[];
  /** Events of which something could not be read. */
  readonly lost: number;
}

export type OutlookAnswer =
  | { readonly is: 'restricted' | 'not-running' | 'unreachable' | 'silent' | 'no-powershell' }
  | {
      readonly is: 'running';
      /** Null: it did not say. */
      readonly offline: boolean | null;
      readonly calendars: readonly OutlookCalendar[];
      /** Stores that did not open their calendar. */
      readonly closed: number;
      /** Whether it came to its end. */
      readonly complete: boolean;
    };

const parsed = (text: string): v.InferOutput<typeof line> | null => {
  try {
    const read = v.safeParse(line, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
};

const nameOf = (name: string, account: string): string =>
  sanitize(account === '' || account === name ? name : `${name}, ${account}`, 60);

/** What was printed, also where the answer broke off. */
export const outlookAnswer = (printed: string): OutlookAnswer => {
  const lines = printed
    .split(/\r?\n/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map(parsed);
  const first = lines[0];
  if (first === undefined || first === null || !('state' in first)) return { is: 'silent' };
  if (first.state !== 'running') return { is: first.state };
  const found = new Map<number, { calendar: OutlookCalendar; events: OutlookEvent[] }>();
  let closed: number | null = null;
  const change = (at: number, more: Partial<OutlookCalendar>): void => {
    const known = found.get(at);
    if (known !== undefined) known.calendar = { ...known.calendar, ...more };
  };
  for (const one of lines.slice(1)) {
    // A line of another form than the script prints is an event that is lost: all others are short and fixed.
    if (one === null) {
      const last = [...found.values()].at(-1);
      if (last !== undefined) last.calendar = { ...last.calendar, lost: last.calendar.lost + 1 };
    } else if ('calendar' in one) {
      const { index: at, store, name, account } = one.calendar;
      const events: OutlookEvent[] = [];
      found.set(at, {
        calendar: { store, name: nameOf(name, account), reading: 'late', events, lost: 0 },
        events,
      });
    } else if ('event' in one) found.get(one.event.calendar)?.events.push(one.event);
    else if ('whole' in one) {
      const { calendar: at, lost, more, proved } = one.whole;
      const before = found.get(at)?.calendar.lost ?? 0;
      change(at, { reading: !proved ? 'unproved' : more ? 'cut' : 'whole', lost: before + lost });
    } else if ('failed' in one) change(one.failed, { reading: 'failed' });
    else if ('closed' in one) closed = one.closed;
  }
  return {
    is: 'running',
    offline: first.offline,
    calendars: [...found.values()].map(({ calendar }) => calendar),
    closed: closed ?? 0,
    complete: closed !== null,
  };
};

/** Outlook's own numbers. */
const CANCELLED: readonly number[] = [5, 7];
const DECLINED = 4;
const MAYBE = 2;
const FREE = 0;
const TENTATIVE = 1;
const IN_A_SERIES: readonly number[] = [2, 3];

/** Before what an invitation from another program was called: "vCal-Uid", and a number. */
const FOREIGN = '7643616C2D55696401000000';
const EXCHANGE = /^040000008200E00074C5B7101A82E008/i;
const textIn = (hex: string): string =>
  (hex.match(/../g) ?? [])
    .map((pair) => String.fromCharCode(Number.parseInt(pair, 16)))
    .join('')
    .replace(/\0[\s\S]*$/, '');

/**
 * The name of the invitation. Outlook writes the day of an occurrence into its own names, and wraps those of other
 * programs; undone, the same meeting from another calendar is known as the same.
 */
export const invitationUid = (id: string): string => {
  if (!EXCHANGE.test(id)) return id;
  const data = /^[0-9a-f]+$/i.test(id) ? id.slice(80).toUpperCase() : '';
  if (data.startsWith(FOREIGN)) return textIn(data.slice(FOREIGN.length)) || id;
  return /^[0-9a-f]{40}/i.test(id) ? `${id.slice(0, 32)}00000000${id.slice(40)}` : id;
};

/** Series are unfolded already: each occurrence is an event, at its place in the series. */
const linesOf = (one: OutlookEvent): readonly string[] => [
  `UID:${plainValue(invitationUid(one.id))}`,
  `DTSTART:${utcTime(one.start)}`,
  `DTEND:${utcTime(one.end)}`,
  ...(IN_A_SERIES.includes(one.recurrence) ? [`RECURRENCE-ID:${utcTime(one.start)}`] : []),
  `SUMMARY:${escapeText(one.title)}`,
  ...(one.place === '' ? [] : [`LOCATION:${escapeText(one.place)}`]),
  ...(CANCELLED.includes(one.meeting) ? ['STATUS:CANCELLED'] : []),
  ...(one.busy === TENTATIVE || one.response === MAYBE ? ['STATUS:TENTATIVE'] : []),
  ...(one.busy === FREE ? ['TRANSP:TRANSPARENT'] : []),
];

/** The events of one calendar. What the person has declined is none: only Outlook's own number tells that. */
export const outlookText = ({ events }: OutlookCalendar): string =>
  calendarText([], events.filter(({ allDay, response }) => !allDay && response !== DECLINED).map(linesOf));
