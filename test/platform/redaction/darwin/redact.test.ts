import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInCatalogue } from '../../../../electron/core/catalogue/index.ts';
import type { FactKey } from '../../../../electron/core/facts/index.ts';
import type { Finding } from '../../../../electron/core/report/finding.ts';
import { runChecks } from '../../../../electron/engine/run/run.ts';
import { darwinReaders } from '../../../../electron/platform/darwin/index.ts';
import type { Reading, Recording } from '../../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../../electron/platform/machine/replay.ts';
import { redactDarwin } from '../../../../electron/platform/redaction/darwin/redact.ts';
import {
  exported,
  factOf,
  fdesetup,
  INSTALL_HISTORY,
  knownOf,
  plistFile,
  plistText,
  printed,
  recordingOf,
  withReadings,
} from '../../darwin/recorded.ts';

const names = readdirSync(new URL('../../../machines', import.meta.url)).flatMap((name) =>
  name.startsWith('macos-') ? [name.slice(0, -'.json'.length)] : [],
);
const redacted = (mac: Recording): Recording => ({ ...mac, reads: [...redactDarwin(mac.reads, builtInCatalogue)] });

const findingsOf = async (mac: Recording): Promise<readonly Omit<Finding, 'durationMs'>[]> => {
  const { findings } = await runChecks({
    port: replayMachine(mac, { strict: true }),
    now: new Date(mac.recordedAt),
    deadlineMs: 60_000,
  });
  // When and how long it was looked at is each run's own.
  return findings.map(({ durationMs: _, ...finding }) => ({ ...finding, evidence: { ...finding.evidence, at: '' } }));
};

const UUID = /\b[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}\b/gi;
/** Every fact, with "id" in place of identities. */
const factsOf = async (mac: Recording): Promise<string> => {
  const keys = Object.keys(darwinReaders) as FactKey[];
  const facts = await Promise.all(keys.map(async (key) => [key, await factOf(mac, key)] as const));
  return JSON.stringify(facts, null, 1).replace(UUID, 'id');
};

/** All that stands in the readings, with the contents of files in plain text. */
const contentOf = (mac: Recording): string =>
  mac.reads
    .map((reading) => {
      const file = 'base64' in reading ? Buffer.from(reading.base64, 'base64').toString('latin1') : '';
      return JSON.stringify(reading) + file;
    })
    .join('\n');

const infoOf = (path: string, id: string): Reading =>
  plistFile(`${path}/Contents/Info.plist`, `<dict><key>CFBundleIdentifier</key><string>${id}</string></dict>`);
const listing = (path: string, ...entries: readonly (readonly [string, 'file' | 'folder' | 'link'])[]): Reading => ({
  op: 'readDir',
  path,
  entries: entries.map(([name, kind]) => ({ name, kind })),
});

describe.each(names)('%s without its owner’s secrets', (name) => {
  it('keeps of the account only whether iCloud Drive is on', () => {
    const mac = recordingOf('macos-15');
    const list = /MobileMeAccounts[\s\S]*?FIND_MY_MAC/;
    expect(contentOf(mac)).toMatch(list);
    expect(contentOf(redacted(mac))).not.toMatch(/FIND_MY_MAC|person1/);
    expect(contentOf(redacted(mac))).toMatch(/MOBILE_DOCUMENTS/);
  });

  it('tells the same facts and findings', async () => {
    const mac = recordingOf(name);
    const without = redacted(mac);
    expect(await factsOf(without)).toBe(await factsOf(mac));
    expect(await findingsOf(without)).toEqual(await findingsOf(mac));
  });

  it('names no other program, network, device or address', () => {
    const content = contentOf(redacted(recordingOf(name)));
    const secrets = [
      ...[
        'Ledger Notes',
        'org.example',
        'F5D0K1QXYZ7',
        'Upstairs',
        'Larch 5G',
        'Drift.saver',
        'WindowServer',
        'Handoff',
      ],
      ...[
        'BuiltInMicrophoneDevice',
        'AudioTap',
        '203.0.113.',
        '192.168.64.',
        '2001:db8:',
        '02:00:00:00:00:07',
        'PayloadUUID',
      ],
    ];
    expect(secrets.filter((secret) => content.includes(secret))).toEqual([]);
    // The number of macOS itself is the same on every Mac.
    const ofBuild = /<key>BuildID<\/key>\s*<string>[^<]*/g;
    const identities = content.replace(ofBuild, '').match(UUID) ?? [];
    expect(identities.filter((id) => !id.startsWith('00000000-'))).toEqual([]);
  });

  it('is not changed by a second look', () => {
    const once = redacted(recordingOf(name));
    expect(redacted(once)).toEqual(once);
  });
});

describe('the list of a person’s programs', () => {
  const mac = withReadings(
    recordingOf('macos-14-never-backed-up'),
    listing(
      '/Applications',
      ['Diary.app', 'folder'],
      ['Calls.app', 'folder'],
      ['Safari.app', 'link'],
      ['Elsewhere.app', 'link'],
      ['Linked.app', 'link'],
      ['Locked.app', 'folder'],
      ['Damaged.app', 'folder'],
      ['Work', 'folder'],
      ['Games', 'folder'],
      ['Closed', 'folder'],
      ['list of passwords.txt', 'file'],
    ),
    infoOf('/Applications/Diary.app', 'org.example.diary'),
    infoOf('/Applications/Calls.app', 'us.zoom.xos'),
    { op: 'readLink', path: '/Applications/Elsewhere.app', target: '/Volumes/Stick/Elsewhere.app' },
    { op: 'readLink', path: '/Applications/Linked.app', target: '/opt/Linked.app' },
    infoOf('/opt/Linked.app', 'org.example.linked'),
    {
      op: 'readBytes',
      path: '/Applications/Locked.app/Contents/Info.plist',
      cannotTell: 'denied',
      reason: 'You may not read it.',
    },
    {
      op: 'readBytes',
      path: '/Applications/Damaged.app/Contents/Info.plist',
      base64: Buffer.from('secret contents').toString('base64'),
    },
    listing('/Applications/Work', ['Slack.app', 'folder'], ['Payroll.app', 'folder']),
    infoOf('/Applications/Work/Slack.app', 'com.tinyspeck.slackmacgap'),
    infoOf('/Applications/Work/Payroll.app', 'org.example.payroll'),
    listing('/Applications/Games', ['Poker.app', 'folder'], ['readme.txt', 'file']),
    infoOf('/Applications/Games/Poker.app', 'org.example.poker'),
    { op: 'readDir', path: '/Applications/Closed', cannotTell: 'denied', reason: 'You may not read it.' },
  );

  it('is left out, with folders that hold nothing else; what findings tell of stays', async () => {
    const without = redacted(mac);
    const content = contentOf(without);
    const gone = ['Diary', 'Linked', 'Payroll', 'Poker', 'Games', 'passwords', 'secret contents', 'org.example'];
    expect(gone.filter((secret) => content.includes(secret))).toEqual([]);
    const { apps, gaps } = await knownOf(without, 'installedApps');
    expect({ apps, gaps }).toEqual(await knownOf(mac, 'installedApps'));
    expect(apps.map(({ product }) => product)).toEqual(['safari', 'slack', 'zoom']);
    expect(gaps).toHaveLength(4);
  });

  it('goes from the history of installations too', async () => {
    const entry = (name: string, by: string): string =>
      `<dict><key>displayName</key><string>${name}</string><key>processName</key><string>${by}</string>` +
      '<key>date</key><date>2026-11-01T10:00:00Z</date><key>packageIdentifiers</key><array><string>x.y</string></array></dict>';
    const history = plistFile(
      INSTALL_HISTORY,
      `<array>${entry('Diary &amp; more', 'installer')}${entry('macOS 26.1', 'softwareupdated')}</array>`,
    );
    const without = redacted(withReadings(recordingOf('macos-26'), history));
    expect(contentOf(without)).not.toMatch(/Diary|x\.y/);
    expect(await knownOf(without, 'updatesInstalledAt')).toBe('2026-11-01T10:00:00.000Z');
  });
});

describe('settings', () => {
  it('of Time Machine lose the paths that are left out, and stay hidden where they are', async () => {
    const body =
      '<dict><key>SkipPaths</key><array><string>~/Secret plans</string></array><key>Destinations</key><array><dict>' +
      '<key>BackupAlias</key><data>c2VjcmV0</data><key>LastKnownVolumeName</key><string>Red &amp; blue</string>' +
      '<key>SnapshotDates</key><array><date>2026-11-20T18:00:00Z</date></array></dict></array></dict>';
    const mac = withReadings(recordingOf('macos-26'), printed(...exported, plistText(body)));
    expect(contentOf(redacted(mac))).not.toMatch(/Secret plans|c2VjcmV0/);
    expect(await knownOf(redacted(mac), 'backupRuns')).toEqual(await knownOf(mac, 'backupRuns'));
    const hidden = recordingOf('macos-15-no-full-disk-access');
    expect(await factOf(redacted(hidden), 'backupRuns')).toMatchObject({ state: 'unknown', cause: 'denied' });
  });

  it('of FileVault lose the account it waits for', async () => {
    const said = "FileVault is Off.\nDeferred enablement appears to be active for user 'ada'.\n";
    const without = redacted(withReadings(recordingOf('macos-26'), printed(...fdesetup, said)));
    expect(contentOf(without)).not.toContain('ada');
    expect(await knownOf(without, 'diskEncryption')).toMatchObject({ state: 'off' });
  });

  it('that are prescribed for an account lie where the recorded account looks for them', async () => {
    const mac = recordingOf('macos-27-managed');
    const named = JSON.parse(
      JSON.stringify(mac.reads).replaceAll('Managed Preferences/user/', 'Managed Preferences/jo/'),
    );
    const without = redacted({ ...mac, reads: named });
    expect(contentOf(without)).not.toContain('/jo/');
    expect(await knownOf(without, 'screenLock')).toMatchObject({ idleSeconds: 900 });
  });

  it('that cannot be read stay so, for the same reason', async () => {
    const path = '/Library/Managed Preferences/com.apple.SoftwareUpdate.plist';
    for (const reading of [
      plistFile(path, '<array/>'),
      { op: 'readBytes', path, base64: Buffer.from('nonsense').toString('base64') } as const,
    ]) {
      const mac = withReadings(recordingOf('macos-26'), reading);
      expect(await factOf(redacted(mac), 'autoUpdates')).toEqual(await factOf(mac, 'autoUpdates'));
    }
  });
});

it('gives the same identity the same stand-in, and others another', async () => {
  const { drives } = await knownOf(redacted(recordingOf('macos-14')), 'externalDrives');
  const { tools } = await knownOf(redacted(recordingOf('macos-14')), 'backupTools');
  expect(drives[0]?.id).toMatch(/^00000000-0000-4000-8000-/);
  expect(tools[0]?.destinations[0]?.volumeId).toBe(drives[0]?.id);
  const two = await knownOf(redacted(recordingOf('macos-27')), 'externalDrives');
  expect(new Set(two.drives.map(({ id }) => id)).size).toBe(two.drives.length);
});
