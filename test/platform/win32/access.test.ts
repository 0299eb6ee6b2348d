/** Who may reach a Windows computer, steer it, or see and hear through it. What each recording is stands here by hand. */
import { describe, expect, it } from 'vitest';
import type { FactKey, Facts } from '../../../electron/core/facts/index.ts';
import type { Recording } from '../../../electron/platform/machine/recording.ts';
import { changedSection, factOf, knownOf, recordingOf, withSection } from './recorded.ts';

const unknown = (cause: string): object => ({ state: 'unknown', cause, reason: expect.stringMatching(/^[A-Z].*\.$/) });
const expectFact = async <K extends FactKey>(name: string, key: K, expected: Facts[K] | string): Promise<void> => {
  const fact = await factOf(recordingOf(name), key);
  expect(fact).toEqual(
    typeof expected === 'string' ? unknown(expected) : { state: 'known', value: expected, source: expect.any(String) },
  );
};

describe('remote login', () => {
  it.each<[string, Facts['remoteLogin'] | string]>([
    ['windows-11-25h2-pro', { services: [], sessionIsRemote: false }],
    ['windows-10-22h2', { services: [{ name: 'Remote Desktop' }, { name: 'SSH' }], sessionIsRemote: false }],
    ['windows-11-25h2-german', { services: [{ name: 'Remote Desktop' }], sessionIsRemote: true }],
    ['windows-server-2025', { services: [{ name: 'Remote Desktop' }], sessionIsRemote: true }],
    ['windows-11-25h2-half-readable', 'unreadable'],
    ['windows-11-24h2-powershell-blocked', 'no-powershell'],
  ])('%s', (name, expected) => expectFact(name, 'remoteLogin', expected));

  const remote = (change: object, session?: string): Recording => {
    const changed = changedSection('windows-11-25h2-pro', 'remote', change);
    const { SESSIONNAME: _, ...others } = changed.host.variables;
    const variables = session === undefined ? others : { ...others, SESSIONNAME: session };
    return { ...changed, host: { ...changed.host, variables } };
  };

  it('follows a rule against the computer’s own setting, and takes no missing value for a no', async () => {
    const { services } = await knownOf(remote({ denied: '0', policy: '1' }, 'Console'), 'remoteLogin');
    expect(services).toEqual([]);
    expect(await factOf(remote({ denied: null }, 'Console'), 'remoteLogin')).toEqual(unknown('unreadable'));
  });

  it.each<[string | undefined, readonly string[], boolean | undefined]>([
    ['Console', [], false],
    ['RDP-Tcp#12', [], true],
    [undefined, ['Console'], false],
    // Started at the desk, used from afar now; and the other way round.
    ['Console', ['RDP-Tcp#1'], undefined],
    ['RDP-Tcp#1', ['Console'], undefined],
    ['ICA-tcp#4', [], undefined],
    ['31C5CE94259D4006A9E4#0', [], undefined],
    [undefined, [''], undefined],
  ])('session %s, in the registry %j: used from afar %s', async (session, sessions, expected) => {
    const fact = await factOf(remote({ sessions }, session), 'remoteLogin');
    expect(fact.state === 'known' ? fact.value.sessionIsRemote : undefined).toBe(expected);
  });
});

describe('programs for remote control', () => {
  it.each<[string, readonly string[] | undefined]>([
    ['windows-11-25h2-pro', []],
    ['windows-10-22h2', ['TeamViewer']],
    ['windows-11-25h2-third-party', ['AnyDesk']],
    // "g2mcomm" runs there too: it is GoToMeeting.
    ['windows-11-25h2-all-off', ['RustDesk', 'TeamViewer', 'TightVNC']],
    ['windows-11-25h2-half-readable', undefined],
  ])('%s: %j', async (name, expected) => {
    const fact = await factOf(recordingOf(name), 'remoteControl');
    expect(fact.state === 'known' ? fact.value.programs : undefined).toEqual(expected);
  });

  it('are not "none" where the list is empty or lacks the program that asked', async () => {
    for (const running of [[], ['4|0|41000000||System']]) {
      const short = withSection('windows-11-25h2-pro', 'programs', { self: 7000, running });
      expect(await factOf(short, 'remoteControl')).toEqual(unknown('unreadable'));
    }
  });
});

describe('Wi-Fi', () => {
  const none = { wifi: null, vpn: null };
  it.each<[string, Facts['network'] | string]>([
    ['windows-11-25h2-pro', none],
    ['windows-10-22h2', none],
    ['windows-11-24h2-home', 'not-revealed'],
    ['windows-11-25h2-constrained-language', 'denied'],
    ['windows-11-25h2-half-readable', 'unreadable'],
  ])('%s', (name, expected) => expectFact(name, 'network', expected));

  it('that has not finished connecting is not "no Wi-Fi"', async () => {
    const cards = [
      { kind: 71, state: 5 },
      { kind: 6, state: 1 },
    ];
    expect(await factOf(withSection('windows-11-25h2-pro', 'network', { cards }), 'network')).toEqual(
      unknown('not-revealed'),
    );
  });
});

describe('who uses camera and microphone', () => {
  it.each<[string, Facts['cameraUse'] | string, Facts['microphoneUse'] | string]>([
    ['windows-11-25h2-pro', { users: [], complete: true }, { users: [], complete: true }],
    // Zoom crashed and does not run: its note has no end.
    ['windows-10-22h2', { users: [], complete: true }, { users: ['chrome'], complete: true }],
    // Zoom runs again since, without the camera; Greenroom's own preview is nobody else's use.
    [
      'windows-11-25h2-in-a-call-french',
      { users: ['MSTeams', 'obs64'], complete: true },
      { users: ['MSTeams'], complete: true },
    ],
    ['windows-11-25h2-update-server-error', { users: [], complete: false }, { users: [], complete: false }],
    ['windows-server-2025', 'unsupported', 'unsupported'],
    ['windows-11-25h2-half-readable', 'unreadable', 'unreadable'],
    ['windows-11-24h2-powershell-blocked', 'no-powershell', 'no-powershell'],
  ])('%s', async (name, camera, microphone) => {
    await expectFact(name, 'cameraUse', camera);
    await expectFact(name, 'microphoneUse', microphone);
  });

  const store = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\webcam';
  const noted = (...rows: readonly object[]): Recording =>
    withSection('windows-10-22h2', 'consent', {
      rows: [
        { Value: 'Allow', key: `HKCU\\${store}` },
        { Value: 'Allow', key: `HKCU\\${store}\\NonPackaged` },
        ...rows,
      ],
      unread: 0,
    });

  it('is not complete where Windows notes no times', async () => {
    expect(await knownOf(noted(), 'cameraUse')).toEqual({ users: [], complete: false });
  });

  it('is told for programs of which this account sees only the name', async () => {
    const key = `HKCU\\${store}\\NonPackaged\\C:#Program Files#TeamViewer#TeamViewer_Service.exe`;
    const times = { LastUsedTimeStart: '134399000000000000', LastUsedTimeStop: '0' };
    expect((await knownOf(noted({ key, ...times }), 'cameraUse')).users).toEqual(['TeamViewer_Service']);
  });

  it('takes no damaged or ended note for a use', async () => {
    const key = `HKCU\\${store}\\NonPackaged\\C:#Windows#explorer.exe`;
    for (const [start, stop] of [
      ['0', '0'],
      ['134399000000000000', '134399000000000001'],
      ['134399000000000000', null],
      ['soon', '0'],
    ])
      expect(
        (await knownOf(noted({ key, LastUsedTimeStart: start, LastUsedTimeStop: stop }), 'cameraUse')).users,
      ).toEqual([]);
  });
});

describe('who may use camera and microphone', () => {
  const teams = (camera: 'allowed' | 'denied' | 'not-asked', microphone = camera) => ({
    product: 'teams',
    camera,
    microphone,
    screen: null,
  });
  it.each<[string, Facts['mediaPermissions'] | string]>([
    ['windows-11-25h2-pro', { camera: 'allowed', microphone: 'allowed', apps: [teams('allowed')] }],
    [
      'windows-11-24h2-home',
      {
        camera: 'denied',
        microphone: 'allowed',
        apps: [{ product: 'skype', camera: 'denied', microphone: 'allowed', screen: null }],
      },
    ],
    [
      'windows-11-25h2-german',
      {
        camera: 'allowed',
        microphone: 'denied',
        desktopOnly: ['microphone'],
        apps: [
          { product: 'slack', camera: 'denied', microphone: 'denied', screen: null },
          { product: 'zoom', camera: 'allowed', microphone: 'denied', screen: null },
        ],
      },
    ],
    [
      'windows-11-25h2-all-off',
      { camera: 'allowed', microphone: 'denied', desktopOnly: ['microphone'], apps: [teams('not-asked')] },
    ],
    ['windows-server-2025', 'unsupported'],
  ])('%s', (name, expected) => expectFact(name, 'mediaPermissions', expected));

  const store = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\webcam';
  it('says nothing of a switch that is not there, unless another one denies', async () => {
    const grant = async (...rows: readonly object[]) =>
      (await knownOf(withSection('windows-11-25h2-pro', 'consent', { rows, unread: 0 }), 'mediaPermissions')).camera;
    const person = { key: `HKCU\\${store}`, Value: 'Allow' };
    const desktop = { key: `HKCU\\${store}\\NonPackaged`, Value: 'Allow' };
    expect(await grant(person, desktop)).toBeNull();
    expect(await grant(person, { ...desktop, Value: 'Deny' })).toBe('denied');
    expect(await grant({ key: `HKLM\\${store}`, Value: 'Deny' }, person, desktop)).toBe('denied');
    expect(await grant({ key: `HKLM\\${store}`, Value: 'Allow' }, person, desktop)).toBe('allowed');
    expect(await grant({ key: `HKLM\\${store}`, Value: 'Erlauben' }, person, desktop)).toBeNull();
  });

  it('takes no other program for a meeting app', async () => {
    const rows = ['C:#TeamSpeak#TeamSpeak.exe', 'C:#x#constructor.exe', 'C:#x#__proto__.exe'].map((name) => ({
      key: `HKCU\\${store}\\NonPackaged\\${name}`,
      LastUsedTimeStart: '1',
      LastUsedTimeStop: '1',
    }));
    const recording = changedSection('windows-11-25h2-pro', 'consent', { rows: [{ key: `HKCU\\${store}` }, ...rows] });
    expect((await knownOf(recording, 'mediaPermissions')).apps).toEqual([]);
  });
});
