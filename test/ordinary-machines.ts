/** Owns ordinary computers that are kept up to date: put together from recorded ones, with Zoom, Teams, Chrome and a backup. */
import { readFileSync } from 'node:fs';
import { parseRecording, type Reading, type Recording } from '../electron/platform/machine/recording.ts';
import { movedAlong, withReads } from './moved-along.ts';

const recorded = (name: string): Recording => {
  const file = `test/machines/${name}.json`;
  return parseRecording(file, readFileSync(file, 'utf8'));
};

export type Versions = readonly (readonly [before: string, after: string])[];

export interface OrdinaryMachine {
  readonly name: string;
  readonly recording: Recording;
  /** Its programs after 120 days of updates. */
  readonly later: Versions;
  /** Its programs if nobody had cared for a long time. */
  readonly neglected: Versions;
}

const textOf = ({ reads }: Recording, path: string): string =>
  reads.flatMap((one) => (one.op === 'readText' && one.path === path && 'text' in one ? [one.text] : []))[0] ?? '';

const windows = (): Recording =>
  movedAlong(recorded('windows-11-25h2-backup-running'), 0, [
    // Its backup has ended meanwhile.
    ['wbengine.exe', 'SearchHost.exe'],
    ['7.2.48358', '7.2.48556'],
    ['157.0.8213.71', '158.0.8200.41'],
  ]);
const windowsLater: Versions = [
  ['7.2.48556', '7.4.60000'],
  ['26260.1701.5139.3736', '27061.1701.5139.3736'],
  ['158.0.8200.41', '165.0.8900.20'],
  ['157.0.3921.52', '165.0.4300.10'],
  ['160.0', '168.0'],
  ['2026-11 ', '2027-03 '],
];
const windowsNeglected: Versions = [
  ['7.2.48556', '5.17.31000'],
  ['158.0.8200.41', '144.0.7559.96'],
];

const mac = (): Recording =>
  movedAlong(recorded('macos-26'), 0, [
    ['7.1.5 (84650)', '7.2.1 (88329)'],
    ['6.5.3 (58803)', '7.2.1 (88329)'],
    ['26213.1006.5011.1671', '26260.1701.5139.3736'],
    ['157.0.7990.44', '158.0.8200.41'],
  ]);
const macLater: Versions = [
  ['7.2.1 (88329)', '7.4.1 (96000)'],
  ['26260.1701.5139.3736', '27061.1701.5139.3736'],
  ['158.0.8200.41', '165.0.8900.20'],
  ['157.0.4300.22', '165.0.4300.10'],
  ['160.0', '168.0'],
];
const macNeglected: Versions = [
  ['7.2.1 (88329)', '5.17.11 (31580)'],
  ['158.0.8200.41', '144.0.7559.96'],
];

const ZOOM_POLICY =
  'zoom:\n  Installed: 7.2.1.5760\n  Candidate: 7.2.1.5760\n  Version table:\n *** 7.2.1.5760 100\n        100 /var/lib/dpkg/status\n';
const ubuntuWithoutZoom = (): Recording =>
  movedAlong(recorded('ubuntu-24.04-ready'), 0, [['157.0.8100.60', '158.0.8200.41']]);
const ubuntu = (): Recording => {
  const base = ubuntuWithoutZoom();
  const zoom =
    'Package: zoom\nStatus: install ok installed\nArchitecture: amd64\nVersion: 7.2.1.5760\nDescription: zoom\n\n';
  const policies = base.reads.filter((one) => one.op === 'run' && one.program === '/usr/bin/apt-cache');
  return withReads(base, [
    { op: 'readText', path: '/var/lib/dpkg/status', text: textOf(base, '/var/lib/dpkg/status') + zoom },
    ...(policies.map((one) => ({
      ...one,
      ...('args' in one ? { args: [...one.args, 'zoom'] } : {}),
      ...('stdout' in one ? { stdout: one.stdout + ZOOM_POLICY } : {}),
    })) as Reading[]),
  ]);
};
const linuxLater: Versions = [
  ['7.2.1.5760', '7.4.1.6400'],
  ['158.0.8200.41', '165.0.8900.20'],
];
const linuxNeglected: Versions = [
  ['7.2.1.5760', '5.17.11.3835'],
  ['158.0.8200.41', '144.0.7559.96'],
];

const MINT = [
  'NAME="Linux Mint"',
  'VERSION="22.2 (Zara)"',
  'ID=linuxmint',
  'ID_LIKE="ubuntu debian"',
  'PRETTY_NAME="Linux Mint 22.2"',
  'VERSION_ID="22.2"',
  'VERSION_CODENAME=zara',
  'UBUNTU_CODENAME=noble',
  '',
].join('\n');

const FLATPAKS = '/var/lib/flatpak/app';
const ZOOM_FLATPAK = `${FLATPAKS}/us.zoom.Zoom/current/active`;
/** Zoom as Mint's software manager installs it. */
const zoomFromFlathub: readonly Reading[] = [
  { op: 'readDir', path: FLATPAKS, entries: [{ name: 'us.zoom.Zoom', kind: 'folder' }] },
  { op: 'readText', path: `${ZOOM_FLATPAK}/metadata`, text: '[Application]\nname=us.zoom.Zoom\n' },
  {
    op: 'readText',
    path: `${ZOOM_FLATPAK}/files/share/metainfo/us.zoom.Zoom.metainfo.xml`,
    text: '<component><releases><release version="7.2.1.5760" date="2026-09-21"/></releases></component>',
  },
  { op: 'readLink', path: `${FLATPAKS}/us.zoom.Zoom/current`, target: 'x86_64/stable' },
  {
    op: 'run',
    program: '/usr/bin/flatpak',
    args: ['list', '--app', '--columns=application,origin,installation'],
    code: 0,
    stdout: 'us.zoom.Zoom\tflathub\tsystem\n',
    stderr: '',
  },
  {
    op: 'readText',
    path: '/var/lib/flatpak/repo/config',
    text: '[core]\nrepo_version=1\n\n[remote "flathub"]\nurl=https://dl.flathub.org/repo/\ngpg-verify=true\n',
  },
  { op: 'readText', path: '/home/user/.local/share/flatpak/repo/config', missing: true },
];

const FEDORA_RPM = '/usr/bin/rpm';
/** Fedora with the backup of the recorded Ubuntu: Déjà Dup writes the same everywhere. */
const fedora = (): Recording => {
  const base = movedAlong(recorded('fedora-43'), 0, [
    ['fc43', 'fc45'],
    ['Fedora Linux 43', 'Fedora Linux 45'],
    ['VERSION_ID=43', 'VERSION_ID=45'],
    ['SUPPORT_END=2026-12-09', 'SUPPORT_END=2027-12-01'],
    ['VERSION="43', 'VERSION="45'],
    ['157.0.8100.60-1', '158.0.8200.41-1'],
    ['159.0.1-1', '160.0-1'],
    ['google-chrome-stable\t158', 'zoom\t7.2.1.5760-1\tx86_64\t1795190000\ngoogle-chrome-stable\t158'],
  ]);
  const isBackup = (one: Reading): boolean =>
    /DejaDup|deja-dup|lsblk/.test(JSON.stringify(one)) && one.op !== 'processes';
  const none = base.reads.flatMap((one): Reading[] =>
    one.op === 'run' && one.program === '/usr/bin/dnf' && 'stdout' in one ? [{ ...one, code: 0, stdout: '' }] : [],
  );
  const signatures = base.reads.flatMap((one): Reading[] =>
    one.op === 'run' && one.program === FEDORA_RPM && one.args[0] === '-q' && 'stdout' in one
      ? [
          {
            ...one,
            args: [...one.args.slice(0, -1), 'zoom', ...one.args.slice(-1)],
            stdout: `zoom\t1\t(none)\t(none)\tZoom\n${one.stdout}`,
          },
        ]
      : [],
  );
  return withReads(base, [
    ...none,
    ...signatures,
    ...recorded('ubuntu-24.04-ready').reads.filter(isBackup),
    { op: 'readLink', path: '/system-update', missing: true },
    { op: 'readDir', path: '/lib/modules', entries: [{ name: base.host.kernel, kind: 'folder' }] },
  ]);
};

export const ordinaryMachines: readonly OrdinaryMachine[] = [
  { name: 'Windows 11 25H2', recording: windows(), later: windowsLater, neglected: windowsNeglected },
  {
    name: 'Windows 11 26H2',
    recording: movedAlong(windows(), 0, [
      ['26200', '26300'],
      ['25H2', '26H2'],
    ]),
    later: windowsLater,
    neglected: windowsNeglected,
  },
  { name: 'macOS 26', recording: mac(), later: macLater, neglected: macNeglected },
  {
    name: 'macOS 27',
    recording: movedAlong(mac(), 0, [
      ['26.7.1', '27.2'],
      ['25G241', '26C61'],
    ]),
    later: macLater,
    neglected: macNeglected,
  },
  { name: 'Ubuntu 24.04', recording: ubuntu(), later: linuxLater, neglected: linuxNeglected },
  {
    name: 'Ubuntu 26.04',
    recording: movedAlong(ubuntu(), 0, [
      ['24.04.3', '26.04.1'],
      ['24.04', '26.04'],
      ['noble', 'resolute'],
      ['Noble Numbat', 'Resolute Raccoon'],
    ]),
    later: linuxLater,
    neglected: linuxNeglected,
  },
  { name: 'Fedora 45', recording: fedora(), later: linuxLater, neglected: linuxNeglected },
  {
    name: 'Linux Mint 22.2',
    recording: withReads(movedAlong(ubuntu(), 0, [['ubuntu:GNOME', 'X-Cinnamon']]), [
      ...ubuntuWithoutZoom().reads.filter((one) => 'path' in one && one.path === '/var/lib/dpkg/status'),
      ...zoomFromFlathub,
      { op: 'readText', path: '/etc/os-release', text: MINT },
    ]),
    later: linuxLater,
    neglected: linuxNeglected,
  },
];
