/** Owns the fix "take the drive out safely": every volume of it is unmounted, what was unlocked is locked, then it is switched off. */
import * as v from 'valibot';
import { type Message, messages } from '../messages/messages.ts';
import { names } from '../messages/names.ts';
import { type Answer, type Choice, type Fix, factOf, printed, run, type Seen, type Step, type Way } from './fix.ts';

const words = messages('fix-take-drive-out', {
  label: 'Take the drive out safely',
  describe:
    'Unmounts every volume of one external drive, locks what was unlocked, and switches the drive off. Never while a backup runs.',
  says: 'Closes {volumes}, so that you can unplug the drive.',
  did: 'Closed {volumes}. You can unplug the drive.',
  backup: 'A backup is running. Wait until it has finished, then take the drive out.',
  backupUnknown: 'Whether a backup is running can’t be seen now, so the drive stays in.',
});

const UDISKS = '/usr/bin/udisksctl';
const QUIET = '--no-user-interaction';

interface Node {
  readonly name: string;
  readonly uuid: string;
  readonly fstype: string;
  readonly mounted: boolean;
  readonly children: readonly Node[];
}
const text = v.nullish(v.string(), '');
const node: v.GenericSchema<unknown, Node> = v.pipe(
  v.object({
    name: v.pipe(v.string(), v.regex(/^\/dev\/[\w./+-]+$/)),
    uuid: text,
    fstype: text,
    mountpoint: text,
    children: v.optional(v.array(v.lazy(() => node)), () => []),
  }),
  v.transform(({ name, uuid, fstype, mountpoint, children }) => ({
    ...{ name, uuid: uuid ?? '', fstype: fstype ?? '', children },
    mounted: (mountpoint ?? '') !== '',
  })),
);
const listing = v.pipe(v.string(), v.parseJson(), v.object({ blockdevices: v.array(node) }));

const disksIn = ([answer]: readonly Answer[]): readonly Node[] | undefined => {
  const read = v.safeParse(listing, printed(answer));
  return read.success ? read.output.blockdevices : undefined;
};

const within = (one: Node): readonly Node[] => [one, ...one.children.flatMap(within)];

/** The mounted volumes of a disk, by identities that stay wherever it is plugged in. */
const mountedOn = (disk: Node): readonly Node[] => within(disk).filter(({ mounted }) => mounted);
const value = (volumes: readonly Node[]) => ({
  mounted: volumes
    .map(({ uuid }) => uuid)
    .toSorted()
    .join(' '),
});

const diskOf = (disks: readonly Node[], key: string): Node | undefined =>
  disks.find((disk) => within(disk).some(({ uuid }) => uuid !== '' && uuid === key));

/** Why no drive is taken out now; undefined when one may be. */
const obstacle = (seen: Seen): Message | undefined => {
  const activity = factOf(seen, 'backupActivity');
  if (activity === undefined || activity.gaps.length > 0) return words.backupUnknown;
  return activity.running.length > 0 ? words.backup : undefined;
};

/** External drives alone, as the fact tells them, and only when each mounted volume of the disk is one of those it tells. */
const choicesOf = (seen: Seen, disks: readonly Node[]): readonly Choice[] => {
  const drives = factOf(seen, 'externalDrives')?.drives ?? [];
  const labels = new Map(drives.flatMap(({ id, innerId, label }) => [id, innerId ?? id].map((one) => [one, label])));
  labels.delete('');
  return disks.flatMap((disk): readonly Choice[] => {
    const mounted = mountedOn(disk);
    const told = mounted.flatMap(({ uuid }) => labels.get(uuid) ?? []);
    const key = mounted[0]?.uuid ?? '';
    if (key === '' || told.length !== mounted.length) return [];
    const volumes = { volumes: names(told, 8) };
    return [
      { key, says: words.says(volumes), did: words.did(volumes), before: value(mounted), after: { mounted: '' } },
    ];
  });
};

/** Switching one drive off may switch off all in the same box: it is done only where no other external one is in use. */
const takeOut = (seen: Seen, disks: readonly Node[], disk: Node): readonly Step[] => {
  const locked = within(disk).filter(({ fstype, children }) => fstype === 'crypto_LUKS' && children.length > 0);
  const isAlone = choicesOf(seen, disks).length <= 1;
  return [
    ...mountedOn(disk).map(({ name }) => run(UDISKS, 'unmount', '-b', name, QUIET)),
    ...locked.map(({ name }) => run(UDISKS, 'lock', '-b', name, QUIET)),
    ...(isAlone ? [run(UDISKS, 'power-off', '-b', disk.name, QUIET)] : []),
  ];
};

/** Undefined where one of them is not there, as when the drive is switched off, or locked. */
const mountAgain = (disk: Node, mounted: string): readonly Step[] | undefined => {
  const wanted = mounted.split(' ').map((id) => within(disk).find(({ uuid }) => uuid === id));
  const there = wanted.flatMap((one) => (one === undefined ? [] : [one]));
  if (there.length !== wanted.length) return undefined;
  return there.filter((one) => !one.mounted).map(({ name }) => run(UDISKS, 'mount', '-b', name, QUIET));
};

const udisks: Way = {
  id: 'udisks',
  programs: [UDISKS],
  asks: [{ program: '/usr/bin/lsblk', args: ['-J', '-p', '-o', 'NAME,UUID,FSTYPE,MOUNTPOINT'] }],
  choices: (seen) => {
    const disks = disksIn(seen.answers);
    if (disks === undefined || factOf(seen, 'externalDrives') === undefined) return undefined;
    const choices = choicesOf(seen, disks);
    return choices.length === 0 ? [] : (obstacle(seen) ?? choices);
  },
  value: ({ answers }, key) => {
    const disks = disksIn(answers);
    if (disks === undefined) return undefined;
    const disk = diskOf(disks, key);
    return disk === undefined ? { mounted: '' } : value(mountedOn(disk));
  },
  steps: (seen, key, { mounted }) => {
    const disks = disksIn(seen.answers) ?? [];
    const disk = diskOf(disks, key);
    if (disk === undefined || typeof mounted !== 'string') return undefined;
    return mounted === '' ? takeOut(seen, disks, disk) : mountAgain(disk, mounted);
  },
};

export const takeDriveOut: Fix = {
  id: 'take-drive-out',
  label: words.label,
  describe: words.describe,
  changes: 'device',
  gate: 'any',
  seconds: { usual: 5, worst: 60 },
  lasts: 'stays',
  undo: 'restore',
  facts: ['externalDrives', 'backupActivity'],
  ways: { linux: [udisks] },
};
