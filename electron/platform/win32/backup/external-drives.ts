/** Owns which external drives are attached, whether they are encrypted, and which backups are on them. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { ExternalDrive, ExternalDrives } from '../../../core/facts/index.ts';
import { type Message, messages } from '../../../core/messages/messages.ts';
import { type Found, findBackupSets } from '../../backup-sets/index.ts';
import type { Identity } from '../../backup-sets/signature.ts';
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { reasons } from '../../reasons.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';
import { encryptionStates } from '../security/encryption.ts';
import { fileHistory } from './file-history.ts';
import { attachedVolumes, type Volume } from './volumes.ts';

const words = messages('windows-drives', {
  closed: 'Windows shows no files on it: it may be locked, or in a form Windows can’t read.',
  hidden: 'This account may not see how every drive is connected, so one may be an external drive.',
});

/** Further drives are named, but not searched. */
const MAX_SEARCHED = 6;

const SOURCE = 'Windows storage management';

/**
 * `System.Volume.BitLockerProtection`: 1 on, 2 off, 6 locked, 7 cannot be, 8 not finished. While it is being encrypted or
 * decrypted (3, 4) or is suspended (5) neither holds.
 */
const encrypted: Readonly<Record<number, boolean>> = { 1: true, 2: false, 6: true, 7: false, 8: false };

const sizeText = (bytes: number | null): string => (bytes === null ? '' : `${Math.round(bytes / 1e9)} GB`);

const notSearched = (gap: Message): Found => ({ sets: [], gap, isInstaller: false });

/** Which sets of those that Windows makes are this computer's and this person's. */
const ownSets = async (machine: Machine): Promise<Identity> => {
  const computer = machine.variable('COMPUTERNAME');
  const store = (await optional(fileHistory(machine)))?.store;
  return { ...(computer === undefined ? {} : { computer }), ...(store === undefined ? {} : { fileHistory: store }) };
};

const driveOf = async (
  machine: Machine,
  volume: Volume,
  bus: ExternalDrive['bus'],
  state: number | null,
  own: Identity | null,
): Promise<ExternalDrive | undefined> => {
  const [root] = volume.mountPoints;
  const label = volume.label || [sizeText(volume.sizeBytes), volume.disk].filter((part) => part !== '').join(' ');
  const { isInstaller, ...found } =
    root === undefined || volume.fileSystem === null
      ? notSearched(words.closed)
      : own === null
        ? notSearched(reasons.manyDrives)
        : await findBackupSets(machine, root, own);
  if (isInstaller) return undefined;
  return {
    id: volume.id,
    label: label || 'Drive without a name',
    bus,
    fileSystem: volume.fileSystem,
    mountPoints: volume.mountPoints,
    sizeBytes: volume.sizeBytes,
    freeBytes: volume.freeBytes,
    readOnly: volume.readOnly,
    encrypted: state === null ? null : (encrypted[state] ?? null),
    ...found,
  };
};

export const externalDrives = reader<ExternalDrives>(SCRIPT_TIMEOUT_MS, async (machine) => {
  const { volumes, complete } = await attachedVolumes(machine);
  const external = volumes.flatMap((volume) => (volume.bus === null ? [] : [{ volume, bus: volume.bus }]));
  if (!complete && external.length === 0) throw new FactUnavailable('denied', words.hidden);
  if (external.length === 0) return known({ drives: [] }, SOURCE);
  const [states, own] = await Promise.all([optional(encryptionStates(machine)), ownSets(machine)]);
  const drives = await Promise.all(
    external.map(({ volume, bus }, index) => {
      const state = states?.find(({ root }) => volume.mountPoints.includes(root))?.state ?? null;
      return driveOf(machine, volume, bus, state, index < MAX_SEARCHED ? own : null);
    }),
  );
  return known({ drives: drives.filter((drive) => drive !== undefined) }, SOURCE);
});
