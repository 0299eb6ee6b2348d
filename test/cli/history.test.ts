/** `greenroom history` as a person and a script would use it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { historyLine } from '../../electron/core/report/history-line.ts';
import { daysBefore, localDay } from '../../electron/core/text/time.ts';
import { greenroom, newFolder, recorded } from './run.ts';

const today = localDay(new Date());
let folder: string;
beforeEach(() => {
  folder = path.join(newFolder(), 'state');
  process.env.GREENROOM_STATE = folder;
});

test('says so when there is none, and counts each stored report', async () => {
  expect((await greenroom(['history'])).stdout).toContain('nothing was checked');
  const { stdout } = await greenroom(['check', '--json'], { port: recorded('ubuntu-24.04-ready') });
  const { verdict, startedAt } = JSON.parse(stdout);
  const told = await greenroom(['history', '--json']);
  expect(told.code).toBe(0);
  const { schema, days, entries } = JSON.parse(told.stdout);
  expect(schema).toBe('greenroom.history/1');
  expect(days).toEqual([{ day: localDay(new Date(startedAt)), last: verdict, worst: verdict, checks: 1, fixed: 0 }]);
  expect(entries).toHaveLength(1);
});

test('a day is told with its worst, and only the days asked for', async () => {
  mkdirSync(folder);
  const line = (day: string, verdict: 'ready' | 'not-ready') =>
    historyLine({ day, at: `${day}T09:00:00.000Z`, verdict, toFix: 0, worthALook: 0 });
  const yesterday = daysBefore(today, 1);
  writeFileSync(
    path.join(folder, 'history.jsonl'),
    [line(daysBefore(today, 40), 'ready'), line(yesterday, 'not-ready'), line(yesterday, 'ready')].join(''),
  );
  const { stdout } = await greenroom(['history', '--days', '7']);
  expect(stdout).toContain('You can join (2 checks; earlier that day: not ready)');
  expect(JSON.parse((await greenroom(['history', '--days', '7', '--json'])).stdout).days).toHaveLength(1);
  expect(JSON.parse((await greenroom(['history', '--json'])).stdout).days).toHaveLength(2);
});

test.each(['0', '91', 'x', '1.5'])('--days %s is wrong usage', async (days) => {
  expect((await greenroom(['history', '--days', days])).code).toBe(64);
});
