/** Owns the history of verdicts: what is kept of each report, for how long, and how a day is told. */

import { daysBefore, type IsoDate, type IsoTime, localDay } from '../text/time.ts';
import { findingKey, isProblem } from './finding.ts';
import type { Report } from './report.ts';
import type { Verdict } from './verdict.ts';

export const HISTORY_DAYS = 90;
/** Of a day with more reports than this the newest are kept, and the worst. */
const MOST_A_DAY = 24;
/** Whatever a clock has done, there are never more. */
const MOST = 5000;

export interface HistoryEntry {
  /** The day it was where the computer was: no later change of time zone moves it. */
  readonly day: IsoDate;
  readonly at: IsoTime;
  readonly verdict: Verdict;
  readonly toFix: number;
  readonly worthALook: number;
  /** What was to fix or to look at in the report before and is in order now; absent in what an earlier Greenroom kept. */
  readonly fixed?: number;
}

export interface HistoryDay {
  readonly day: IsoDate;
  readonly last: Verdict;
  readonly worst: Verdict;
  readonly checks: number;
  readonly fixed: number;
}

const severity: readonly Verdict[] = ['ready', 'caution', 'undetermined', 'not-ready'];
const worseOf = (a: Verdict, b: Verdict): Verdict => (severity.indexOf(b) > severity.indexOf(a) ? b : a);

type Judged = Pick<Report, 'startedAt' | 'verdict' | 'findings'>;

/** How many findings asked for something before and pass now. */
const fixedSince = (before: Pick<Report, 'findings'> | null, after: Pick<Report, 'findings'>): number => {
  const passed = new Set(after.findings.filter(({ state }) => state === 'pass').map(findingKey));
  return (before?.findings ?? []).filter((finding) => isProblem(finding) && passed.has(findingKey(finding))).length;
};

/** What is kept of a report; `before` is the one that it follows, null when it is the first. */
export const entryOf = (report: Judged, before: Pick<Report, 'findings'> | null): HistoryEntry => {
  const number = (state: 'fail' | 'caution'): number =>
    report.findings.filter((finding) => finding.state === state).length;
  return {
    day: localDay(new Date(report.startedAt)),
    at: report.startedAt,
    verdict: report.verdict,
    toFix: number('fail'),
    worthALook: number('caution'),
    fixed: fixedSince(before, report),
  };
};

const byDay = (entries: readonly HistoryEntry[]): ReadonlyMap<IsoDate, readonly HistoryEntry[]> => {
  const days = new Map<IsoDate, HistoryEntry[]>();
  for (const one of entries) {
    const ofDay = days.get(one.day);
    if (ofDay === undefined) days.set(one.day, [one]);
    else ofDay.push(one);
  }
  return days;
};

const worst = (entries: readonly HistoryEntry[]): Verdict =>
  entries.reduce<Verdict>((soFar, one) => worseOf(soFar, one.verdict), 'ready');

/**
 * The entries worth keeping on the day `today`, in their order: those of the newest 90 days on which something was checked.
 * The days are counted and not measured from today: a clock that is once wrong forwards would make all of them too old.
 * Days ahead stay beside them: a clock that is wrong now may be right tomorrow.
 */
export const bounded = (entries: readonly HistoryEntry[], today: IsoDate): readonly HistoryEntry[] => {
  const kept = new Set<HistoryEntry>();
  const days = byDay(entries);
  const dates = [...days.keys()].sort();
  const past = dates.filter((day) => day <= today).slice(-HISTORY_DAYS);
  const ahead = dates.filter((day) => day > today).slice(0, HISTORY_DAYS);
  for (const date of [...past, ...ahead]) {
    const ofDay = days.get(date) ?? [];
    const worstOfDay = ofDay.findLast((one) => one.verdict === worst(ofDay));
    if (worstOfDay !== undefined) kept.add(worstOfDay);
    for (const one of ofDay.slice(-MOST_A_DAY)) kept.add(one);
  }
  return entries.filter((one) => kept.has(one)).slice(-MOST);
};

/** The last `days` days up to `today` on which something was checked, the newest first. */
export const historyDays = (entries: readonly HistoryEntry[], today: IsoDate, days: number): readonly HistoryDay[] => {
  const first = daysBefore(today, days - 1);
  return [...byDay(entries)]
    .filter(([date]) => date >= first && date <= today)
    .map(([date, ofDay]) => ({
      day: date,
      last: ofDay.at(-1)?.verdict ?? 'undetermined',
      worst: worst(ofDay),
      checks: ofDay.length,
      fixed: ofDay.reduce((sum, { fixed = 0 }) => sum + fixed, 0),
    }))
    .sort((a, b) => (a.day < b.day ? 1 : -1));
};
