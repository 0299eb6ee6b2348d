import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../electron/platform/machine/recording.ts';
import {
  assertions,
  factOf,
  knownOf,
  printed,
  processes,
  profiler,
  recordingOf,
  route,
  sysctl,
  withReadings,
} from './recorded.ts';

const good = recordingOf('macos-26');
const unreadable = { state: 'unknown', cause: 'unreadable' };

describe('Wi-Fi and VPN', () => {
  const joined = (mode: unknown, status = 'spairport_status_connected', name = 'en0'): Reading =>
    profiler({
      SPAirPortDataType: [
        {
          spairport_airport_interfaces: [
            {
              _name: name,
              spairport_status_information: status,
              spairport_current_network_information: { spairport_security_mode: mode },
            },
            { _name: 'awdl0', spairport_current_network_information: {} },
          ],
        },
      ],
    });
  const wifiWith = async (reading: Reading) =>
    (await knownOf(withReadings(recordingOf('macos-26-exposed'), reading), 'network')).wifi;

  it.each([
    ['spairport_security_mode_none', 'open'],
    ['spairport_security_mode_wep', 'wep'],
    ['spairport_security_mode_wep128', 'wep'],
    ['spairport_security_mode_wpa_personal_mixed', 'protected'],
    ['spairport_security_mode_wpa2_personal', 'protected'],
    ['pairport_security_mode_wpa3_transition', 'protected'],
    ['spairport_security_mode_wpa2_wpa3_enterprise', 'protected'],
  ])('%s is %s', async (mode, security) => {
    expect(await wifiWith(joined(mode))).toEqual({ name: null, security });
  });

  it.each([['spairport_security_mode_owe'], ['spairport_security_mode_8021x'], ['Offen'], [''], [undefined]])(
    'cannot be told from %s',
    async (mode) => {
      expect(await factOf(withReadings(good, joined(mode)), 'network')).toMatchObject(unreadable);
    },
  );

  it('is none where Wi-Fi is off or joined to nothing, and unknown where macOS says something new', async () => {
    expect((await knownOf(recordingOf('macos-26-two-destinations'), 'network')).wifi).toBeNull();
    expect(await wifiWith(joined('', 'spairport_status_disassociated'))).toBeNull();
    for (const reading of [joined('', 'spairport_status_resting'), profiler({ SPAirPortDataType: [{}] })]) {
      expect(await factOf(withReadings(good, reading), 'network')).toMatchObject(unreadable);
    }
  });

  it('does not take AirDrop’s own network for one', async () => {
    const airdrop = joined('spairport_security_mode_none', 'spairport_status_connected', 'awdl0');
    expect(await factOf(withReadings(good, airdrop), 'network')).toMatchObject(unreadable);
  });

  it('looks for a VPN only where it matters', async () => {
    expect(await knownOf(good, 'network')).toEqual({ wifi: { name: null, security: 'protected' }, vpn: null });
    expect((await knownOf(recordingOf('macos-26-exposed'), 'network')).vpn).toBe(false);
    expect((await knownOf(recordingOf('macos-27-managed'), 'network')).vpn).toBe(true);
  });

  it.each<[string, Reading, boolean | null]>([
    ['an old VPN', printed(...route, '  interface: ppp0\n'), true],
    ['a bridge', printed(...route, '  interface: bridge100\n'), null],
    ['no way out', printed(...route, '', 1, 'route: writing to routing socket: not in table\n'), null],
    ['no route command', { op: 'run', program: route[0], args: [...route[1]], missing: true }, null],
    [
      'a route command that hangs',
      { op: 'run', program: route[0], args: [...route[1]], cannotTell: 'timed-out', reason: 'It took too long.' },
      null,
    ],
  ])('through %s, a VPN is %j', async (_, reading, vpn) => {
    const { network } = { network: await knownOf(withReadings(recordingOf('macos-26-exposed'), reading), 'network') };
    expect(network).toEqual({ wifi: { name: null, security: 'open' }, vpn });
  });
});

describe('camera and microphone', () => {
  const audio = (lines: string): string =>
    `   pid 406(coreaudiod): [0x0002] 00:00:05 PreventUserIdleSystemSleep named: "com.apple.audio.context"\n${lines}`;
  const held = (...blocks: readonly string[]): Reading =>
    printed(...assertions, ['Assertion status system-wide:\nListed by owning process:\n', ...blocks].join(''));
  const usersWith = async (...readings: readonly Reading[]) =>
    (await knownOf(withReadings(good, ...readings), 'microphoneUse')).users;
  const running = (path: string, pid = 821): Reading =>
    printed(...processes, `1 0.0 /sbin/launchd\n${pid} 1.5 ${path}\n`);
  const recorded = '\tCreated for PID: 821. \n\tResources: audio-in audio-out BuiltInMicrophoneDevice \n';

  it('never proves that nobody uses them', async () => {
    expect(await factOf(good, 'cameraUse')).toMatchObject({ state: 'unknown', cause: 'not-revealed' });
    expect(await knownOf(good, 'microphoneUse')).toEqual({ users: [], complete: false });
  });

  it('names who records and sees that somebody films', async () => {
    const busy = recordingOf('macos-26-exposed');
    expect(await knownOf(busy, 'microphoneUse')).toEqual({ users: ['WhatsApp'], complete: false });
    expect(await knownOf(busy, 'cameraUse')).toEqual({ users: [null], complete: false });
  });

  it('names the app, not its helper, and leaves Greenroom itself out', async () => {
    expect((await knownOf(recordingOf('macos-27-managed'), 'microphoneUse')).users).toEqual(['Microsoft Teams']);
  });

  it('calls the helper of web pages by its browser', async () => {
    const helper =
      '/System/Library/Frameworks/WebKit.framework/Versions/A/XPCServices/com.apple.WebKit.GPU.xpc/Contents/MacOS/com.apple.WebKit.GPU';
    expect(await usersWith(held(audio(recorded)), running(helper))).toEqual(['Safari']);
  });

  it('leaves the name open where the process is told wrongly or not at all; Siri’s own listening is none', async () => {
    expect((await knownOf(recordingOf('macos-14-japanese-half-readable'), 'microphoneUse')).users).toEqual([null]);
    expect(await usersWith(held(audio('\tResources: audio-in BuiltInMicrophoneDevice\n')))).toEqual([null]);
  });

  it('does not take playback for recording, nor another program’s word for the sound system’s', async () => {
    expect(
      await usersWith(held(audio('\tCreated for PID: 821.\n\tResources: audio-out BuiltInSpeakerDevice\n'))),
    ).toEqual([]);
    const forged = held('   pid 99(Tool): [0x1] 00:00:01 NoIdleSleepAssertion named: "coreaudiod"\n', recorded);
    expect(await usersWith(forged)).toEqual([]);
  });

  it('keeps what belongs to a program with brackets in its name apart', async () => {
    const helper = '   pid 77(Slack Helper (Renderer)): [0x1] 00:00:01 NoIdleSleepAssertion named: "audio"\n';
    expect(await usersWith(held(audio(''), helper, recorded))).toEqual([]);
    expect(
      await usersWith(held(helper, audio(recorded)), running('/Applications/Slack.app/Contents/MacOS/Slack')),
    ).toEqual(['Slack']);
  });

  it('takes the name from the list itself where programs cannot be listed', async () => {
    const own = '   pid 821(FaceTime): [0x3] 00:00:09 PreventUserIdleDisplaySleep named: "call"\n';
    const denied: Reading = { op: 'run', program: processes[0], args: [...processes[1]], missing: true };
    expect(await usersWith(held(audio(recorded), own), denied)).toEqual(['FaceTime']);
    expect(await usersWith(held(audio(recorded)), denied)).toEqual([null]);
  });

  it('reads a name of any length within a moment', async () => {
    const long = `   pid 5(App): [0x1] ${' named: "'.repeat(200_000)}\n`;
    expect(
      await usersWith(held(long, audio(recorded)), running('/Applications/FaceTime.app/Contents/MacOS/FaceTime')),
    ).toEqual(['FaceTime']);
  });
});

describe('power', () => {
  const powered = (...entries: readonly unknown[]): Reading => profiler({ SPPowerDataType: entries });
  const settings = (source: string, display: number, system: number) => ({
    _name: 'sppower_information',
    [source]: { 'Current Power Source': 'TRUE', 'Display Sleep Timer': display, 'System Sleep Timer': system },
  });
  const battery = {
    _name: 'spbattery_information',
    sppower_battery_charge_info: { sppower_battery_state_of_charge: 64 },
  };
  const charger = (connected: string) => ({
    _name: 'sppower_ac_charger_information',
    sppower_battery_charger_connected: connected,
  });
  const powerWith = (...entries: readonly unknown[]) => knownOf(withReadings(good, powered(...entries)), 'power');

  it('is read on a notebook and on a Mac without a battery', async () => {
    expect(await knownOf(recordingOf('macos-26-exposed'), 'power')).toEqual({
      battery: { percent: 7, onMains: false, minutesLeft: null },
      sleepAfterMinutes: 2,
    });
    expect(await knownOf(recordingOf('macos-27-managed'), 'power')).toEqual({ battery: null, sleepAfterMinutes: 20 });
  });

  it('does not let a Mac sleep while its display is on', async () => {
    expect((await powerWith(settings('AC Power', 10, 1))).sleepAfterMinutes).toBe(10);
    expect((await powerWith(settings('AC Power', 10, 30))).sleepAfterMinutes).toBe(30);
    expect((await powerWith(settings('AC Power', 0, 1))).sleepAfterMinutes).toBeNull();
    expect((await powerWith(settings('AC Power', 10, 0))).sleepAfterMinutes).toBeNull();
  });

  it('believes the charger, and else the settings that hold now', async () => {
    const onMains = async (...entries: readonly unknown[]) => (await powerWith(battery, ...entries)).battery?.onMains;
    expect(await onMains(settings('AC Power', 10, 1), charger('FALSE'))).toBe(false);
    expect(await onMains(settings('Battery Power', 2, 1))).toBe(false);
    expect(await onMains(settings('AC Power', 10, 1))).toBe(true);
  });

  it.each([
    ['a battery without a charge', [{ _name: 'spbattery_information' }, settings('AC Power', 1, 1)]],
    ['a battery without a word of the mains', [battery]],
    ['no battery, on battery power', [settings('Battery Power', 1, 1)]],
    ['no battery and no settings', [{ _name: 'sppower_hwconfig_information' }]],
    [
      'a charge above a hundred',
      [{ ...battery, sppower_battery_charge_info: { sppower_battery_state_of_charge: 300 } }],
    ],
  ])('cannot be told from %s', async (_, entries) => {
    expect(await factOf(withReadings(good, powered(...entries)), 'power')).toMatchObject(unreadable);
  });
});

describe('load and disk', () => {
  it('adds up what belongs to one app, as a share of all processors', async () => {
    expect(await knownOf(recordingOf('macos-26-exposed'), 'load')).toEqual({
      processorPercent: 81.2,
      memoryPercent: 96,
      busiest: [
        { name: 'Render Desk', percent: 78.8 },
        { name: 'WhatsApp', percent: 1.6 },
      ],
    });
    expect(await knownOf(good, 'load')).toEqual({ processorPercent: 1, memoryPercent: 28, busiest: [] });
  });

  it.each([
    ['hw.logicalcpu: 8\n'],
    ['kern.memorystatus_level: 40\n'],
    ['hw.logicalcpu: 0\nkern.memorystatus_level: 40\n'],
    ['hw.logicalcpu: 8\nkern.memorystatus_level: 140\n'],
  ])('cannot be told from %j', async (said) => {
    expect(await factOf(withReadings(good, printed(...sysctl, said)), 'load')).toMatchObject(unreadable);
  });

  it('tells the room on the volume of the home folder', async () => {
    expect(await knownOf(recordingOf('macos-26-exposed'), 'diskSpace')).toEqual({
      volume: 'the startup disk',
      freeBytes: 1_912_000_000,
      totalBytes: 494_384_795_648,
    });
  });
});
