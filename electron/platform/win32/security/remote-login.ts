/** Owns whether other computers may log in to this Windows, and whether one has. */

import * as v from 'valibot';
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { RemoteLogin } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import type { Machine } from '../../machine/machine.ts';
import { reader } from '../../reader.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';
import { programName, runningPrograms } from '../running.ts';
import { section, text } from '../section.ts';

const words = messages('windows-remote', {
  untold: 'Windows didn’t say whether Remote Desktop is allowed.',
  session: 'Windows doesn’t say whether this session is used from another computer.',
});

const schema = v.object({ denied: text, policy: text, sessions: v.array(text) });
type Remote = v.InferOutput<typeof schema>;

/** `fDenyTSConnections`; the organisation's rule comes before the computer's own setting. */
const allowsRemoteDesktop = ({ denied, policy }: Remote): boolean => {
  const value = policy || denied;
  if (value !== '0' && value !== '1') throw new FactUnavailable('unreadable', words.untold);
  return value === '0';
};

/** The server of OpenSSH. Its agent and the program that people start are others. */
export const isSshServer = (file: string): boolean => programName(file).toLowerCase() === 'sshd';

const isRemote = (name: string): boolean | undefined => {
  if (/^rdp-/i.test(name)) return true;
  return name.toLowerCase() === 'console' ? false : undefined;
};

/**
 * Greenroom may have been started at the desk and be used from afar now, or the other way round: its own variable keeps
 * the name of then. The registry has the name of now, one for each session. Where the two differ nobody can tell.
 */
const sessionIsRemote = (machine: Machine, { sessions }: Remote): boolean => {
  const names = [machine.variable('SESSIONNAME') ?? '', ...sessions].filter((name) => name !== '');
  const answers = new Set(names.map(isRemote));
  const [answer] = answers;
  if (answers.size !== 1 || answer === undefined) throw new FactUnavailable('unreadable', words.session);
  return answer;
};

export const remoteLogin = reader<RemoteLogin>(SCRIPT_TIMEOUT_MS, async (machine) => {
  const [remote, { programs }] = await Promise.all([section(machine, 'remote', schema), runningPrograms(machine)]);
  const services: RemoteLogin['services'] = [
    ...(allowsRemoteDesktop(remote) ? [{ name: 'Remote Desktop' as const }] : []),
    ...(programs.some(({ file }) => isSshServer(file)) ? [{ name: 'SSH' as const }] : []),
  ];
  return known(
    { services, sessionIsRemote: sessionIsRemote(machine, remote) },
    'fDenyTSConnections, Win32_Process, SESSIONNAME',
  );
});
