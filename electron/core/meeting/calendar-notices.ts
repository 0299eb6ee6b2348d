/** Owns what is said of a calendar's events that could not be placed, or whose time is a guess. */
import { count } from '../text/phrases.ts';
import { sanitize } from '../text/sanitize.ts';

interface Unsure {
  /** Of events without a usable time, as strangers wrote them. */
  readonly titles: readonly string[];
  /** Zones that nobody can resolve. */
  readonly zones: readonly string[];
  /** Number of files that could not be read at all. */
  readonly files: number;
}

const MOST_NAMED = 3;

const named = (all: readonly string[]): string => {
  const names = all.map((text) => `“${sanitize(text, 60) || 'without a title'}”`);
  const shown = names.slice(0, MOST_NAMED).join(', ');
  return names.length > MOST_NAMED ? `${shown} and ${names.length - MOST_NAMED} more` : shown;
};

export const calendarNotices = ({ titles, zones, files }: Unsure): readonly string[] => [
  ...(titles.length === 0
    ? []
    : [
        `${count(titles.length, 'event')} in it could not be placed, because the time is damaged or the series cannot be followed: ${named(titles)}.`,
      ]),
  ...(zones.length === 0
    ? []
    : [
        `Greenroom does not know the time zone ${named(zones)}. Its times are a guess, by the offset in its name, the calendar’s own zone or yours. Ask the organiser for the time.`,
      ]),
  ...(files === 0 ? [] : [`${count(files, 'file')} in it could not be read.`]),
];
