/** Owns what is said of a calendar's events that could not be placed, or whose time is a guess. */
import { type Message, messages } from '../messages/messages.ts';
import { list, name, type Value } from '../messages/value.ts';
import { sanitize } from '../text/sanitize.ts';

interface Unsure {
  /** Of events without a usable time, as strangers wrote them. */
  readonly titles: readonly string[];
  /** Zones that nobody can resolve. */
  readonly zones: readonly string[];
  /** Number of files that could not be read at all. */
  readonly files: number;
}

const words = messages('calendar-notices', {
  notPlaced:
    '{count, plural, one {# event} other {# events}} in it couldn’t be placed, because the time is damaged or the series can’t be followed: {titles}.',
  zones:
    'Greenroom doesn’t know the time zone {zones}. Its times are a guess, by the offset in its name, the calendar’s own zone or yours. Ask the organiser for the time.',
  files: '{count, plural, one {# file} other {# files}} in it couldn’t be read.',
  quoted: '“{title}”',
  untitled: '“without a title”',
  more: '{count, number} more',
});

const MOST_NAMED = 3;

const quoted = (text: string): Value =>
  sanitize(text, 60) === '' ? words.untitled : words.quoted({ title: name(text) });

const named = (all: readonly string[]): Value => {
  const shown = all.slice(0, MOST_NAMED).map(quoted);
  const left = all.length - shown.length;
  return left > 0 ? list([...shown, words.more({ count: left })]) : list(shown, 'comma');
};

export const calendarNotices = ({ titles, zones, files }: Unsure): readonly Message[] => [
  ...(titles.length === 0 ? [] : [words.notPlaced({ count: titles.length, titles: named(titles) })]),
  ...(zones.length === 0 ? [] : [words.zones({ zones: named(zones) })]),
  ...(files === 0 ? [] : [words.files({ count: files })]),
];
