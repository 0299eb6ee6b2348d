/** Owns `greenroom backup`: calling an attached drive one's backup drive, listing them, forgetting one. */

import { builtInCatalogue } from '../../core/catalogue/index.ts';
import type { ExternalDrive } from '../../core/facts/index.ts';
import {
  type BackupMemory,
  forgetDrive,
  type KnownDrive,
  knownDrives,
  registerDrive,
} from '../../core/facts/known-drives.ts';
import { asMessage, messages } from '../../core/messages/messages.ts';
import { names } from '../../core/messages/names.ts';
import { says } from '../../core/messages/says.ts';
import { ago, list, name, term } from '../../core/messages/value.ts';
import { asciiJson } from '../../core/text/ascii-json.ts';
import { gather } from '../../engine/run/gather.ts';
import { DEFAULT_DEADLINE_MS } from '../../engine/run/run.ts';
import type { Stored } from '../../engine/storage/files/stored-file.ts';
import { stateFolder } from '../../engine/storage/folders.ts';
import { createBackupMemoryStore } from '../../engine/storage/known-drives-store.ts';
import { readersFor } from '../../platform/index.ts';
import { localMachine } from '../../platform/machine/local.ts';
import type { MachinePort } from '../../platform/machine/machine.ts';
import { NotPublished, WrongUsage } from '../exit.ts';
import { type Io, say, warn } from '../io.ts';

const said = messages('backup-drive-line', { named: '“{label}” is {id}' });

const words = says('backup-verb', {
  noDrive: 'There is no drive “{drive}”. There is: {drives}.',
  attached: '{drive}: attached now',
  away: '{drive}: away, last seen {when}',
  attachedOwn: '{drive}: attached now, your backup drive',
  awayOwn: '{drive}: away, last seen {when}, your backup drive',
  noAnswer: 'no answer',
  unlisted: 'The attached drives couldn’t be listed: {problem}',
  which: 'Say which drive: {drives}.',
  none: 'No external drive is attached, and none is your backup drive.',
  noneKnown: 'No external drive is attached that can be told from others.',
  registered: '“{drive}” is your backup drive from now on.',
  noRegistered: 'No drive is remembered as your backup drive.',
  forgotten: '“{drive}” is no longer your backup drive.',
});

interface JsonOption {
  readonly json?: boolean;
}

/** The external drives that are attached now. */
type ListDrives = () => Promise<readonly ExternalDrive[]>;

/** Throws `NotPublished` when they cannot be listed. */
export const attachedDrives = async (port: MachinePort = localMachine()): Promise<readonly ExternalDrive[]> => {
  const { externalDrives } = await gather({
    port,
    readers: await readersFor[port.host.platform](),
    catalogue: builtInCatalogue,
    keys: ['externalDrives'],
    deadlineMs: DEFAULT_DEADLINE_MS,
    signal: new AbortController().signal,
    clock: () => new Date(),
  });
  if (externalDrives?.fact.state === 'known') return externalDrives.fact.value.drives;
  const problem = externalDrives === undefined ? asMessage(words.noAnswer) : asMessage(externalDrives.fact.reason);
  throw new NotPublished(words.unlisted({ problem }));
};

const store = () => createBackupMemoryStore(stateFolder(localMachine().host));

/** The one drive that is meant: by its name, its identity or where it is mounted. Throws `WrongUsage` for none or several. */
const meant = <T extends { readonly id: string; readonly label: string }>(
  drives: readonly T[],
  word: string | undefined,
  mounts: (drive: T) => readonly string[],
  none: string,
): T => {
  const named = drives.filter(
    (drive) =>
      word === undefined ||
      drive.id === word ||
      drive.label.toLowerCase() === word.toLowerCase() ||
      mounts(drive).some((mount) => mount === word || mount === word.replace(/\/$/, '')),
  );
  const [drive, second] = named;
  if (drive === undefined)
    throw new WrongUsage(
      drives.length === 0
        ? none
        : words.noDrive({
            drive: name(word ?? ''),
            drives: names(
              drives.map(({ label }) => label),
              8,
            ),
          }),
    );
  if (second !== undefined)
    throw new WrongUsage(
      words.which({
        drives: list(
          named.map(({ label, id }) => said.named({ label: name(label), id: term(id) })),
          'comma',
        ),
      }),
    );
  return drive;
};

const lineOf = ({ label, attached, registered, lastSeenAt }: KnownDrive, now: string): string => {
  const drive = name(label);
  const when = ago(lastSeenAt, now);
  if (registered) return `✓ ${attached ? words.attachedOwn({ drive }) : words.awayOwn({ drive, when })}`;
  return `  ${attached ? words.attached({ drive }) : words.away({ drive, when })}`;
};

const tell = (io: Io, drives: readonly KnownDrive[], { json }: JsonOption, sentence: string): void => {
  if (json === true) io.stdout.write(`${asciiJson({ schema: 'greenroom.backup-drives/1', drives }, 2)}\n`);
  else say(io, `${sentence}\n`);
};

/** What was seen now is in the memory as well, so that a drive can be listed before any check. */
const seenNow = (memory: BackupMemory, attached: readonly ExternalDrive[], now: string): BackupMemory => ({
  drives: [
    ...memory.drives,
    ...attached
      .filter(({ id }) => id !== '' && !memory.drives.some((drive) => drive.id === id))
      .map(({ id, label }) => ({ id, label, registeredAt: null, lastSeenAt: now, attachedSince: now, checks: 0 })),
  ],
});

/**
 * What is remembered. A file that is damaged is told: on the next change it would be gone without a word. Throws `InputError`
 * for one that cannot be read.
 */
const remembered = async (io: Io): Promise<BackupMemory> => {
  return valueTold(io, await store().loadToChange());
};

const valueTold = (io: Io, { value, notices }: Stored<BackupMemory>): BackupMemory => {
  for (const notice of notices) warn(io, `${notice}\n`);
  return value;
};

export const listBackupDrives = async (
  options: JsonOption,
  io: Io,
  listDrives: ListDrives = attachedDrives,
): Promise<number> => {
  const now = new Date().toISOString();
  const [attached, memory] = await Promise.all([listDrives(), remembered(io)]);
  const drives = knownDrives(attached, seenNow(memory, attached, now));
  const lines = drives.map((drive) => lineOf(drive, now));
  tell(io, drives, options, lines.length === 0 ? words.none : lines.join('\n'));
  return 0;
};

export const registerBackupDrive = async (
  word: string | undefined,
  options: JsonOption,
  io: Io,
  listDrives: ListDrives = attachedDrives,
): Promise<number> => {
  const attached = await listDrives();
  const drive = meant(
    attached.filter(({ id }) => id !== ''),
    word,
    ({ mountPoints }) => mountPoints,
    words.noneKnown,
  );
  const now = new Date().toISOString();
  const memory = valueTold(io, await store().change((old) => registerDrive(old, drive, now)));
  tell(io, knownDrives(attached, memory), options, words.registered({ drive: name(drive.label) }));
  return 0;
};

export const forgetBackupDrive = async (word: string, options: JsonOption, io: Io): Promise<number> => {
  const memory = await remembered(io);
  const drive = meant(
    memory.drives.filter(({ registeredAt }) => registeredAt !== null),
    word,
    () => [],
    words.noRegistered,
  );
  const after = valueTold(io, await store().change((old) => forgetDrive(old, drive.id)));
  tell(io, knownDrives([], after), options, words.forgotten({ drive: name(drive.label) }));
  return 0;
};
