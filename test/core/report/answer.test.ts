/** What somebody with three minutes is told of whole computers: the right things decide, stand first and add up. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportText } from '../../../electron/core/formats/text.ts';
import { toFixFirst, toFixLater } from '../../../electron/core/report/counts.ts';
import { headlineOf, summaryOf } from '../../../electron/core/report/headline.ts';
import type { Report } from '../../../electron/core/report/report.ts';
import { runChecks } from '../../../electron/engine/run/run.ts';
import { parseRecording, type Recording } from '../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';

const folder = path.resolve('test/machines');
const recorded = (name: string): Recording =>
  parseRecording(name, readFileSync(path.join(folder, `${name}.json`), 'utf8'));
const check = (recording: Recording, only: readonly string[] | null = null): Promise<Report> =>
  runChecks({
    port: replayMachine(recording, { strict: true }),
    now: new Date(recording.recordedAt),
    deadlineMs: 60_000,
    only,
  });

describe('what keeps a person out of the call decides, and nothing else', () => {
  test.each([
    ['windows-11-24h2-home', 'power', 'not-ready', 'Not ready: fix 1 thing first'],
    ['windows-11-24h2-home', 'camera-permission', 'not-ready', 'Not ready: fix 1 thing first'],
    ['windows-11-25h2-all-off', 'camera-permission', 'caution', 'You can join. Fix 1 thing first'],
    ['windows-11-25h2-all-off', 'firewall', 'caution', 'You can join. 1 thing to look at'],
    ['linux-backup-never', 'backup-drive', 'caution', 'You can join. 1 thing to look at'],
  ])('%s, %s: %s', async (name, id, verdict, headline) => {
    const report = await check(recorded(name), [id]);
    expect([report.verdict, headlineOf(report)]).toEqual([verdict, headline]);
  });
});

const names = readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : []));

describe.each(names)('%s', async (name) => {
  const report = await check(recorded(name));
  const { findings } = report;

  test('what is to be fixed before the call stands first, then what comes after it', () => {
    const first = toFixFirst(findings);
    const later = toFixLater(findings);
    expect(findings.slice(0, first.length)).toEqual(first);
    const text = reportText(report);
    const at = [...first, ...later].map(({ title }) => text.replace(/\s+/g, ' ').indexOf(title));
    expect(at).not.toContain(-1);
    expect(Math.max(-1, ...at.slice(0, first.length))).toBeLessThan(Math.min(Infinity, ...at.slice(first.length)));
  });

  test('every count of the same is the same', () => {
    const sum = (state: 'unknown' | 'not-done' | 'pass'): number =>
      report.areas.reduce((all, { counts }) => all + counts[state], 0);
    const told = (words: RegExp): number => Number(words.exec(summaryOf(report))?.[1] ?? 0);
    expect(told(/(\d+) couldn’t be checked/)).toBe(sum('unknown'));
    expect(told(/(\d+) not done yet/)).toBe(sum('not-done'));
    expect(told(/(\d+) to fix before the call/)).toBe(toFixFirst(findings).length);
    expect(told(/(\d+) to fix after the call/)).toBe(toFixLater(findings).length);
  });
});
