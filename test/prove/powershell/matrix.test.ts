/** Runs the scripts in PowerShell itself, once for each way in which a part of Windows may fail, and gives the readers what they print. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { type Fact, FactUnavailable, unknown } from '../../../electron/core/facts/fact.ts';
import type { FactKey } from '../../../electron/core/facts/index.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import { bind } from '../../../electron/platform/machine/machine.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';
import { win32Readers } from '../../../electron/platform/win32/index.ts';
import { factScripts, policyScriptText } from '../../../electron/platform/win32/script.ts';
import { powershell, recordingOf, withReadings } from '../../platform/win32/recorded.ts';
import { proof, withoutTools } from '../proof.ts';
import { type PowerShell, preparePowershell, withoutPowershell } from './pwsh.ts';

interface Row {
  readonly name: string;
  readonly leaked: readonly string[];
  readonly error: string;
  readonly open: number;
  readonly wrapped: readonly string[];
  readonly stdout: string;
}
type Facts = Readonly<Record<string, Fact<unknown>>>;

/** Each script first says that PowerShell is up. */
const printed = factScripts.flatMap(({ sections }) => ['start', ...sections]);

/** What every reader makes of it. A reader that breaks is no `FactUnavailable`, and fails the test. */
const factsIn = async (stdout: string): Promise<Facts> => {
  const port = replayMachine(withReadings(recordingOf('windows-11-25h2-pro'), powershell(stdout)), { strict: false });
  const machine = bind(port, new AbortController().signal);
  const facts: Record<string, Fact<unknown>> = {};
  for (const key of Object.keys(win32Readers) as FactKey[]) {
    try {
      facts[key] = await win32Readers[key].read(machine, builtInCatalogue);
    } catch (error) {
      if (!(error instanceof FactUnavailable)) throw error;
      facts[key] = unknown(error.why, asMessage(error.message));
    }
  }
  return facts;
};

/** What stands for a reading that was not made, in facts that have several sources. */
const admits = (value: unknown): boolean =>
  /"gaps":\[[^\]]|"gap":|"(?:encrypted|attached|camera|proxy)":null|"complete":false/.test(JSON.stringify(value));

proof('the scripts in PowerShell itself', [withoutTools('libicu-dev'), withoutPowershell()], () => {
  let shell: PowerShell;
  let texts: readonly string[];
  let rows: readonly Row[];

  beforeAll(() => {
    shell = preparePowershell();
    texts = [...factScripts, { name: 'policy.ps1', text: policyScriptText }].map(({ name, text }) => {
      const file = path.join(shell.folder, name);
      writeFileSync(file, text);
      return file;
    });
    const out = path.join(shell.folder, 'rows.jsonl');
    const doubles = path.join(shell.folder, 'Doubles.dll');
    shell.run('matrix.ps1', '-Doubles', doubles, '-Text', texts.slice(0, 2).join(','), '-Out', out);
    rows = readFileSync(out, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Row);
  });
  afterAll(() => rmSync(shell.folder, { recursive: true, force: true }));

  test('are written as Windows PowerShell 5.1 can read them', () => {
    expect(shell.run('syntax.ps1', '-Text', texts.join(',')).trim().split(/\r?\n/)).toEqual(texts.map(() => '0 0'));
  });

  test('print one line of ASCII JSON a section, in order, whatever fails', () => {
    expect(rows.length).toBeGreaterThan(200);
    for (const { name, leaked, error, open, wrapped, stdout } of rows) {
      const lines = stdout.split(/\r?\n/).filter((line) => line !== '');
      expect(stdout, name).toMatch(/^[\r\n -~]*$/);
      expect(
        lines.map((line) => (JSON.parse(line) as { section: string }).section),
        name,
      ).toEqual(printed);
      expect({ leaked, error, open, wrapped }, name).toEqual({ leaked: [], error: '', open: 0, wrapped: [] });
    }
  });

  test('a computer in order is read in full', async () => {
    const facts = await factsIn(rows[0]?.stdout ?? '');
    const open = Object.entries(facts).filter(([, fact]) => fact.state === 'unknown' && fact.cause !== 'not-revealed');
    expect(open).toEqual([]);
  });

  test('what fails is told in words that say something, and nothing is made of it that was not said', async () => {
    const ordinary = await factsIn(rows[0]?.stdout ?? '');
    const changed: string[] = [];
    for (const { name, stdout } of rows) {
      for (const [key, fact] of Object.entries(await factsIn(stdout))) {
        if (fact.state === 'unknown')
          expect(english(fact.reason), `${name}: ${key}`).not.toMatch(/0x80131|undefined|null|\[object/);
        // What is known is what it was, or it says that part of it could not be read.
        else if (JSON.stringify(fact) !== JSON.stringify(ordinary[key]) && !admits(fact.value))
          changed.push(`${name}: ${key}`);
      }
    }
    // The older classes tell of another drive; where apps come from is told of those that are listed.
    const others = changed.filter((it) => !/^(?:MSFT_|older drives).*: externalDrives$|: appOrigins$/.test(it));
    // Computers in order that are set up otherwise.
    expect(others).toEqual([
      'updates | no updates, history of one, empty members: pendingUpdates',
      'updateDates | empty COM date: updatesLookedAt',
      'registry | empty: backupTools',
      'registry | empty: restartPending',
      'registry | UX Settings closed: restartPending',
      'registry | policy of fDenyTSConnections as text: remoteLogin',
      ...['no such events', 'one', 'one without a time', 'nothing'].map((it) => `Get-WinEvent | ${it}: backupRuns`),
    ]);
  });
});
