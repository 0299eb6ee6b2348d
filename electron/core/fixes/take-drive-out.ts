/** Owns the fix "take the drive out safely": every volume of it is unmounted, what was unlocked is locked, then it is switched off. */
import * as v from 'valibot';
import { type Message, messages } from '../messages/messages.ts';
import { names } from '../messages/names.ts';
import {
  type Answer,
  type Choice,
  type Fix,
  factOf,
  printed,
  run,
  type Seen,
  type Step,
  type Value,
  type Way,
} from './fix.ts';

const words = messages('fix-take-drive-out', {
  label: 'Take the drive out safely',
  describe:
    'Unmounts every volume of one external drive, locks what was unlocked, and switches the drive off. Never while a backup runs.',
  says: 'Closes {volumes} and switches the drive off, so that you can unplug it.',
  saysClosed: 'Closes {volumes}. The drive stays on, as another one may share its power.',
  did: 'Closed {volumes} and switched the drive off. You can unplug it.',
  didClosed: 'Closed {volumes}. The drive stays on.',
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

/** The mounted volumes of a disk, and what of it is unlocked, by identities that stay wherever it is plugged in. */
const mountedOn = (disk: Node): readonly Node[] => within(disk).filter(({ mounted }) => mounted);
const unlockedOn = (disk: Node): readonly Node[] =>
  within(disk).filter(({ fstype, children }) => fstype === 'crypto_LUKS' && children.length > 0);
const idsOf = (nodes: readonly Node[]): string =>
  nodes
    .map(({ uuid }) => uuid)
    .toSorted()
    .join(' ');
const stateOf = (disk: Node): Value => ({
  mounted: idsOf(mountedOn(disk)),
  unlocked: idsOf(unlockedOn(disk)),
  present: true,
});
const GONE: Value = { mounted: '', unlocked: '', present: false };

const has = (disk: Node, key: string): boolean => within(disk).some(({ uuid }) => uuid !== '' && uuid === key);
/** Undefined where none has it, and where two have it, as copies of one disk do. */
const diskOf = (disks: readonly Node[], key: string): Node | undefined => {
  const [disk, ...more] = disks.filter((one) => has(one, key));
  return more.length === 0 ? disk : undefined;
};
/** What stays of a volume when it is locked: itself, or what it is locked in. */
const keyOf = (disk: Node): string => {
  const volume = mountedOn(disk)[0];
  return (unlockedOn(disk).find((one) => volume !== undefined && within(one).includes(volume)) ?? volume)?.uuid ?? '';
};

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
  const external = disks.flatMap((disk) => {
    const mounted = mountedOn(disk);
    const told = mounted.flatMap(({ uuid }) => labels.get(uuid) ?? []);
    const key = keyOf(disk);
    const isKnown = key !== '' && told.length === mounted.length && mounted.every(({ uuid }) => diskOf(disks, uuid));
    return isKnown ? [{ disk, key, volumes: { volumes: names(told, 8) } }] : [];
  });
  // Switching one drive off may switch off all in the same box: it is done only where no other external one is in use.
  const isAlone = external.length === 1;
  return external.map(({ disk, key, volumes }) => ({
    key,
    says: isAlone ? words.says(volumes) : words.saysClosed(volumes),
    did: isAlone ? words.did(volumes) : words.didClosed(volumes),
    before: stateOf(disk),
    after: { ...GONE, present: !isAlone },
  }));
};

const takeOut = (disk: Node, isSwitchedOff: boolean): readonly Step[] => [
  ...mountedOn(disk).map(({ name }) => run(UDISKS, 'unmount', '-b', name, QUIET)),
  ...unlockedOn(disk).map(({ name }) => run(UDISKS, 'lock', '-b', name, QUIET)),
  ...(isSwitchedOff ? [run(UDISKS, 'power-off', '-b', disk.name, QUIET)] : []),
];

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
    if (disk !== undefined) return stateOf(disk);
    // Two that have it are copies of one disk.
    return disks.some((one) => has(one, key)) ? undefined : GONE;
  },
  steps: (seen, key, { mounted, present }) => {
    const disk = diskOf(disksIn(seen.answers) ?? [], key);
    if (disk === undefined || typeof mounted !== 'string') return undefined;
    return mounted === '' ? takeOut(disk, present === false) : mountAgain(disk, mounted);
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
