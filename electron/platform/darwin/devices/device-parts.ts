/** Owns the form in which System Information tells of cameras, sound and Bluetooth, and what of it may leave the Mac. */
import * as v from 'valibot';
import { standIns } from '../../redaction/stand-ins.ts';

const text = v.optional(v.string());
const channels = v.optional(v.number());

/** Devices stand at the leaves of a tree that is deeper in older releases. */
export interface AudioItem {
  readonly _name?: string | undefined;
  readonly _items?: readonly AudioItem[] | undefined;
  readonly coreaudio_device_input?: number | undefined;
  readonly coreaudio_device_output?: number | undefined;
  readonly coreaudio_default_audio_input_device?: string | undefined;
  readonly coreaudio_default_audio_output_device?: string | undefined;
  readonly coreaudio_device_transport?: string | undefined;
}
const audioItem: v.GenericSchema<unknown, AudioItem> = v.object({
  _name: text,
  _items: v.optional(v.array(v.lazy(() => audioItem))),
  coreaudio_device_input: channels,
  coreaudio_device_output: channels,
  coreaudio_default_audio_input_device: text,
  coreaudio_default_audio_output_device: text,
  coreaudio_device_transport: text,
});

const level = v.optional(v.union([v.string(), v.number()]));
const bluetoothDevice = v.object({
  device_minorType: text,
  device_services: text,
  device_batteryLevelMain: level,
  device_batteryLevelLeft: level,
  device_batteryLevelRight: level,
});
const bluetoothDevices = v.optional(v.array(v.record(v.string(), bluetoothDevice)));

const camera = v.object({ _name: v.string(), 'spcamera_model-id': text });
const bluetooth = v.object({
  controller_properties: v.optional(v.object({ controller_state: text })),
  /** Absent when nothing is connected. */
  device_connected: bluetoothDevices,
});

/** As the parts of the other subjects: what is read, and nothing else. */
export const deviceParts = {
  SPAudioDataType: v.array(audioItem),
  SPCameraDataType: v.array(camera),
  SPBluetoothDataType: v.array(bluetooth),
} as const;

const HARDWARE = /_(?:builtin|usb|hdmi|displayport|thunderbolt|pci)$/;

/** What a maker calls a device stays; telephones, headsets and what programs offer bear names that people gave. */
const allowedItem = (item: AudioItem, standIn: (name: string) => string): AudioItem => ({
  ...item,
  ...(item._name === undefined || item._items !== undefined || HARDWARE.test(item.coreaudio_device_transport ?? '')
    ? {}
    : { _name: standIn(item._name) }),
  ...(item._items === undefined ? {} : { _items: item._items.map((one) => allowedItem(one, standIn)) }),
});

const isTelephone = (model: string | undefined): boolean => /^i(?:Phone|Pad)/.test(model ?? '');

/** The devices without names that people gave; equal names stay equal. */
export const withoutGivenNames = (
  parts: Partial<{ [K in keyof typeof deviceParts]: v.InferOutput<(typeof deviceParts)[K]> }>,
): typeof parts => {
  const standIn = standIns((number) => `Device ${number}`);
  const { SPAudioDataType: audio, SPCameraDataType: cameras, SPBluetoothDataType: bluetooth } = parts;
  return {
    ...(audio === undefined ? {} : { SPAudioDataType: audio.map((one) => allowedItem(one, standIn)) }),
    ...(cameras === undefined
      ? {}
      : {
          SPCameraDataType: cameras.map((one) =>
            isTelephone(one['spcamera_model-id']) ? { ...one, _name: standIn(one._name) } : one,
          ),
        }),
    ...(bluetooth === undefined
      ? {}
      : {
          SPBluetoothDataType: bluetooth.map(({ device_connected: connected, ...rest }) => ({
            ...rest,
            ...(connected === undefined
              ? {}
              : {
                  device_connected: connected.map((one) =>
                    Object.fromEntries(Object.entries(one).map(([name, device]) => [standIn(name), device])),
                  ),
                }),
          })),
        }),
  };
};
