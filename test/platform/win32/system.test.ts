import { describe, expect, it } from 'vitest';
import type { Recording } from '../../../electron/platform/machine/recording.ts';
import { factOf, knownOf, noRegistry, recordingOf, withReadings, withSection } from './recorded.ts';

const system = (version: Readonly<Record<string, string>>, more: object = {}): Recording =>
  withSection('windows-11-25h2-pro', 'system', {
    version,
    userExtension: null,
    machineExtension: null,
    boughtExtension: null,
    ...more,
  });

describe('which Windows it is', () => {
  it.each([
    ['windows-10-22h2', 'Windows 10 22H2', '10.0.19045.6456', 'Professional'],
    ['windows-11-24h2-home', 'Windows 11 24H2', '10.0.26100.9445', 'Core'],
    ['windows-11-25h2-pro', 'Windows 11 25H2', '10.0.26200.9886', 'Professional'],
    ['windows-11-25h2-german', 'Windows 11 25H2', '10.0.26200.9886', 'Enterprise'],
    ['windows-11-25h2-japanese-file-history-off', 'Windows 11 25H2', '10.0.26200.8246', 'CoreSingleLanguage'],
    ['windows-11-25h2-constrained-language', 'Windows 11 25H2', '10.0.26200.9886', 'Enterprise'],
  ])('%s', async (recording, name, version, edition) => {
    expect(await knownOf(recordingOf(recording), 'operatingSystem')).toEqual({
      name,
      id: 'windows',
      like: [],
      version,
      edition,
      rolling: false,
    });
  });

  it('tells a server from the client release of the same build', async () => {
    const server = {
      CurrentBuildNumber: '26100',
      UBR: '9445',
      EditionID: 'ServerStandard',
      InstallationType: 'Server',
    };
    expect(await knownOf(system({ ...server, DisplayVersion: '24H2' }), 'operatingSystem')).toMatchObject({
      name: 'Windows Server 2025',
      id: 'windows-server',
    });
    expect(await knownOf(system({ ...server, InstallationType: 'Server Core' }), 'operatingSystem')).toMatchObject({
      id: 'windows-server',
    });
  });

  it('uses the older name of the release where there is no newer one', async () => {
    const old = {
      CurrentBuildNumber: '17763',
      ReleaseId: '1809',
      EditionID: 'EnterpriseS',
      InstallationType: 'Client',
    };
    expect(await knownOf(system(old), 'operatingSystem')).toMatchObject({
      name: 'Windows 10 1809',
      version: '10.0.17763',
      edition: 'EnterpriseS',
    });
  });

  it('sees enrolment in Extended Security Updates, and claims nothing where it does not', async () => {
    const enrolled = await knownOf(recordingOf('windows-10-22h2-esu'), 'operatingSystem');
    expect(enrolled.extendedUpdates).toBe(true);
    const ten = {
      CurrentBuildNumber: '19045',
      UBR: '6456',
      DisplayVersion: '22H2',
      EditionID: 'Core',
      InstallationType: 'Client',
    };
    const eligible = system(ten, { userExtension: { ESUEligibility: '2', ESUEligibilityResult: '1' } });
    expect(await knownOf(eligible, 'operatingSystem')).not.toHaveProperty('extendedUpdates');
    const bought = system(ten, { boughtExtension: { Win10CommercialW365ESUEligible: '1' } });
    expect(await knownOf(bought, 'operatingSystem')).toHaveProperty('extendedUpdates', true);
  });

  it('names build and edition even where PowerShell may not run', async () => {
    const fact = await factOf(
      withReadings(recordingOf('windows-11-24h2-powershell-blocked'), noRegistry),
      'operatingSystem',
    );
    expect(fact).toEqual({
      state: 'known',
      value: {
        name: 'Windows 11 24H2',
        id: 'windows',
        like: [],
        version: '10.0.26100',
        edition: 'Enterprise',
        rolling: false,
      },
      source: 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion, EditionID',
    });
  });
});

const waiting = (...updates: readonly object[]): Recording =>
  withSection('windows-11-25h2-pro', 'updates', { result: 2, updates });
const update = (title: string, severity: string, ...categories: readonly string[]): object => ({
  title,
  articles: [],
  severity,
  categories,
});

describe('updates that wait', () => {
  it('are named, security apart, virus signatures left out', async () => {
    expect(await knownOf(recordingOf('windows-11-24h2-home'), 'pendingUpdates')).toEqual({
      updates: [
        {
          name: '2026-10 Cumulative Update for Windows 11, version 24H2 for x64-based Systems (KB5095512) (26100.8655)',
          security: true,
        },
        {
          name: '2026-10 .NET Framework 3.5 & 4.8.1 Cumulative Update for Windows 11, version 24H2 (KB5094871)',
          security: true,
        },
        { name: '2026-11 Update for Windows Security platform - KB5007651 (Version 10.0.29552.1001)', security: false },
      ],
    });
    expect(await knownOf(recordingOf('windows-11-25h2-pro'), 'pendingUpdates')).toEqual({ updates: [] });
  });

  it('are classed by id, not by a title in some language', async () => {
    expect((await knownOf(recordingOf('windows-11-25h2-german'), 'pendingUpdates')).updates).toEqual([
      { name: 'Vorschau eines kumulativen Updates für Windows 11 (2026-11) „25H2“ (KB5099877)', security: false },
    ]);
    const { updates } = await knownOf(
      waiting(
        update('更新プログラム', 'Important', '0FA1201D-4330-4FA8-8AE9-B877473B6441'),
        update('Security Update? Only by name', '', 'CD5FFD1E-E932-4E3A-BF74-18BF0B1BBD83'),
        update('Critical, which Microsoft defines as not about security', '', 'E6CF1350-C01B-414D-A61F-263D14D133B4'),
        update('Intel driver', 'Important', 'EBFC1FC5-71A4-4F7B-9ACA-3B9A503104A0'),
      ),
      'pendingUpdates',
    );
    expect(updates.map(({ security }) => security)).toEqual([true, false, false, false]);
  });

  it('are unknown when Windows Update could not list them all', async () => {
    const partial = withSection('windows-11-25h2-pro', 'updates', { result: 3, updates: [] });
    expect(await factOf(partial, 'pendingUpdates')).toMatchObject({ state: 'unknown', cause: 'unreadable' });
  });
});

describe('when Windows was updated', () => {
  it('gives the last look in UTC, and "never" for the empty date of COM', async () => {
    expect(await knownOf(recordingOf('windows-11-25h2-pro'), 'updatesLookedAt')).toBe('2026-11-22T06:15:44.000Z');
    expect(await knownOf(recordingOf('windows-11-25h2-japanese-file-history-off'), 'updatesLookedAt')).toBe('never');
  });

  it.each([null, '', '1899-12-30T00:00:00', '22.11.2026 06:15:44', '2026-13-45T99:99:99'])(
    'cannot tell from %j',
    async (searched) => {
      const damaged = withSection('windows-11-25h2-pro', 'updateDates', { searched });
      expect(await factOf(damaged, 'updatesLookedAt')).toMatchObject({ state: 'unknown', cause: 'unreadable' });
    },
  );

  it('takes the newest update of the system, not of the virus scanner, the Store or .NET', async () => {
    expect(await knownOf(recordingOf('windows-11-25h2-pro'), 'updatesInstalledAt')).toBe('2026-11-11T06:25:39.000Z');
    expect(await knownOf(recordingOf('windows-10-22h2'), 'updatesInstalledAt')).toBe('2025-10-15T06:58:20.000Z');
  });

  it.each(['PowerShell v7.5.4 (x64)', '2026-11 Update for Windows 11 (KB4023057)', 'Example Inc. - Firmware - 1.2'])(
    'does not take %s for an update of the system',
    async (title) => {
      const entry = { client: 'UpdateOrchestrator', service: '7971f918-a847-4430-9279-4a52d1efe18d', categories: [] };
      const entries = [
        { ...entry, date: '2026-11-20T06:00:00', title },
        { ...entry, date: '2026-07-15T06:00:00', title: '2026-07 Cumulative Update for Windows 11 (KB5120000)' },
      ];
      const recording = withSection('windows-11-25h2-pro', 'updateHistory', { entries });
      expect(await knownOf(recording, 'updatesInstalledAt')).toBe('2026-07-15T06:00:00.000Z');
    },
  );

  it('takes the step to the next Windows for one, which bears no number', async () => {
    const entry = {
      date: '2026-11-20T06:00:00',
      title: 'Windows 11, version 26H2',
      client: 'UpdateOrchestrator',
      service: '7971f918-a847-4430-9279-4a52d1efe18d',
      categories: ['3689BDC8-B205-4AF4-8D4A-A63924C5E9D5'],
    };
    const recording = withSection('windows-11-25h2-pro', 'updateHistory', { entries: [entry] });
    expect(await knownOf(recording, 'updatesInstalledAt')).toBe('2026-11-20T06:00:00.000Z');
  });

  it('cannot tell from an empty history', async () => {
    const fact = await factOf(recordingOf('windows-11-25h2-japanese-file-history-off'), 'updatesInstalledAt');
    expect(fact).toMatchObject({ state: 'unknown', cause: 'unreadable' });
  });
});
