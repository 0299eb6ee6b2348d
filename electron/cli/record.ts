/** Owns `greenroom record`: everything the readers ask of this computer, written to one redacted file. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { builtInCatalogue } from '../core/catalogue/index.ts';
import type { FactKey } from '../core/facts.ts';
import { count } from '../core/words.ts';
import { gather } from '../engine/gather.ts';
import { localIdentity } from '../platform/identity.ts';
import { readersFor } from '../platform/index.ts';
import { localMachine } from '../platform/local.ts';
import { recordingMachine } from '../platform/record.ts';
import { redact } from '../platform/redact.ts';
import { WrongUsage } from './exit.ts';
import type { Io } from './io.ts';

export interface RecordOptions {
  readonly overwrite?: boolean;
  /** False when asked for with `--no-redact`. */
  readonly redact?: boolean;
}

/** Long enough for every reader's own limit: a recording is made in peace. */
const DEADLINE_MS = 60_000;

/** Records this computer; resolves to the exit code. An existing file is kept unless `overwrite` is given. */
export const runRecord = async (name: string, options: RecordOptions, io: Io): Promise<number> => {
  const file = path.resolve(io.cwd, name);
  const recorder = recordingMachine(localMachine());
  const readers = await readersFor[recorder.port.host.platform]();
  await gather({
    port: recorder.port,
    readers,
    catalogue: builtInCatalogue,
    keys: Object.keys(readers) as FactKey[],
    deadlineMs: DEADLINE_MS,
    signal: new AbortController().signal,
    clock: () => new Date(),
  });
  const raw = await recorder.recording();
  const recording = options.redact === false ? raw : redact(raw, localIdentity(), builtInCatalogue);
  try {
    await writeFile(file, `${JSON.stringify(recording, null, 1)}\n`, {
      flag: options.overwrite === true ? 'w' : 'wx',
      mode: 0o600,
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : String(error);
    if (code === 'EEXIST') throw new WrongUsage(`${name} exists already. Choose another name, or add --overwrite.`);
    throw new WrongUsage(`${name} could not be written (${String(code)}).`);
  }
  io.stdout.write(`${name}: ${count(recording.reads.length, 'reading')} of this computer.\n`);
  io.stdout.write(
    options.redact === false
      ? 'Nothing was taken out of it: it names you and your computer.\n'
      : 'Your user name, computer name, addresses and serial numbers were taken out. Read it before you send it to anybody.\n',
  );
  return 0;
};
