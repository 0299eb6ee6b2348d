/** Owns writing events that a program holds in its own form as iCalendar text, so that one reader understands them all. */

/** The text of a value: what would end it, or begin another, is escaped. */
export const escapeText = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n');

/** A value that is no text: an address, a number. A line of its own may not begin in it. */
export const plainValue = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ');

/** A parameter's value, in quotes where it needs them. */
export const parameterValue = (text: string): string => {
  const clean = text.replaceAll(/["\r\n]/g, '');
  return /[:;,]/.test(clean) ? `"${clean}"` : clean;
};

const compact = (at: number): string => new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');

/** An instant: "20261207T083000Z". */
export const utcTime = (at: number): string => `${compact(at)}Z`;
/** A wall time, given as if it were UTC: "20261207T083000". */
export const wallTime = (wall: number): string => compact(wall);
/** A day, given as midnight UTC: "20261207". */
export const dayTime = (wall: number): string => compact(wall).slice(0, 8);

export const calendarText = (zones: readonly string[], events: readonly (readonly string[])[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...zones.map((zone) => zone.trim()),
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
