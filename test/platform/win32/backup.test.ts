import { describe, expect, it } from 'vitest';
import { english } from '../../../electron/core/messages/format.ts';
import type { Reading, Recording } from '../../../electron/platform/machine/recording.ts';
import {
  changedSection,
  FILE_HISTORY,
  factOf,
  knownOf,
  noRegistry,
  powershell,
  printedIn,
  recordingOf,
  withReadings,
  withSection,
} from './recorded.ts';

const CONFIG = `${FILE_HISTORY}\\Config1.xml`;
const CATALOG = `${FILE_HISTORY}\\Catalog1.edb`;

const registry = (fileHistory: object | null, more: object = {}): object => ({
  fileHistory,
  windowsBackup: null,
  oneDrive: [],
  ...more,
});

/** A computer on which Backup and Restore is set up to a drive that Windows noted by its GUID. */
const windowsBackup = (windowsStatus: object | null, guid = '3f9d7c1e-0006-4b2c-8d3e-4f5061728394'): Recording =>
  withSection(
    'windows-11-25h2-pro',
    'backup',
    registry(null, {
      windowsBackup: { PresentableName: 'D:\\', Label: 'Old name', UniqueName: `\\\\?\\Volume{${guid}}\\` },
      windowsStatus,
    }),
  );

/** A computer with a log of Veeam Agent. */
const veeam = (...jobs: readonly (readonly [level: number, at: string])[]): Recording => {
  const recording = recordingOf('windows-11-25h2-third-party');
  const line = JSON.stringify({ value: { jobs: jobs.map(([level, at]) => ({ level, at })) }, section: 'veeam' });
  return withReadings(recording, powershell(`${printedIn(recording)}${line}\r\n`));
};

const catalogOf = (at: string): Reading => ({
  op: 'stat',
  path: CATALOG,
  stat: { kind: 'file', size: 1, modifiedMs: Date.parse(at), uid: 0, mode: 0o666 },
});

describe('backups that are set up', () => {
  it('tells a drive that is attached from one that is away', async () => {
    expect((await knownOf(recordingOf('windows-11-25h2-pro'), 'backupTools')).tools[0]).toEqual({
      id: 'file-history',
      name: 'File History',
      kind: 'backup',
      automatic: true,
      destinations: [
        {
          name: 'Blue disk',
          kind: 'drive',
          encrypted: false,
          attached: true,
          volumeId: '3f9d7c1e-0006-4b2c-8d3e-4f5061728394',
        },
      ],
    });
    expect((await knownOf(recordingOf('windows-10-22h2'), 'backupTools')).tools[0]?.destinations).toEqual([
      { name: 'Blue disk', kind: 'drive', encrypted: false, attached: false },
    ]);
  });

  it('does not take another drive with the same letter for the backup drive, and sees what is switched off', async () => {
    const { tools } = await knownOf(recordingOf('windows-11-25h2-japanese-file-history-off'), 'backupTools');
    expect(tools[0]).toMatchObject({
      id: 'file-history',
      automatic: false,
      destinations: [{ name: 'バックアップ', kind: 'drive', attached: null }],
    });
  });

  it.each([
    ['its service is disabled', { historyService: '4' }, false],
    ['an administrator has forbidden it', { historyService: '2', historyPolicy: '1' }, false],
    ['its service waits to be asked', { historyService: '3', historyPolicy: '0' }, true],
  ])('knows whether File History runs by itself when %s', async (_, change, automatic) => {
    const recording = changedSection('windows-11-25h2-pro', 'backup', change);
    expect((await knownOf(recording, 'backupTools')).tools[0]).toMatchObject({ id: 'file-history', automatic });
  });

  it('finds the drive of Backup and Restore by its GUID, whatever it is called now', async () => {
    const here = (await knownOf(windowsBackup(null), 'backupTools')).tools[1];
    const volumeId = '3f9d7c1e-0006-4b2c-8d3e-4f5061728394';
    expect(here).toMatchObject({ id: 'windows-backup', destinations: [{ kind: 'drive', attached: true, volumeId }] });
    const other = '3f9d7c1e-0006-4b2c-8d3e-000000000000';
    const away = (await knownOf(windowsBackup(null, other), 'backupTools')).tools[1];
    // Another drive has its letter or its name: the GUID is not fooled.
    expect(away?.destinations).toEqual([
      { name: 'Old name', kind: 'drive', encrypted: false, volumeId: other, attached: false },
    ]);
  });

  it.each([
    ['on a second disk inside, or in an enclosure for Thunderbolt', { bus: 17, system: false }, 'unknown'],
    ['on the disk that Windows runs from', { bus: 17, system: true }, 'drive'],
    ['on USB', { bus: 7, system: false }, 'drive'],
  ])('does not guess whether a disk can be unplugged: %s', async (_, disk, kind) => {
    const path = '\\\\?\\Volume{3f9d7c1e-0006-4b2c-8d3e-4f5061728394}\\';
    const drives = {
      disks: [{ number: 3, name: 'Example Disk', size: 2e12, ...disk }],
      partitions: [{ disk: 3, paths: ['E:\\', path] }],
      volumes: [{ path, letter: 'E', type: 3, label: 'Blue disk', fileSystem: 'NTFS', size: 2e12, free: 1e12 }],
    };
    const { tools } = await knownOf(withSection('windows-11-25h2-pro', 'drives', drives), 'backupTools');
    expect(tools[0]?.destinations).toMatchObject([{ kind, attached: true, freeBytes: 1e12 }]);
  });

  it('says so where the settings of Backup and Restore are closed to this account', async () => {
    const closed = changedSection('windows-11-25h2-pro', 'backup', { windowsBackup: { closed: true } });
    const { tools, gaps } = await knownOf(closed, 'backupTools');
    expect(tools.map(({ id }) => id)).toEqual(['file-history', 'onedrive']);
    expect(gaps).toEqual(['Windows shows only administrators whether Backup and Restore is set up.']);
  });

  it('takes Veeam Agent for set up once a job of it has ended', async () => {
    const { tools, gaps } = await knownOf(veeam([2, '2026-11-20T20:04:11']), 'backupTools');
    expect(tools).toEqual([{ id: 'veeam', name: 'Veeam Agent', kind: 'backup', automatic: null, destinations: [] }]);
    expect(gaps).toEqual(['Macrium Reflect is installed. Whether it has a backup set up can’t be seen.']);
  });

  it('calls OneDrive what it is, by the bits of the folders it keeps', async () => {
    const { tools } = await knownOf(recordingOf('windows-11-24h2-home'), 'backupTools');
    expect(tools).toEqual([
      {
        id: 'onedrive',
        name: 'OneDrive folder backup (Desktop, Documents, Pictures)',
        kind: 'sync',
        automatic: true,
        destinations: [{ name: 'OneDrive', kind: 'cloud', attached: null }],
      },
    ]);
    const pro = (await knownOf(recordingOf('windows-11-25h2-pro'), 'backupTools')).tools;
    expect(pro.map(({ name }) => name)).toEqual(['File History', 'OneDrive folder backup (Desktop, Documents)']);
    expect((await knownOf(recordingOf('windows-10-22h2'), 'backupTools')).tools.map(({ id }) => id)).toEqual([
      'file-history',
    ]);
  });

  it('does not take an installed program for a backup', async () => {
    expect(await knownOf(recordingOf('windows-11-25h2-third-party'), 'backupTools')).toEqual({
      tools: [],
      gaps: [
        'Macrium Reflect is installed. Whether it has a backup set up can’t be seen.',
        'Veeam Agent is installed. Whether it has a backup set up can’t be seen.',
      ],
    });
  });

  it('sees File History without PowerShell, and says what it could not see', async () => {
    const { tools, gaps } = await knownOf(
      withReadings(recordingOf('windows-11-24h2-powershell-blocked'), noRegistry),
      'backupTools',
    );
    expect(tools.map(({ destinations }) => destinations)).toEqual([
      [{ name: '\\\\server\\backup', kind: 'network', attached: null, encrypted: false }],
    ]);
    expect(gaps).toContain('Windows didn’t say how backups are set up.');
    // Nothing seen anywhere is not "none set up".
    const missing = (path: string): Reading => ({ op: 'readText', path, missing: true });
    const blind = withReadings(
      recordingOf('windows-11-24h2-powershell-blocked'),
      noRegistry,
      missing(CONFIG),
      missing(`${FILE_HISTORY}\\Config2.xml`),
    );
    expect(await factOf(blind, 'backupTools')).toMatchObject({ state: 'unknown', cause: 'no-powershell' });
  });

  it('reads the twin when the first settings file is gone, and says so when they are damaged', async () => {
    const pro = recordingOf('windows-11-25h2-pro');
    const xml = pro.reads.flatMap((it) => (it.op === 'readText' && 'text' in it ? [it.text] : []))[0] ?? '';
    const twin = withReadings(
      pro,
      { op: 'readText', path: CONFIG, missing: true },
      { op: 'readText', path: `${FILE_HISTORY}\\Config2.xml`, text: xml },
    );
    expect((await knownOf(twin, 'backupTools')).tools[0]?.id).toBe('file-history');
    const damaged = withReadings(pro, { op: 'readText', path: CONFIG, text: '\0\0\0\0<half' });
    const { tools, gaps } = await knownOf(damaged, 'backupTools');
    expect(tools.map(({ id }) => id)).toEqual(['onedrive']);
    expect(gaps).toEqual(['The settings of File History are in a form Greenroom doesn’t know.']);
  });
});

const run = async (recording: Recording): Promise<unknown> => {
  const { runs, gaps } = await knownOf(recording, 'backupRuns');
  return runs[0]?.at ?? gaps;
};

describe('the last backup', () => {
  it('is the time up to which File History has copied everything', async () => {
    expect(await run(recordingOf('windows-11-25h2-pro'))).toBe('2026-11-22T07:31:05.000Z');
  });

  it('is not the last change of a list that goes on changing while the drive is away', async () => {
    expect(await run(recordingOf('windows-10-22h2'))).toBe('2026-11-19T18:02:41.000Z');
    const away = withSection('windows-10-22h2', 'backup', registry({ ProtectedUpToTime: '0' }));
    expect(await run(away)).toEqual(['File History doesn’t say when its last backup was.']);
    expect(await run(recordingOf('windows-11-25h2-update-server-error'))).toEqual([
      'File History doesn’t say when its last backup was.',
    ]);
  });

  it('is told by that list between two runs, while the drive is attached', async () => {
    const between = withSection('windows-11-25h2-pro', 'backup', registry({ ProtectedUpToTime: '0' }));
    expect(await run(withReadings(between, catalogOf('2026-11-22T08:31:00Z')))).toBe('2026-11-22T08:31:00.000Z');
  });

  it('is "never" only when neither the time nor the list is there', async () => {
    const fresh = withSection('windows-11-25h2-pro', 'backup', registry(null));
    expect(await run(withReadings(fresh, { op: 'stat', path: CATALOG, missing: true }))).toBe('never');
    const blocked = withReadings(recordingOf('windows-11-24h2-powershell-blocked'), noRegistry);
    expect(await run(withReadings(blocked, { op: 'stat', path: CATALOG, missing: true }))).toContain(
      'File History doesn’t say when its last backup was.',
    );
  });

  it('is not known for programs that keep it to themselves', async () => {
    expect(await knownOf(recordingOf('windows-11-25h2-third-party'), 'backupRuns')).toEqual({
      runs: [],
      gaps: [
        'Macrium Reflect keeps its dates to itself, so its last backup isn’t known.',
        'Veeam Agent keeps its dates to itself, so its last backup isn’t known.',
      ],
    });
    expect(await run(recordingOf('windows-10-22h2-esu'))).toEqual([
      'Windows doesn’t show this account when Backup and Restore last finished.',
    ]);
  });

  it.each([
    ['as a number', '134396388041200000', '2026-11-20T09:00:04.120Z'],
    ['as eight bytes', '128 145 74 136 205 120 221 1', '2026-11-20T09:00:04.120Z'],
    ['as no time', '0', undefined],
    ['as something else', 'gestern', undefined],
  ])('of Backup and Restore is read where Windows wrote it %s', async (_, LastSuccess, at) => {
    const { runs, gaps } = await knownOf(windowsBackup({ LastSuccess, LastResultTime: LastSuccess }), 'backupRuns');
    const found = runs.find(({ tool }) => tool === 'windows-backup');
    if (at !== undefined) expect(found).toMatchObject({ at, destination: { name: 'Old name' } });
    expect(found === undefined).toBe(gaps.some((gap) => english(gap).includes('Backup and Restore')));
    expect(found ?? {}).not.toHaveProperty('lastAttemptFailed');
  });

  it('of Backup and Restore was not the latest attempt when a later result is noted', async () => {
    const status = { LastSuccess: '134396388041200000', LastResultTime: '134397252041200000' };
    expect((await knownOf(windowsBackup(status), 'backupRuns')).runs.at(-1)).toMatchObject({
      tool: 'windows-backup',
      lastAttemptFailed: true,
    });
  });

  it('of Veeam Agent is the newest job in its log that went well; a warning proves nothing', async () => {
    const log = veeam([3, '2026-11-21T20:00:00'], [4, '2026-11-19T20:03:00'], [4, '2026-11-20T20:03:00']);
    expect((await knownOf(log, 'backupRuns')).runs).toEqual([
      {
        tool: 'veeam',
        name: 'Veeam Agent',
        at: '2026-11-20T20:03:00.000Z',
        evidence: 'event log “Veeam Agent”, event 190',
      },
    ]);
    const failed = veeam([4, '2026-11-19T20:03:00'], [2, '2026-11-20T20:01:00']);
    expect((await knownOf(failed, 'backupRuns')).runs).toMatchObject([{ lastAttemptFailed: true }]);
    const none = await knownOf(veeam([2, '2026-11-20T20:01:00'], [4, 'kürzlich']), 'backupRuns');
    expect(none.runs).toEqual([]);
    expect(none.gaps).toContain('The log of Veeam Agent names no backup that went well.');
  });
});

describe('what runs now', () => {
  const running = (...files: readonly string[]): Recording => {
    const recording = recordingOf('windows-11-25h2-pro');
    const rows = files.map((file, index) => `${9000 + index}|960|1000||${file}`);
    const line = printedIn(recording)
      .split('\r\n')
      .find((it) => it.endsWith(',"section":"programs"}'));
    const { value } = JSON.parse(line ?? '{}') as { value: { running: readonly string[] } };
    return changedSection('windows-11-25h2-pro', 'programs', { running: [...value.running, ...rows] });
  };

  it('is a backup whose engine runs, by its whole name', async () => {
    const { running: found } = await knownOf(
      running('C:\\Windows\\System32\\wbengine.exe', 'restic.exe', 'C:\\wbengine\\notepad.exe', 'resticular.exe'),
      'backupActivity',
    );
    expect(found).toEqual([
      { tool: 'windows-backup', name: 'Windows Backup', percent: null },
      { tool: 'restic', name: 'restic', percent: null },
    ]);
  });

  it('is nothing that was seen otherwise, and says whose work cannot be seen', async () => {
    expect(await knownOf(running(), 'backupActivity')).toEqual({
      running: [],
      gaps: ['File History doesn’t show whether it is copying right now.'],
    });
    expect((await knownOf(recordingOf('windows-11-25h2-third-party'), 'backupActivity')).gaps).toEqual([
      'Macrium Reflect doesn’t show whether it is copying right now.',
      'Veeam Agent doesn’t show whether it is copying right now.',
    ]);
  });
});
