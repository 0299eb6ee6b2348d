/** The language of the terminal: what a person reads follows it, what a machine reads does not. */
import { afterEach, describe, expect, it } from 'vitest';
import { languageFor } from '../../electron/core/messages/language.ts';
import { setLanguage } from '../../electron/core/messages/localise.ts';
import { plainWords } from '../../electron/core/messages/pseudo.ts';
import { greenroom, recorded } from './run.ts';

const recording = '--machine=test/machines/windows-11-24h2-home.json';

afterEach(() => setLanguage('en'));

/** Lines with words that are neither a message nor a value. Flags, verbs, files and ids are the same in every language. */
const plainLines = (text: string, same: RegExp): readonly string[] =>
  text.split('\n').filter((line) => plainWords(line.replace(same, ' ')).length > 0);

describe('in the pseudo-language every line is strange, but for values', () => {
  it.each([['check', recording]])('%j', async (...words) => {
    const { stdout } = await greenroom(['--lang=pseudo', ...words]);
    // Commands, addresses and where something was read are a machine’s words.
    expect(plainLines(stdout, /\$ .*|\S+:\S+|--details/g).filter((line) => !/^\s+⟦?\S*(?:RRéé|ŔŔ)/.test(line))).toEqual(
      [],
    );
    expect(stdout).toContain('\u200F');
  });

  it.each([
    [['check', '--only', 'nonsense'], /“nonsense”/g],
    [['check', '--only', 'backup'], /$^/g],
    [['check', '--timeout=0'], /$^/g],
    [['check', '--format=nonsense'], /$^/g],
    [['check', '--policy=nowhere.yaml'], /^nowhere\.yaml/g],
    [['waive', 'firewall'], /$^/g],
    [['history', '--days=0'], /--days/g],
    [['words', '--count=1'], /--count/g],
    [['catalogue', 'verify', 'nowhere'], /$^/g],
    [['next', recording], /$^/g],
    [['inspect', 'nowhere.eml'], /^nowhere\.eml/g],
  ])('%j is refused in it', async (words, same) => {
    const { code, stderr } = await greenroom(['--lang=pseudo', ...words], { port: recorded('linux-backup-away') });
    expect(code).toBeGreaterThan(0);
    expect(stderr).toContain('\u200F');
    expect(plainLines(stderr.replaceAll('greenroom:', ''), same)).toEqual([]);
  });
});

it('helps in it: what verbs and options are for', async () => {
  const { stdout } = await greenroom(['--lang=pseudo', 'help', 'check']);
  const lines = stdout.split('\n').filter((line) => /^\s+--(?:json|only|details)/.test(line));
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(plainWords(line.replace(/--\S+/g, ''))).toEqual([]);
});

it('leaves JSON in English', async () => {
  const { stdout } = await greenroom(['--lang=pseudo', 'check', '--json', recording]);
  const report = JSON.parse(stdout);
  expect(report.findings.map(({ title }: { title: string }) => title)).toContain('You have no backup');
  expect(JSON.stringify(report)).not.toContain('\u200F');
});

it.each(['jamf', 'prometheus', 'line', 'junit', 'ocsf', 'sarif', 'intune'])('leaves %s in English', async (format) => {
  const { stdout } = await greenroom(['--lang=pseudo', 'check', `--format=${format}`, recording]);
  expect(stdout).not.toMatch(/\u200F|\\u200f|éé/);
  expect(stdout.length).toBeGreaterThan(10);
});

it('is refused when there is none of that name', async () => {
  expect(await greenroom(['--lang=klingon', 'check', recording])).toMatchObject({ code: 64 });
});

it('is the system’s where Greenroom has it, else English; never the pseudo-language', () => {
  expect([['en-GB'], ['xx-YY', 'en'], ['pseudo'], [], ['PSEUDO-XX']].map(languageFor)).toEqual(Array(5).fill('en'));
});
