/** Owns which microphones and loudspeakers a Linux computer has: the sound server's own list, and the kernel's where there is none. */
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { ListedDevice, Sound, SoundDevices } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import type { Machine } from '../../machine/machine.ts';
import { reader } from '../../reader.ts';
import { connectedIn, offersCalls } from './headsets.ts';
import { nodeIn, type PipewireObject, pipewireObjects } from './pipewire.ts';
import { pulseSound } from './pulse.ts';

const reasons = messages('linux-sound', {
  unserved: 'No sound server says which microphones and loudspeakers there are.',
});

type Kind = 'source' | 'sink';
const kinds = { microphones: 'source', loudspeakers: 'sink' } as const;

const classes: Readonly<Record<Kind, RegExp>> = {
  source: /^Audio\/(?:Source|Duplex)/,
  sink: /^Audio\/(?:Sink|Duplex)/,
};

/** What a server without any card shows in place of one. */
const isDummy = (name: string): boolean => name === 'auto_null' || name === 'auto_null.monitor';

const defaultIn = (all: readonly PipewireObject[], key: string): string | undefined =>
  nodeIn(all.flatMap(({ metadata }) => metadata ?? []).find((entry) => entry.key === key)?.value);

/** Loudness as people set it; the nodes tell its third power. */
const percentOf = (volumes: readonly number[] | undefined): number | null =>
  volumes === undefined || volumes.length === 0 ? null : Math.round(100 * Math.cbrt(Math.max(...volumes)));

const words = (name: string): string => name.trim().slice(0, 200);

/** Equal names are told apart by the shorter one that each device has besides. */
const named = (nodes: readonly PipewireObject[]): readonly ListedDevice[] => {
  const described = nodes.map(({ info }) =>
    words(info?.props?.['node.description'] ?? info?.props?.['node.nick'] ?? ''),
  );
  return nodes.map(({ info }, index) => {
    const name = described[index] ?? '';
    const nick = words(info?.props?.['node.nick'] ?? '');
    const isTwice = described.filter((one) => one === name).length > 1;
    return {
      name: isTwice && nick !== '' && nick !== name ? `${name} (${nick})` : name,
      isVirtual: info?.props?.['device.id'] === undefined,
    };
  });
};

/** Headsets in their profile for music have no microphone to list, and get it when a call opens one. */
const headsetsAtRest = (all: readonly PipewireObject[], nodes: readonly PipewireObject[]) =>
  connectedIn(all).filter(
    (device) => offersCalls(device) && !nodes.some(({ info }) => info?.props?.['device.id'] === device.id),
  );

const hexOf = (text: string): string => text.toLowerCase().replace(/[^0-9a-f]/g, '');
/** `bluez_input.AA_BB_CC_DD_EE_FF.0` of the headset with that address. */
const isOf = (chosen: string, { info }: PipewireObject): boolean => {
  const address = /^bluez_input\.([0-9a-f_:]{17})/i.exec(chosen)?.[1];
  return address !== undefined && hexOf(address) === hexOf(info?.props?.['api.bluez5.address'] ?? '');
};

const listed = (all: readonly PipewireObject[], kind: Kind): SoundDevices => {
  const nodes = all.filter(
    ({ info }) => classes[kind].test(info?.props?.['media.class'] ?? '') && !isDummy(info?.props?.['node.name'] ?? ''),
  );
  const devices = named(nodes);
  const atRest = kind === 'source' ? headsetsAtRest(all, nodes) : [];
  const indexOf = (name: string | undefined): number =>
    name === undefined ? -1 : nodes.findIndex(({ info }) => info?.props?.['node.name'] === name);
  const inUse = indexOf(defaultIn(all, `default.audio.${kind}`));
  const chosen = defaultIn(all, `default.configured.audio.${kind}`);
  const props = nodes[inUse]?.info?.params?.Props?.[0];
  return {
    devices: [
      ...devices,
      ...atRest.map(({ info }) => ({ name: words(info?.props?.['device.description'] ?? ''), isVirtual: false })),
    ],
    complete: true,
    isWithheld: false,
    inUse: devices[inUse]?.name ?? null,
    // Of what is not connected only the server's own word for it is left.
    missing:
      chosen !== undefined && !isDummy(chosen) && indexOf(chosen) < 0 && !atRest.some((one) => isOf(chosen, one))
        ? ''
        : null,
    isMuted: props?.mute ?? null,
    volumePercent: percentOf(props?.channelVolumes),
  };
};

/** Undefined where PipeWire has no sound to look after: PulseAudio may have it. */
const pipewireSound = (all: readonly PipewireObject[]): Sound | undefined =>
  all.some(({ info }) => info?.props?.['media.class']?.startsWith('Audio/'))
    ? { microphones: listed(all, 'source'), loudspeakers: listed(all, 'sink') }
    : undefined;

/** `00-00: Generic Analog : Generic Analog : playback 1 : capture 1`; a loopback is no hardware. Undefined where the kernel does not tell. */
const hardware = async (machine: Machine): Promise<Readonly<Record<keyof Sound, boolean>> | undefined> => {
  const table = await machine.readText('/proc/asound/pcm', { maxBytes: 65_536 });
  // Without the driver of sound cards there is no such folder; without its table it is not told.
  if (table === undefined && (await machine.stat('/dev/snd')) !== undefined) return undefined;
  const rows = (table ?? '').split('\n').filter((row) => /^\d/.test(row) && !/loopback/i.test(row));
  const has = (end: string): boolean => rows.some((row) => new RegExp(` : ${end} \\d`).test(row));
  return { microphones: has('capture'), loudspeakers: has('playback') };
};

const nothing: SoundDevices = {
  devices: [],
  complete: true,
  isWithheld: false,
  inUse: null,
  missing: null,
  isMuted: null,
  volumePercent: null,
};

export const sound = reader<Sound>(8_000, async (machine) => {
  const folder = machine.variable('XDG_RUNTIME_DIR');
  const all = await pipewireObjects(machine);
  const ofPipewire = all === undefined ? undefined : pipewireSound(all);
  const hasPulse = folder !== undefined && (await machine.stat(`${folder}/pulse/native`)) !== undefined;
  const served = ofPipewire ?? (hasPulse ? await pulseSound(machine) : undefined);
  const isShort = served === undefined || Object.values(served).some(({ devices }) => devices.length === 0);
  if (!isShort) return known(served, ofPipewire === undefined ? 'pactl' : 'pw-dump');
  // An empty list is believed where there is nothing to list.
  const there = await hardware(machine);
  if (served === undefined) {
    if (there === undefined || there.microphones || there.loudspeakers)
      throw new FactUnavailable('unreadable', reasons.unserved);
    return known({ microphones: nothing, loudspeakers: nothing }, '/proc/asound');
  }
  const completed = (key: keyof typeof kinds): SoundDevices =>
    served[key].devices.length > 0
      ? served[key]
      : { ...served[key], complete: there !== undefined, isWithheld: there?.[key] ?? false };
  return known(
    { microphones: completed('microphones'), loudspeakers: completed('loudspeakers') },
    `${ofPipewire === undefined ? 'pactl' : 'pw-dump'}, /proc/asound/pcm`,
  );
});
