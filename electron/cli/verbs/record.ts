/** Owns `greenroom record`: everything the readers ask of this computer, written to one redacted file. */
import { count } from '../../core/text/phrases.ts';
import { notFaithful, redactedRecording, whatWasTakenOut } from '../../engine/support/redacted-recording.ts';
import { recordMachine } from '../../engine/support/support-file.ts';
import { localMachine } from '../../platform/machine/local.ts';
import { fullIdentity } from '../../platform/redaction/identity.ts';
import { type Io, say } from '../io.ts';
import { mustBeFree, writeOutputFile } from '../output-file.ts';

export interface RecordOptions {
  readonly overwrite?: boolean;
  /** False when asked for with `--no-redact`. */
  readonly redact?: boolean;
}

/** Records this computer; resolves to the exit code. An existing file is kept unless `overwrite` is given. */
export const runRecord = async (name: string, options: RecordOptions, io: Io): Promise<number> => {
  await mustBeFree(io, name, options.overwrite === true);
  const raw = await recordMachine(localMachine());
  const redacted = options.redact === false ? undefined : await redactedRecording(raw, await fullIdentity());
  const recording = redacted?.recording ?? raw;
  await writeOutputFile(io, name, `${JSON.stringify(recording, null, 1)}\n`, options.overwrite === true);
  say(io, `${name}: ${count(recording.reads.length, 'reading')} of this computer.\n`);
  if (redacted === undefined) say(io, 'Nothing was taken out of it: it names you and your computer.\n');
  else {
    say(io, `${whatWasTakenOut}\n`);
    if (!redacted.isFaithful) say(io, `${notFaithful}\n`);
    say(io, 'Read it before you send it to anybody.\n');
  }
  return 0;
};
