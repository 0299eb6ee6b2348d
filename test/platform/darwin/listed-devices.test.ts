/** Cameras, sound and headsets as System Information of the recorded Macs tells of them. */
import { describe, expect, it } from 'vitest';
import { allowedProfiler } from '../../../electron/platform/darwin/system-profiler.ts';
import { factOf, knownOf, profiler, recordingOf, withReadings } from './recorded.ts';

const good = recordingOf('macos-26');

describe('microphones and loudspeakers', () => {
  it('are the leaves that can record or play, with the one in use', async () => {
    const { microphones, loudspeakers } = await knownOf(good, 'sound');
    expect(microphones).toMatchObject({ inUse: 'MacBook Air Microphone', isMuted: null, volumePercent: null });
    expect(loudspeakers).toMatchObject({ inUse: 'MacBook Air Speakers' });
  });

  it('a Mac without a microphone lists none, and one whose list came empty tells nothing', async () => {
    expect((await knownOf(recordingOf('macos-13'), 'sound')).microphones).toMatchObject({
      devices: [],
      complete: true,
    });
    expect(await factOf(recordingOf('macos-14-japanese-half-readable'), 'sound')).toMatchObject({
      cause: 'unreadable',
    });
  });

  it('what programs make is told apart', async () => {
    const { microphones } = await knownOf(recordingOf('macos-26-pending-security'), 'sound');
    expect(microphones.devices).toEqual([{ name: 'Device 1', isVirtual: true }]);
  });

  it('a recording of an older Greenroom does not hold them', async () => {
    const older = withReadings(good, profiler({ SPFirewallDataType: [], SPAirPortDataType: [], SPPowerDataType: [] }));
    expect(await factOf(older, 'sound')).toMatchObject({ cause: 'not-recorded' });
  });
});

describe('headsets', () => {
  it.each([
    ['macos-26-two-destinations', [{ name: 'Device 1', batteryPercent: 9, canCall: true }]],
    ['macos-28', [{ name: 'Device 1', batteryPercent: 64, canCall: false }]],
    ['macos-26', []],
  ])('%s', async (name, headsets) => {
    expect(await knownOf(recordingOf(name), 'headsets')).toEqual({ headsets });
  });
});

it('names that people gave stay on the Mac, those of makers leave', () => {
  const kept = allowedProfiler(
    JSON.stringify({
      SPAudioDataType: [
        {
          _items: [
            { _name: 'Grace’s AirPods', coreaudio_device_transport: 'coreaudio_device_type_bluetooth' },
            { _name: 'Jabra Link', coreaudio_device_transport: 'coreaudio_device_type_usb' },
          ],
        },
      ],
      SPCameraDataType: [
        { _name: 'Ada’s iPhone Camera', 'spcamera_model-id': 'iPhone18,3' },
        { _name: 'FaceTime HD Camera' },
      ],
      SPBluetoothDataType: [{ device_connected: [{ 'Grace’s AirPods': { device_address: 'AA:BB:CC:DD:EE:FF' } }] }],
    }),
  );
  expect(kept).not.toMatch(/Grace|Ada|AA:BB/);
  expect(kept).toMatch(/Jabra Link.*FaceTime HD Camera/);
});
