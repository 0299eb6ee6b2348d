/** Owns `greenroom doctor` and `greenroom support`: why something is not known, and a file that shows it to others. */

import { type Doctor, doctorData, doctorText, isWell } from '../../core/formats/diagnostics.ts';
import { says } from '../../core/messages/says.ts';
import { place } from '../../core/messages/value.ts';
import { asciiJson } from '../../core/text/ascii-json.ts';
import { foundSources } from '../../engine/calendars/computer-calendars.ts';
import { stateFolder } from '../../engine/storage/folders.ts';
import { createLog } from '../../engine/storage/log.ts';
import { examineGreenroom } from '../../engine/support/diagnostics.ts';
import { supportText } from '../../engine/support/support-file.ts';
import { localMachine } from '../../platform/machine/local.ts';
import { fullIdentity } from '../../platform/redaction/identity.ts';
import { WrongUsage } from '../exit.ts';
import { type Io, painterFor, say, warn, widthFor } from '../io.ts';
import { mustBeFree, writeOutputFile } from '../output-file.ts';
import { openFor, runWithProgress } from '../run-options.ts';

const words = says('support-verb', {
  notWritten: 'Nothing was written. Read this; to keep it in a file, add the file’s name and --yes.',
  written: '{file} was written. Read it before you send it to anybody.',
  noName: 'Name the file to write: greenroom support FILE --yes.',
});

/** In peace: what is only slow is no trouble worth a visit. */
const DEADLINE_MS = 60_000;

/** Something to look at, as with `check`. */
const SOMETHING = 10;

const examine = async (io: Io): Promise<Doctor> => {
  const { workspace } = await openFor(io);
  const { report } = await runWithProgress(io, workspace, { deadlineMs: DEADLINE_MS });
  const { electron, node } = process.versions;
  return examineGreenroom(workspace, report, electron === undefined ? `Node ${node}` : `Electron ${electron}`);
};

export const runDoctor = async (options: { readonly json?: boolean }, io: Io): Promise<number> => {
  const doctor = await examine(io);
  io.stdout.write(
    options.json === true ? `${asciiJson(doctorData(doctor), 2)}\n` : doctorText(doctor, painterFor(io), widthFor(io)),
  );
  return isWell(doctor) ? 0 : SOMETHING;
};

export interface SupportOptions {
  readonly yes?: boolean;
  readonly overwrite?: boolean;
}

/** Shows what the file would hold; writes it only when `--yes` says that it was read. Resolves to the exit code. */
export const runSupport = async (name: string | undefined, options: SupportOptions, io: Io): Promise<number> => {
  if (options.yes === true && name === undefined) throw new WrongUsage(words.noName);
  if (options.yes === true && name !== undefined) await mustBeFree(io, name, options.overwrite === true);
  const port = localMachine();
  const log = createLog(stateFolder(port.host), port.host);
  const text = await supportText({
    port,
    identity: await fullIdentity(),
    doctor: await examine(io),
    log: await log.read(),
    calendarSources: await foundSources(port.host),
  });
  if (options.yes !== true || name === undefined) {
    io.stdout.write(text);
    warn(io, `${words.notWritten}\n`);
    return 0;
  }
  await writeOutputFile(io, name, text, options.overwrite === true);
  say(io, `${words.written({ file: place(name) })}\n`);
  return 0;
};
