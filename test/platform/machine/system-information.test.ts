/** What systeminformation starts on each system, held against the list in the documents; and the process it is asked in. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { FactUnavailable } from '../../../electron/core/facts/fact.ts';
import { localHost } from '../../../electron/platform/machine/local-host.ts';
import {
  askSystemInformationThrough,
  readSystemInformation,
} from '../../../electron/platform/machine/read-system-information.ts';
import { parseSystemInformation } from '../../../electron/platform/machine/system-information.ts';
import { buildProgram } from '../../doubles/build-program.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'greenroom-information-'));
const program = await buildProgram(path.resolve('electron/platform/machine/systeminformation-main.ts'), folder);
afterAll(() => rmSync(folder, { recursive: true }));

/** Words of a shell, and of its own. */
const OF_SHELL = new Set(['export', 'unset', 'echo', 'printf', 'true', 'chcp', 'exit']);

/** The programs of a shell's line, by their names. */
const programsIn = (line: string): readonly string[] =>
  line
    .replace(/"(?:[^"\\\\]|\\\\.)*"/g, '""')
    .split(/[;|&\n]+/)
    .map((part) => part.trim().split(/\s+/)[0] ?? '')
    .filter((word) => /^[\w.-]+$/.test(word) && !OF_SHELL.has(word) && !/^\d/.test(word))
    .map((word) => word.toLowerCase().replace(/\.exe$/, ''));

/** `| Linux | cat, lsblk |` */
const documented = (system: string): readonly string[] => {
  const text = readFileSync('docs/decisions.md', 'utf8');
  const row = new RegExp(`^\\| ${system} \\| (.+) \\|$`, 'm').exec(text)?.[1] ?? '';
  return [...row.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name).toSorted();
};

test.each([
  ['linux', 'Linux'],
  ['darwin', 'macOS'],
  ['win32', 'Windows'],
])('on %s it starts the programs that the documents name, and no other', (platform, name) => {
  const { stderr, stdout, status } = spawnSync(
    process.execPath,
    ['--import', path.resolve('test/doubles/watch-programs.mjs'), program],
    { encoding: 'utf8', env: { ...process.env, AS_SYSTEM: platform, SystemRoot: 'C:\\Windows' } },
  );
  expect(status, stderr).toBe(0);
  const started = stderr
    .split('\n')
    .filter((line) => line.startsWith('['))
    .flatMap((line) => programsIn((JSON.parse(line) as readonly string[])[0] ?? ''));
  expect([...new Set(started)].toSorted()).toEqual(documented(name));
  // Nothing that is asked the network, and nothing but what is wanted is answered.
  expect(parseSystemInformation(stdout)).not.toBeNull();
  expect(stdout).not.toMatch(/serial|uuid|mac"/i);
});

describe('the process it is asked in', () => {
  const host = localHost();
  const ask = async (program: string, limits: { timeoutMs?: number }, signal = new AbortController().signal) => {
    askSystemInformationThrough({ program: process.execPath, args: ['-e', program] });
    try {
      return await readSystemInformation(host, limits, signal);
    } catch (error) {
      return (error as FactUnavailable).why;
    } finally {
      askSystemInformationThrough(null);
    }
  };

  test('one that never answers is ended at its limit, or when nobody waits any more', async () => {
    const forever = 'setInterval(() => {}, 1000)';
    expect(await ask(forever, { timeoutMs: 50 })).toBe('timed-out');
    expect(await ask(forever, {}, AbortSignal.abort())).toBe('cancelled');
  });

  test.each(['', 'nothing', '[]', '{"system":3', 'null'])('an answer that is none is not read: %s', async (text) => {
    expect(await ask(`process.stdout.write(${JSON.stringify(text)})`, {})).toBe('unreadable');
  });

  test('a field that does not fit says nothing, and harms no other', async () => {
    const answer = {
      system: { manufacturer: 7, model: 'Latitude ', virtual: 'yes' },
      cpu: { physicalCores: -1, brand: 'x'.repeat(500) },
      mem: null,
      diskLayout: [{ name: 'A', smartStatus: 'Ok' }, 'no drive'],
      uuid: 'secret',
    };
    const read = await ask(`process.stdout.write(${JSON.stringify(JSON.stringify(answer))})`, {});
    expect(read).toMatchObject({
      system: { manufacturer: '', model: 'Latitude', virtual: false, virtualHost: '' },
      cpu: { physicalCores: 0, brand: 'x'.repeat(100) },
      mem: null,
      chassis: null,
    });
    expect(JSON.stringify(read)).not.toContain('secret');
  });
});
