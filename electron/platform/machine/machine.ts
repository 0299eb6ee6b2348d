/** Owns the machine port: the few ways in which Greenroom may touch a computer, so that each can be recorded and replayed. */

import { FactUnavailable } from '../../core/facts/fact.ts';
import type { Platform } from '../../core/facts/index.ts';
import { messages } from '../../core/messages/messages.ts';
import { place } from '../../core/messages/value.ts';
import { reasons } from '../reasons.ts';
import type { SystemInformation } from './system-information.ts';

const words = messages('machine', {
  late: 'It didn’t answer in time.',
});

/** What is known of a machine before anything is read. Only the variables named in `hostVariables` are kept. */
export interface Host {
  readonly platform: Platform;
  /** Node's name of the processor architecture: "x64", "arm64". */
  readonly arch: string;
  /** Kernel release as the system states it: "6.1.0-40-amd64", "10.0.26100", "25.1.0". */
  readonly kernel: string;
  readonly home: string;
  readonly variables: Readonly<Record<string, string>>;
  /** A folder of Greenroom's own where a tool may keep its cache; absent when there is none. */
  readonly cacheFolder?: string;
  /** The environment names a proxy; where it is, is not kept. */
  readonly namesProxy?: true;
  /** Minutes that local time is ahead of UTC, for logs written in local time. */
  readonly utcOffsetMinutes: number;
}

/** Environment variables a reader may ask for; no other one is read, recorded or handed to a child process. */
export const hostVariables = [
  'XDG_CURRENT_DESKTOP',
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
  'XDG_CACHE_HOME',
  'XDG_STATE_HOME',
  'XDG_RUNTIME_DIR',
  'XDG_SESSION_ID',
  'XRDP_SESSION',
  'DBUS_SESSION_BUS_ADDRESS',
  'SESSIONNAME',
  'COMPUTERNAME',
  'SystemRoot',
  'SystemDrive',
  'ProgramFiles',
  'ProgramFiles(x86)',
  'ProgramData',
  'LOCALAPPDATA',
  'APPDATA',
] as const;
export type HostVariable = (typeof hostVariables)[number];

/** One reading. Its JSON text is its name in a recording, so two equal readings are one. */
export type Operation =
  | { readonly op: 'run'; readonly program: string; readonly args: readonly string[] }
  | { readonly op: 'readText'; readonly path: string }
  | { readonly op: 'readBytes'; readonly path: string }
  | { readonly op: 'readOwned'; readonly path: string }
  | { readonly op: 'readDir'; readonly path: string }
  | { readonly op: 'stat'; readonly path: string }
  | { readonly op: 'readLink'; readonly path: string }
  | { readonly op: 'freeSpace'; readonly path: string }
  | { readonly op: 'processes' }
  | { readonly op: 'systemInformation' };

export interface CommandResult {
  /** Null when it was ended by a signal. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface DirEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

export interface FileStat {
  readonly kind: DirEntry['kind'];
  readonly size: number;
  /** Last change of the content, epoch milliseconds. */
  readonly modifiedMs: number;
  /** Owner, 0 is root; 0 on Windows. */
  readonly uid: number;
  /** Permission bits, as in 0o644. */
  readonly mode: number;
}

/** A folder or file on the way to a file, as it was when the file stood open. */
export interface OwnedStep {
  readonly path: string;
  readonly kind: DirEntry['kind'];
  readonly uid: number;
  readonly mode: number;
}

/** A file with who may have written it: every folder from the root on, then the file itself as it was opened. */
export interface OwnedFile {
  /** Empty when the last step is no file. */
  readonly text: string;
  readonly steps: readonly OwnedStep[];
}

/** Room on the volume that holds a path, for an ordinary account. */
export interface FreeSpace {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** A running program, as Linux tells it to this account. */
export interface RunningProcess {
  /** Its short name, at most 15 characters. */
  readonly name: string;
  readonly pid: number;
  /** Share of all processors over the moment in which it was watched, 0 to 100. */
  readonly percent: number;
  /** The cameras below /dev that it holds open; null when this account may not look. */
  readonly devices: readonly string[] | null;
  /** Greenroom itself, or a part of it. */
  readonly own: boolean;
}

/** Everything that runs, watched for a short moment. Threads of the kernel are left out. */
export interface Processes {
  /** Share of all processors in use over that moment, 0 to 100. */
  readonly processorPercent: number;
  readonly running: readonly RunningProcess[];
}

export interface Results {
  run: CommandResult;
  readText: string;
  /** Base64. */
  readBytes: string;
  readOwned: OwnedFile;
  readDir: readonly DirEntry[];
  stat: FileStat;
  readLink: string;
  freeSpace: FreeSpace;
  processes: Processes;
  systemInformation: SystemInformation;
}
export type Result<O extends Operation = Operation> = Results[O['op']];

/** Limits of one reading; they are not part of its name. */
export interface Limits {
  /** A command is ended with all its children after this time. */
  readonly timeoutMs?: number;
  /** Most bytes of output or of a file; more is `too-large`. */
  readonly maxBytes?: number;
  /** A command that has printed this much is ended; it resolves with that, and null for its code. */
  readonly enoughBytes?: number;
  /** Most entries of a folder; the rest is left unread. */
  readonly maxEntries?: number;
  /** A command resolves as soon as its standard output holds this text, and runs on for others. */
  readonly until?: string;
  /** Arguments that only name a script of Greenroom's own, and what the program is given in their place. */
  readonly scripts?: Readonly<Record<string, string>>;
}

/**
 * A computer, real or recorded. `undefined` means that the program or file is not there: that is an answer. Everything
 * that keeps a reading from being made (no permission, time over, too large) is thrown as `FactUnavailable`.
 */
export interface MachinePort {
  readonly host: Host;
  read<O extends Operation>(
    operation: O,
    limits: Limits,
    signal: AbortSignal,
    onStdout?: (soFar: string) => void,
  ): Promise<Result<O> | undefined>;
}

/** What a reader holds: the port with names for its readings, bound to the signal that cancels it. */
export interface Machine {
  readonly host: Host;
  variable(name: HostVariable): string | undefined;
  /** Runs a program by its absolute path, without a shell. Any exit code is an answer. */
  run(program: string, args: readonly string[], limits?: Limits): Promise<CommandResult | undefined>;
  readText(path: string, limits?: Limits): Promise<string | undefined>;
  readBytes(path: string, limits?: Limits): Promise<Uint8Array | undefined>;
  /** Follows no link in the last place, and says what lies on the way: for files that must not be anybody's. */
  readOwned(path: string, limits?: Limits): Promise<OwnedFile | undefined>;
  readDir(path: string, limits?: Limits): Promise<readonly DirEntry[] | undefined>;
  stat(path: string): Promise<FileStat | undefined>;
  readLink(path: string): Promise<string | undefined>;
  freeSpace(path: string): Promise<FreeSpace | undefined>;
  /** Undefined where there is no /proc. */
  processes(): Promise<Processes | undefined>;
  /** What systeminformation says; it takes a process of its own, which starts others. */
  systemInformation(): Promise<SystemInformation | undefined>;
}

/** Why a signal was aborted, as a reader's own answer. */
export const abortReason = ({ reason }: AbortSignal): FactUnavailable => {
  if (reason instanceof FactUnavailable) return reason;
  return reason instanceof Error && reason.name === 'TimeoutError'
    ? new FactUnavailable('timed-out', words.late)
    : new FactUnavailable('cancelled', reasons.stopped);
};

/** Binds a port to a signal. `onCommand` is told of every program that is asked for, by its name for a person. */
export const bind = (
  port: MachinePort,
  signal: AbortSignal,
  onCommand: (command: string) => void = () => {},
): Machine => {
  const read = <O extends Operation>(operation: O, limits: Limits = {}): Promise<Result<O> | undefined> => {
    if (signal.aborted) return Promise.reject(new FactUnavailable('cancelled', reasons.stopped));
    return port.read(operation, limits, signal);
  };
  return {
    host: port.host,
    variable: (name) => port.host.variables[name],
    run: (program, args, limits) => {
      onCommand([program, ...args].join(' '));
      return read({ op: 'run', program, args }, limits);
    },
    readText: (path, limits) => read({ op: 'readText', path }, limits),
    readBytes: async (path, limits) => {
      const text = await read({ op: 'readBytes', path }, limits);
      return text === undefined ? undefined : Buffer.from(text, 'base64');
    },
    readOwned: (path, limits) => read({ op: 'readOwned', path }, limits),
    readDir: (path, limits) => read({ op: 'readDir', path }, limits),
    stat: (path) => read({ op: 'stat', path }),
    readLink: (path) => read({ op: 'readLink', path }),
    freeSpace: (path) => read({ op: 'freeSpace', path }),
    processes: () => read({ op: 'processes' }),
    systemInformation: () => {
      onCommand('systeminformation');
      return read({ op: 'systemInformation' });
    },
  };
};

/** As `run`, but a program that is not installed cannot tell anything. */
export const runRequired = async (
  machine: Machine,
  program: string,
  args: readonly string[],
  limits?: Limits,
): Promise<CommandResult> => {
  const result = await machine.run(program, args, limits);
  if (result === undefined) throw new FactUnavailable('missing-tool', reasons.missing({ program: place(program) }));
  return result;
};
