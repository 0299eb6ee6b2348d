/** Which sources make a list old, and which do not: the oldest that matters, whoever else answers. */
import { expect, test } from 'vitest';
import type { State } from '../../../../electron/core/report/finding.ts';
import {
  type Change,
  daysBefore,
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

const LISTS = '/var/lib/apt/lists';

/** Another archive beside those of the recording. */
const alsoSigned =
  (file: string, fields: string, days: number): Change =>
  (recording) => {
    const date = daysBefore(recording, days).toUTCString();
    const listed = each((reading) =>
      reading.op === 'readDir' && 'entries' in reading && reading.path === LISTS
        ? { ...reading, entries: [...reading.entries, { name: file, kind: 'file' }] }
        : undefined,
    );
    return withReads({ op: 'readText', path: `${LISTS}/${file}`, text: `${fields}\nDate: ${date}\n` })(
      listed(recording),
    );
  };

/** Archives that are no longer among the sources. */
const unlisted =
  (file: RegExp): Change =>
  (recording) =>
    each((reading) =>
      reading.op === 'readDir' && 'entries' in reading && reading.path === LISTS
        ? { ...reading, entries: reading.entries.filter(({ name }) => !file.test(name)) }
        : undefined,
    )(without(file)(recording));

const PPA = 'ppa.launchpadcontent.net_someone_tools_ubuntu_dists_noble_InRelease';
const THEIR_SECURITY = 'packages.example.org_debian_dists_stable-security_InRelease';
const MIRROR = 'mirror.example.org_debian-security_dists_trixie-security_InRelease';
const addRepository =
  (name: string, days: number): Change =>
  (recording) => {
    const cache = '/var/cache/libdnf5';
    const listed = each((reading) =>
      reading.op === 'readDir' && 'entries' in reading && reading.path === cache
        ? { ...reading, entries: [...reading.entries, { name, kind: 'folder' }] }
        : undefined,
    );
    const stat = {
      kind: 'file',
      size: 1,
      modifiedMs: daysBefore(recording, days).getTime(),
      uid: 0,
      mode: 0o644,
    } as const;
    return withReads({ op: 'stat', path: `${cache}/${name}/repodata/repomd.xml`, stat })(listed(recording));
  };
const leap = (version: string): Change =>
  withReads({ op: 'readText', path: '/etc/os-release', text: `ID="opensuse-leap"\nVERSION_ID="${version}"\n` });

const cases: readonly (readonly [what: string, machine: string, state: State, ...changes: Change[]])[] = [
  ['a list that says none for 100 days on Fedora', 'fedora-43', 'caution', installed(100)],
  ['a frozen mirror that is signed anew each day', 'debian-13', 'caution', installed(272)],
  ['the last look of thirteen days ago', 'debian-13', 'pass', signed(/security/, 13)],

  ['a dead source of somebody else beside its own', 'ubuntu-24.04-pro', 'pass', alsoSigned(PPA, 'Origin: LP-PPA', 200)],
  ['somebody else’s dead security source', 'debian-13', 'pass', alsoSigned(THEIR_SECURITY, 'Origin: Example', 200)],
  [
    'a second mirror that died',
    'debian-13',
    'pass',
    alsoSigned(MIRROR, 'Origin: Debian\nLabel: Debian-Security\nSuite: stable-security', 200),
  ],
  [
    'a fresh extended archive beside a dead security one',
    'ubuntu-24.04-pro',
    'unknown',
    signed(/esm/, 0),
    signed(/security\.ubuntu/, 60),
  ],
  [
    'a fresh archive beside a dead security one',
    'mint-22',
    'unknown',
    signed(/updates/, 0),
    signed(/noble-security/, 60),
  ],
  ['no security source at all', 'debian-13', 'unknown', unlisted(/security/), signed(/updates/, 0)],
  [
    'a security index that was never fetched',
    'ubuntu-24.04-pro',
    'unknown',
    unlisted(/security\.ubuntu/),
    signed(/updates/, 0),
  ],
  [
    'a security index without a date',
    'debian-13',
    'unknown',
    each((reading) =>
      reading.op === 'readText' && 'text' in reading && reading.path.includes('security')
        ? { ...reading, text: reading.text.replace(/^Date.*$/m, '') }
        : undefined,
    ),
  ],
  ['lists that were never fetched', 'debian-13', 'unknown', unlisted(/InRelease/)],

  ['a fresh RPM Fusion beside dead updates', 'fedora-43', 'unknown', touched(/libdnf5\/updates/, 60)],
  ['a dead RPM Fusion beside fresh updates', 'fedora-43', 'pass', touched(/rpmfusion/, 60)],
  ['a folder that the former release left', 'fedora-43', 'pass', addRepository('updates-ffffffffffffffff', 200)],
  ['a repository that had nothing new but was looked at', 'rocky-9', 'pass', touched(/repomd/, 40)],
  [
    'Packman looked at today, the system’s own long ago',
    'opensuse-leap-16',
    'unknown',
    touched(/packman/, 0),
    touched(/repo-oss\//, 60),
  ],
  ['a release whose fixes come in repositories that are off', 'opensuse-leap-16', 'unknown', leap('15.6')],
  ['the same repositories where they bring the fixes', 'opensuse-leap-16', 'pass', leap('16.0')],
  [
    'what RHEL says to every account',
    'rhel-9',
    'pass',
    prints('check-update', 'Not root, Subscription Management repositories not updated\n'),
  ],
  [
    'a RHEL that is not registered',
    'rhel-9',
    'unknown',
    prints('check-update', 'This system is not registered with an entitlement server.\n'),
  ],
];

for (const [what, machine, state, ...changes] of cases) {
  test(`${what} (${machine}): ${state}`, async () => {
    const finding = (await findingsOf(recorded(machine, ...changes))).get('os-patches');
    expect([finding?.state, finding?.evidence.found]).toEqual([state, expect.anything()]);
  });
}
