/** One odd answer harms only itself, and an answer that is empty or closed is never taken for "none". */
import { describe, expect, it } from 'vitest';
import { changedSection, factOf, knownOf, printedIn, recordingOf, withSection } from './recorded.ts';

const PRO = 'windows-11-25h2-pro';
const pro = recordingOf(PRO);

const toldIn = (section: string): Record<string, unknown> => {
  const line = printedIn(pro)
    .split('\r\n')
    .find((it) => it.endsWith(`,"section":"${section}"}`));
  return (JSON.parse(line ?? '') as { value: Record<string, unknown> }).value;
};
const running = toldIn('programs').running as readonly string[];
const drives = toldIn('drives') as Record<'disks' | 'partitions' | 'volumes', readonly Record<string, unknown>[]>;
const consent = toldIn('consent').rows as readonly Record<string, unknown>[];

describe('a program whose times are none', () => {
  it.each(['4242|4|||ghost.exe', '4242|4|1.84467440737096E+19|-5|ghost.exe', '4242|4|x|12/5/2026|ghost.exe'])(
    '%s harms nothing',
    async (row) => {
      const odd = changedSection(PRO, 'programs', { running: [...running, row, '4243|4|||TeamViewer.exe'] });
      expect((await knownOf(odd, 'remoteControl')).programs).toEqual(['TeamViewer']);
      for (const key of ['cameraUse', 'load', 'remoteLogin', 'backupActivity'] as const)
        expect((await factOf(odd, key)).state, key).toBe('known');
    },
  );
  it('but one without a number or a name leaves the list open', async () => {
    const odd = changedSection(PRO, 'programs', { running: [...running, '||||'] });
    expect(await factOf(odd, 'remoteControl')).toMatchObject({ state: 'unknown' });
  });
});

describe('drives', () => {
  const without = (changed: object) => withSection(PRO, 'drives', { ...drives, ...changed });
  const noneIsSystem = drives.disks.map((disk) => ({ ...disk, system: null }));
  it.each<[string, object]>([
    ['no disk', { disks: [] }],
    ['nothing at all', { disks: [], partitions: [], volumes: [] }],
    ['no volume', { volumes: [], disks: drives.disks.slice(0, 1) }],
    ['no partition', { partitions: [], disks: drives.disks.slice(0, 1) }],
    ['no system disk', { disks: noneIsSystem.slice(0, 1) }],
  ])('%s is not "no external drive"', async (_, changed) => {
    expect(await factOf(without(changed), 'externalDrives')).toMatchObject({ state: 'unknown' });
    const { tools } = await knownOf(without(changed), 'backupTools');
    for (const { attached } of tools.flatMap(({ destinations }) => destinations)) expect(attached).not.toBe(false);
  });
  it('no disk in the older classes either', async () => {
    expect(await factOf(withSection(PRO, 'drives', { older: [] }), 'externalDrives')).toMatchObject({
      state: 'unknown',
      reason: expect.stringContaining('not even its own'),
    });
  });
  it('a built-in memory card of which nothing tells whether Windows runs from it is no external drive', async () => {
    const [first = {}] = drives.disks;
    const card = { ...drives, disks: [{ ...first, bus: 13, system: null }, ...drives.disks.slice(1)] };
    const { drives: found } = await knownOf(withSection(PRO, 'drives', card), 'externalDrives');
    expect(found.map(({ bus }) => bus)).toEqual(['usb']);
  });
});

describe('who may use camera and microphone', () => {
  const store = 'HKCU\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\webcam';
  const teams = `${store}\\MSTeams_8wekyb3d8bbwe`;
  const others = consent.filter(({ key }) => key !== teams);
  const teamsIn = async (rows: readonly object[], unread = 0) =>
    (await knownOf(withSection(PRO, 'consent', { rows, unread }), 'mediaPermissions')).apps.find(
      ({ product }) => product === 'teams',
    )?.camera;
  it('a closed entry is open, not “not asked”', async () => {
    expect(await teamsIn([...others, { key: teams, closed: true }])).toBeNull();
    expect(await teamsIn(others)).toBe('not-asked');
    expect(await teamsIn(others, 1)).toBeNull();
  });
  it('a closed switch is open', async () => {
    const rows = [...consent.filter(({ key }) => key !== store), { key: store, closed: true }];
    const fact = await knownOf(withSection(PRO, 'consent', { rows, unread: 0 }), 'mediaPermissions');
    expect(fact.camera).toBeNull();
  });
  it('where everything is closed, that is the reason', async () => {
    const closed = consent.map(({ key }) => ({ key, closed: true }));
    for (const [rows, unread] of [
      [closed, 0],
      [[], 8],
    ] as const) {
      const all = withSection(PRO, 'consent', { rows, unread });
      for (const key of ['mediaPermissions', 'cameraUse', 'microphoneUse'] as const)
        expect(await factOf(all, key), key).toMatchObject({ state: 'unknown', cause: 'denied' });
    }
  });
  it('who uses a device is not the whole list where an entry is closed', async () => {
    const rows = [...consent, { key: `${store}\\NonPackaged\\C:#x#Other.exe`, closed: true }];
    const { complete } = await knownOf(withSection(PRO, 'consent', { rows, unread: 0 }), 'cameraUse');
    expect(complete).toBe(false);
  });
});

it.each<
  [
    string,
    'pendingUpdates' | 'diskEncryption' | 'network' | 'antivirus' | 'restartPending' | 'autoUpdates',
    string,
    object,
    string,
  ]
>([
  ['a list of updates that is refused', 'pendingUpdates', 'updates', { count: null, updates: [] }, 'unknown'],
  [
    'a list of updates that is shorter than its count',
    'pendingUpdates',
    'updates',
    { count: 3, updates: [] },
    'unknown',
  ],
  ['a list of updates that is empty by its own word', 'pendingUpdates', 'updates', { count: 0, updates: [] }, 'known'],
  [
    'a text as the state of another drive',
    'diskEncryption',
    'encryption',
    {
      volumes: [
        { root: 'C:\\', state: 1 },
        { root: 'E:\\', state: '' },
      ],
    },
    'known',
  ],
  [
    'a network card that says nothing',
    'network',
    'network',
    {
      cards: [
        { kind: 6, state: 1 },
        { kind: 0, state: 0 },
      ],
    },
    'unknown',
  ],
  ['no list of firewalls', 'antivirus', 'scanners', { Firewall: null }, 'known'],
  ['a closed sign of a restart', 'restartPending', 'updateSettings', { pending: false, pendingPart: false }, 'unknown'],
  [
    'a closed sign beside another that waits',
    'restartPending',
    'updateSettings',
    { pending: true, pendingPart: false },
    'known',
  ],
  ['closed hours of work', 'restartPending', 'updateSettings', { hours: { closed: true } }, 'known'],
  ['a pause that is closed', 'autoUpdates', 'updateSettings', { hours: { closed: true } }, 'unknown'],
])('%s leaves %s %s', async (_, key, section, changed, state) => {
  expect(await factOf(changedSection(PRO, section, changed), key)).toMatchObject({ state });
});

it('a backup setting that is closed is a gap beside what is told', async () => {
  const { tools, gaps } = await knownOf(changedSection(PRO, 'backup', { unread: 1 }), 'backupTools');
  expect(tools).not.toEqual([]);
  expect(gaps).toContain('Windows doesn’t show this account everything about how backups are set up.');
});
