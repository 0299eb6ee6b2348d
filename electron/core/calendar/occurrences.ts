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
  /** Titles of the events that could not be placed: a damaged time, or a series that cannot be followed. */
  readonly lost: readonly string[];
  /** Zones that nobody can resolve, of events that are looked at; their times are a guess. */
  readonly guessedZones: readonly string[];
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

/** A moment without a zone beside a series that has one is meant in the same. */
const asIn = (start: Placed, one: Placed): Placed =>
  one.zone === null && !one.isUtc && !one.isDate ? { ...one, zone: start.zone, isUtc: start.isUtc } : one;

const dayOf = (wall: number): number => wall - (wall % DAY_MS);

const isExcluded = (event: CalendarEvent): ((start: Placed, instant: number) => boolean) => {
  const instants = new Set<number>();
  const days = new Set<number>();
  for (const one of event.excluded) {
    if (one.isDate) days.add(one.wall);
    else {
      const instant = event.instantOf(asIn(event.start, one));
      if (instant !== null) instants.add(instant);
    }
  }
  return ({ wall }, instant) => instants.has(instant) || days.has(dayOf(wall));
};

interface Start {
  readonly instant: number;
  /** The day on the clock of the series. */
  readonly day: number;
}

/** The starts of a series in a span, with what it adds and without what it leaves out; null when it cannot be followed. */
const startsOf = (series: CalendarEvent, { from, to }: Span, budget: Budget): readonly Start[] | null => {
  const { start, rules, added, instantOf } = series;
  const range = { from: from - ZONE_MS, to: to + ZONE_MS };
  const places: Placed[] = [start, ...added.map((one) => asIn(start, one))];
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
      if (at === null) return null;
      if (at <= limit) places.push(placed);
    }
  }
  const excluded = isExcluded(series);
  const starts = new Map<number, Start>();
  for (const place of places) {
    if (place.isDate || place.wall < range.from || place.wall > range.to) continue;
    const instant = instantOf(place);
    if (instant === null) return null;
    if (!excluded(place, instant)) starts.set(instant, { instant, day: dayOf(place.wall) });
  }
  return [...starts.values()];
};

const hasSeries = (event: CalendarEvent): boolean => event.rules.length > 0 || event.added.length > 0;

/** The occurrences that touch the span, in no set order. Whole days, and what lasts a day or longer, are none. */
export const unfold = (events: readonly CalendarEvent[], span: Span, budget: Budget): Unfolded => {
  const occurrences: Occurrence[] = [];
  const lost: string[] = [];
  const guessed = new Set<string>();
  const put = (event: CalendarEvent, place: string, startsAt: number): void => {
    const endsAt = startsAt + event.durationMs;
    if (event.cancelled || event.start.isDate || event.durationMs >= DAY_MS) return;
    if (startsAt > span.to || endsAt < span.from) return;
    if (event.guessedZone !== null) guessed.add(event.guessedZone);
    occurrences.push({ key: `${event.uid} ${place}`, startsAt, endsAt, event });
  };
  // What begins before the span may still go on in it.
  const around = { from: span.from - DAY_MS, to: span.to };

  const unfoldGroup = (group: ReadonlyMap<string, CalendarEvent>): void => {
    const series = group.get('');
    if (series?.cancelled === true) return;
    const exceptions = [...group].flatMap(([place, event]) => {
      if (event.replaces === null) return [];
      const replaces = series === undefined ? event.replaces : asIn(series.start, event.replaces);
      const instant = event.instantOf(replaces);
      const day = replaces.isDate ? dayOf(replaces.wall) : null;
      return [{ place, instant, day, event, startsAt: event.instantOf(event.start) }];
    });
    const instants = new Set(exceptions.map(({ instant, day }) => (day === null ? instant : null)));
    const days = new Set(exceptions.map(({ day }) => day));
    for (const { place, event, startsAt } of exceptions) {
      if (startsAt === null) lost.push(event.title);
      else put(event, place, startsAt);
      // Some programs write the later dates of a series into its exception.
      for (const { instant } of startsAt !== null && hasSeries(event) ? (startsOf(event, around, budget) ?? []) : []) {
        if (instant === startsAt || instants.has(instant)) continue;
        instants.add(instant);
        put(event, String(instant), instant);
      }
    }
    if (series === undefined || series.start.isDate || series.durationMs >= DAY_MS) return;
    const starts = startsOf(series, around, budget);
    if (starts === null) {
      lost.push(series.title);
      return;
    }
    const later = exceptions
      .flatMap(({ event, instant, startsAt }) =>
        event.andFuture && startsAt !== null && instant !== null ? [{ event, instant, startsAt }] : [],
      )
      .sort((a, b) => b.instant - a.instant);
    for (const { instant, day } of starts) {
      if (instants.has(instant) || days.has(day)) continue;
      const from = later.find((one) => one.instant < instant);
      const moved = from === undefined ? 0 : from.startsAt - from.instant;
      put(from?.event ?? series, hasSeries(series) ? String(instant) : '', instant + moved);
    }
  };

  for (const group of newest(events).values()) {
    try {
      unfoldGroup(group);
    } catch {
      // A damaged event is its own loss.
      lost.push(group.values().next().value?.title ?? '');
    }
  }
  return { occurrences, lost, guessedZones: [...guessed] };
};
