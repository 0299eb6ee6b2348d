/** The published questions, asked of a small organisation and answered once more by hand. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SharedResult } from '../../electron/core/report/shared-result.ts';
import { type Answer, ask } from '../../scripts/scale/questions.ts';
import { simulate } from '../../scripts/scale/simulate.ts';

const DAYS = 12;
const folder = mkdtempSync(path.join(tmpdir(), 'greenroom-scale-test-'));
let answers: readonly Answer[] = [];
let results: readonly SharedResult[] = [];
let latest: readonly SharedResult[] = [];

beforeAll(async () => {
  await simulate({ computers: 120, days: DAYS, start: new Date('2026-10-01T00:00:00Z'), seed: 7 }, folder);
  results = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as SharedResult);
  latest = [
    ...new Map(results.toSorted((a, b) => a.at.localeCompare(b.at)).map((one) => [one.computer, one])).values(),
  ];
  answers = await ask(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rows = (name: string) => answers.find((answer) => answer.name === name)?.rows ?? [];

test('the share that is not ready, by system', () => {
  expect(latest.some((one) => one.verdict === 'not-ready')).toBe(true);
  for (const { os, computers, percent_not_ready: percent } of rows('not-ready')) {
    const those = latest.filter((one) => one.os === os);
    expect(Number(computers)).toBe(those.length);
    const share = (100 * those.filter((one) => one.verdict === 'not-ready').length) / those.length;
    expect(Number(percent)).toBeCloseTo(share, 1);
  }
});

test('failing computers by check', () => {
  expect(rows('by-check').length).toBeGreaterThan(2);
  for (const { check, failing } of rows('by-check')) {
    const those = latest.filter((one) => one.checks.some(({ id, state }) => id === check && state === 'fail'));
    expect([check, Number(failing)]).toEqual([check, those.length]);
  }
});

test('versions of each app', () => {
  const found = rows('by-version').reduce((sum, row) => sum + Number(row.computers), 0);
  expect(found).toBe(latest.reduce((sum, one) => sum + (one.apps?.length ?? 0), 0));
});

test('change over time: every day, and who became worse', () => {
  expect(rows('over-time')).toHaveLength(DAYS);
  const dayOf = ({ at }: SharedResult, less = 0) =>
    new Date(Date.parse(at.slice(0, 10)) - less * 86_400_000).toISOString().slice(0, 10);
  const worse = latest.filter(
    (one) =>
      one.verdict === 'not-ready' &&
      results.some(
        (before) =>
          before.computer === one.computer &&
          dayOf(before) === dayOf(one, 7) &&
          (before.verdict === 'ready' || before.verdict === 'caution'),
      ),
  );
  expect(Number(rows('worse')[0]?.computers_that_became_worse)).toBe(worse.length);
  expect(worse.length).toBeGreaterThan(0);
});

test('computers that fell silent', () => {
  expect(Number(rows('silent')[0]?.silent_computers)).toBe(0);
});
