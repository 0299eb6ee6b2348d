/** Owns whether a Linux session is used from another computer, by what logind keeps of it and by XRDP's own sign. */
import type { Machine } from '../machine/machine.ts';
import { optional } from '../optional.ts';

const MAX_BYTES = 65_536;
const ID = /^[A-Za-z0-9]{1,20}$/;

/** What logind keeps of a session; empty where it does not run or has no such session. */
const sessionText = async (machine: Machine, id: string | undefined): Promise<string> =>
  id === undefined || !ID.test(id)
    ? ''
    : ((await machine.readText(`/run/systemd/sessions/${id}`, { maxBytes: MAX_BYTES })) ?? '');

/** The session that logind calls the person's own; undefined where it names none. */
const displaySession = async (machine: Machine): Promise<string | undefined> => {
  const uid = (await machine.stat(machine.host.home))?.uid;
  if (uid === undefined) return undefined;
  const user = (await machine.readText(`/run/systemd/users/${uid}`, { maxBytes: MAX_BYTES })) ?? '';
  return /^DISPLAY=(.{0,100})$/m.exec(user)?.[1];
};

const cameByNetwork = (session: string): boolean => /^REMOTE=1$/m.test(session) || /^SERVICE=xrdp/m.test(session);

/** A picture without a seat is drawn for a screen elsewhere: a VNC server's, or one of a remote desktop. */
const isWithoutSeat = (session: string): boolean =>
  /^TYPE=(?:x11|wayland|mir)$/m.test(session) && !/^SEAT=/m.test(session);

const isXrdp = (machine: Machine): boolean => machine.variable('XRDP_SESSION') !== undefined;

/** It is told that this person's session came over the network. False where logind does not run. */
export const sessionIsRemote = async (machine: Machine): Promise<boolean> =>
  isXrdp(machine) || cameByNetwork(await sessionText(machine, await displaySession(machine)));

/** The session in which Greenroom was started, or the person's own. */
const ownSession = async (machine: Machine): Promise<string> => {
  const id = machine.variable('XDG_SESSION_ID') ?? (await optional(displaySession(machine)));
  return (await optional(sessionText(machine, id))) ?? '';
};

/** Another account, or another session of this one, is at the screen: logind calls this one inactive. */
export const sessionIsBehind = async (machine: Machine): Promise<boolean> =>
  /^ACTIVE=0$/m.test(await ownSession(machine));

/**
 * Another computer may be the one in front of the person. What Greenroom was started in counts most (a window over SSH
 * beside a session at the desk); a session without a seat proves nothing, and is reason enough to doubt an empty list.
 */
export const sessionMayBeRemote = async (machine: Machine): Promise<boolean> => {
  if (isXrdp(machine)) return true;
  const session = await ownSession(machine);
  return cameByNetwork(session) || isWithoutSeat(session);
};
