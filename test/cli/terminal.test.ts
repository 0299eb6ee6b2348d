/** What is printed on a terminal keeps to its width, and what is mistyped is met with what was meant. */
import { beforeEach, describe, expect, test } from 'vitest';
import { greenroom, newFolder } from './run.ts';

beforeEach(() => {
  process.env.GREENROOM_STATE = newFolder();
});

const machine = ['--machine', 'test/machines/windows-11-24h2-home.json', '--now', '2026-11-29T09:00:00Z'];
const link = 'https://zoom.us@us02web-zoom.us/j/84100020003?pwd=abc';

/** A word that is longer than a line is left whole: an address or a path that is cut cannot be used. */
const isOneWord = (line: string): boolean => !/\S\s+\S/.test(line.replace(/^\s*(?:[✓✗!?–·$-]|\d+\.|Link)\s+/u, ''));

describe.each([40, 80, 120])('on a terminal of %i columns', (columns) => {
  test.each([
    [['check', ...machine]],
    [['check', ...machine, '--details']],
    [['next']],
    [['join', link]],
    [['inspect', link]],
    [['policy', 'show']],
    [['policy', 'show', '--all']],
    [['check', '--only', 'backup']],
  ])('%j fits', async (words) => {
    const { stdout } = await greenroom(words, { columns });
    const lines = stdout.split('\n').filter((line) => [...line].length > columns && !isOneWord(line));
    expect(lines).toEqual([]);
  });
});

test('what stands beside the answer keeps to its own width, and is whole where it is no terminal', async () => {
  const lines = async (columns: number, errorColumns?: number): Promise<readonly string[]> =>
    (await greenroom(['check', '--only', 'backup'], { columns, ...(errorColumns && { errorColumns }) })).stderr
      .trim()
      .split('\n');
  const whole = await lines(40);
  expect(whole.some((line) => line.length > 80)).toBe(true);
  expect((await lines(120, 40)).filter((line) => line.length > 40 && !isOneWord(line))).toEqual([]);
});

test('the short answer is a small part of the long one, and says the same first', async () => {
  const [short, long] = [await greenroom(['check', ...machine]), await greenroom(['check', ...machine, '--details'])];
  const lines = (text: string): readonly string[] => text.trim().split('\n');
  expect(lines(short.stdout)[0]).toBe(lines(long.stdout)[0]);
  expect(3 * lines(short.stdout).length).toBeLessThan(lines(long.stdout).length);
  expect(short.code).toBe(long.code);
});

test('a check that is named half is met with those near it, not with all', async () => {
  const { code, stderr } = await greenroom(['check', '--only', 'backup']);
  expect(code).toBe(64);
  expect(stderr).toMatch(/Did you mean .*backup-drive/);
  expect(stderr).not.toContain('firewall');
});

test('the policy is shown as far as something is set; the defaults only when they are asked for', async () => {
  const [set, all] = [await greenroom(['policy', 'show']), await greenroom(['policy', 'show', '--all'])];
  expect(set.stdout).not.toContain('importance');
  expect(all.stdout).toMatch(/importance +"advised" {2}\(default\)/);
});
