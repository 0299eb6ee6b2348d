/** Cameras, sound and headsets as the recorded Linux computers tell of them. */
import { describe, expect, it, test } from 'vitest';
import type { ListedDevice, SoundDevices } from '../../../../electron/core/facts/index.ts';
import { allowedPipewire, namesInPipewire } from '../../../../electron/platform/linux/devices/pipewire.ts';
import { answering, knownOf, type LinuxMachine, outcomeOf, recordingOf, withReadings } from '../recorded.ts';

const names = (devices: readonly ListedDevice[]): readonly string[] => devices.map(({ name }) => name);

describe('microphones', () => {
  it.each<[LinuxMachine, Partial<SoundDevices>]>([
    ['ubuntu-24.04-ready', { inUse: 'Built-in Audio Analog Stereo', isMuted: false, volumePercent: 74, missing: null }],
    ['ubuntu-24.04-security-waiting-french', { isMuted: true }],
    ['arch-not-synchronised', { missing: '' }],
    // PulseAudio, without PipeWire; the monitor of the loudspeaker is no microphone.
    ['debian-13-desktop-broken-apt', { inUse: 'Built-in Audio Analog Stereo', isMuted: false, volumePercent: 60 }],
    // Only the dummy is shown, while the kernel lists a card.
    ['opensuse-leap-16', { devices: [], complete: true, isWithheld: true }],
    ['silverblue-43', { devices: [], complete: true, isWithheld: false }],
    ['debian-12-server', { devices: [], complete: true, isWithheld: false }],
  ])('%s', async (name, expected) => {
    const { microphones } = await knownOf(recordingOf(name), 'sound');
    expect(microphones).toMatchObject(expected);
  });

  it.each<[LinuxMachine, string]>([
    ['fedora-42-no-metadata', 'unknown: unreadable'],
    ['ubuntu-24.04-stale-index', 'unknown: unreadable'],
    ['linux-tools-missing', 'unknown: missing-tool'],
    ['unknown-linux-nothing-readable', 'unknown: denied'],
  ])('%s is not known', async (name, expected) => {
    expect(await outcomeOf(recordingOf(name), 'sound')).toBe(expected);
  });

  it('PipeWire that only looks after pictures leaves sound to PulseAudio', async () => {
    const machine = withReadings(
      recordingOf('debian-13-desktop-broken-apt'),
      {
        op: 'stat',
        path: '/run/user/1000/pipewire-0',
        stat: { kind: 'other', size: 0, modifiedMs: 1, uid: 1, mode: 1 },
      },
      {
        op: 'run',
        program: '/usr/bin/pw-dump',
        args: [],
        code: 0,
        stdout: '[{"id":0,"type":"PipeWire:Interface:Core"}]',
        stderr: '',
      },
    );
    expect((await knownOf(machine, 'sound')).microphones.devices).toHaveLength(1);
  });
});

describe('a Bluetooth headset in its profile for music', () => {
  const device = (profiles: readonly string[]) => ({
    id: 71,
    type: 'PipeWire:Interface:Device',
    info: {
      props: {
        'device.api': 'bluez5',
        'device.description': 'Headset',
        'api.bluez5.address': 'AA:BB:CC:DD:EE:FF',
      },
      params: { EnumProfile: profiles.map((name) => ({ name })) },
    },
  });
  const sink = {
    id: 80,
    type: 'PipeWire:Interface:Node',
    info: { props: { 'media.class': 'Audio/Sink', 'node.name': 'bluez_output.AA_BB_CC_DD_EE_FF.1', 'device.id': 71 } },
  };
  const source = {
    id: 81,
    type: 'PipeWire:Interface:Node',
    info: { props: { 'media.class': 'Audio/Source', 'node.description': 'Headset', 'device.id': 71 } },
  };
  const chosen = (address: string) => ({
    id: 31,
    type: 'PipeWire:Interface:Metadata',
    metadata: [{ key: 'default.configured.audio.source', value: { name: `bluez_input.${address}.0` } }],
  });
  const microphones = async (...objects: readonly object[]) => {
    const machine = recordingOf('ubuntu-24.04-ready');
    return (
      await knownOf(withReadings(machine, answering(machine, '/usr/bin/pw-dump', JSON.stringify(objects))), 'sound')
    ).microphones;
  };
  const calls = ['a2dp-sink', 'headset-head-unit'];

  it('has a microphone, which it shows when a call opens it', async () => {
    expect(names((await microphones(device(calls), sink)).devices)).toEqual(['Headset']);
    expect(names((await microphones(device(['off', 'a2dp-sink']), sink)).devices)).toEqual([]);
  });

  it('is listed once while its microphone is open', async () => {
    // Only a node that belongs to it takes its place: that of its loudspeaker does not.
    expect(names((await microphones(device(calls), sink, source)).devices)).toEqual(['Headset']);
  });

  it('is not missed where it was chosen; another one is', async () => {
    expect((await microphones(device(calls), sink, chosen('AA_BB_CC_DD_EE_FF'))).missing).toBeNull();
    expect((await microphones(device(calls), sink, chosen('AA:BB:CC:DD:EE:FF'))).missing).toBeNull();
    expect((await microphones(device(calls), sink, chosen('AA_BB_CC_DD_EE_00'))).missing).toBe('');
    expect((await microphones(device(['a2dp-sink']), sink, chosen('AA_BB_CC_DD_EE_FF'))).missing).toBe('');
  });
});

describe('cameras', () => {
  it.each<[LinuxMachine, readonly string[]]>([
    ['ubuntu-24.04-ready', ['Integrated Camera: Integrated C']],
    ['arch', ['Integrated Camera: Integrated C', 'OBS Virtual Camera']],
    ['silverblue-43', []],
  ])('%s', async (name, expected) => {
    const { cameras, complete } = await knownOf(recordingOf(name), 'cameras');
    expect([names(cameras), complete]).toEqual([expected, true]);
  });

  it('without udev’s notes an empty list is not none', async () => {
    const machine = withReadings(
      recordingOf('ubuntu-24.04-ready'),
      { op: 'readText', path: '/run/udev/data/c81:0', missing: true },
      { op: 'readText', path: '/run/udev/data/c81:1', missing: true },
    );
    expect(await knownOf(machine, 'cameras')).toEqual({ cameras: [], complete: false });
  });

  it('a part of the board is a camera only where PipeWire can use it', async () => {
    const link = {
      op: 'readLink',
      path: '/sys/class/video4linux/video0',
      target: '../../devices/pci0000:00/0000:00:05.0/video4linux/video0',
    } as const;
    const used = withReadings(recordingOf('ubuntu-24.04-ready'), link);
    expect(names((await knownOf(used, 'cameras')).cameras)).toEqual(['Integrated Camera: Integrated C']);
    const unused = withReadings(recordingOf('ubuntu-24.04-ready'), link, {
      op: 'run',
      program: '/usr/bin/pw-dump',
      args: [],
      code: 0,
      stdout: '[]',
      stderr: '',
    });
    expect(await knownOf(unused, 'cameras')).toEqual({ cameras: [], complete: true });
  });
});

test('headsets', async () => {
  const of = async (name: LinuxMachine) => (await knownOf(recordingOf(name), 'headsets')).headsets;
  expect(await of('linux-in-a-call')).toEqual([{ name: 'Jabra Evolve2 65', batteryPercent: 85, canCall: true }]);
  expect(await of('fedora-43')).toEqual([{ name: 'WH-1000XM5', batteryPercent: 80, canCall: true }]);
  const fedora = recordingOf('fedora-43');
  const dump = fedora.reads.find((it) => it.op === 'run' && it.program === '/usr/bin/pw-dump');
  const printed = dump !== undefined && 'stdout' in dump ? dump.stdout.replace('headset-head-unit', 'pro-audio') : '';
  const music = withReadings(fedora, answering(fedora, '/usr/bin/pw-dump', printed));
  expect((await knownOf(music, 'headsets')).headsets[0]?.canCall).toBe(false);
  expect(await of('ubuntu-24.04-ready')).toEqual([]);
});

test('of PipeWire’s list no address, no serial number and no title of a page leaves, and given names are named', () => {
  const node = (name: string, description: string, cls: string) => ({
    id: 1,
    type: 'PipeWire:Interface:Node',
    info: {
      props: { 'media.class': cls, 'node.name': name, 'node.description': description, 'node.nick': description },
    },
  });
  const printed = JSON.stringify([
    node('bluez_output.AA_BB_CC_DD_EE_FF.1', 'Ada’s AirPods', 'Audio/Sink'),
    node('alsa_input.usb-Jabra_0123456789AB-00.mono', 'Jabra Evolve', 'Audio/Source'),
    node('Firefox', 'Talk with Grace', 'Stream/Output/Audio'),
    {
      id: 2,
      type: 'M',
      metadata: [{ key: 'default.configured.audio.sink', value: '{"name":"bluez_output.AA_BB_CC_DD_EE_FF.1"}' }],
    },
  ]);
  const kept = allowedPipewire(printed);
  expect(kept).not.toMatch(/AA_BB|0123456789AB|Grace/);
  expect(namesInPipewire(printed)).toContain('Ada’s AirPods');
  expect(kept).toMatch(/Jabra Evolve/);
  // What was chosen is still the one that is there.
  expect(kept).toContain('{"key":"default.configured.audio.sink","value":{"name":"node-1"}}');
});
