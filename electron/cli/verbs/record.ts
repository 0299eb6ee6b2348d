/** Owns `greenroom record`: everything the readers ask of this computer, written to one redacted file. */
import { says } from '../../core/messages/says.ts';
import { place } from '../../core/messages/value.ts';
import { foundSources } from '../../engine/calendars/computer-calendars.ts';
import { notFaithful, redactedRecording, whatWasTakenOut } from '../../engine/support/redacted-recording.ts';
import { recordMachine } from '../../engine/support/support-file.ts';
import { localMachine } from '../../platform/machine/local.ts';
import { fullIdentity } from '../../platform/redaction/identity.ts';
import { type Io, say } from '../io.ts';
import { mustBeFree, writeOutputFile } from '../output-file.ts';

const words = says('record-verb', {
  written: '{file}: {n, plural, one {# reading} other {# readings}} of this computer.',
  whole: 'Nothing was taken out of it: it names you and your computer.',
  read: 'Read it before you send it to anybody.',
});

export interface RecordOptions {
  readonly overwrite?: boolean;
  /** False when asked for with `--no-redact`. */
  readonly redact?: boolean;
}

/** Records this computer; resolves to the exit code. An existing file is kept unless `overwrite` is given. */
export const runRecord = async (name: string, options: RecordOptions, io: Io): Promise<number> => {
  await mustBeFree(io, name, options.overwrite === true);
  const port = localMachine();
  const raw = await recordMachine(port, await foundSources(port.host));
  const redacted = options.redact === false ? undefined : await redactedRecording(raw, await fullIdentity());
  const recording = redacted?.recording ?? raw;
  await writeOutputFile(io, name, `${JSON.stringify(recording, null, 1)}\n`, options.overwrite === true);
  say(io, `${words.written({ file: place(name), n: recording.reads.length })}\n`);
  if (redacted === undefined) say(io, `${words.whole}\n`);
  else {
    say(io, `${whatWasTakenOut}\n`);
    if (!redacted.isFaithful) say(io, `${notFaithful}\n`);
    say(io, `${words.read}\n`);
  }
  return 0;
};
