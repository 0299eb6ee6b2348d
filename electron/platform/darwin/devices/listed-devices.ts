/** Owns which cameras, microphones, loudspeakers and headsets a Mac has: System Information asks for no permission and opens nothing. */
import { known } from '../../../core/facts/fact.ts';
import type { Cameras, Headsets, Sound, SoundDevices } from '../../../core/facts/index.ts';
import { reader } from '../../reader.ts';
import { profiled, profilerSource } from '../system-profiler.ts';
import type { AudioItem } from './device-parts.ts';

const words = (name: string | undefined): string => (name ?? '').trim().slice(0, 200);

export const cameras = reader<Cameras>(12_000, async (machine) => {
  const listed = await profiled(machine, 'SPCameraDataType', { mayBeEmpty: true });
  return known(
    {
      cameras: listed.map((one) => ({
        name: words(one._name),
        // The extensions of programs name themselves; real cameras repeat their name or tell a product number.
        isVirtual: /extension|virtual/i.test(one['spcamera_model-id'] ?? ''),
      })),
      // An empty answer may also be one that came too late.
      complete: listed.length > 0,
    },
    profilerSource('SPCameraDataType'),
  );
});

const leaves = (items: readonly AudioItem[]): readonly AudioItem[] =>
  items.flatMap((item) => (item._items === undefined ? [item] : leaves(item._items)));

const isYes = (text: string | undefined): boolean => text === 'spaudio_yes';

const listed = (
  items: readonly AudioItem[],
  channels: 'coreaudio_device_input' | 'coreaudio_device_output',
  chosen: 'coreaudio_default_audio_input_device' | 'coreaudio_default_audio_output_device',
): SoundDevices => {
  const able = items.filter((item) => (item[channels] ?? 0) > 0);
  const inUse = able.find((item) => isYes(item[chosen]));
  return {
    devices: able.map(({ _name, coreaudio_device_transport: transport }) => ({
      name: words(_name),
      isVirtual: /_(?:virtual|aggregate)$/.test(transport ?? ''),
    })),
    complete: true,
    isWithheld: false,
    inUse: inUse === undefined ? null : words(inUse._name),
    // System Information tells neither what was chosen before nor how loud it is.
    missing: null,
    isMuted: null,
    volumePercent: null,
  };
};

export const sound = reader<Sound>(12_000, async (machine) => {
  const items = leaves(await profiled(machine, 'SPAudioDataType'));
  return known(
    {
      microphones: listed(items, 'coreaudio_device_input', 'coreaudio_default_audio_input_device'),
      loudspeakers: listed(items, 'coreaudio_device_output', 'coreaudio_default_audio_output_device'),
    },
    profilerSource('SPAudioDataType'),
  );
});

/** "80%", or the number alone. */
const percentOf = (level: string | number | undefined): readonly number[] => {
  const percent = typeof level === 'number' ? level : Number(/^(\d{1,3})\s?%$/.exec(level ?? '')?.[1] ?? Number.NaN);
  return percent >= 0 && percent <= 100 ? [percent] : [];
};

export const headsets = reader<Headsets>(12_000, async (machine) => {
  const controllers = await profiled(machine, 'SPBluetoothDataType', { mayBeEmpty: true });
  const devices = controllers
    .flatMap(({ device_connected: connected }) => connected ?? [])
    .flatMap((one) => Object.entries(one))
    .filter(([, { device_minorType: kind }]) => kind === 'Headset' || kind === 'Headphones');
  return known(
    {
      headsets: devices.map(([name, device]) => {
        const levels = [
          device.device_batteryLevelMain,
          device.device_batteryLevelLeft,
          device.device_batteryLevelRight,
        ].flatMap(percentOf);
        const { device_services: services, device_minorType: kind } = device;
        return {
          name: words(name),
          batteryPercent: levels.length === 0 ? null : Math.min(...levels),
          // Headphones without a microphone of their own lack nothing.
          canCall:
            services === undefined ? null : /\b(?:HFP|HSP|LEA)\b/.test(services) || (kind === 'Headset' ? false : null),
        };
      }),
    },
    profilerSource('SPBluetoothDataType'),
  );
});
