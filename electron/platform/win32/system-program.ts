/** Owns where the programs of Windows are, and which drive it runs from. */

import { FactUnavailable } from '../../core/facts/fact.ts';
import { messages } from '../../core/messages/messages.ts';
import type { Machine } from '../machine/machine.ts';

/** What names the folders of Windows. */
type Variables = Pick<Machine, 'variable'>;

const words = messages('windows-drive', {
  untold: 'Windows didn’t say which drive it runs from.',
});

const windowsFolder = (machine: Variables): string => machine.variable('SystemRoot') ?? 'C:\\Windows';

/** A system program, never one found by a search path. */
export const systemProgram = (machine: Variables, name: string): string =>
  `${windowsFolder(machine)}\\System32\\${name}`;

/** The drive that Windows runs from: "C:". */
export const systemDrive = (machine: Machine): string => {
  const drive = machine.variable('SystemDrive') ?? windowsFolder(machine).slice(0, 2);
  if (!/^[a-z]:$/i.test(drive)) throw new FactUnavailable('unreadable', words.untold);
  return drive;
};
