import { describe, expect, it } from 'vitest';
import type { Reading, Recording } from '../../../electron/platform/machine/recording.ts';
import {
  diskList,
  exported,
  factOf,
  knownOf,
  plistText,
  printed,
  processes,
  recordingOf,
  tmStatus,
  tmutil,
  withReadings,
} from './recorded.ts';

describe('backups that are set up', () => {
  it('tells a drive that is attached from one that is away', async () => {
    const { tools } = await knownOf(recordingOf('macos-14'), 'backupTools');
    expect(tools).toEqual([
      {
        id: 'time-machine',
        name: 'Time Machine',
        kind: 'backup',
        automatic: true,
        destinations: [
          {
            name: 'Backups of Ada',
            kind: 'drive',
            encrypted: false,
            attached: true,
            volumeId: '9F3B6D21-7C40-4E2A-9D15-0B8E6A4C7F33',
          },
        ],
      },
    ]);
    const away = await knownOf(recordingOf('macos-26'), 'backupTools');
    expect(away.tools[0]?.destinations).toEqual([
      {
        name: 'Studio backup',
        kind: 'drive',
        encrypted: false,
        attached: false,
        volumeId: '77A4D9B0-1C6E-4F25-8D38-E0B51C9F6A72',
      },
    ]);
  });

  it('keeps two destinations apart; whether a network drive can be reached is not known', async () => {
    const { tools } = await knownOf(recordingOf('macos-26-two-destinations'), 'backupTools');
    expect(tools[0]?.destinations).toEqual([
      {
        name: 'Red & blue',
        kind: 'drive',
        encrypted: false,
        attached: false,
        volumeId: '84F2D1A3-5E60-4C79-B81A-07D3C6E9F542',
      },
      { name: 'Shelf', kind: 'network', attached: null },
    ]);
  });

  it('names what only keeps files in step, and does not call it a backup', async () => {
    const { tools } = await knownOf(recordingOf('macos-15'), 'backupTools');
    expect(tools.filter(({ kind }) => kind === 'sync').map(({ name }) => name)).toEqual(['iCloud Drive', 'Dropbox']);
    // Signed in, but iCloud Drive is switched off.
    const exposed = (await knownOf(recordingOf('macos-26-exposed'), 'backupTools')).tools;
    expect(exposed.filter(({ kind }) => kind === 'sync').map(({ name }) => name)).toEqual(['Google Drive']);
    const path = '/Users/user/Library/Preferences/MobileMeAccounts.plist';
    for (const reading of [
      { op: 'readBytes', path, cannotTell: 'denied', reason: 'Not permitted.' },
      { op: 'readBytes', path, base64: 'AAAA' },
    ] as const) {
      const mac = await knownOf(withReadings(recordingOf('macos-13'), reading), 'backupTools');
      expect(mac).toEqual({ tools: [], gaps: [] });
    }
  });

  it('reports none where none is set up, and does not take an installed program for a backup', async () => {
    expect(await knownOf(recordingOf('macos-13'), 'backupTools')).toEqual({ tools: [], gaps: [] });
    expect(await knownOf(recordingOf('macos-26-pending-security'), 'backupTools')).toEqual({
      tools: [],
      gaps: ['Arq is installed. Whether it has a backup set up can’t be seen.'],
    });
  });

  it.each([['SuperDuper!'], ['Backblaze'], ['Carbon Copy Cloner']])(
    'does not say that there is none where %s is installed',
    async (name) => {
      const stat = { kind: 'folder', size: 96, modifiedMs: 1, uid: 501, mode: 0o755 } as const;
      const mac = withReadings(recordingOf('macos-13'), { op: 'stat', path: `/Applications/${name}.app`, stat });
      const gaps = [`${name} is installed. Whether it has a backup set up can’t be seen.`];
      expect(await knownOf(mac, 'backupTools')).toEqual({ tools: [], gaps });
    },
  );

  it('reads "No destinations configured." in words as well', async () => {
    const words = printed(...tmutil, '', 1, 'tmutil: No destinations configured.\n');
    expect((await knownOf(withReadings(recordingOf('macos-13'), words), 'backupTools')).tools).toEqual([]);
  });

  it('knows the destination without Full Disk Access, but not whether it runs by itself', async () => {
    const { tools } = await knownOf(recordingOf('macos-15-no-full-disk-access'), 'backupTools');
    expect(tools).toMatchObject([{ automatic: null, destinations: [{ name: 'Blue disk', attached: true }] }]);
  });
});

describe('when backups last finished', () => {
  it('takes the newest finished snapshot, whatever the order', async () => {
    expect(await knownOf(recordingOf('macos-14'), 'backupRuns')).toEqual({
      runs: [
        {
          tool: 'time-machine',
          name: 'Backups of Ada',
          at: '2026-11-20T19:44:05.000Z',
          evidence: '/Library/Preferences/com.apple.TimeMachine.plist, newest of SnapshotDates',
          destination: { name: 'Backups of Ada', volumeId: '9F3B6D21-7C40-4E2A-9D15-0B8E6A4C7F33' },
        },
      ],
      gaps: [],
    });
  });

  it('tells each destination for itself', async () => {
    const { runs } = await knownOf(recordingOf('macos-26-two-destinations'), 'backupRuns');
    expect(runs).toMatchObject([
      { name: 'Red & blue', at: '2026-10-02T16:45:10.000Z' },
      { name: 'Shelf', at: '2026-11-21T08:55:01.000Z' },
    ]);
    // The drive was away at the latest attempt, which is how it should be.
    for (const run of runs) expect(run).not.toHaveProperty('lastAttemptFailed');
  });

  it('says "never" where only failed attempts are known, and trusts no date of activity', async () => {
    const { runs } = await knownOf(recordingOf('macos-14-never-backed-up'), 'backupRuns');
    expect(runs).toMatchObject([{ name: 'New drive', at: 'never', lastAttemptFailed: true }]);
  });

  const date = (day: string): string => `<date>2026-11-${day}T09:00:00Z</date>`;
  it.each<[string, string, boolean]>([
    [
      'an attempt after it failed',
      `<key>RESULT</key><integer>17</integer><key>AttemptDates</key><array>${date('21')}</array>`,
      true,
    ],
    [
      'the drive was away at the attempt after it',
      `<key>RESULT</key><integer>18</integer><key>AttemptDates</key><array>${date('21')}</array>`,
      false,
    ],
    ['it could not be mounted, at no known time', '<key>RESULT</key><integer>19</integer>', false],
    [
      'the attempt that failed came before it',
      `<key>RESULT</key><integer>17</integer><key>AttemptDates</key><array>${date('18')}${date('19')}</array>`,
      false,
    ],
    ['an attempt failed, at no known time', '<key>RESULT</key><integer>17</integer>', true],
    [
      'the attempt after it went well',
      `<key>RESULT</key><integer>0</integer><key>AttemptDates</key><array>${date('21')}</array>`,
      false,
    ],
  ])('a backup of the 20th, and %s', async (_, more, failed) => {
    const body = `<dict><key>Destinations</key><array><dict><key>DestinationID</key><string>X</string>${more}<key>SnapshotDates</key><array>${date('20')}</array></dict></array></dict>`;
    const mac = withReadings(recordingOf('macos-14-never-backed-up'), printed(...exported, plistText(body)));
    const [run] = (await knownOf(mac, 'backupRuns')).runs;
    expect([run?.at, run?.lastAttemptFailed === true]).toEqual(['2026-11-20T09:00:00.000Z', failed]);
  });

  it('does not say "never" when the latest attempt went well but its date is not listed', async () => {
    const body =
      '<dict><key>Destinations</key><array><dict><key>DestinationID</key><string>D7A0B5FC-8E43-4296-BF51-40C3EAD92680</string>' +
      '<key>RESULT</key><integer>0</integer><key>AttemptDates</key><array><date>2026-11-20T18:00:00Z</date></array></dict></array></dict>';
    const mac = withReadings(recordingOf('macos-14-never-backed-up'), printed(...exported, plistText(body)));
    expect(await knownOf(mac, 'backupRuns')).toEqual({
      runs: [],
      gaps: ['Time Machine doesn’t say when its last backup to “New drive” finished.'],
    });
  });

  it('does not say "never" of a destination that the settings do not show', async () => {
    const mac = withReadings(
      recordingOf('macos-14'),
      printed(...exported, plistText('<dict><key>AutoBackup</key><true/></dict>')),
    );
    expect(await knownOf(mac, 'backupRuns')).toEqual({
      runs: [],
      gaps: ['Time Machine doesn’t say when its last backup to “Backups of Ada” finished.'],
    });
  });

  it('is unknown, not "never", without Full Disk Access', async () => {
    const hidden = { state: 'unknown', cause: 'denied', reason: expect.stringContaining('Full Disk Access') };
    expect(await factOf(recordingOf('macos-15-no-full-disk-access'), 'backupRuns')).toEqual(hidden);
    const refused = 'Could not export domain: Operation not permitted\n';
    const mac = withReadings(recordingOf('macos-15'), printed(...exported, '', 1, refused));
    expect(await factOf(mac, 'backupRuns')).toEqual(hidden);
  });

  it('is unknown when macOS shows nothing although the settings are there', async () => {
    const mac = withReadings(
      recordingOf('macos-15-no-full-disk-access'),
      printed(...exported, '', 1, 'defaults: fault\n'),
    );
    expect(await factOf(mac, 'backupRuns')).toMatchObject({ state: 'unknown', cause: 'unreadable' });
  });

  it('is an empty list on a Mac whose settings of Time Machine do not exist', async () => {
    const mac = withReadings(recordingOf('macos-13'), printed(...exported, plistText('<dict/>')), {
      op: 'stat',
      path: '/Library/Preferences/com.apple.TimeMachine.plist',
      missing: true,
    });
    expect(await knownOf(mac, 'backupRuns')).toEqual({ runs: [], gaps: [] });
  });

  it('names programs that keep their dates to themselves', async () => {
    expect((await knownOf(recordingOf('macos-15'), 'backupRuns')).gaps).toEqual([
      'Carbon Copy Cloner keeps its dates to itself, so its last backup isn’t known.',
    ]);
  });
});

describe('external drives', () => {
  it('describes a Time Machine drive by its volume, with the role that proves it', async () => {
    expect(await knownOf(recordingOf('macos-14'), 'externalDrives')).toEqual({
      drives: [
        {
          id: '9F3B6D21-7C40-4E2A-9D15-0B8E6A4C7F33',
          label: 'Backups of Ada',
          bus: 'usb',
          fileSystem: 'apfs',
          mountPoints: ['/Volumes/Backups of Ada'],
          sizeBytes: 2000189198336,
          freeBytes: null,
          readOnly: null,
          encrypted: true,
          sets: [{ tool: 'time-machine', name: 'Backups of Ada' }],
        },
      ],
    });
  });

  it('shows a stick that is no backup, without having opened it', async () => {
    const { drives } = await knownOf(recordingOf('macos-15'), 'externalDrives');
    expect(drives).toMatchObject([{ label: 'HANDOUTS', fileSystem: 'exfat', encrypted: false, sets: [] }]);
    expect(drives[0]?.gap).toMatch(/only when it has Full Disk Access/);
  });

  it('lists the volumes of one drive apart', async () => {
    const { drives } = await knownOf(recordingOf('macos-27'), 'externalDrives');
    expect(drives.map(({ label, bus, sets }) => [label, bus, sets.length])).toEqual([
      ['Desk drive', 'thunderbolt', 1],
      ['Film', 'thunderbolt', 0],
    ]);
  });

  const infoWith = (body: string): Recording =>
    withReadings(
      recordingOf('macos-15'),
      printed('/usr/sbin/diskutil', ['info', '-plist', 'disk6s1'], plistText(`<dict>${body}</dict>`)),
    );
  const key = (name: string, value: string | number | boolean): string =>
    `<key>${name}</key>${typeof value === 'string' ? `<string>${value}</string>` : typeof value === 'number' ? `<integer>${value}</integer>` : `<${value}/>`}`;
  const stick =
    key('BusProtocol', 'USB') +
    key('VolumeName', 'HANDOUTS') +
    key('FilesystemType', 'exfat') +
    key('MountPoint', '/Volumes/HANDOUTS');

  it.each([
    [
      'room left on a stick',
      stick + key('FreeSpace', 5e9) + key('WritableVolume', true),
      { freeBytes: 5e9, readOnly: false },
    ],
    ['a stick with its switch set', stick + key('WritableMedia', false), { readOnly: true }],
    ['NTFS, which a Mac only reads', stick + key('WritableVolume', false), { readOnly: true }],
    [
      'nothing of a volume that is not mounted',
      key('BusProtocol', 'USB') + key('FreeSpace', 0) + key('WritableVolume', false),
      { freeBytes: null, readOnly: null },
    ],
    [
      'an enclosure for Thunderbolt',
      stick + key('BusProtocol', 'PCI-Express') + key('Internal', false),
      { bus: 'thunderbolt' },
    ],
    [
      'APFS without a password',
      stick + key('FilesystemType', 'apfs') + key('Encryption', true) + key('FileVault', false),
      { encrypted: false },
    ],
    [
      'APFS with room in its container',
      stick + key('FilesystemType', 'apfs') + key('FreeSpace', 0) + key('APFSContainerFree', 7e9),
      { freeBytes: 7e9 },
    ],
  ])('tell %s', async (_, body, expected) => {
    expect((await knownOf(infoWith(body), 'externalDrives')).drives).toMatchObject([expected]);
  });

  it('are not the stick that macOS is installed from', async () => {
    const install =
      key('BusProtocol', 'USB') + key('VolumeName', 'Install macOS Tahoe') + key('MountPoint', '/Volumes/I');
    expect(await knownOf(infoWith(install), 'externalDrives')).toEqual({ drives: [] });
  });

  it('in the older form with encryption are attached, and nothing more is claimed', async () => {
    const recording = recordingOf('macos-15');
    const list = recording.reads.flatMap((it) =>
      it.op === 'run' && it.args.includes('external') && 'stdout' in it ? [it.stdout] : [],
    )[0];
    const older = (list ?? '').replace('Windows_NTFS', 'Apple_CoreStorage');
    expect(older).not.toBe(list);
    const mac = withReadings(
      infoWith(key('BusProtocol', 'USB') + key('TotalSize', 1e12) + key('MediaName', 'Example Disk')),
      printed(...diskList, older),
    );
    expect((await knownOf(mac, 'externalDrives')).drives).toMatchObject([
      {
        label: '1000 GB Example Disk',
        encrypted: null,
        freeBytes: null,
        sets: [],
        gap: expect.stringContaining('CoreStorage'),
      },
    ]);
  });

  it('are searched where macOS lets Greenroom read everything, and only there', async () => {
    const guarded = '/Users/user/Library/Application Support/com.apple.TCC';
    const folder = (path: string, names: readonly string[], kind: 'file' | 'folder' = 'folder'): Reading => ({
      op: 'readDir',
      path,
      entries: names.map((name) => ({ name, kind })),
    });
    const allowed = withReadings(
      recordingOf('macos-15'),
      folder(guarded, ['TCC.db'], 'file'),
      folder('/Volumes/HANDOUTS', ['.Spotlight-V100', 'vault', 'WindowsImageBackup']),
      folder('/Volumes/HANDOUTS/WindowsImageBackup', ['STUDIO']),
      folder('/Volumes/HANDOUTS/WindowsImageBackup/STUDIO', ['Backup 2026-11-20 101500']),
      folder('/Volumes/HANDOUTS/vault', ['kopia.repository.f'], 'file'),
    );
    const [drive] = (await knownOf(allowed, 'externalDrives')).drives;
    expect(drive?.sets).toEqual([
      { tool: 'windows-image', name: 'Windows system image of STUDIO' },
      { tool: 'kopia', name: 'Kopia', encrypted: true },
    ]);
    expect(drive).not.toHaveProperty('gap');
    // Without that, opening the volume would be a reading that the recording lacks, which is an error here.
    expect((await knownOf(recordingOf('macos-15'), 'externalDrives')).drives[0]?.sets).toEqual([]);
  });

  it('leaves disk images and internal disks out, should they be listed all the same', async () => {
    const volume = (key: string): string =>
      plistText(
        `<dict><key>RemovableMediaOrExternalDevice</key><true/><key>VolumeName</key><string>X</string>${key}</dict>`,
      );
    for (const key of ['<key>BusProtocol</key><string>Disk Image</string>', '<key>Internal</key><true/>']) {
      const mac = withReadings(
        recordingOf('macos-15'),
        printed('/usr/sbin/diskutil', ['info', '-plist', 'disk6s1'], volume(key)),
      );
      expect(await knownOf(mac, 'externalDrives')).toEqual({ drives: [] });
    }
  });

  it('keeps a drive that does not answer: it is attached', async () => {
    const mac = withReadings(recordingOf('macos-15'), {
      op: 'run',
      program: '/usr/sbin/diskutil',
      args: ['info', '-plist', 'disk6s1'],
      cannotTell: 'timed-out',
      reason: 'diskutil did not answer in 8 seconds.',
    });
    expect((await knownOf(mac, 'externalDrives')).drives).toMatchObject([
      { label: 'HANDOUTS', gap: 'diskutil did not answer in 8 seconds.', encrypted: null },
    ]);
  });

  it('knows a locked drive as attached but not mounted', async () => {
    const body =
      '<dict><key>BusProtocol</key><string>USB</string><key>FilesystemType</key><string>apfs</string><key>Encryption</key><true/>' +
      '<key>VolumeName</key><string>Vault</string><key>VolumeUUID</key><string>1F0E</string><key>MountPoint</key><string></string></dict>';
    const mac = withReadings(
      recordingOf('macos-15'),
      printed('/usr/sbin/diskutil', ['info', '-plist', 'disk6s1'], plistText(body)),
    );
    expect((await knownOf(mac, 'externalDrives')).drives).toMatchObject([
      { label: 'Vault', mountPoints: [], encrypted: true },
    ]);
  });
});

describe('what runs now', () => {
  const status = (body: string): Reading => printed(...tmStatus, plistText(`<dict>${body}</dict>`));
  const running = '<key>Running</key><true/>';
  const activity = async (...readings: readonly Reading[]) =>
    knownOf(withReadings(recordingOf('macos-14'), ...readings), 'backupActivity');

  it.each([
    [
      'newer versions',
      `${running}<key>Percent</key><real>0.11</real><key>Progress</key><dict><key>Percent</key><real>0.472</real></dict>`,
      47,
    ],
    [
      'older versions, as text',
      '<key>Running</key><integer>1</integer><key>Percent</key><string>0.4705918869508601</string>',
      47,
    ],
    ['a backup that still prepares', `${running}<key>Percent</key><real>-1</real>`, null],
    ['a share that is none', `${running}<key>Percent</key><string>bald</string>`, null],
  ])('is Time Machine with its share, as %s tell it', async (_, body, percent) => {
    expect(await activity(status(body))).toEqual({
      running: [{ tool: 'time-machine', name: 'Time Machine', percent }],
      gaps: [],
    });
  });

  it('is nothing while it rests, though it then calls itself finished', async () => {
    expect(
      (await activity(status('<key>Running</key><integer>0</integer><key>Percent</key><string>1</string>'))).running,
    ).toEqual([]);
    expect((await activity()).running).toEqual([]);
  });

  it('is not asked for while every drive of Time Machine is away', async () => {
    // Asking would be a reading that these recordings lack.
    for (const name of ['macos-13', 'macos-26']) {
      expect(await knownOf(recordingOf(name), 'backupActivity')).toEqual({ running: [], gaps: [] });
    }
  });

  it.each<[string, Reading]>([
    ['garbage', printed(...tmStatus, '\u001b[31mErreur\n')],
    ['a list of another form', status('<key>Running</key><string>ja</string>')],
    ['an error', printed(...tmStatus, '', 1, 'tmutil: not permitted\n')],
    [
      'no end',
      {
        op: 'run',
        program: tmStatus[0],
        args: [...tmStatus[1]],
        cannotTell: 'too-large',
        reason: 'tmutil printed far more than it should.',
      },
    ],
  ])('is not known when tmutil prints %s, and says so', async (_, reading) => {
    const { running: found, gaps } = await activity(reading);
    expect(found).toEqual([]);
    expect(gaps).toHaveLength(1);
  });

  it('is a program of the terminal too, by its whole name', async () => {
    const list =
      '    1   0.0 /sbin/launchd\n  77   9.0 /opt/homebrew/bin/restic\n  78   0.0 /Applications/Resticular.app/Contents/MacOS/x\n';
    expect((await activity(printed(...processes, list))).running).toEqual([
      { tool: 'restic', name: 'restic', percent: null },
    ]);
    expect((await activity(printed(...processes, '', 1))).gaps).toEqual(['macOS didn’t list the programs that run.']);
  });

  it('may be a program that does not show it', async () => {
    expect((await knownOf(recordingOf('macos-15'), 'backupActivity')).gaps).toEqual([
      'Carbon Copy Cloner doesn’t show whether it is copying right now.',
    ]);
  });
});
