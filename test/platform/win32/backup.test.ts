import { describe, expect, it } from 'vitest';
import type { Reading, Recording } from '../../../electron/platform/recording.ts';
import { FILE_HISTORY, factOf, knownOf, recordingOf, withReadings, withSection } from './recorded.ts';

const CONFIG = `${FILE_HISTORY}\\Config1.xml`;
const CATALOG = `${FILE_HISTORY}\\Catalog1.edb`;

const registry = (fileHistory: object | null): object => ({ fileHistory, windowsBackup: null, oneDrive: [] });

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
        { name: 'Blue disk', kind: 'drive', attached: true, volumeId: '3f9d7c1e-0006-4b2c-8d3e-4f5061728394' },
      ],
    });
    expect((await knownOf(recordingOf('windows-10-22h2'), 'backupTools')).tools[0]?.destinations).toEqual([
      { name: 'Blue disk', kind: 'drive', attached: false },
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
        'Macrium Reflect is installed. Whether it has a backup set up cannot be seen.',
        'Veeam Agent is installed. Whether it has a backup set up cannot be seen.',
      ],
    });
  });

  it('sees File History without PowerShell, and says what it could not see', async () => {
    const { tools, gaps } = await knownOf(recordingOf('windows-11-24h2-powershell-blocked'), 'backupTools');
    expect(tools.map(({ destinations }) => destinations)).toEqual([
      [{ name: '\\\\server\\backup', kind: 'network', attached: null }],
    ]);
    expect(gaps).toContain('Windows PowerShell may not run here, so Windows did not say how backups are set up.');
    // Nothing seen anywhere is not "none set up".
    const missing = (path: string): Reading => ({ op: 'readText', path, missing: true });
    const blind = withReadings(
      recordingOf('windows-11-24h2-powershell-blocked'),
      missing(CONFIG),
      missing(`${FILE_HISTORY}\\Config2.xml`),
    );
    expect(await factOf(blind, 'backupTools')).toMatchObject({ state: 'unknown', cause: 'unreadable' });
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
    expect(gaps).toEqual(['The settings of File History are in a form Greenroom does not know.']);
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
    expect(await run(away)).toEqual(['File History does not say just now when it last finished.']);
    expect(await run(recordingOf('windows-11-25h2-update-server-error'))).toEqual([
      'File History does not say just now when it last finished.',
    ]);
  });

  it('is told by that list between two runs, while the drive is attached', async () => {
    const between = withSection('windows-11-25h2-pro', 'backup', registry({ ProtectedUpToTime: '0' }));
    expect(await run(withReadings(between, catalogOf('2026-11-22T08:31:00Z')))).toBe('2026-11-22T08:31:00.000Z');
  });

  it('is "never" only when neither the time nor the list is there', async () => {
    const fresh = withSection('windows-11-25h2-pro', 'backup', registry(null));
    expect(await run(withReadings(fresh, { op: 'stat', path: CATALOG, missing: true }))).toBe('never');
    const blocked = recordingOf('windows-11-24h2-powershell-blocked');
    expect(await run(withReadings(blocked, { op: 'stat', path: CATALOG, missing: true }))).toContain(
      'File History does not say just now when it last finished.',
    );
  });

  it('is not known for programs that keep it to themselves', async () => {
    expect(await knownOf(recordingOf('windows-11-25h2-third-party'), 'backupRuns')).toEqual({
      runs: [],
      gaps: [
        'Macrium Reflect keeps its dates to itself, so its last backup is not known.',
        'Veeam Agent keeps its dates to itself, so its last backup is not known.',
      ],
    });
    expect(await run(recordingOf('windows-10-22h2-esu'))).toEqual([
      'Windows tells only administrators when Backup and Restore last finished.',
    ]);
  });
});
