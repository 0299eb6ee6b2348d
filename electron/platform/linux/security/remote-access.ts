/** Owns who may reach or steer a Linux computer from afar: listening services, the session's own origin, running programs. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { RemoteControl, RemoteLogin } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import type { Machine } from '../../machine/machine.ts';
import { attempt } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { runningPrograms } from '../running.ts';
import { sessionIsRemote } from '../session.ts';
import { readUnits } from '../units.ts';

const words = messages('linux-remote', {
  form: 'The kernel lists open connections in a form Greenroom doesn’t know.',
  notListed: 'The kernel doesn’t list open connections.',
  port: 'Only an administrator can see on which port SSH listens.',
  own: 'This system shows this account only its own programs.',
});

type Service = RemoteLogin['services'][number];

/** `sl local_address rem_address st …`: hexadecimal address and port, 0A for listening. */
const ROW = /^\s*\d+: ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) [0-9A-F:]+ ([0-9A-F]{2}) /;

/** 127.0.0.0/8 and ::1, each written in the byte order of the processor, and the former inside the latter's form. */
const isLoopback = (address: string): boolean =>
  /^(?:0{16}F{4}0{4})?[0-9A-F]{6}7F$/.test(address) || address === `${'0'.repeat(24)}01000000`;

/** The ports on which other computers can reach this one, of proc(5) net/tcp and net/tcp6. */
export const parseListening = (text: string): readonly number[] => {
  const [head = '', ...rows] = text.split('\n').filter((line) => line.trim() !== '');
  const parsed = rows.map((row) => ROW.exec(row));
  if (!head.includes('local_address') || parsed.includes(null)) {
    throw new FactUnavailable('unreadable', words.form);
  }
  return parsed.flatMap((row) =>
    row?.[3] === '0A' && !isLoopback(row[1] ?? '') ? [Number.parseInt(row[2] ?? '', 16)] : [],
  );
};

const serviceAt = (port: number, ssh: readonly number[]): Service['name'] | undefined => {
  if (ssh.includes(port)) return 'SSH';
  if (port === 3389 || port === 3390) return 'Remote Desktop';
  return port >= 5900 && port <= 5910 ? 'VNC' : undefined;
};

interface SshPorts {
  readonly ports: readonly number[];
  /** The settings are kept from ordinary accounts, so that there may be another port. */
  readonly hidden: boolean;
}

const sshPorts = async (machine: Machine): Promise<SshPorts> => {
  const text = await attempt(machine.readText('/etc/ssh/sshd_config', { maxBytes: 1_048_576 }));
  const hidden = text instanceof FactUnavailable;
  const found = [...(hidden ? '' : (text ?? '')).matchAll(/^[ \t]*Port[ \t]+(\d{1,5})\b/gim)].map((match) =>
    Number(match[1]),
  );
  return { ports: [22, ...found], hidden };
};

/** Whether SSH runs at all, by its names on Debian and on the others. */
const sshRuns = async (machine: Machine): Promise<boolean> => {
  const unit = await readUnits(machine);
  return (['ssh.service', 'ssh.socket', 'sshd.service', 'sshd.socket'] as const).some((name) => unit(name).active);
};

export const remoteLogin = reader<RemoteLogin>(5_000, async (machine) => {
  const [tcp, tcp6, ssh, remote] = await Promise.all([
    machine.readText('/proc/net/tcp', { maxBytes: 16_777_216 }),
    machine.readText('/proc/net/tcp6', { maxBytes: 16_777_216 }),
    sshPorts(machine),
    sessionIsRemote(machine),
  ]);
  if (tcp === undefined) throw new FactUnavailable('unreadable', words.notListed);
  // Without IPv6 there is no second list.
  const ports = [...parseListening(tcp), ...(tcp6 === undefined ? [] : parseListening(tcp6))];
  const services = [...new Set(ports)]
    .sort((a, b) => a - b)
    .flatMap((port): readonly Service[] => {
      const name = serviceAt(port, ssh.ports);
      return name === undefined ? [] : [{ name, port }];
    });
  if (ssh.hidden && services.every(({ name }) => name !== 'SSH') && (await sshRuns(machine))) {
    throw new FactUnavailable('denied', words.port);
  }
  return known({ services, sessionIsRemote: remote }, '/proc/net/tcp, /proc/net/tcp6');
});

/** Starts of process names, which the kernel cuts at 15 characters, and what people know the programs by. */
const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/^teamviewer/i, 'TeamViewer'],
  [/^anydesk/i, 'AnyDesk'],
  [/^rustdesk/i, 'RustDesk'],
  [/^(?:x11vnc|x0vncserver|vncserver|wayvnc|tvnserver|xvnc|xtigervnc|vino-server)/i, 'VNC server'],
  [/^krfb$/i, 'Krfb'],
  [/^gnome-remote-de/i, 'GNOME Remote Desktop'],
  [/^chrome-remote-d|^remoting_(?:host|me2me)/i, 'Chrome Remote Desktop'],
  [/^parsecd/i, 'Parsec'],
  [/^splashtop|^srstreamer/i, 'Splashtop'],
  [/^dwagent|^dwagsvc/i, 'DWService'],
  [/^screenconnect|^connectwisec/i, 'ScreenConnect'],
  [/^nxserver|^nxnode|^nxd$/i, 'NoMachine'],
];

/** The name people know for a program for remote control; undefined for every other program. */
export const remoteControlName = (process: string): string | undefined =>
  PROGRAMS.find(([pattern]) => pattern.test(process))?.[1];

export const remoteControl = reader<RemoteControl>(5_000, async (machine) => {
  const { running, complete } = await runningPrograms(machine);
  const names = new Set(running.flatMap(({ name }) => remoteControlName(name) ?? []));
  if (names.size === 0 && !complete) {
    throw new FactUnavailable('denied', words.own);
  }
  return known({ programs: [...names].sort() }, '/proc');
});
