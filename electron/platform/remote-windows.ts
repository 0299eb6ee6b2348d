/** Owns whether a session of Windows is used from another computer. */
import type { Machine } from './machine/machine.ts';

/** Windows names the session of a person who works from elsewhere after the protocol, and a number. */
export const isRemoteWindows = (machine: Machine): boolean =>
  /^(?:rdp|ica|pcoip|blast)/i.test(machine.variable('SESSIONNAME') ?? '');
