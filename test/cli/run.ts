/** Runs the command line in this process, with its own input, output and folder. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCli } from '../../electron/cli/index.ts';
import type { MachinePort } from '../../electron/platform/machine/machine.ts';
import { parseRecording } from '../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../electron/platform/machine/replay.ts';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'greenroom-cli-'));

/** A recorded computer in the place of this one, for what does not depend on the computer. */
export const recorded = (name: string): MachinePort =>
  replayMachine(parseRecording(name, readFileSync(`test/machines/${name}.json`, 'utf8')), { strict: false });

export const greenroom = async (
  words: readonly string[],
  options: {
    readonly cwd?: string;
    readonly stdin?: string;
    readonly port?: MachinePort;
    readonly columns?: number;
    /** Of what stands beside the answer. */
    readonly errorColumns?: number;
  } = {},
): Promise<Outcome> => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const told = Promise.all([text(stdout), text(stderr)]);
  const code = await runCli(words, {
    stdin: Readable.from([options.stdin ?? '']),
    // A terminal has a width, a pipe has none.
    stdout: options.columns === undefined ? stdout : Object.assign(stdout, { columns: options.columns }),
    stderr: options.errorColumns === undefined ? stderr : Object.assign(stderr, { columns: options.errorColumns }),
    cwd: options.cwd ?? process.cwd(),
    ...(options.port === undefined ? {} : { port: options.port }),
  });
  stdout.end();
  stderr.end();
  const [out, err] = await told;
  return { code, stdout: out, stderr: err };
};
