/** Owns making real backup sets for tests, each with the program that people use. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The Debian packages that all of them take. */
export const backupTools = [
  'borgbackup',
  'restic',
  'duplicity',
  'rsnapshot',
  'rdiff-backup',
  'backintime-common',
  'python3-dbus',
  'gnupg',
  'rsync',
] as const;

export interface Maker {
  /** Home folder of the person whose files are kept. */
  readonly home: string;
  /** What is kept. */
  readonly source: string;
}

const run = (
  { home }: Maker,
  program: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
) => {
  const { status, stderr, stdout } = spawnSync(program, args, {
    encoding: 'utf8',
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8', HOME: home, ...more },
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}${stdout}`);
};

export const makerIn = (folder: string): Maker => {
  const maker = { home: path.join(folder, 'home'), source: path.join(folder, 'files') };
  mkdirSync(maker.home, { recursive: true });
  mkdirSync(maker.source, { recursive: true });
  writeFileSync(path.join(maker.source, 'letter.txt'), 'Dear Ada,');
  return maker;
};

export const borg = (maker: Maker, to: string, { init = true, archive = true } = {}): void => {
  const secret = { BORG_PASSPHRASE: 'only a test' };
  if (init) run(maker, '/usr/bin/borg', ['init', '-e', 'repokey', to], secret);
  if (archive) run(maker, '/usr/bin/borg', ['create', `${to}::one`, maker.source], secret);
};

export const restic = (maker: Maker, to: string, { snapshot = true } = {}): void => {
  const secret = { RESTIC_PASSWORD: 'only a test' };
  run(maker, '/usr/bin/restic', ['-q', 'init', '-r', to], secret);
  if (snapshot) run(maker, '/usr/bin/restic', ['-q', '-r', to, 'backup', maker.source], secret);
};

export const duplicity = (maker: Maker, to: string): void =>
  run(maker, '/usr/bin/duplicity', ['full', maker.source, `file://${to}`], { PASSPHRASE: 'only a test' });

export const rsnapshot = (maker: Maker, to: string): void => {
  const settings = path.join(maker.home, 'rsnapshot.conf');
  const lines = [
    ['config_version', '1.2'],
    ['snapshot_root', `${to}/`],
    ['cmd_rsync', '/usr/bin/rsync'],
    ['retain', 'daily', '7'],
    ['backup', `${maker.source}/`, 'localhost/'],
    ['lockfile', path.join(maker.home, 'rsnapshot.pid')],
  ];
  writeFileSync(settings, `${lines.map((words) => words.join('\t')).join('\n')}\n`);
  run(maker, '/usr/bin/rsnapshot', ['-c', settings, 'daily']);
};

export const rdiffBackup = (maker: Maker, to: string): void =>
  run(maker, '/usr/bin/rdiff-backup', ['backup', maker.source, to]);

/** Keeps to `<to>/backintime/box/ada/1`. */
export const backInTime = (maker: Maker, to: string): void => {
  mkdirSync(path.join(to, 'backintime/box/ada/1'), { recursive: true });
  mkdirSync(path.join(maker.home, '.config/backintime'), { recursive: true });
  const settings = {
    'config.version': 6,
    profiles: 1,
    'profiles.version': 1,
    'profile1.schedule.mode': 0,
    'profile1.snapshots.mode': 'local',
    'profile1.snapshots.path': to,
    'profile1.snapshots.path.host': 'box',
    'profile1.snapshots.path.user': 'ada',
    'profile1.snapshots.path.profile': 1,
    'profile1.snapshots.include.size': 1,
    'profile1.snapshots.include.1.type': 0,
    'profile1.snapshots.include.1.value': maker.source,
  };
  writeFileSync(
    path.join(maker.home, '.config/backintime/config'),
    Object.entries(settings)
      .map(([key, value]) => `${key}=${value}\n`)
      .join(''),
  );
  run(maker, '/usr/bin/backintime', ['backup']);
};

/** As Timeshift leaves it: it writes to whole disks of its own choice, so its shape is made by hand. */
export const timeshift = (to: string, at: Date, { finished = true } = {}): void => {
  const name = at.toISOString().slice(0, 19).replace('T', '_').replaceAll(':', '-');
  const folder = path.join(to, 'timeshift/snapshots', name);
  mkdirSync(path.join(folder, 'localhost/etc'), { recursive: true });
  const description = { created: `${Math.floor(at.getTime() / 1000)}`, 'sys-distro': 'Debian 12', tags: 'ondemand' };
  if (finished) writeFileSync(path.join(folder, 'info.json'), JSON.stringify(description, null, 2));
};
