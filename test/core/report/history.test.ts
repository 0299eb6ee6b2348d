/** What is kept of each report, and what a day is told as. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bounded, entryOf, type HistoryEntry, historyDays } from '../../../electron/core/report/history.ts';
import { historyLine, parseHistory } from '../../../electron/core/report/history-line.ts';
import type { Verdict } from '../../../electron/core/report/verdict.ts';
import { daysBefore } from '../../../electron/core/text/time.ts';
import { likeFinding, patches } from '../../renderer/samples.ts';

const entry = (day: string, verdict: Verdict = 'ready', minute = 0): HistoryEntry => ({
  day,
  at: `${day}T10:${String(minute).padStart(2, '0')}:00.000Z`,
  verdict,
  toFix: 0,
  worthALook: 0,
});

test('a day is the worst and the last of what was found on it', () => {
  const entries = [entry('2026-11-26', 'not-ready'), entry('2026-11-26', 'ready'), entry('2026-11-27', 'caution')];
  expect(historyDays(entries, '2026-11-27', 90)).toEqual([
    { day: '2026-11-27', last: 'caution', worst: 'caution', checks: 1, fixed: 0 },
    { day: '2026-11-26', last: 'ready', worst: 'not-ready', checks: 2, fixed: 0 },
  ]);
  expect(historyDays(entries, '2026-11-27', 1)).toHaveLength(1);
});

test('a day of many reports keeps its worst, and the last days stay when older ones go', () => {
  const busy = Array.from({ length: 59 }, (_, minute) =>
    entry('2026-11-27', minute === 3 ? 'not-ready' : 'ready', minute),
  );
  const days = Array.from({ length: 90 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
  const kept = bounded([...days.map((day) => entry(day)), ...busy], '2026-11-27');
  // 89 of them and today.
  expect(kept[0]?.day).toBe('2026-01-02');
  expect(kept.length).toBeLessThan(89 + 30);
  expect(historyDays(kept, '2026-11-27', 1)[0]).toMatchObject({ worst: 'not-ready', last: 'ready' });
});

test('a clock that is wrong once, forwards, makes nothing too old', () => {
  const entries = [entry('2026-11-20'), entry('2026-11-27'), entry('2100-01-01')];
  expect(bounded(entries, '2100-01-01')).toEqual(entries);
  expect(bounded([...entries, entry('2026-11-28')], '2026-11-28')).toHaveLength(4);
});

test('a clock that was set back loses nothing', () => {
  const entries = [entry('2026-11-20'), entry('2026-11-27')];
  expect(bounded(entries, '1970-01-01')).toEqual(entries);
});

test.each(['Europe/London', 'Pacific/Apia', 'America/Santiago'])('days have no gap and no double in %s', (zone) => {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    // Every hour of a year with its changes to summer time and back, as a report would come in.
    const start = Date.parse('2026-01-01T12:00:00Z');
    const days = new Set<string>();
    const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
    for (let hour = 0; hour < 365 * 24; hour++) {
      const at = new Date(start + hour * 3_600_000);
      const { day } = entryOf({ startedAt: at.toISOString(), verdict: 'ready', findings: [] }, null);
      expect(day).toBe(calendar.format(at));
      days.add(day);
    }
    const sorted = [...days].sort();
    for (const [index, day] of sorted.entries()) {
      if (index > 0) expect(daysBefore(day, 1)).toBe(sorted[index - 1]);
    }
  } finally {
    process.env.TZ = before;
  }
});

test('whatever stands in the file, only whole entries are read', () => {
  const whole = historyLine(entry('2026-11-27'));
  for (const bad of ['', '{', 'null', '[]', '{"day":"27.11.2026"}', whole.replace('ready', 'green'), '\u0000\u0000']) {
    expect(parseHistory(`${bad}\n${whole}`)).toEqual([entry('2026-11-27')]);
  }
  fc.assert(fc.property(fc.string(), (text) => parseHistory(text).length === 0));
});

test('what was to fix and passes now counts as fixed, that day', () => {
  const to = (state: 'fail' | 'caution' | 'pass' | 'waived') => [likeFinding(patches, { state })];
  const at = '2026-11-22T09:30:00.000Z';
  const made = (now: 'fail' | 'pass' | 'waived', before: 'fail' | 'caution' | 'pass') =>
    entryOf({ startedAt: at, verdict: 'ready', findings: to(now) }, { findings: to(before) });
  expect(made('pass', 'fail').fixed).toBe(1);
  expect(made('pass', 'caution').fixed).toBe(1);
  expect(made('waived', 'fail').fixed).toBe(0);
  expect(made('pass', 'pass').fixed).toBe(0);
  // One of an earlier Greenroom has no number.
  const { fixed: _, ...old } = made('pass', 'fail');
  expect(historyDays([old, made('pass', 'fail')], '2026-11-22', 1)[0]?.fixed).toBe(1);
});
