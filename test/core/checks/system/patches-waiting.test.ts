/** What waits, and for how long: fixes, what may be one, what is kept back, and systems that are replaced as a whole. */
import { describe, expect, test } from 'vitest';
import type { State } from '../../../../electron/core/report/finding.ts';
import type { Reading } from '../../../../electron/platform/machine/recording.ts';
import {
  aptLists,
  type Change,
  daysBefore,
  dnfLists,
  each,
  findingsOf,
  installed,
  prints,
  recorded,
  signed,
  touched,
  without,
  withReads,
} from './recorded-patches.ts';

const hold: Reading = {
  op: 'readText',
  path: '/var/lib/dpkg/status',
  text: 'Package: openssl\nStatus: hold ok installed\nVersion: 1-1\n\n',
};
const osRelease = (text: string): Change => withReads({ op: 'readText', path: '/etc/os-release', text });
const nothingKnown: Change = without(/^\/usr\/bin\/|ostree-booted/);
const noTools: Change = (recording) =>
  withReads(
    ...['/run/ostree-booted', '/usr/bin/apt-get', '/usr/bin/zypper', '/usr/bin/dnf', '/usr/bin/pacman'].map(
      (path): Reading => ({ op: 'stat', path, missing: true }),
    ),
  )(nothingKnown(recording));
const noAdvisories = each((reading) =>
  reading.op === 'readDir' && 'entries' in reading && reading.path.endsWith('/repodata')
    ? { ...reading, entries: reading.entries.filter(({ name }) => !name.includes('updateinfo')) }
    : undefined,
);
const forty = (source: string) => Array.from({ length: 40 }, (_, at) => `lib${at} ${source}`);

const cases: readonly (readonly [what: string, machine: string, state: State, ...changes: Change[]])[] = [
  ['a point release of Debian', 'debian-13', 'caution', aptLists('openssl/stable'), installed(12)],
  ['backports of Debian', 'debian-13', 'caution', aptLists('linux-image-amd64/stable-backports'), installed(12)],
  ['what is known to be no fix', 'debian-13', 'pass', aptLists('nano/stable-updates'), installed(12)],
  [
    'a browser of its maker’s own source',
    'ubuntu-24.04-pro',
    'caution',
    aptLists('google-chrome-stable/stable'),
    installed(12),
  ],
  [
    'Fedora whose advisories were not fetched',
    'fedora-43',
    'caution',
    noAdvisories,
    dnfLists(forty('updates'), []),
    installed(12),
  ],
  [
    'updates of RPM Fusion, which has no advisories',
    'fedora-43',
    'caution',
    dnfLists(['ffmpeg rpmfusion-free-updates'], []),
    installed(12),
  ],
  ['what Fedora’s advisories name no fix', 'fedora-43', 'pass', dnfLists(['nano updates'], []), installed(12)],
  [
    'a hundred and more of Fedora’s without one fix',
    'fedora-43',
    'caution',
    dnfLists(
      Array.from({ length: 120 }, (_, at) => `lib${at} updates`),
      [],
    ),
  ],

  [
    'a fix of this morning, five days after the last',
    'ubuntu-24.04-pro',
    'caution',
    aptLists('openssl/noble-security'),
    signed(/noble-security/, 0),
    installed(5),
  ],
  [
    'a fix that stood on the list of four days ago',
    'ubuntu-24.04-pro',
    'fail',
    aptLists('openssl/noble-security'),
    signed(/security\.ubuntu/, 4),
    installed(1),
  ],
  [
    'fixes waiting, a program installed yesterday that pulled one along',
    'debian-13',
    'fail',
    aptLists('openssl/stable-security'),
    signed(/security/, 0),
    withReads({
      op: 'readText',
      path: '/var/log/dpkg.log',
      text: '2026-09-02 07:58:01 startup archives unpack\n2026-09-02 07:58:02 upgrade a:all 1 2\n2026-11-28 19:01:02 startup archives unpack\n2026-11-28 19:01:03 install htop:amd64 <none> 3\n2026-11-28 19:01:04 upgrade b:all 1 2\n',
    }),
  ],
  [
    'fifty fixes whose packages nobody touched for months, a program installed yesterday',
    'fedora-43',
    'fail',
    dnfLists(
      Array.from({ length: 50 }, (_, at) => `lib${at} updates`),
      Array.from({ length: 50 }, (_, at) => `lib${at} updates`),
    ),
    touched(/updates-/, 0),
    (recording) =>
      prints(
        '-qa',
        [...Array.from({ length: 50 }, (_, at) => [`lib${at}`, 150] as const), ['htop', 1] as const]
          .map(([name, days]) => `${name}\t1-1\tx86_64\t${Math.floor(daysBefore(recording, days).getTime() / 1000)}\n`)
          .join(''),
      )(recording),
  ],

  [
    'phased updates alone, for longer than a month',
    'ubuntu-24.04-pro',
    'pass',
    aptLists('fwupd/noble-updates'),
    installed(45),
    prints(
      'upgrade',
      'The following upgrades have been deferred due to phasing:\n  fwupd libfwupd2\n0 upgraded, 0 newly installed, 0 to remove and 1 not upgraded.\n',
    ),
  ],
  [
    'phased updates as a newer apt tells them',
    'ubuntu-24.04-pro',
    'pass',
    aptLists('fwupd/noble-updates'),
    installed(45),
    prints('upgrade', 'Not upgrading yet due to phasing:\n  fwupd\n\nSummary:\n  Upgrading: 0\n'),
  ],
  [
    'a phased update beside one that waits',
    'ubuntu-24.04-pro',
    'caution',
    aptLists('fwupd/noble-updates', 'nano/noble-updates'),
    installed(45),
    prints('upgrade', 'The following upgrades have been deferred due to phasing:\n  fwupd\n'),
  ],
  [
    'a fix that somebody holds back',
    'debian-13',
    'caution',
    aptLists('openssl/stable-security'),
    signed(/security/, 6),
    installed(45),
    withReads(hold),
  ],
  [
    'what is no fix and held back',
    'debian-13',
    'pass',
    aptLists('openssl/stable-updates'),
    installed(45),
    withReads(hold),
  ],
  [
    'a package that pacman is told to ignore',
    'arch',
    'pass',
    prints('-Qu', 'linux 6.12.1-1 -> 6.17.9-1 [ignored]\n', 0),
  ],
  [
    'a package database that is synchronised and not installed',
    'arch',
    'caution',
    prints('-Qu', Array.from({ length: 353 }, (_, at) => `lib${at} 1-1 -> 2-1\n`).join(''), 0),
  ],
  [
    'a warning of pacman about its own settings',
    'arch',
    'pass',
    each((reading) =>
      reading.op === 'run' && 'stdout' in reading && reading.args.includes('-Qu')
        ? { ...reading, stderr: 'warning: config file /etc/pacman.conf, line 20: directive ‘X’ not recognized\n' }
        : undefined,
    ),
  ],
  [
    'an Arch mirror that stands still while it is asked each day',
    'arch',
    'caution',
    withReads({
      op: 'readText',
      path: '/var/log/pacman.log',
      text: '[2026-08-01T09:00:00+0200] [PACMAN] starting full system upgrade\n[2026-08-01T09:01:00+0200] [ALPM] upgraded a (1 -> 2)\n[2026-11-28T09:00:00+0100] [PACMAN] synchronizing package lists\n[2026-11-28T09:00:01+0100] [PACMAN] starting full system upgrade\n',
    }),
  ],
  [
    'a version that begins with a letter',
    'rocky-9',
    'pass',
    dnfLists([], []),
    prints('check-update', 'v4tool.noarch v0.0.9-1 baseos\n', 100),
    each((reading) =>
      reading.op === 'run' && 'stdout' in reading && reading.args.includes('--security')
        ? { ...reading, stdout: '', code: 0 }
        : undefined,
    ),
  ],

  [
    'an image whose tool answers only root',
    'silverblue-43',
    'pass',
    each((reading) =>
      reading.op === 'run' && reading.program === '/usr/bin/rpm-ostree'
        ? { op: 'run', program: reading.program, args: reading.args, cannotTell: 'denied', reason: 'root only' }
        : undefined,
    ),
  ],
  [
    'SteamOS of ten days ago, which carries pacman',
    'arch',
    'pass',
    osRelease('ID=steamos\nID_LIKE=arch\nVERSION_ID=3.9\nBUILD_ID=20261119.1\n'),
  ],
  ['SteamOS of July', 'arch', 'caution', osRelease('ID=steamos\nID_LIKE=arch\nVERSION_ID=3.9\nBUILD_ID=20260702.1\n')],
  ['NixOS that names its day', 'arch', 'pass', noTools, osRelease('ID=nixos\nBUILD_ID="26.05.20261120.6143fc5"\n')],
  ['NixOS that names none', 'arch', 'unknown', noTools, osRelease('ID=nixos\nBUILD_ID="26.05.1234.6143fc5"\n')],
  ['Alpine', 'arch', 'unknown', noTools, osRelease('ID=alpine\nVERSION_ID=3.22.1\n')],
  ['Gentoo', 'arch', 'unknown', noTools, osRelease('ID=gentoo\nVERSION_ID=2.18\n')],
];

for (const [what, machine, state, ...changes] of cases) {
  test(`${what} (${machine}): ${state}`, async () => {
    const finding = (await findingsOf(recorded(machine, ...changes))).get('os-patches');
    expect([finding?.state, finding?.evidence.found]).toEqual([state, expect.anything()]);
  });
}

describe('one quiet reason where no reader is', () => {
  test.each([
    ['alpine', 'apk keeps no list'],
    ['gentoo', 'Portage takes minutes to say what’s waiting'],
    ['void', 'xbps keeps no list'],
    ['ubuntu-core', 'This system consists of snaps'],
    ['haiku', 'Greenroom doesn’t know how this Linux is updated.'],
  ])('%s', async (id, reason) => {
    const finding = (await findingsOf(recorded('arch', noTools, osRelease(`ID=${id}\n`)))).get('os-patches');
    expect(finding).toMatchObject({ state: 'unknown', cause: 'unsupported' });
    expect(finding?.evidence.found).toContain(reason);
  });
});

test('Pop with Ubuntu’s list for unattended updates installs nothing by itself', async () => {
  const periodic = prints(
    'APT::Periodic',
    'APT::Periodic::Update-Package-Lists "1";\nAPT::Periodic::Unattended-Upgrade "1";\n',
  );
  const program = withReads({
    op: 'stat',
    path: '/usr/bin/unattended-upgrade',
    stat: { kind: 'file', size: 1, modifiedMs: 1, uid: 0, mode: 0o755 },
  });
  const list = prints('Unattended-Upgrade', 'Unattended-Upgrade::Allowed-Origins:: "Pop:noble-security";\n');
  const finding = (await findingsOf(recorded('pop-24.04', periodic, program, list))).get('auto-updates');
  expect(finding).toMatchObject({ state: 'caution', title: 'Automatic updates install nothing here' });
});

test('a kernel of another series by choice waits for no restart', async () => {
  const series = withReads({
    op: 'readDir',
    path: '/lib/modules',
    entries: ['6.12.58-1-MANJARO', '6.18.1-1-MANJARO'].map((name) => ({ name, kind: 'folder' })),
  });
  expect((await findingsOf(recorded('manjaro', series))).get('restart-pending')?.state).toBe('pass');
});
