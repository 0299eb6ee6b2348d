/** The scripts that Windows is asked with: what is handed to PowerShell, and that its parts fit what reads them. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { bind, type Limits, type MachinePort, type Operation } from '../../../electron/platform/machine/machine.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';
import { win32Readers } from '../../../electron/platform/win32/index.ts';
import {
  factScripts,
  MAX_COMMAND_LINE,
  powershellArguments,
  scriptBehind,
} from '../../../electron/platform/win32/script.ts';
import { POWERSHELL, programsOf, recordingOf, withSection } from './recorded.ts';

const source = (name: string): string =>
  readFileSync(new URL(`../../../electron/platform/win32/${name}`, import.meta.url), 'utf8');
const reviewed = factScripts.map(({ name }) => `${source('prelude.ps1')}\n${source(name)}`);
const texts = factScripts.map(({ text }) => text);

/** An argument as libuv quotes it for Windows: backslashes are doubled only where they stand before a quotation mark. */
const quoted = (argument: string): string => `"${argument.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`;

/** The arguments that a program of Windows takes from a command line whose parts are all quoted. */
const taken = (line: string): readonly string[] =>
  [...line.matchAll(/"((?:[^"\\]|\\+[^"\\]|(?:\\\\)*\\")*(?:\\\\)*)"(?: |$)/g)].map(([, inner = '']) =>
    inner.replace(/(\\+)(?="|$)/g, (run) => run.slice(0, Math.floor(run.length / 2))),
  );

it.each(texts)('fits twice into the longest command line that Windows takes, and comes out of it as it was', (text) => {
  const all = [POWERSHELL, ...powershellArguments(text)];
  const line = all.map(quoted).join(' ');
  expect(line.length).toBeLessThan(MAX_COMMAND_LINE / 2);
  expect(taken(line)).toEqual(all);
});

it('asks last what may hang: WMI after the registry, and the search for updates after all else of Windows Update', () => {
  const [facts = [], updates = []] = factScripts.map(({ sections }) => sections);
  expect(updates).toEqual(['updateSettings', 'updateDates', 'updateHistory', 'updates']);
  expect(facts.slice(-7)).toEqual(['programs', 'drives', 'scanners', 'cameras', 'battery', 'connection', 'activity']);
  expect([...facts, ...updates]).toHaveLength(24);
});

it('what is left of a script behind a section has what all sections use, and those behind it as they were', () => {
  for (const script of factScripts)
    for (const [index, section] of script.sections.entries()) {
      const { text, sections } = scriptBehind(script, section);
      expect(sections).toEqual(script.sections.slice(index + 1));
      const [functions = ''] = script.text.split(/^Write-Section '/m, 1);
      const at = script.text.indexOf(`Write-Section '${sections[0]}'`);
      expect(text).toBe(`${functions}${at < 0 ? '' : script.text.slice(at)}`);
    }
});

it('is handed over as it was reviewed, less comments and indentation', () => {
  for (const [index, script] of reviewed.entries()) {
    const lines = script.split(/\r?\n/).map((line) => line.trim());
    expect(texts[index]?.split('\n')).toEqual(lines.filter((line) => line !== '' && !line.startsWith('#')));
    // Here-strings and block comments are the texts that this would change.
    expect(script).not.toMatch(/@['"]|<#|`$/m);
    expect(script).toMatch(/^[\n\r -~]*$/);
  }
});

it('changes nothing, loads nothing and asks no network', () => {
  const text = texts.join('\n');
  const commands = text.match(/\b[A-Z][a-z]+-[A-Z][A-Za-z]+\b/g) ?? [];
  const allowed = [
    'ConvertTo-Json',
    'ForEach-Object',
    'Get-ChildItem',
    'Get-CimAssociatedInstance',
    'Get-CimInstance',
    'Get-Date',
    'Get-ItemProperty',
    'Get-Names',
    'Get-Programs',
    'Get-SeenValues',
    'Get-Value',
    'Get-Values',
    'Get-WinEvent',
    'New-Object',
    'Open-Key',
    'Test-Path',
    'Where-Object',
    'Write-Section',
  ];
  expect([...new Set(commands)].filter((command) => !allowed.includes(command))).toEqual([]);
  expect(text).toContain('$searcher.Online = $false');
  expect(text.match(/New-Object -ComObject [\w.]+/g)).toEqual([
    'New-Object -ComObject Shell.Application',
    'New-Object -ComObject Microsoft.Update.SystemInfo',
    'New-Object -ComObject Microsoft.Update.AutoUpdate',
    'New-Object -ComObject Microsoft.Update.AutoUpdate',
    'New-Object -ComObject Microsoft.Update.Session',
    'New-Object -ComObject Microsoft.Update.Session',
  ]);
});

it('reads every registry value in which the catalogue knows a version', () => {
  const printed = recordingOf('windows-11-25h2-pro')
    .reads.flatMap((it) => ('stdout' in it ? [it.stdout] : []))
    .join('');
  for (const { traces } of builtInCatalogue.products) {
    for (const { key, value } of traces.win32?.registry ?? []) {
      expect(printed).toContain(`{"key":${JSON.stringify(key)},"name":"${value}"`);
      expect(source('facts.ps1')).toContain(key.slice(key.lastIndexOf('\\') + 1));
    }
  }
});

it('each is started once for a full check, which starts no more than four programs and systeminformation’s own process', async () => {
  const names = readdirSync('test/machines').filter((name) => name.startsWith('windows-'));
  const refused = withSection('windows-10-22h2', 'system', { version: {} });
  for (const recording of [...names.map((name) => recordingOf(name.replace('.json', ''))), refused]) {
    const started = await programsOf(recording);
    expect(started.filter((command) => command.startsWith(POWERSHELL))).toEqual(
      factScripts.map(({ name }) => `${POWERSHELL} -NoProfile -NonInteractive -Command ${name}`),
    );
    const others = started.filter((command) => command !== 'systeminformation' && !command.startsWith(POWERSHELL));
    // Where PowerShell may not run, reg.exe is asked for each place, one after the other.
    expect(new Set(others.map((command) => command.split(' ', 1)[0])).size).toBeLessThanOrEqual(2);
    expect(started).toContain('systeminformation');
  }
});

it('is given to the program in place of its name, and each reader waits for its own section', async () => {
  const recorded = replayMachine(recordingOf('windows-11-25h2-pro'), { strict: true });
  const asked: Limits[] = [];
  const port: MachinePort = {
    host: recorded.host,
    read: (operation: Operation, limits, signal) => {
      if (operation.op === 'run') asked.push(limits);
      return recorded.read(operation, limits, signal) as never;
    },
  };
  await win32Readers.operatingSystem.read(bind(port, new AbortController().signal), builtInCatalogue);
  expect(asked).toEqual([
    expect.objectContaining({ scripts: { 'facts.ps1': texts[0] }, until: ',"section":"system"}' }),
  ]);
});
