/** Owns the list of disks and of the volumes on them, as lsblk tells it. */

import * as v from 'valibot';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import { product } from '../../../core/messages/value.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import { reasons } from '../../reasons.ts';
import type { Mount } from './mounts.ts';

/** No column that older lsblk does not know, and none for which it would ask the file systems themselves. */
const COLUMNS = 'NAME,MAJ:MIN,TYPE,SIZE,RM,RO,TRAN,SUBSYSTEMS,FSTYPE,LABEL,UUID,PARTTYPE,VENDOR,MODEL';

/** lsblk before 2.33 wrote numbers and booleans as texts. */
const number = v.union([v.number(), v.pipe(v.string(), v.transform(Number))]);
const truth = v.union([
  v.boolean(),
  v.pipe(
    v.string(),
    v.transform((text) => text === '1'),
  ),
]);
const text = v.pipe(
  v.nullish(v.string(), ''),
  v.transform((value) => value.trim()),
);

export interface Device {
  readonly name: string;
  /** `major:minor`. */
  readonly number: string;
  readonly type: string;
  readonly size: number;
  readonly rm: boolean;
  readonly ro: boolean;
  /** Empty on parts of a disk. */
  readonly tran: string;
  readonly subsystems: readonly string[];
  readonly fstype: string;
  readonly label: string;
  readonly uuid: string;
  readonly parttype: string;
  readonly vendor: string;
  readonly model: string;
  readonly children: readonly Device[];
}

const device: v.GenericSchema<unknown, Device> = v.pipe(
  v.object({
    name: v.string(),
    'maj:min': text,
    type: v.string(),
    size: number,
    rm: truth,
    ro: v.optional(truth, false),
    tran: text,
    subsystems: text,
    fstype: text,
    label: text,
    uuid: text,
    parttype: text,
    vendor: text,
    model: text,
    children: v.optional(v.array(v.lazy(() => device)), () => []),
  }),
  v.transform(({ 'maj:min': digits, subsystems, ...rest }) => ({
    ...rest,
    number: digits,
    subsystems: subsystems.split(':'),
  })),
);

const listing = v.object({ blockdevices: v.array(device) });

/** Throws `FactUnavailable` when lsblk prints something else. */
const parseListing = (stdout: string): readonly Device[] => {
  try {
    return v.parse(listing, JSON.parse(stdout)).blockdevices;
  } catch {
    throw new FactUnavailable('unreadable', reasons.answered({ program: product('lsblk') }));
  }
};

export const blockDevices = async (machine: Machine): Promise<readonly Device[]> => {
  const { code, stdout } = await runRequired(machine, '/usr/bin/lsblk', ['-J', '-b', '-o', COLUMNS], {
    timeoutMs: 5_000,
  });
  if (code !== 0) throw new FactUnavailable('unreadable', reasons.driveList);
  return parseListing(stdout);
};

/** A file system on a disk, or a locked one. */
export interface Volume {
  readonly device: Device;
  /** What it is inside of, the whole disk first. */
  readonly around: readonly Device[];
}

/** Starts of computers, leftovers of Windows: nobody keeps files there. */
const SERVICE_PARTS = new Set([
  '0xef',
  'c12a7328-f81f-11d2-ba4b-00a0c93ec93b',
  'e3c9e316-0b5c-4db8-817d-f92df00215ae',
  'de94bba4-06d1-4d40-a16a-bfd50179d6ac',
  '21686148-6449-6e6f-744e-656564454649',
]);

/** The volumes on a disk, through partitions, volume groups and encryption. A locked volume stands for itself. */
export const volumesOf = (part: Device, around: readonly Device[] = []): readonly Volume[] => {
  if (SERVICE_PARTS.has(part.parttype)) return [];
  if (part.children.length > 0) return part.children.flatMap((child) => volumesOf(child, [...around, part]));
  return part.fstype === '' && part.label === '' ? [] : [{ device: part, around }];
};

/** Where a volume is shown. btrfs has a number of its own, so its source counts too. */
export const mountsOf = ({ name, number: own }: Device, mounts: readonly Mount[]): readonly Mount[] =>
  mounts.filter(
    (mount) => mount.number === own || mount.source === `/dev/${name}` || mount.source === `/dev/mapper/${name}`,
  );
