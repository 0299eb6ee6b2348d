/** Owns what the command line reads from and writes to, so that the same code serves a terminal, a pipe and a test. */
import { styleText } from 'node:util';
import type { Painter, Style } from '../core/formats/text.ts';
import type { MachinePort } from '../platform/machine/machine.ts';
import { standardInput } from './standard-input.ts';

export interface Io {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** Relative paths start here. */
  readonly cwd: string;
  /** The computer that runs are made of; this one when absent. */
  readonly port?: MachinePort;
}

export const processIo = (): Io => ({
  // Only when it is asked for: a stream that is looked at is opened.
  get stdin() {
    return standardInput();
  },
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
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

export const widthFor = (io: Io): number => Math.min(110, Math.max(50, io.stdout.columns ?? 96));
