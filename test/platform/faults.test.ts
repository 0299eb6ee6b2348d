/** Everything that a program or a file can do wrong, tried on every reader for Linux with real processes and files. */
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../../electron/core/catalogue/index.ts';
import type { Cause, Fact } from '../../electron/core/facts/fact.ts';
import type { FactKey } from '../../electron/core/facts/index.ts';
import { gather } from '../../electron/engine/run/gather.ts';
import { linuxReaders } from '../../electron/platform/linux/index.ts';
import { localMachine } from '../../electron/platform/machine/local.ts';
import { inEnglish } from '../in-english.ts';
import { Disk } from './disk-of.ts';
import { type LinuxMachine, recordingOf } from './linux/recorded.ts';

const disks = new Map<LinuxMachine, Disk>();
/** Read once: what goes wrong with it is put right again after each test. */
const diskOf = (name: LinuxMachine): Disk => {
  const disk = disks.get(name) ?? new Disk(recordingOf(name));
  disks.set(name, disk);
  return disk;
};
afterAll(() => {
  for (const disk of disks.values()) disk.remove();
});

/** Long enough for a machine that is busy with other things: nothing waits for it but what is meant to hang. */
const PATIENT_MS = 20_000;

const factsOf = async (
  name: LinuxMachine,
  keys: readonly FactKey[],
  deadlineMs = PATIENT_MS,
): Promise<Readonly<Record<string, Fact<unknown> | undefined>>> => {
  const settled = await gather({
    port: localMachine({ root: diskOf(name).root, host: diskOf(name).host, watchMs: 1 }),
    readers: linuxReaders,
    catalogue: builtInCatalogue,
    keys,
    deadlineMs,
    signal: new AbortController().signal,
    clock: () => new Date(),
  });
  return Object.fromEntries(Object.entries(settled).map(([key, it]) => [key, inEnglish(it.fact)]));
};

const unknown = (cause: Cause): unknown => expect.objectContaining({ state: 'unknown', cause });
const known = (value: unknown): unknown => expect.objectContaining({ state: 'known', value });
const gaps = known(expect.objectContaining({ gaps: expect.arrayContaining([expect.any(String)]) }));
const incomplete = known(expect.objectContaining({ complete: false }));

/** The apps are known, where they come from is not, with a reason. */
const unread = known({
  origins: expect.arrayContaining([expect.objectContaining({ proof: { is: 'unread', reason: expect.any(String) } })]),
});

/** Each program, the machine that has it, the facts that hang on it and, where another source stands in, what is known. */
const programs: readonly (readonly [string, LinuxMachine, readonly FactKey[], Partial<Record<FactKey, unknown>>])[] = [
  ['/usr/bin/apt', 'ubuntu-24.04-ready', ['pendingUpdates'], {}],
  ['/usr/bin/apt-config', 'ubuntu-24.04-ready', ['autoUpdates'], {}],
  ['/usr/bin/apt-cache', 'ubuntu-24.04-ready', ['appOrigins'], { appOrigins: unread }],
  ['/usr/bin/lsblk', 'ubuntu-24.04-ready', ['externalDrives'], {}],
  ['/usr/bin/systemctl', 'ubuntu-24.04-ready', ['firewall', 'autoUpdates'], {}],
  [
    '/usr/bin/gsettings',
    'ubuntu-24.04-ready',
    ['screenLock', 'focusMode', 'mediaPermissions', 'power', 'backupTools', 'backupRuns'],
    {
      power: known({ battery: expect.objectContaining({ percent: 87 }), sleepAfterMinutes: null }),
      backupTools: gaps,
      backupRuns: gaps,
    },
  ],
  [
    '/usr/bin/pw-dump',
    'ubuntu-24.04-ready',
    ['cameraUse', 'microphoneUse'],
    { cameraUse: known(expect.objectContaining({ users: [] })), microphoneUse: incomplete },
  ],
  [
    '/usr/bin/nmcli',
    'ubuntu-24.04-ready',
    ['network', 'connection'],
    { connection: known(expect.objectContaining({ internet: 'full', wifi: { percent: null, band: null } })) },
  ],
  [
    '/usr/bin/busctl',
    'ubuntu-24.04-ready',
    ['connection'],
    { connection: known(expect.objectContaining({ route: 'open', internet: null, metered: null })) },
  ],
  [
    '/sbin/ip',
    'ubuntu-24.04-ready',
    ['network', 'connection'],
    { network: known(expect.objectContaining({ vpn: null })), connection: unknown('unreadable') },
  ],
  ['/usr/bin/dnf', 'fedora-43', ['pendingUpdates'], {}],
  ['/usr/bin/rpm', 'fedora-43', ['updatesInstalledAt', 'installedApps'], { installedApps: gaps }],
  // The system's own description names the day of the image.
  [
    '/usr/bin/rpm-ostree',
    'silverblue-43',
    ['pendingUpdates', 'updatesInstalledAt', 'restartPending'],
    {
      pendingUpdates: known({ updates: [], imageOf: '2026-11-10T00:00:00.000Z' }),
      updatesInstalledAt: known('2026-11-10T00:00:00.000Z'),
    },
  ],
  ['/usr/bin/zypper', 'opensuse-leap-16', ['pendingUpdates'], {}],
  ['/usr/bin/pacman', 'arch-not-synchronised', ['pendingUpdates'], {}],
  ['/sbin/zfs', 'arch-not-synchronised', ['diskEncryption'], {}],
];

/** Programs whose absence means that the system is updated in another way, which Greenroom then does not find. */
const signs = new Set(['/usr/bin/dnf', '/usr/bin/zypper', '/usr/bin/pacman']);

test('every program that a recorded machine runs is in the table', () => {
  const names = new Set(programs.map(([program]) => program));
  const machines = new Set(programs.map(([, machine]) => machine));
  // getfattr only adds to what is known of a downloaded file; this table is about what facts hang on.
  const run = [...machines]
    .flatMap((name) => [...diskOf(name).programs.keys()])
    .filter((program) => program !== '/usr/bin/getfattr');
  expect([...names].sort()).toEqual([...new Set(run)].sort());
});

describe.each([...new Set(programs.map(([, machine]) => machine))])('%s on a disk', (name) => {
  test('is read as the recording is', async () => {
    const keys = programs.filter(([, machine]) => machine === name).flatMap(([, , facts]) => facts);
    for (const fact of Object.values(await factsOf(name, keys))) expect(fact).toMatchObject({ state: 'known' });
  });
});

type Damage = (disk: Disk, program: string) => void;

/** What goes wrong with a program, and why its facts are unknown then. */
const failures: readonly (readonly [string, Cause, Damage])[] = [
  ['is missing', 'missing-tool', (disk, program) => rmSync(disk.at(program))],
  ['may not be run', 'denied', (disk, program) => disk.install(program, 'exit 0', 0o644)],
  ['crashes at once', 'unreadable', (disk, program) => disk.install(program, 'kill -SEGV $$')],
  [
    'prints garbage',
    'unreadable',
    (disk, program) => disk.install(program, "printf '\\377\\000{[<\\033[31m%s\\n' 'x y z:'"),
  ],
  ['prints without end', 'too-large', (disk, program) => disk.install(program, 'exec yes')],
  [
    'speaks another language',
    'unreadable',
    (disk, program) => disk.install(program, "echo 'غير متوفر 利用できません Échec'; exit 1"),
  ],
];

describe.each(programs)('%s on %s', (program, name, keys, instead) => {
  test.each(failures)('%s', async (_, usually, damage) => {
    const cause = usually === 'missing-tool' && signs.has(program) ? 'unsupported' : usually;
    const disk = diskOf(name);
    damage(disk, program);
    try {
      const facts = await factsOf(name, keys);
      for (const key of keys) expect([key, facts[key]]).toEqual([key, instead[key] ?? unknown(cause)]);
    } finally {
      disk.restore(program);
    }
  });

  test('crashes half-way', async () => {
    const disk = diskOf(name);
    disk.install(
      program,
      `answer="$(${disk.whole(program)} "$@")"\nprintf %s "$answer" | head -c $((\${#answer} / 2))\nkill -KILL $$`,
    );
    try {
      const facts = await factsOf(name, keys);
      for (const key of keys) expect([key, facts[key]]).toEqual([key, instead[key] ?? unknown('unreadable')]);
    } finally {
      disk.restore(program);
    }
  });
});

/** All programs of a machine at once, so that the run's own deadline is put to the test. */
describe.each([...new Set(programs.map(([, machine]) => machine))])('all programs of %s', (name) => {
  const keys = [...new Set(programs.filter(([, machine]) => machine === name).flatMap(([, , facts]) => facts))];

  test.each([
    ['hang', 'exec sleep 600'],
    ['drip', 'while :; do printf "a\\n"; sleep 0.05; done'],
    ['hang with a child that holds their output', 'sleep 600 & sleep 600'],
  ])('%s: the run ends, and says why nothing is known', async (_, script) => {
    const disk = diskOf(name);
    for (const program of disk.programs.keys()) disk.install(program, script);
    try {
      const facts = await factsOf(name, keys, 80);
      for (const key of keys) expect([key, facts[key]]).toEqual([key, unknown('timed-out')]);
    } finally {
      for (const program of disk.programs.keys()) disk.restore(program);
    }
  });
});

type Outcome = Cause | 'known';

/** What becomes of a fact when a file is denied, far too large, garbage, or a pipe that nobody writes to. */
const usual: readonly [Outcome, Outcome, Outcome, Outcome] = ['denied', 'too-large', 'unreadable', 'unreadable'];
/** Garbage says nothing, and then the system does what it does without the file. */
const optional: typeof usual = ['denied', 'too-large', 'known', 'unreadable'];
const withGap: typeof usual = ['known', 'known', 'known', 'known'];

const files: readonly (readonly [FactKey, string, LinuxMachine, typeof usual])[] = [
  ['operatingSystem', '/etc/os-release', 'ubuntu-24.04-ready', usual],
  ['updatesInstalledAt', '/var/log/dpkg.log', 'ubuntu-24.04-ready', usual],
  // Its own stamp tells as well when the lists were renewed.
  [
    'updatesLookedAt',
    '/var/lib/apt/lists/security.ubuntu.com_ubuntu_dists_noble-security_InRelease',
    'ubuntu-24.04-ready',
    usual,
  ],
  ['installedApps', '/var/lib/dpkg/status', 'ubuntu-24.04-ready', withGap],
  ['updatesLookedAt', '/var/log/pacman.log', 'arch', usual],
  ['updatesInstalledAt', '/var/log/pacman.log', 'arch', usual],
  ['backupRuns', '/home/user/.config/pika-backup/history.json', 'debian-13-desktop-broken-apt', withGap],
  ['restartPending', '/run/reboot-required.pkgs', 'ubuntu-24.04-security-waiting-french', optional],
  ['autoUpdates', '/etc/dnf/automatic.conf', 'fedora-42-no-metadata', optional],
  ['autoUpdates', '/etc/rpm-ostreed.conf', 'silverblue-43', optional],
  ['firewall', '/etc/ufw/ufw.conf', 'ubuntu-24.04-ready', usual],
  ['firewall', '/etc/nftables.conf', 'arch', usual],
  ['diskEncryption', '/proc/self/mountinfo', 'ubuntu-24.04-ready', usual],
  ['diskEncryption', '/sys/class/block/dm-0/dm/uuid', 'ubuntu-24.04-ready', usual],
  ['screenLock', '/home/user/.config/kscreenlockerrc', 'arch', optional],
  ['focusMode', '/home/user/.config/plasmanotifyrc', 'arch', optional],
  ['remoteLogin', '/proc/net/tcp', 'ubuntu-24.04-ready', usual],
  ['remoteLogin', '/proc/net/tcp6', 'ubuntu-24.04-ready', usual],
  // Where its settings may not be read, systemd tells that SSH does not run.
  ['remoteLogin', '/etc/ssh/sshd_config', 'arch', ['known', 'known', 'known', 'known']],
  ['remoteControl', '/proc/self/mountinfo', 'ubuntu-24.04-ready', optional],
  ['network', '/sys/class/net/wlp0s20f3/operstate', 'ubuntu-24.04-ready', usual],
  ['microphoneUse', '/proc/asound/card0/pcm0c/sub0/status', 'ubuntu-24.04-ready', usual],
  ['power', '/sys/class/power_supply/BAT0/uevent', 'ubuntu-24.04-ready', usual],
  ['load', '/proc/meminfo', 'ubuntu-24.04-ready', usual],
];

/** As an account that may not read the file. Whoever runs the tests as root is an ordinary account in between. */
const asOrdinary = async (work: () => Promise<void>): Promise<void> => {
  const root = process.geteuid?.() === 0;
  if (root) process.seteuid?.(65_534);
  try {
    await work();
  } finally {
    if (root) process.seteuid?.(0);
  }
};

const damages: readonly (readonly [string, (file: string) => void])[] = [
  ['denied', (file) => chmodSync(file, 0)],
  ['far too large', (file) => truncateSync(file, 80_000_000)],
  ['garbage', (file) => writeFileSync(file, Buffer.from('\u0000\u00ff{[<\u001b[31m\nفشل 失敗\n=:\n', 'latin1'))],
  [
    'a pipe',
    (file) => {
      rmSync(file);
      execFileSync('/usr/bin/mkfifo', [file]);
    },
  ],
];

describe.each(files)('%s with %s of %s', (key, file, name, outcomes) => {
  test.each(damages.map(([what, damage], index) => [what, outcomes[index], damage] as const))(
    '%s: %s',
    async (what, outcome, damage) => {
      const disk = diskOf(name);
      damage(disk.at(file));
      const look = async (): Promise<void> => {
        const fact = (await factsOf(name, [key]))[key];
        expect(fact?.state === 'unknown' ? fact.cause : fact?.state).toBe(outcome);
      };
      try {
        await (what === 'denied' ? asOrdinary(look) : look());
      } finally {
        disk.restoreFile(file);
      }
    },
  );
});
