/** Owns when the events of a calendar take place: series unfolded, exceptions in their place, called-off ones left out. */
import type { CalendarEvent, Placed } from './events.ts';
import { type Budget, startsByRule, untilOf } from './recurrence.ts';

export interface Occurrence {
  /** Names it: the event's identity and, in a series, the place in it. */
  readonly key: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly event: CalendarEvent;
}

export interface Unfolded {
  readonly occurrences: readonly Occurrence[];
  /** Number of events that could not be placed: an unknown zone, or a series that cannot be followed. */
  readonly lost: number;
}

/** Instants, milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const DAY_MS = 86_400_000;
/** More than any zone is away from UTC. */
const ZONE_MS = 26 * 3_600_000;

const isNewer = (a: CalendarEvent, b: CalendarEvent): boolean =>
  a.sequence > b.sequence || (a.sequence === b.sequence && a.stamp >= b.stamp);

/** The newest version of each series and of each of its exceptions. */
const newest = (events: readonly CalendarEvent[]): ReadonlyMap<string, ReadonlyMap<string, CalendarEvent>> => {
  const groups = new Map<string, Map<string, CalendarEvent>>();
  for (const event of events) {
    const group = groups.get(event.uid) ?? new Map<string, CalendarEvent>();
    groups.set(event.uid, group);
    // The same place in the series may be written in different zones.
    const place = event.replaces === null ? '' : String(event.instantOf(event.replaces) ?? event.replaces.wall);
    const before = group.get(place);
    if (before === undefined || isNewer(event, before)) group.set(place, event);
  }
  return groups;
};

const isExcluded = (event: CalendarEvent): ((start: Placed, instant: number) => boolean) => {
  const instants = new Set<number>();
  const days = new Set<number>();
  for (const one of event.excluded) {
    if (one.isDate) days.add(one.wall);
    else {
      const instant = event.instantOf(one);
      if (instant !== null) instants.add(instant);
    }
  }
  return ({ wall }, instant) => instants.has(instant) || days.has(wall - (wall % DAY_MS));
};

/** The starts of a series in a span, with what it adds and without what it leaves out; null when it cannot be followed. */
const startsOf = (series: CalendarEvent, { from, to }: Span, budget: Budget): readonly number[] | null => {
  const { start, rules, added, instantOf } = series;
  const range = { from: from - ZONE_MS, to: to + ZONE_MS };
  const places: Placed[] = [start, ...added];
  for (const rule of start.wall > range.to ? [] : rules) {
    const until = untilOf(rule);
    if (until !== null && until.wall < range.from - DAY_MS) continue;
    const walls = startsByRule(rule, start.wall, range, budget);
    if (walls === null) return null;
    const last = until === null ? Number.POSITIVE_INFINITY : until.isUtc ? until.wall : null;
    for (const wall of walls) {
      const placed = { ...start, wall };
      const at = last === null ? wall : instantOf(placed);
      const limit = last ?? (until?.wall ?? 0) + (until?.isDate === true ? DAY_MS - 1 : 0);
      if (at !== null && at <= limit) places.push(placed);
    }
  }
  const excluded = isExcluded(series);
  const instants = new Set<number>();
  for (const place of places) {
    if (place.isDate || place.wall < range.from || place.wall > range.to) continue;
    const instant = instantOf(place);
    if (instant === null) return null;
    if (!excluded(place, instant)) instants.add(instant);
  }
  return [...instants];
};

/** The occurrences that touch the span, in no set order. Whole days, and what lasts a day or longer, are none. */
export const unfold = (events: readonly CalendarEvent[], span: Span, budget: Budget): Unfolded => {
  const occurrences: Occurrence[] = [];
  let lost = 0;
  const put = (event: CalendarEvent, place: string, startsAt: number): void => {
    const endsAt = startsAt + event.durationMs;
    if (event.cancelled || event.start.isDate || event.durationMs >= DAY_MS) return;
    if (startsAt > span.to || endsAt < span.from) return;
    occurrences.push({ key: `${event.uid} ${place}`, startsAt, endsAt, event });
  };

  for (const group of newest(events).values()) {
    const series = group.get('');
    const exceptions = [...group].flatMap(([place, event]) => {
      const instant = event.replaces === null ? null : event.instantOf(event.replaces);
      return instant === null ? [] : [{ place, instant, event, startsAt: event.instantOf(event.start) }];
    });
    if (series?.cancelled === true) continue;
    const replaced = new Set(exceptions.map(({ instant }) => instant));
    for (const { place, event, startsAt } of exceptions) {
      if (startsAt === null) lost += 1;
      else put(event, place, startsAt);
    }
    if (series === undefined || series.start.isDate || series.durationMs >= DAY_MS) continue;
    // What begins before the span may still go on in it.
    const starts = startsOf(series, { from: span.from - DAY_MS, to: span.to }, budget);
    if (starts === null) {
      lost += 1;
      continue;
    }
    const later = exceptions
      .filter(({ event, startsAt }) => event.andFuture && startsAt !== null)
      .sort((a, b) => b.instant - a.instant);
    const isSeries = series.rules.length > 0 || series.added.length > 0;
    for (const instant of starts) {
      if (replaced.has(instant)) continue;
      const from = later.find((one) => one.instant < instant);
      const moved = from === undefined ? 0 : (from.startsAt ?? from.instant) - from.instant;
      put(from?.event ?? series, isSeries ? String(instant) : '', instant + moved);
    }
  }
  return { occurrences, lost };
};
