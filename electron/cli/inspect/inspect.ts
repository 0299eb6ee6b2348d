/** Owns `greenroom inspect`: one invitation for people or as JSON, or a batch of them. */

import path from 'node:path';
import { isInstallerName } from '../../core/checks/apps/installer-name.ts';
import { FactUnavailable } from '../../core/facts/fact.ts';
import type { Inspection, InvitationInput, Verdict } from '../../core/invite/index.ts';
import { batchAnswer, terminalLines } from '../../core/invite/inspection-text.ts';
import { english } from '../../core/messages/format.ts';
import { asciiJson } from '../../core/text/ascii-json.ts';
import { askNamed } from '../../platform/machine/places/named-file.ts';
import { isOnAnotherComputer } from '../../platform/machine/places/place-of.ts';
import { WrongUsage } from '../exit.ts';
import { type Io, say } from '../io.ts';
import { endableBySignals } from '../signals.ts';
import { runBatch } from './inspect-batch.ts';
import {
  demandInvitation,
  invitationFrom,
  isCalendarName,
  isMailName,
  readInvitation,
  readStream,
} from './inspect-input.ts';
import { inspectLimited } from './inspect-limited.ts';

export const EXIT: Readonly<Record<Verdict, number>> = {
  genuine: 0,
  suspicious: 20,
  'unknown-server': 30,
  'not-a-meeting': 40,
};

const HAS_SCHEME = /^\s*[a-z][a-z0-9+.-]{1,40}:/i;

const isFile = async (io: Io, name: string): Promise<boolean> => {
  if (isOnAnotherComputer(name)) return false;
  try {
    const found = await askNamed({ op: 'stat', path: path.resolve(io.cwd, name) });
    // A pipe or a device too is meant as a file, and refused as one.
    return found !== undefined && found.kind !== 'folder';
  } catch (error) {
    if (!(error instanceof FactUnavailable)) throw error;
    // What it is cannot be asked of what does not answer or may not be looked at; reading it says so.
    return error.why === 'timed-out' || /[\\/]/.test(name);
  }
};

/** A link, a file or `-`. What has a scheme is a link even if a file of that name exists. */
const readInput = async (word: string, io: Io): Promise<InvitationInput> => {
  if (word === '-') return invitationFrom(await readStream(io.stdin));
  const windowsPath = /^[a-z]:[\\/]/i.test(word);
  const named = isMailName(word) || isCalendarName(word);
  if ((!HAS_SCHEME.test(word) || windowsPath) && (named || (word.length < 4096 && (await isFile(io, word))))) {
    const bytes = await readInvitation(io, word);
    const input = invitationFrom(bytes, word);
    demandInvitation(bytes, input.kind, word);
    return input;
  }
  return { kind: 'text', text: word };
};

/** The JSON of one invitation: the batch line's fields and what a view needs besides. */
export const inspectionJson = (inspection: Inspection) => ({
  schema: 'greenroom.inspection/1',
  kind: inspection.kind,
  ...batchAnswer(inspection),
  serviceName: inspection.serviceName,
  shareUrl: inspection.shareUrl,
  ...(inspection.sender
    ? { senderAddress: inspection.sender.address, trustedAuthserv: inspection.sender.trustedAuthserv }
    : {}),
  ...(inspection.event ? { event: inspection.event } : {}),
  anatomy: inspection.anatomy,
  questions: inspection.questions.map(english),
});

/**
 * Runs the verb; resolves to the exit code (0 official, 20 suspicious, 30 unknown server, 40 no meeting link; a batch:
 * 0, or 65 if a line could not be answered). Throws `WrongUsage` and `InputError`.
 */
export const runInspect = async (words: readonly string[], io: Io): Promise<number> => {
  const options = words.filter((word) => word.startsWith('--'));
  const inputs = words.filter((word) => !word.startsWith('--'));
  const unknown = options.find((word) => word !== '--batch' && word !== '--json');
  if (unknown !== undefined) throw new WrongUsage(`“inspect” has no option ${unknown}.`);
  if (options.includes('--batch')) {
    if (inputs.length > 0)
      throw new WrongUsage('“inspect --batch” reads standard input only. Leave the link or file out.');
    return endableBySignals(() => runBatch(io));
  }
  const [input, ...more] = inputs;
  if (input === undefined)
    throw new WrongUsage(
      '“inspect” needs a link, a text, a file.eml or file.ics, an installer, or - for standard input.',
    );
  if (more.length > 0)
    throw new WrongUsage('“inspect” takes one link or file. Put a text with blanks in quotation marks.');
  const isAddress = /^(?!\.)[^/\\]+\.[^/\\]+\//.test(input) || (HAS_SCHEME.test(input) && !/^[a-z]:[\\/]/i.test(input));
  if (isInstallerName(input) && (!isAddress || (await isFile(io, input))))
    return (await import('./inspect-installer.ts')).runInspectInstaller(input, io, options.includes('--json'));
  const given = await readInput(input, io);
  const inspection = await endableBySignals(() => inspectLimited(given, input));
  if (options.includes('--json')) io.stdout.write(`${asciiJson(inspectionJson(inspection))}\n`);
  else say(io, `${terminalLines(inspection).join('\n')}\n`);
  return EXIT[inspection.verdict];
};
