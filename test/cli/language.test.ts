/** The language of the terminal: what a person reads follows it, what a machine reads does not. */
import { afterEach, expect, it } from 'vitest';
import { setLanguage } from '../../electron/core/messages/localise.ts';
import { plainWords } from '../../electron/core/messages/pseudo.ts';
import { greenroom } from './run.ts';

const recording = '--machine=test/machines/windows-11-24h2-home.json';

afterEach(() => setLanguage('en'));

it.each([
  ['--lang=pseudo', 'check', recording],
  ['--lang=pseudo', recording],
])('%j speaks it', async (...words) => {
  const { stdout } = await greenroom(words);
  const title = stdout.split('\n').find((line) => line.startsWith('  ✗ ')) ?? 'nothing';
  expect(plainWords(title)).toEqual([]);
  expect(title).toMatch(/\p{L}{4}/u);
});

it('leaves JSON in English', async () => {
  const { stdout } = await greenroom(['--lang=pseudo', 'check', '--json', recording]);
  expect(JSON.parse(stdout).findings.map(({ title }: { title: string }) => title)).toContain('You have no backup');
});

it('is refused when there is none of that name', async () => {
  expect(await greenroom(['--lang=klingon', 'check', recording])).toMatchObject({ code: 64 });
});
