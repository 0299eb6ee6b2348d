/** Owns which Bluetooth headsets are connected to a Linux computer, whether they can be talked into, and their charge. */
import * as v from 'valibot';
import { known } from '../../../core/facts/fact.ts';
import type { Headsets } from '../../../core/facts/index.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { type PipewireObject, pipewireObjects } from './pipewire.ts';

const BUSCTL = '/usr/bin/busctl';
/** `bluetoothctl` waits for ever where there is no adapter; this does not. */
const ARGS = [
  '--json=short',
  'call',
  'org.bluez',
  '/',
  'org.freedesktop.DBus.ObjectManager',
  'GetManagedObjects',
] as const;

const value = <S extends v.GenericSchema>(schema: S) => v.optional(v.object({ data: schema }));
const managed = v.object({
  data: v.pipe(
    v.array(
      v.record(
        v.string(),
        v.object({
          'org.bluez.Device1': v.optional(
            v.object({
              Address: value(v.string()),
              Connected: value(v.boolean()),
              UUIDs: value(v.array(v.string())),
            }),
          ),
          'org.bluez.Battery1': v.optional(
            v.object({ Percentage: value(v.pipe(v.number(), v.minValue(0), v.maxValue(100))) }),
          ),
        }),
      ),
    ),
    v.minLength(1),
  ),
});

interface Told {
  readonly batteryPercent: number | null;
  /** It offers the services of a headset: hands-free, headset, or calls over LE Audio. */
  readonly hasCalls: boolean | null;
}

const CALLS = /^0000(?:111e|1108|184e|1850)-/i;

const parse = (stdout: string) => v.safeParse(v.pipe(v.string(), v.parseJson(), managed), stdout);

const toldBy = async (machine: Machine): Promise<ReadonlyMap<string, Told>> => {
  const { code, stdout } = await runRequired(machine, BUSCTL, ARGS, { timeoutMs: 3_000, maxBytes: 2_097_152 });
  const read = parse(stdout);
  if (code !== 0 || !read.success) return new Map();
  return new Map(
    Object.values(read.output.data[0] ?? {}).flatMap((one) => {
      const device = one['org.bluez.Device1'];
      const address = device?.Address?.data;
      if (device === undefined || address === undefined) return [];
      const services = device.UUIDs?.data;
      const told: Told = {
        batteryPercent: one['org.bluez.Battery1']?.Percentage?.data ?? null,
        hasCalls: services === undefined ? null : services.some((service) => CALLS.test(service)),
      };
      return [[address.toUpperCase(), told] as const];
    }),
  );
};

/** A profile in which it has a microphone: as a headset, or over LE Audio. */
const IN_CALLS = /^(?:headset|handsfree|hfp|hsp|bap-duplex)/;

/** It has a profile with a microphone, whichever it stands in now: the system changes to it when a microphone is opened. */
export const offersCalls = ({ info }: PipewireObject): boolean =>
  info?.params?.EnumProfile?.some(({ name }) => IN_CALLS.test(name)) === true;

/** Bluetooth devices that are connected. */
export const connectedIn = (all: readonly PipewireObject[]): readonly PipewireObject[] =>
  all.filter(({ type, info }) => type === 'PipeWire:Interface:Device' && info?.props?.['device.api'] === 'bluez5');

const canCall = (device: PipewireObject, told: Told | undefined): boolean | null => {
  const profiles = device.info?.params?.EnumProfile;
  if (profiles === undefined || profiles.length === 0) return null;
  if (offersCalls(device)) return true;
  // Headphones without a microphone of their own lack nothing.
  return told?.hasCalls === true ? false : null;
};

export const headsets = reader<Headsets>(8_000, async (machine) => {
  const connected = connectedIn((await pipewireObjects(machine)) ?? []);
  if (connected.length === 0) return known({ headsets: [] }, 'pw-dump');
  const told = (await optional(toldBy(machine))) ?? new Map<string, Told>();
  return known(
    {
      headsets: connected.map((one) => {
        const props = one.info?.props;
        const about = told.get(props?.['api.bluez5.address']?.toUpperCase() ?? '');
        return {
          name: (props?.['device.description'] ?? '').trim().slice(0, 200),
          batteryPercent: about?.batteryPercent ?? null,
          canCall: canCall(one, about),
        };
      }),
    },
    'pw-dump, busctl org.bluez',
  );
});

/** What is read of its answer, and nothing else of it; empty where there is nothing of it. The paths of devices hold their addresses. */
export const allowedBluez = (stdout: string): string => {
  const read = parse(stdout);
  if (!read.success) return '';
  const objects = Object.values(read.output.data[0] ?? {}).map((one, index) => [`/${index}`, one] as const);
  return JSON.stringify({ data: [Object.fromEntries(objects)] });
};
