/** The history on disk: nothing is lost but the line that a crash cut off, wherever it cut. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HistoryEntry } from '../../../electron/core/report/history.ts';
import { localDay } from '../../../electron/core/text/time.ts';
import { appendHistory as append, loadHistory } from '../../../electron/engine/storage/history-store.ts';
import { inTurn } from '../../../electron/engine/storage/turns/turn.ts';
import { buildProgram } from '../../doubles/build-program.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-history-'));
  file = path.join(folder, 'history.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const now = new Date('2026-11-27T12:00:00Z');
const appendHistory = (where: string, one: HistoryEntry, at: Date) => inTurn(where, () => append(where, one, at));
const entry = (number: number, at = new Date(now.getTime() + number)): HistoryEntry => ({
  day: localDay(at),
  at: at.toISOString(),
  verdict: 'ready',
  toFix: number,
  worthALook: 0,
});
const numbers = async (): Promise<readonly number[]> =>
  ((await loadHistory(folder)).value ?? []).map((one) => one.toFix);

test('cut at every byte of the last line, the others are there and the next one too', async () => {
  for (const number of [1, 2, 3]) await appendHistory(folder, entry(number), now);
  const whole = readFileSync(file);
  const beforeLast = whole.lastIndexOf('\n', whole.length - 2) + 1;
  for (let length = beforeLast; length <= whole.length; length++) {
    writeFileSync(file, whole);
    truncateSync(file, length);
    // Without its line break the last entry is whole all the same.
    const left = length >= whole.length - 1 ? [1, 2, 3] : [1, 2];
    expect(await numbers()).toEqual(left);
    await appendHistory(folder, entry(4), now);
    expect(await numbers()).toEqual([...left, 4]);
  }
});

/** As if these had been kept one by one. */
const kept = (entries: readonly HistoryEntry[]): void =>
  writeFileSync(file, entries.map((one) => `${JSON.stringify(one)}\n`).join(''));
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

test('of the days on which something was checked the newest 90 stay, and nobody else may read the file', async () => {
  kept(Array.from({ length: 88 }, (_, index) => entry(100 - index, daysAgo(100 - index))));
  for (let day = 12; day > 0; day--) await appendHistory(folder, entry(day, daysAgo(day)), daysAgo(day));
  expect(await numbers()).toEqual(Array.from({ length: 90 }, (_, index) => 90 - index));
  expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(90);
  expect(statSync(file).mode & 0o077).toBe(0);
});

test('a clock that was wrong for a week, forwards, takes nothing away', async () => {
  kept(Array.from({ length: 90 }, (_, index) => entry(89 - index, daysAgo(89 - index))));
  for (let day = 1; day <= 7; day++) {
    const wrong = new Date(Date.UTC(2100, 0, day, 12));
    await appendHistory(folder, entry(1_000 + day, wrong), wrong);
  }
  // Right again: the wrong days are ahead, and count for nothing.
  await appendHistory(folder, entry(2_000), now);
  const left = await numbers();
  // But for as many of the oldest days as it was wrong.
  expect(left).toEqual(expect.arrayContaining(Array.from({ length: 83 }, (_, index) => index)));
  expect(left).toContain(2_000);
});

test('a day with very many reports stays small', async () => {
  for (let number = 0; number < 300; number++) await appendHistory(folder, entry(number), now);
  expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThan(250);
  expect((await numbers()).at(-1)).toBe(299);
});

test('a file that is something else is set aside with a sentence', async () => {
  writeFileSync(file, 'not a history\nat all\n');
  const { value, notices } = await loadHistory(folder);
  expect(value).toEqual([]);
  expect(notices[0]).toContain('was moved to');
  expect(readdirSync(folder).some((name) => name.startsWith('history.jsonl.damaged-'))).toBe(true);
});

/** A program of its own out of a text; resolves to its file. */
const program = (text: string): Promise<string> => {
  const source = path.join(folder, 'writer.ts');
  writeFileSync(source, text);
  return buildProgram(source, folder);
};
const store = JSON.stringify(path.resolve('electron/engine/storage/history-store.ts'));
const turn = JSON.stringify(path.resolve('electron/engine/storage/turns/turn.ts'));

test('two processes write and clear up at the same moment, and no line is lost', { timeout: 120_000 }, async () => {
  const count = 60;
  const writer = await program(
    `import { appendFileSync } from 'node:fs';
     import { appendHistory } from ${store};
     import { inTurn } from ${turn};
     const [folder, first] = process.argv.slice(2);
     const old = Array.from({ length: 95 }, (_, day) => {
       const at = new Date(Date.UTC(2026, 0, 1 + day, 12)).toISOString();
       return JSON.stringify({ day: at.slice(0, 10), at, verdict: 'ready', toFix: 0, worthALook: 0 }) + '\\n';
     }).join('');
     for (let number = Number(first); number < Number(first) + ${count}; number++) {
       const at = new Date(Date.UTC(2026, 8, 1 + (number % 80), 12, 0, number % 60));
       // More days than are kept: each of these rewrites the file.
       appendFileSync(folder + '/history.jsonl', old);
       await inTurn(folder, () => appendHistory(folder, { day: at.toISOString().slice(0, 10), at: at.toISOString(), verdict: 'ready', toFix: number, worthALook: 0 }, new Date('2026-11-20T12:00:00Z')));
     }`,
  );
  const ended = [1_000, 2_000].map(async (first) => {
    const child = spawn(process.execPath, [writer, folder, String(first)], { stdio: ['ignore', 'ignore', 'inherit'] });
    return (await once(child, 'close'))[0];
  });
  expect(await Promise.all(ended)).toEqual([0, 0]);
  const written = (await numbers()).filter((number) => number >= 1_000).toSorted((a, b) => a - b);
  expect(written).toEqual(
    [1_000, 2_000].flatMap((first) => Array.from({ length: count }, (_, index) => first + index)),
  );
  expect(readdirSync(folder).filter((name) => /\.(?:lock|new)$/.test(name))).toEqual([]);
});

test('killed at any moment of a write, eight times, nothing is lost but the last', { timeout: 120_000 }, async () => {
  const writer = await program(
    `import { writeSync } from 'node:fs';
     import { appendHistory } from ${store};
     import { inTurn } from ${turn};
     const [folder, first] = process.argv.slice(2);
     for (let number = Number(first); ; number++) {
       // A day holds few reports; each of these is one day's first.
       const at = new Date(Date.UTC(2026, 8, 1 + (number % 80), 12, 0, number % 60));
       await inTurn(folder, () => appendHistory(folder, { day: at.toISOString().slice(0, 10), at: at.toISOString(), verdict: 'ready', toFix: number, worthALook: 0 }, new Date('2026-11-20T12:00:00Z')));
       writeSync(1, number + '\\n');
     }`,
  );
  let told = -1;
  for (let round = 0; round < 8; round++) {
    const child = spawn(process.execPath, [writer, folder, String(told + 1)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => child.once('close', resolve));
    const target = told + 3 + round;
    for await (const line of createInterface(child.stdout)) {
      told = Number(line);
      // Some way into the write after this one, a different one each round.
      if (told === target) {
        for (let spin = 0; spin < round; spin++) await new Promise((resolve) => setImmediate(resolve));
        child.kill('SIGKILL');
      }
    }
    await ended;
    const stored = await numbers();
    const last = stored.at(-1) ?? -1;
    // What the child told is there; the one it was writing may be.
    expect([told, told + 1]).toContain(last);
    expect(stored).toEqual(Array.from({ length: last + 1 }, (_, index) => index));
    told = last;
  }
});
