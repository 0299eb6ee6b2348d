/** Tries what people are told to type against the rule by which Electron ends a start on Windows without a word. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../electron/cli/index.ts';
import { isRefusedOnWindows } from '../doubles/electron/windows-rule.ts';

test.each([
  [['waive', 'meeting-apps:zoom', '--until', '2026-12-04'], true],
  [['waive', 'meeting-apps:zoom', '--until=2026-12-04'], true],
  [['waive', 'meeting-apps', 'zoom', '--until', '2026-12-04'], false],
  [['next', '--calendar', 'https://a.example', '--timeout', '20'], true],
  [['next', '--calendar=https://a.example', '--timeout=20'], false],
  [['inspect', '--json', 'https://zoom.us/j/1'], false],
  [['--', 'inspect', 'https://zoom.us/j/1', '--json'], false],
  [['inspect', 'C:\\Users\\ada\\mail.eml', '--json'], false],
  [['inspect', 'see you: here', '--json'], false],
])('%j', (words, refused) => {
  expect(isRefusedOnWindows(words)).toBe(refused);
});

const filesIn = (folder: string, kinds: RegExp): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && kinds.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
const documents = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...filesIn('docs', /\.(?:md|1|yml|yaml|sh|ps1)$/)];
const sources = [...filesIn('electron', /\.tsx?$/), ...filesIn('renderer', /\.tsx?$/)];

const silent = { stdin: Readable.from([]), stdout: new PassThrough(), stderr: new PassThrough(), cwd: '/' };
const program = createProgram(silent, () => {});
const all = (command: Command): readonly Command[] => [command, ...command.commands.flatMap(all)];
const verbs = new Set(program.commands.map((command) => command.name()));

/** Each `greenroom VERB …` of a text, as words: up to what ends an example in prose, in a listing and in a script. */
const examplesIn = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/greenroom(?:\.com|\.exe)?["']? ((?:[a-z]+)(?: [^\n`”|<>#;)]*)?)/gi)]
    .map(([, call = '']) => (call.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', '')))
    .filter(([verb = '']) => verbs.has(verb))
    .map((words) => words.map((word) => (/^\[?LINK\b/.test(word) ? 'https://zoom.us/j/1' : word)));

/** What is shown to a person: no comment, and a manual page's minus as it is printed. */
const shownIn = (file: string): string =>
  readFileSync(file, 'utf8')
    .replaceAll('\\-', '-')
    .replace(/^ *(?:\/\*\*|\*|\/\/ ).*$/gm, '');

const examples = [...documents, ...sources].flatMap((file) =>
  examplesIn(shownIn(file)).map((words) => [file, words] as const),
);

/** `--timeout`, and every other option that takes a value. */
const withValue = [...new Set(all(program).flatMap(({ options }) => options.filter(({ required }) => required)))].map(
  ({ long = '' }) => long,
);

describe('what people are told to type', () => {
  test('is found', () => {
    expect(examples.length).toBeGreaterThan(40);
    expect(withValue).toEqual(expect.arrayContaining(['--timeout', '--calendar', '--until', '--key']));
  });

  test('starts on Windows', () => {
    expect(examples.filter(([, words]) => isRefusedOnWindows(words))).toEqual([]);
  });

  test('gives an option its value with “=”', () => {
    const apart = new RegExp(`(?:${withValue.join('|')}) (?:[A-Z]{2,}|\\d|https:|<)`, 'g');
    const told = [...documents, ...sources].flatMap((file) =>
      (shownIn(file).match(apart) ?? []).map((words) => `${file}: ${words}`),
    );
    // Where commander is told of an option it wants the blank; its help shows “=”.
    expect(told.filter((line) => !(line.startsWith('electron/cli/') && line.endsWith('<')))).toEqual([]);
    expect(
      program.commands
        .map((command) => command.helpInformation())
        .join('')
        .match(apart),
    ).toBeNull();
  });

  test('is taken: every option with a value, by “=”', () => {
    for (const command of all(createProgram(silent, () => {})))
      for (const { long, required, argChoices } of command.options)
        if (required) {
          const { unknown } = command.parseOptions([`${long}=${argChoices?.[0] ?? '7'}`]);
          expect([command.name(), long, unknown]).toEqual([command.name(), long, []]);
        }
  });
});
