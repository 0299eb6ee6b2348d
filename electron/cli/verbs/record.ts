/** Owns `greenroom record`: everything the readers ask of this computer, written to one redacted file. */
import { builtInCatalogue } from '../../core/catalogue/index.ts';
import { count } from '../../core/text/phrases.ts';
import { recordMachine } from '../../engine/support/support-file.ts';
import { localMachine } from '../../platform/machine/local.ts';
import { localIdentity } from '../../platform/redaction/identity.ts';
import { redact } from '../../platform/redaction/redact.ts';
import { type Io, say } from '../io.ts';
import { writeOutputFile } from '../output-file.ts';

export interface RecordOptions {
  readonly overwrite?: boolean;
  /** False when asked for with `--no-redact`. */
  readonly redact?: boolean;
}

/** Records this computer; resolves to the exit code. An existing file is kept unless `overwrite` is given. */
export const runRecord = async (name: string, options: RecordOptions, io: Io): Promise<number> => {
  const raw = await recordMachine(localMachine());
  const recording = options.redact === false ? raw : redact(raw, localIdentity(), builtInCatalogue);
  await writeOutputFile(io, name, `${JSON.stringify(recording, null, 1)}\n`, options.overwrite === true);
  say(io, `${name}: ${count(recording.reads.length, 'reading')} of this computer.\n`);
  say(
    io,
    options.redact === false
      ? 'Nothing was taken out of it: it names you and your computer.\n'
      : 'Your user name, computer name, addresses and serial numbers were taken out. Read it before you send it to anybody.\n',
  );
  return 0;
};
