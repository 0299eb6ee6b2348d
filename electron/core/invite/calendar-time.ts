/** The start of an event in UTC, by the time zones that its own file describes. */

import ICAL from 'ical.js';
import type { CalendarProperty } from './calendar-lines.ts';

const MOST_LINES = 600;
const LONGEST_LINE = 400;

/**
 * Collects the time zones of a calendar. They are written anew, line by line, so that a damaged file still gives the
 * strict parser something whole; very large ones are cut, because only a stranger would send them.
 */
export function collectZones() {
  const lines: string[] = [];
  let open: { name: string; serial: number }[] = [];

  function closeDownTo(depth: number): void {
    for (let last = open.pop(); last; last = open.pop()) {
      if (open.length < depth) {
        open.push(last);
        return;
      }
      lines.push(`END:${last.name}`);
    }
  }

  function add({ component, serial, line }: CalendarProperty): void {
    if (lines.length >= MOST_LINES) return;
    const path = component.slice(component.indexOf('VTIMEZONE')).split('.');
    const innermost = open.at(-1);
    if (innermost?.serial !== serial || open.length !== path.length) {
      // One level up the same zone may go on; anything else is a new one.
      const keep = open.length > 0 && path.length > 1 && open[0]?.name === path[0] ? 1 : 0;
      closeDownTo(keep);
      for (const name of path.slice(keep, 2)) {
        lines.push(`BEGIN:${name}`);
        open = [...open, { name, serial }];
      }
    }
    lines.push(line.slice(0, LONGEST_LINE));
  }

  /** UTC in ISO 8601 for a `DTSTART` line; null for whole days, unknown zones and damaged values. */
  function inUtc(start: string): string | null {
    closeDownTo(0);
    const text = ['BEGIN:VCALENDAR', ...lines, 'BEGIN:VEVENT', start, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
    try {
      const root = new ICAL.Component(ICAL.parse(text));
      const property = root.getFirstSubcomponent('vevent')?.getFirstProperty('dtstart');
      const time = property?.getFirstValue();
      if (!property || !(time instanceof ICAL.Time) || time.isDate) return null;
      const name = property.getParameter('tzid');
      const zone = root
        .getAllSubcomponents('vtimezone')
        .find((candidate) => candidate.getFirstPropertyValue('tzid') === name);
      if (zone) time.zone = new ICAL.Timezone(zone);
      else if (time.zone !== ICAL.Timezone.utcTimezone) return null;
      return time.toJSDate().toISOString().replace('.000Z', 'Z');
    } catch {
      return null;
    }
  }

  return { add, inUtc };
}
