import { expect, it } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import type { FactKey } from '../../../electron/core/facts/index.ts';
import { linuxReaders } from '../../../electron/platform/linux/index.ts';
import { bind } from '../../../electron/platform/machine/machine.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';
import { linuxMachines, recordingOf } from '../linux/recorded.ts';

/** What Greenroom allows itself: each start costs time and battery on the slowest machines. */
const MOST = 17;
/** The list of a drive's top, that of the folders on it, and its room: only a program can be left behind by a drive that hangs. */
const MOST_PER_DRIVE = 3;

it.each(linuxMachines)('a full check of %s starts few programs', async (name) => {
  const started = new Set<string>();
  const port = replayMachine(recordingOf(name), { strict: true });
  const machine = bind(port, new AbortController().signal, (command) => started.add(command));
  const readers = Object.values(linuxReaders) as readonly { read: (typeof linuxReaders)[FactKey]['read'] }[];
  await Promise.allSettled(readers.map((it) => it.read(machine, builtInCatalogue)));
  const looked = new Set(
    [...started].flatMap((command) => (command.startsWith('/usr/bin/stat --file-system ') ? [command] : [])),
  );
  const most = MOST + looked.size * MOST_PER_DRIVE;
  expect([...started].length, [...started].join('\n')).toBeLessThanOrEqual(most);
});
