/** Where PowerShell may not run, what stands in the registry is told by reg.exe: the same as PowerShell would have told. */

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { type Fact, FactUnavailable, unknown } from '../../../electron/core/facts/fact.ts';
import type { FactKey, Facts } from '../../../electron/core/facts/index.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import {
  bind,
  type CommandResult,
  type MachinePort,
  type Operation,
} from '../../../electron/platform/machine/machine.ts';
import type { Recording } from '../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';
import { win32Readers } from '../../../electron/platform/win32/index.ts';
import { inEnglish } from '../../in-english.ts';
import { factOf, printedIn, recordingOf } from './recorded.ts';
import { registryOf, registryTool } from './registry-tool.ts';

/** The recorded computer, without PowerShell, and with a reg.exe. */
const withoutPowershell = (recording: Recording, reg: (args: readonly string[]) => CommandResult): MachinePort => {
  const recorded = replayMachine(recording, { strict: true });
  return {
    host: recorded.host,
    read: (operation: Operation, limits, signal) => {
      if (operation.op !== 'run') return recorded.read(operation, limits, signal) as never;
      if (operation.program.endsWith('\\reg.exe')) return Promise.resolve(reg(operation.args)) as never;
      if (operation.program.endsWith('\\powershell.exe'))
        return Promise.reject(
          new FactUnavailable('unreadable', asMessage('powershell.exe could not be read (UNKNOWN).')),
        );
      return recorded.read(operation, limits, signal) as never;
    },
  };
};

const read = async <K extends FactKey>(port: MachinePort, key: K): Promise<Fact<Facts[K]>> => {
  try {
    const machine = bind(port, new AbortController().signal);
    return (await win32Readers[key].read(machine, builtInCatalogue)) as Fact<Facts[K]>;
  } catch (error) {
    if (error instanceof FactUnavailable) return unknown(error.why, asMessage(error.message));
    throw error;
  }
};

const told: readonly FactKey[] = ['operatingSystem', 'installedApps', 'mediaPermissions', 'autoUpdates', 'focusMode'];
const printing = readdirSync('test/machines')
  .filter((name) => name.startsWith('windows-') && !name.includes('blocked'))
  .map((name) => name.replace('.json', ''));

describe.each(printing)('%s', (name) => {
  const recording = recordingOf(name);
  const registry = registryOf(printedIn(recording));
  const port = withoutPowershell(recording, (args) => registryTool(registry, args));

  it.each(told)('%s is what PowerShell told, where it told it', async (key) => {
    const [without, whole] = [await read(port, key), await factOf(recording, key)];
    // Levels of Windows Update and pauses need more than the registry.
    if (whole.state === 'unknown' || (key === 'autoUpdates' && without.state === 'unknown')) return;
    // What of a list could not be read differs.
    const value = (fact: Fact<unknown>) => (fact.state === 'known' ? { ...(fact.value as object), gaps: [] } : fact);
    expect(value(without)).toEqual(value(whole));
  });

  it('says the same of the firewall, or that the list of others is not shown', async () => {
    const [without, whole] = [await read(port, 'firewall'), await factOf(recording, 'firewall')];
    if (without.state === 'known') expect(without).toEqual(whole);
    else
      expect(
        whole.state === 'unknown' ||
          (whole.state === 'known' && whole.value.on === false) ||
          without.cause === 'no-powershell',
      ).toBe(true);
  });

  it('takes no backup for absent that is shown to administrators only', async () => {
    const tools = await read(port, 'backupTools');
    const { tools: found = [], gaps = [] } = tools.state === 'known' ? tools.value : {};
    const isSeen = found.some(({ id }) => id === 'windows-backup');
    expect(
      gaps.some((gap) => english(gap).includes('only administrators')),
      JSON.stringify(tools),
    ).toBe(!isSeen);
  });
});

const pro = recordingOf('windows-11-25h2-pro');
const registry = registryOf(printedIn(pro));

it('a reg.exe that is forbidden tells nothing, and nothing is taken to be absent', async () => {
  const forbidden = { code: 1, stdout: '', stderr: 'ERROR: Registry editing has been disabled by your administrator.' };
  const port = withoutPowershell(pro, () => forbidden);
  for (const key of [...told, 'firewall', 'backupTools', 'screenLock', 'restartPending'] as const)
    expect(await read(port, key), key).toMatchObject(
      key === 'backupTools' ? { state: 'known' } : { state: 'unknown', cause: 'no-powershell' },
    );
});

it('a restart is not excluded where only its absence in the registry is seen', async () => {
  const port = withoutPowershell(pro, (args) => registryTool(registry, args));
  expect(await read(port, 'restartPending')).toMatchObject({ state: 'unknown' });
  const waiting = new Map(registry).set(
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired',
    [],
  );
  const seen = withoutPowershell(pro, (args) => registryTool(waiting, args));
  expect(await read(seen, 'restartPending')).toMatchObject({ state: 'known', value: { pending: true } });
});

it('programs whose letters were lost are a part that could not be read', async () => {
  const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Tencent';
  const lost = new Map(registry).set(key, [{ name: 'DisplayName', kind: 'REG_SZ', data: '\ufffd\ufffd????' }]);
  const port = withoutPowershell(pro, (args) => registryTool(lost, args));
  const apps = await read(port, 'installedApps');
  expect(apps.state === 'known' && inEnglish(apps.value.gaps)).toContain(
    'Part of the list of installed programs couldn’t be read.',
  );
});
