/** PowerShell as a real process: a program that prints what a recorded computer printed, and hangs or ends where it is told to. */
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import type { FactKey } from '../../../electron/core/facts/index.ts';
import { gather } from '../../../electron/engine/run/gather.ts';
import { localMachine } from '../../../electron/platform/machine/local.ts';
import { win32Readers } from '../../../electron/platform/win32/index.ts';
import { factScripts } from '../../../electron/platform/win32/script.ts';
import { printedOn } from './recorded.ts';

interface Started {
  readonly pid: number;
  readonly given: string;
}

/** A computer whose PowerShell prints the sections that it is given, up to those where it does something else. */
const computer = (at: Readonly<Record<string, 'hangs' | 'ends'>>) => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'greenroom-win32-'));
  const program = path.join(root, 'windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
  const log = path.join(root, 'log');
  writeFileSync(path.join(root, 'printed'), printedOn('windows-11-25h2-pro'));
  writeFileSync(log, '');
  writeFileSync(
    program,
    `#!${process.execPath}
const fs = require('node:fs');
const given = process.argv.at(-1);
fs.appendFileSync(${JSON.stringify(log)}, JSON.stringify({ pid: process.pid, given }) + '\\n');
const lines = fs.readFileSync(${JSON.stringify(path.join(root, 'printed'))}, 'utf8').split('\\r\\n');
const at = ${JSON.stringify(at)};
let all = given.includes('"section":"start"') ? '{"value":null,"section":"start"}\\r\\n' : '';
let hung = false;
for (const [, name] of given.matchAll(/^Write-Section '(\\w+)'/gm)) {
  if (at[name] === 'hangs') { fs.writeSync(1, all + '{"value":{"resu'); setInterval(() => {}, 1000); hung = true; break; }
  if (at[name] === 'ends') { fs.writeSync(1, all); process.exit(3); }
  all += (lines.find((line) => line.endsWith(',"section":"' + name + '"}')) ?? '{"error":{"id":"x","code":"0x80004005"},"section":"' + name + '"}') + '\\r\\n';
}
if (!hung) fs.writeSync(1, all);
`,
  );
  chmodSync(program, 0o755);
  const port = localMachine({
    root,
    host: { variables: { SystemRoot: '/windows', LOCALAPPDATA: '/local' }, kernel: '10.0.26200', home: '/home' },
  });
  return {
    /** The states of these and of one that nothing waits for: the check is stopped as soon as all others are in. */
    states: async (keys: readonly FactKey[], lost: readonly FactKey[]) => {
      const stop = new AbortController();
      const facts = await gather({
        ...{ port, readers: win32Readers, catalogue: builtInCatalogue, keys: [...lost, ...keys], deadlineMs: 200_000 },
        signal: stop.signal,
        clock: () => new Date(),
        onSettled: (settled) => keys.every((key) => settled[key] !== undefined) && stop.abort(),
      });
      return Object.fromEntries(Object.entries(facts).map(([key, settled]) => [key, settled?.fact.state]));
    },
    started: (): readonly Started[] =>
      readFileSync(log, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Started),
  };
};

const isRunning = ({ pid }: Started): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const quick: readonly FactKey[] = ['operatingSystem', 'firewall', 'mediaPermissions', 'cameraUse', 'load', 'power'];
const allKnown = (keys: readonly FactKey[]) => Object.fromEntries(keys.map((key) => [key, 'known']));

it('what is printed counts at once, two processes serve all, and one that hangs is ended', async () => {
  const { states, started } = computer({ updates: 'hangs' });
  const keys: readonly FactKey[] = [...quick, 'autoUpdates', 'updatesLookedAt'];
  expect(await states(keys, ['pendingUpdates'])).toEqual({ ...allKnown(keys), pendingUpdates: 'unknown' });
  expect(
    started()
      .map(({ given }) => given)
      .sort(),
  ).toEqual(factScripts.map(({ text }) => text).sort());
  await expect.poll(() => started().filter(isRunning)).toEqual([]);
});

describe.each(['hangs', 'ends'] as const)('a section at which PowerShell %s', (what) => {
  it.each<[string, FactKey, readonly FactKey[]]>([
    ['desktop', 'screenLock', ['operatingSystem', 'firewall', 'power', 'load']],
    ['encryption', 'diskEncryption', ['operatingSystem', 'power', 'load', 'antivirus', 'cameraUse', 'externalDrives']],
    ['scanners', 'antivirus', ['operatingSystem', 'power', 'load', 'cameraUse', 'externalDrives']],
    ['updateDates', 'updatesLookedAt', ['autoUpdates', 'updatesInstalledAt', 'pendingUpdates', 'power']],
  ])('costs itself alone: %s', async (section, lost, others) => {
    const { states, started } = computer({ [section]: what });
    expect(await states(others, [lost])).toEqual({ ...allKnown(others), [lost]: 'unknown' });
    await expect.poll(() => started().filter(isRunning)).toEqual([]);
    // One more PowerShell for what stood behind it.
    const whole = factScripts.map(({ text }) => text);
    expect(started().filter(({ given }) => !whole.includes(given))).toHaveLength(1);
  });
});

it('a first section that hangs costs itself alone', async () => {
  const { states } = computer({ system: 'hangs' });
  const others: readonly FactKey[] = ['firewall', 'load'];
  expect(await states(others, ['operatingSystem'])).toEqual({ ...allKnown(others), operatingSystem: 'unknown' });
});

it('two sections that hang cost these two', async () => {
  const { states } = computer({ drives: 'hangs', scanners: 'hangs' });
  const others: readonly FactKey[] = ['operatingSystem', 'remoteControl', 'power', 'load', 'pendingUpdates'];
  expect(await states(others, ['externalDrives', 'antivirus'])).toEqual({
    ...allKnown(others),
    externalDrives: 'unknown',
    antivirus: 'unknown',
  });
});
