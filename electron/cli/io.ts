/** Owns what the command line reads from and writes to, so that the same code serves a terminal, a pipe and a test. */
import { styleText } from 'node:util';
import { fitted, type Painter, type Style } from '../core/formats/terminal.ts';
import type { MachinePort } from '../platform/machine/machine.ts';
import { standardInput } from './standard-input.ts';

/** A terminal has a width, a pipe has none. Each stream may be either. */
type Terminal = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

export interface Io {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  /** Relative paths start here. */
  readonly cwd: string;
  /** The computer that runs are made of; this one when absent. */
  readonly port?: MachinePort;
  /** The built file of the threads that a long batch is shared with; without it there is one thread. */
  readonly batchWorker?: URL;
}

export const processIo = (batchWorker?: URL): Io => ({
  // Only when it is asked for: a stream that is looked at is opened.
  get stdin() {
    return standardInput();
  },
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  ...(batchWorker === undefined ? {} : { batchWorker }),
});

const styles: Readonly<Record<Style, Parameters<typeof styleText>[0]>> = {
  strong: 'bold',
  faint: 'dim',
  good: 'green',
  warning: 'yellow',
  bad: 'red',
};

/** Colours on a terminal, unless the person said otherwise (https://no-color.org). */
export const painterFor = (io: Io): Painter =>
  io.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === ''
    ? (style, text) => styleText(styles[style], text)
    : (_style, text) => text;

const within = (columns: number): number => Math.min(110, Math.max(30, columns));

export const widthFor = (io: Io): number => within(io.stdout.columns ?? 96);

const onTerminal = ({ columns }: Terminal, text: string): string =>
  columns === undefined ? text : fitted(text, within(columns));

/** Prints text for a person: on a terminal every line within its width. What a machine reads is written as it is. */
export const say = (io: Io, text: string): void => void io.stdout.write(onTerminal(io.stdout, text));

/** The same for what stands beside the answer. */
export const warn = (io: Io, text: string): void => void io.stderr.write(onTerminal(io.stderr, text));
