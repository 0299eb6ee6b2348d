/** Owns which doors for other computers stand open on a Mac, and whether somebody has come in through the screen. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { RemoteLogin } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { runningPrograms } from '../processes.ts';

const words = messages('macos-remote-login', {
  notListed: 'macOS didn’t list which connections it accepts.',
  virtual: 'Port 22 is open, and macOS doesn’t say whether for this Mac or for a virtual machine.',
});

export const NETSTAT = '/usr/sbin/netstat';

const doors = [
  { port: 22, name: 'SSH' },
  { port: 5900, name: 'Screen Sharing' },
] as const;

/**
 * `tcp4  0  0  192.168.1.5.5900  192.168.1.9.50123  ESTABLISHED`: the port stands behind the last dot. Long addresses are
 * cut off there, port and all; only "*" and those of IP version 4 are sure to be whole.
 */
const rowPattern =
  /^(tcp\S{0,4}) +\d+ +\d+ +(\*|\d{1,3}(?:\.\d{1,3}){3})\.(\d{1,5}) +(\S{1,64}) +(LISTEN|ESTABLISHED)\b.*$/;

interface Row {
  readonly protocol: string;
  readonly address: string;
  readonly port: number;
  readonly peer: string;
  readonly state: string;
}

/** Sockets at one of the doors; those that only this Mac itself can reach are none. */
const rowsAtDoors = (stdout: string): readonly Row[] =>
  stdout
    .split('\n')
    .map((line) => rowPattern.exec(line))
    .flatMap((match) => {
      if (match === null) return [];
      const [, protocol = '', address = '', port = '', peer = '', state = ''] = match;
      return [{ protocol, address, port: Number(port), peer, state }];
    })
    .filter(({ address, port }) => !address.startsWith('127.') && doors.some((door) => door.port === port));

/** Programs that run virtual machines, and may hold a door of the Mac open for one of them. */
const VIRTUAL_MACHINES = /\/(?:VBoxHeadless|VirtualBoxVM|vmware-vmx|prl_vm_app|qemu-system-\w+)$/;

/** macOS listens for SSH over both versions of IP; over one alone it may be a virtual machine's door. */
const mayBeVirtualMachine = async (machine: Machine, rows: readonly Row[]): Promise<boolean> => {
  const listening = rows.filter(({ port, state }) => port === 22 && state === 'LISTEN');
  if (listening.length === 0 || !listening.every(({ protocol }) => protocol === 'tcp4')) return false;
  const running = await optional(runningPrograms(machine));
  return running?.some(({ path }) => runsVirtualMachines(path)) === true;
};

export const remoteLogin = reader<RemoteLogin>(5_000, async (machine) => {
  const { code, stdout } = await runRequired(machine, NETSTAT, ['-an', '-p', 'tcp'], { timeoutMs: 5_000 });
  // Every Mac has some sockets: a list without any is no list.
  if (code !== 0 || !/^tcp/m.test(stdout)) throw new FactUnavailable('unreadable', words.notListed);
  const rows = rowsAtDoors(stdout);
  if (await mayBeVirtualMachine(machine, rows)) throw new FactUnavailable('unsupported', words.virtual);
  const services = doors.filter(({ port }) => rows.some((row) => row.state === 'LISTEN' && row.port === port));
  const sessionIsRemote = rows.some((row) => row.state === 'ESTABLISHED' && row.port === 5900);
  return known({ services, sessionIsRemote }, 'netstat -an -p tcp');
});

/** Whether a program is one that `remoteLogin` looks for. */
export const runsVirtualMachines = (path: string): boolean => VIRTUAL_MACHINES.test(path);

/** The rows that `remoteLogin` reads, without the addresses in them. */
export const allowedNetstat = (stdout: string): string => {
  const rows = rowsAtDoors(stdout).map(({ protocol, address, port, state }) => {
    const [own, peer] =
      state === 'LISTEN' ? [address === '*' ? '*' : '192.0.2.1', '*.*'] : ['192.0.2.1', '192.0.2.2.1'];
    return `${protocol} 0 0 ${own}.${port} ${peer} ${state}`;
  });
  return /^tcp/m.test(stdout) ? ['tcp4 0 0 127.0.0.1.631 *.* LISTEN', ...rows, ''].join('\n') : '';
};
