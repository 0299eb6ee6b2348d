/** Owns where the person sits: the systems ask, or say no, to things that are free at the computer's active desktop. */
import type { Seat } from '../core/fixes/gate.ts';
import { sessionIsBehind, sessionMayBeRemote } from './linux/session.ts';
import type { Machine } from './machine/machine.ts';
import { optional } from './optional.ts';
import { isRemoteWindows } from './remote-windows.ts';

/** The screen of a Mac belongs to the account that is in front. */
const isBehindOnMac = async (machine: Machine): Promise<boolean> => {
  const [console, home] = await Promise.all(
    ['/dev/console', machine.host.home].map((path) => optional(machine.stat(path))),
  );
  return console?.uid !== undefined && home?.uid !== undefined && console.uid !== home.uid;
};

/** `here` where nothing says otherwise: not every system tells. */
export const seatOf = async (machine: Machine): Promise<Seat> => {
  switch (machine.host.platform) {
    case 'linux':
      if (await sessionMayBeRemote(machine)) return 'remote';
      return (await sessionIsBehind(machine)) ? 'behind' : 'here';
    case 'darwin':
      return (await isBehindOnMac(machine)) ? 'behind' : 'here';
    case 'win32':
      return isRemoteWindows(machine) ? 'remote' : 'here';
  }
};
