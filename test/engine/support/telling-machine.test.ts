/** Computers on which every name is a made-up word: none of the words gets into anything that leaves them. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checks } from '../../../electron/core/checks/index.ts';
import type { Identity } from '../../../electron/core/facts/identity.ts';
import { formats } from '../../../electron/core/formats/index.ts';
import { reportText } from '../../../electron/core/formats/text.ts';
import { entryOf } from '../../../electron/core/report/history.ts';
import { historyLine } from '../../../electron/core/report/history-line.ts';
import { sharedResult } from '../../../electron/core/report/shared-result.ts';
import { runChecks } from '../../../electron/engine/run/run.ts';
import { checkedEntry, createLog, faultEntry } from '../../../electron/engine/storage/log.ts';
import { redactedRecording } from '../../../electron/engine/support/redacted-recording.ts';
import { supportText } from '../../../electron/engine/support/support-file.ts';
import { parseRecording, type Reading, type Recording } from '../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';

interface Telling {
  readonly machine: Recording;
  readonly identity: Identity;
  /** All of them are looked for in lower case. */
  readonly words: readonly string[];
  /** Those that the person's own report names. */
  readonly told: readonly string[];
}

/** A recorded computer with made-up words in the places of its plain ones, and with further readings. */
const machineFrom = (
  name: string,
  renamed: Readonly<Record<string, string>>,
  ...further: readonly Reading[]
): Recording => {
  let text = readFileSync(`test/machines/${name}.json`, 'utf8');
  for (const [plain, telling] of Object.entries(renamed)) {
    expect(text, plain).toContain(plain);
    text = text.replaceAll(plain, telling);
  }
  const machine = parseRecording(name, text);
  const keyOf = (reading: Reading): string => JSON.stringify([reading.op, 'path' in reading && reading.path]);
  const replaced = new Set(further.map(keyOf));
  return {
    ...machine,
    reads: [...machine.reads.filter((one) => one.op === 'run' || !replaced.has(keyOf(one))), ...further],
  };
};

const file = (name: string, text: string): Reading => ({ op: 'readText', path: name, text });

const linux: Telling = {
  machine: machineFrom(
    'linux-backup-several-tools',
    {
      '/home/user': '/home/zaphod',
      '/media/user/Vault/borg': 'trillian@vogonnas:/srv/magratheastore/zaphods-laptop',
      '/media/user/Vault': '/media/slartibart/Krikkitdisk',
      '\\"Vault\\"': '\\"Krikkitdisk\\"',
      'backup 1': 'Marvinfiles',
      'Example NVMe 512GB': 'SN-HHGTTG-4242',
      '\\"label\\":\\"EFI\\"': '\\"label\\":\\"EddieSysDisk\\"',
      '*:Home:': '*:MilliwaysGuest\\\\:WLAN:',
      '"gnome-shell"': '"agrajagspy"',
      'NAME=user': 'NAME=zaphod',
      'USER=user': 'USER=zaphod',
      'https://cdn.zoom.us/prod/7.0.5.3034/zoom_amd64.deb':
        'https://ford:prefect@deepthought.example/betelgeuse/zoom_amd64.deb?key=vogsphere',
      'http://archive.ubuntu.com/ubuntu/': 'https://mirror.heartofgold.magrathea.example/ubuntu/',
    },
    file(
      '/home/zaphod/.config/backintime/config',
      'profiles=1:2\nprofile1.name=Main profile\nprofile1.snapshots.path=/media/slartibart/Krikkitdisk/Marvinfiles\nprofile2.name=Privat Fenchurch\nprofile2.snapshots.mode=ssh\nprofile2.snapshots.path=/srv/dentarthur\nprofile2.snapshots.ssh.host=vogonnas\n',
    ),
    file(
      '/home/zaphod/.config/pika-backup/backup.json',
      JSON.stringify([
        {
          id: 'a',
          repo: {
            uri: 'ssh://ford@heartofgold.magrathea.example/./home/ford/deepthinking',
            drive_name: 'Heisenberg Laufwerk',
          },
        },
        {
          id: 'b',
          repo: {
            mount_path: '/media/slartibart/Krikkitdisk',
            path: 'Hotblackfiles',
            mount_name: 'Krikkitdisk',
            removable: true,
            volume_uuid: 'x',
          },
        },
      ]),
    ),
    file('/home/zaphod/.config/pika-backup/history.json', '{"a":{"run":[]}}'),
    file(
      '/home/zaphod/.config/kopia/repository.config',
      '{"storage":{"type":"filesystem","config":{"path":"/home/zaphod/Golgafrinch/kopia"}},"username":"zaphod","hostname":"heartofgold"}',
    ),
    file('/etc/rsnapshot.conf', 'snapshot_root\t/mnt/Traalstore/snaps/\n'),
  ),
  identity: {
    userName: 'zaphod',
    hostName: 'heartofgold',
    home: '/home/zaphod',
    personNames: ['Zaphod Beeblebrox'],
    domain: 'magrathea.example',
  },
  words: [
    ...[
      'zaphod',
      'beeblebrox',
      'heartofgold',
      'magrathea',
      'trillian',
      'vogonnas',
      'slartibart',
      'krikkit',
      'marvinfiles',
    ],
    ...[
      'hhgttg',
      'eddiesysdisk',
      'milliways',
      'agrajag',
      'prefect',
      'deepthought',
      'betelgeuse',
      'vogsphere',
      'fenchurch',
    ],
    ...['dentarthur', 'deepthinking', 'heisenberg', 'hotblack', 'golgafrinch', 'traalstore'],
  ],
  told: ['krikkitdisk', 'milliways', 'deepthought'],
};

const WINDOWS_HOME = 'C:\\\\Users\\\\zaphod.beeblebrox';
const windows: Telling = {
  machine: machineFrom('windows-11-25h2-german', {
    'M\\\\u00fcllers Sicherung': 'Krikkitdisk Fenchurch',
    'DESKTOP-EXAMPLE': 'HEARTOFGOLDWORK',
    'C:\\\\Users\\\\user': WINDOWS_HOME,
    'EXAMPLE NVME 512GB': 'SN-HHGTTG-4242',
    'Example Stick': 'Slartibart Traalstick',
    'borg-archiv': 'Golgafrinch',
    'Lies mich.txt': 'Steuer Marvin.txt',
    'Garten.jpg': 'Deepthought.jpg',
  }),
  identity: {
    userName: 'zaphod.beeblebrox',
    hostName: 'heartofgoldworkstation',
    home: 'C:\\Users\\zaphod.beeblebrox',
    computerNames: ['HEARTOFGOLDWORK'],
  },
  words: [
    'zaphod',
    'beeblebrox',
    'heartofgold',
    'krikkit',
    'fenchurch',
    'hhgttg',
    'slartibart',
    'traal',
    'golgafrinch',
    'marvin',
    'deepthought',
  ],
  told: ['krikkitdisk fenchurch'],
};

const windowsShare: Telling = {
  machine: machineFrom('windows-11-25h2-two-destinations', {
    '\\\\\\\\shelf\\\\backup': '\\\\\\\\vogonnas\\\\marvinshare',
    'Grey disk': 'Krikkitdisk',
    'user\\\\DESKTOP-EXAMPLE': 'zaphod\\\\HEARTOFGOLDWORK',
    'DESKTOP-EXAMPLE': 'HEARTOFGOLDWORK',
    'C:\\\\Users\\\\user': 'C:\\\\Users\\\\zaphod',
    'explorer.exe': 'agrajagspy.exe',
    '222300000': '92223000000',
    'https://cdn.zoom.us/prod/7.2.0.48358/x64/': 'https://intranet.magrathea.example/betelgeuse/',
  }),
  identity: { userName: 'zaphod', hostName: 'heartofgoldworkstation', home: 'C:\\Users\\zaphod' },
  words: ['zaphod', 'heartofgold', 'krikkit', 'vogonnas', 'marvin', 'agrajag', 'magrathea', 'betelgeuse'],
  told: ['vogonnas', 'magrathea'],
};

const mac: Telling = {
  machine: machineFrom('macos-15-restic-stick', {
    HANDOUTS: 'Krikkitdisk',
    'Flash Disk': 'SN-HHGTTG-4242',
    slides: 'Golgafrinch',
    STUDIO: 'Slartibart',
    '/Users/user': '/Users/zaphod',
    'Managed Preferences/user/': 'Managed Preferences/zaphod/',
  }),
  identity: { userName: 'zaphod', hostName: 'heartofgold', home: '/Users/zaphod', personNames: ['Zaphod Beeblebrox'] },
  words: ['zaphod', 'beeblebrox', 'krikkit', 'hhgttg', 'golgafrinch', 'slartibart'],
  told: ['krikkitdisk'],
};

const macShare: Telling = {
  machine: machineFrom('macos-26-two-destinations', {
    'Red &amp; blue': 'Trillians Tagebuch',
    '<string>Shelf</string>': '<string>Vogonnas</string>',
    'smb://user@shelf.local/TimeMachine': 'smb://ford:prefect@vogonnas.local/marvinshare',
    'Ledger Notes': 'Agrajagspy',
    '/Users/user': '/Users/zaphod',
    'Managed Preferences/user/': 'Managed Preferences/zaphod/',
  }),
  identity: { userName: 'zaphod', hostName: 'heartofgold', home: '/Users/zaphod', computerNames: ['Zaphods MacBook'] },
  words: ['zaphod', 'trillian', 'vogonnas', 'prefect', 'marvin', 'agrajag'],
  told: ['trillians tagebuch', 'vogonnas'],
};

const folder = mkdtempSync(path.join(os.tmpdir(), 'greenroom-telling-'));
afterAll(() => rm(folder, { recursive: true }));

const reportOf = (machine: Recording) =>
  runChecks({ port: replayMachine(machine, { strict: false }), now: new Date(machine.recordedAt), deadlineMs: 60_000 });

/** Everything in a value, with the contents of files in plain text. */
const contentOf = (value: unknown): string => {
  const text = JSON.stringify(value);
  const files = [...text.matchAll(/"base64":"([^"]*)"/g)].map(([, base64 = '']) =>
    Buffer.from(base64, 'base64').toString('latin1'),
  );
  return [
    text,
    text.replace(/\\+u([0-9a-f]{4})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    ...files,
  ]
    .join('\n')
    .toLowerCase();
};

describe.each(Object.entries({ linux, windows, windowsShare, mac, macShare }))('%s', (name, telling) => {
  const { machine, identity, words, told } = telling;
  const foundIn = (value: unknown): readonly string[] => {
    const content = contentOf(value);
    return words.filter((word) => content.includes(word));
  };

  it('keeps every name out of a recording, which means the same', async () => {
    const { recording, isFaithful } = await redactedRecording(machine, identity);
    expect(foundIn(recording)).toEqual([]);
    expect(isFaithful).toBe(true);
  });

  it('keeps every name out of a support file', async () => {
    const port = replayMachine(machine, { strict: false });
    const report = await reportOf(machine);
    const doctor = { lines: report.findings.map(({ title, evidence }) => `${title}: ${evidence.found}`) } as never;
    expect(foundIn(await supportText({ port, identity, doctor, log: '' }))).toEqual([]);
  });

  it('keeps every name out of the log and the history', async () => {
    const log = createLog(path.join(folder, name), machine.host, identity);
    await log.write(checkedEntry(await reportOf(machine)));
    await log.write(
      faultEntry('check', new Error(`EACCES: ${identity.home}/x of ${identity.userName} on ${identity.hostName}`)),
    );
    expect(foundIn(await log.read())).toEqual([]);
    expect(foundIn(historyLine(entryOf(await reportOf(machine), null)))).toEqual([]);
  });

  it.each([true, false])('keeps every name out of every format, findings told: %s', async (shareFindings) => {
    const report = await reportOf(machine);
    const sharing = { shareFindings, shareAppVersions: true, shareComputerName: false, shareUserName: false };
    const result = sharedResult({ report, checks, sharing, identity, appVersion: '1' });
    for (const [format, write] of Object.entries(formats))
      expect([format, foundIn(write(result))]).toEqual([format, []]);
  });

  it('tells the person’s own names to the person', async () => {
    const report = await reportOf(machine);
    const text = reportText(report, { details: true, width: 10_000 }).toLowerCase();
    expect(told.filter((word) => !JSON.stringify(report).toLowerCase().includes(word))).toEqual([]);
    expect(told.filter((word) => text.includes(word))).not.toEqual([]);
  });
});
