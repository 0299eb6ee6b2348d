/** Which command lines make a backup: as people, their timers and their programs write them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupOf } from '../../../../electron/platform/linux/backup/tool-commands.ts';

const nameOf = (line: string): string | undefined => backupOf(line.split(' '))?.name;

describe('makes a backup', () => {
  test.each([
    ['borg', 'Borg'],
    ['restic', 'restic'],
  ])('%s, as its vendor’s file is called and as distributions wrap it', (program, name) => {
    const command = program === 'borg' ? 'create' : 'backup';
    for (const file of [
      `/usr/bin/${program}`,
      `/nix/store/x/bin/.${program}-wrapped`,
      `./${program}_0.18.0_linux_amd64`,
    ])
      expect(nameOf(`${file} ${command} x`), file).toBe(name);
  });

  test.each([
    ['borg --repo create create ::{now} /home/user', 'Borg'],
    ['borg --lock-wait 600 --rsh list create -e *.list /mnt/x::a /home', 'Borg'],
    ['borg -v --some-new-option value create /mnt/x::a /home', 'Borg'],
    ['borg -r /mnt/x create a /home', 'Borg'],
    ['/usr/bin/python3 /usr/bin/borg create --log-json --json /mnt/x::a /home', 'Borg'],
    ['python3 -m borg create /mnt/x::a /home', 'Borg'],
    ['/usr/bin/python3.11 -Es -W ignore /home/user/.local/bin/borg prune /mnt/x', 'Borg'],
    ['/opt/borg-linux-glibc236 create /mnt/x::a /home', 'Borg'],
    ['/usr/bin/python3 /usr/bin/borgmatic', 'borgmatic'],
    ['/usr/bin/python3 /usr/bin/borgmatic --verbosity -1 --syslog-verbosity 1', 'borgmatic'],
    ['borgmatic -c /home/user/list.yaml prune compact create check', 'borgmatic'],
    ['borgmatic -v 1 check create', 'borgmatic'],
    ['borgmatic -C --list', 'borgmatic'],
    ['restic --repo snapshots backup /home/user', 'restic'],
    ['restic -qr /mnt/x backup --tag snapshots /home/user', 'restic'],
    ['restic -r/mnt/x --password-command list -o sftp.command=x backup .', 'restic'],
    ['restic --json --cleanup-cache --repo=/mnt/x backup --exclude=/proc /', 'restic'],
    ['/bin/sh /usr/local/bin/restic backup /home/user', 'restic'],
    ['duplicity /home/me scp://uid@other.host//usr/backup', 'duplicity'],
    ['/usr/bin/python3 /usr/bin/duplicity --include=/home --exclude ** --volsize=25 / gio+file:///mnt/x', 'duplicity'],
    ['duplicity --full-if-older-than 1M --name list /home/me file:///mnt/x', 'duplicity'],
    ['duplicity inc /home/me file:///mnt/x', 'duplicity'],
    ['duplicity backup /home/me file:///mnt/x', 'duplicity'],
    ['/usr/bin/python3 /usr/bin/rdiff-backup backup /home/me /mnt/x', 'rdiff-backup'],
    ['rdiff-backup -v5 --exclude /home/me/restore /home/me host::/mnt/x', 'rdiff-backup'],
    ['/usr/bin/perl -w /usr/bin/rsnapshot -c /etc/rsnapshot.conf daily', 'rsnapshot'],
    ['rsnapshot -v alpha', 'rsnapshot'],
    ['rsnapshot sync', 'rsnapshot'],
    ['/bin/sh /usr/bin/backintime --profile restore backup', 'Back In Time'],
    ['python3 -Es /usr/share/backintime/common/backintime.py --profile-id 2 backup-job', 'Back In Time'],
    ['/usr/bin/python3 -Es /usr/share/backintime/common/backintime.py -b', 'Back In Time'],
    ['bup -d /mnt/x save -n home /home', 'bup'],
    ['bup on nas save -n home /home', 'bup'],
    ['kopia --config-file /home/user/list snapshot create /home/user', 'Kopia'],
    ['kopia snap --parallel 4 create --all', 'Kopia'],
    ['timeshift --snapshot-device /dev/sdb1 --create --comments list', 'Timeshift'],
  ])('%s', (line, name) => {
    expect(nameOf(line)).toBe(name);
  });
});

describe('makes none', () => {
  test.each([
    'restic snapshots --tag backup',
    'restic -r backup snapshots',
    'restic find backup',
    'restic mount /home/user/backup',
    'restic restore latest --target /home/user/backup --include backup',
    'restic --password-command backup ls latest',
    'restic',
    'borg list /mnt/x --prefix create',
    'borg info ::create',
    'borg key export /mnt/x create',
    'borg serve --restrict-to-path create',
    'borg mount /mnt/create create',
    'borg with-lock /mnt/x rsync create',
    'borgmatic list --archive create-home',
    'borgmatic --list',
    'borgmatic borg create',
    'borgmatic --version',
    'borgmatic config validate',
    'duplicity restore file:///mnt/x /home/me/full',
    'duplicity file:///mnt/x /home/me',
    'duplicity collection-status file:///full',
    'duplicity remove-all-but-n-full 2 file:///mnt/x',
    'duplicity coll file:///mnt/x',
    'rdiff-backup --list-increments /mnt/backup',
    'rdiff-backup -r now /mnt/x /home/me/backup',
    'rdiff-backup restore /mnt/x /home/me/backup',
    'rdiff-backup /mnt/x/rdiff-backup-data/increments/a.2026-11-01T00:00:00Z.diff /home/me/a',
    'rdiff-backup list increments backup',
    'rdiff-backup server',
    'rsnapshot configtest',
    'rsnapshot -t daily',
    'rsnapshot du daily',
    'rsnapshot',
    'backintime --profile backup snapshots-list',
    'backintime restore /home/user/backup',
    'bup restore -C save home/latest',
    'kopia repository create filesystem --path /mnt/x',
    'kopia snapshot list create',
    'kopia policy set --keep-latest 5 create',
    'kopia server start',
    'timeshift --list --snapshot-device --create',
    'timeshift --delete --snapshot 2026-01-01_00-00-01',
    'bash -c restic backup /home/user',
    'python3 -c import borg create',
    'python3 -m http.server create',
    'sh',
    'python3',
    'vim restic backup',
    'sudo restic backup /home/user',
    'deja-dup --backup',
    'constructor create',
  ])('%s', (line) => {
    expect(nameOf(line)).toBeUndefined();
  });
});

describe('whatever is said around it', () => {
  const restic = ['backup', 'prune', 'snapshots', 'restore', 'mount', 'ls', 'check', 'forget'];
  const option = fc.oneof(
    fc.constantFrom('-q', '--json', '--no-lock', '-v', '--unheard-of'),
    fc.constantFrom(...restic).map((word) => `--repo=${word}`),
    fc.constantFrom(...restic).map((word) => `-r${word}`),
    fc.tuple(fc.constantFrom('-r', '--repo', '-qr', '--tls-client-cert', '-o'), fc.constantFrom(...restic)),
  );
  const anything = fc.oneof(fc.constantFrom(...restic, '--', '--tag'), fc.string());

  test('options before restic’s command and everything after it change nothing', () => {
    fc.assert(
      fc.property(fc.array(option), fc.constantFrom(...restic), fc.array(anything), (before, command, after) => {
        const makes = backupOf(['restic', ...before.flat(), command, ...after]) !== undefined;
        expect(makes).toBe(['backup', 'prune', 'forget'].includes(command));
      }),
    );
  });

  test('the words that a recording keeps say the same as all of them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'borg',
          'borgmatic',
          'restic',
          'duplicity',
          'rdiff-backup',
          'rsnapshot',
          'backintime',
          'bup',
          'kopia',
          'timeshift',
        ),
        fc.array(
          fc.oneof(
            fc.constantFrom('create', 'backup', 'snapshot', 'daily', '--create', 'file:///x', 'save'),
            fc.string(),
          ),
        ),
        (program, words) => {
          const maker = backupOf([program, ...words]);
          if (maker !== undefined) expect(backupOf(maker.example)).toBe(maker);
        },
      ),
    );
  });

  test('no line of words is too odd for it', () => {
    fc.assert(fc.property(fc.array(fc.string()), (line) => void backupOf(line)));
  });
});
