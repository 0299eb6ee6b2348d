/** Owns which programs hold the camera and the microphone of a Linux computer now, as far as this account may see. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { DeviceUse } from '../../../core/facts/index.ts';
import { factNotRevealed } from '../../../core/facts/not-revealed.ts';
import { messages } from '../../../core/messages/messages.ts';
import type { Machine, RunningProcess } from '../../machine/machine.ts';
import { attempt } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { type Running, runningPrograms } from '../running.ts';
import { pipewireReceivers, type Receiver, type Receivers } from './receivers.ts';

const words = messages('linux-devices', {
  hidden: 'This system doesn’t show the devices of this computer.',
  microphone: 'The kernel doesn’t say who uses the microphone.',
  form: 'The kernel says who uses the microphone in a form Greenroom doesn’t know.',
});

/** They hold a device for others, and are asked for whom. */
const SERVERS = new Set(['pipewire', 'wireplumber', 'pipewire-media-', 'pulseaudio', 'pipewire-pulse']);

interface Seen extends Running {
  /** Null when PipeWire runs and did not answer; undefined where it does not run. */
  readonly receivers: Receivers | null | undefined;
}

const look = async (machine: Machine): Promise<Seen> => {
  const [programs, receivers] = await Promise.all([runningPrograms(machine), attempt(pipewireReceivers(machine))]);
  return { ...programs, receivers: receivers instanceof FactUnavailable ? null : receivers };
};

/** Each program once, without Greenroom itself. */
const namesOf = (
  running: readonly RunningProcess[],
  holders: readonly (RunningProcess | undefined)[],
  receivers: readonly Receiver[],
): DeviceUse['users'] => {
  const byPid = new Map(running.map((it) => [it.pid, it]));
  const received = receivers.flatMap(({ name, pid }) => {
    const process = pid === undefined ? undefined : byPid.get(pid);
    return process?.own || (process !== undefined && SERVERS.has(process.name)) ? [] : [name ?? process?.name ?? null];
  });
  const held = holders
    .filter((it) => it === undefined || (!it.own && !SERVERS.has(it.name)))
    .map((it) => (it === undefined || it.name === '' ? null : it.name));
  return [...new Set([...received, ...held])];
};

export const cameraUse = reader<DeviceUse>(5_000, async (machine) => {
  const devices = await machine.readDir('/dev');
  if (devices === undefined) throw new FactUnavailable('unreadable', words.hidden);
  if (!devices.some(({ name }) => /^video\d/.test(name))) return known({ users: [], complete: true }, '/dev');
  const { running, complete, receivers } = await look(machine);
  const holders = running.filter(({ devices: held }) => held !== null && held.length > 0);
  const users = namesOf(running, holders, receivers?.('Video') ?? []);
  const all = complete && running.every((it) => it.devices !== null);
  // PipeWire that runs and does not answer is a failure of its own.
  if (users.length === 0 && !all && receivers !== null) throw factNotRevealed('linux cameraUse');
  return known({ users, complete: all }, '/proc, pw-dump');
});

interface Capture {
  readonly pid: number;
}

/** The recording ends of sound cards that are open now, by proc(5) asound: everybody may see these, and their owners. */
const openCaptures = async (machine: Machine): Promise<readonly Capture[]> => {
  const root = '/proc/asound';
  const below = async (folder: string, pattern: RegExp): Promise<readonly string[]> =>
    ((await machine.readDir(folder, { maxEntries: 1_000 })) ?? [])
      .filter(({ name }) => pattern.test(name))
      .map(({ name }) => `${folder}/${name}`);
  const each = async (folders: readonly string[], pattern: RegExp): Promise<readonly string[]> =>
    (await Promise.all(folders.map((folder) => below(folder, pattern)))).flat();
  if ((await machine.stat(root)) === undefined && (await machine.stat('/dev/snd')) !== undefined) {
    throw new FactUnavailable('unreadable', words.microphone);
  }
  const streams = await each(await each(await below(root, /^card\d+$/), /^pcm\d+c$/), /^sub\d+$/);
  const states = await Promise.all(streams.map((it) => machine.readText(`${it}/status`, { maxBytes: 65_536 })));
  return states.flatMap((state) => {
    if (state === undefined || state.trim() === 'closed') return [];
    const running = /^state: ([A-Z]{1,20})$/m.exec(state)?.[1];
    if (running === undefined) throw new FactUnavailable('unreadable', words.form);
    return running === 'RUNNING' ? [{ pid: Number(/^owner_pid\s{0,9}: (\d{1,9})$/m.exec(state)?.[1]) }] : [];
  });
};

export const microphoneUse = reader<DeviceUse>(5_000, async (machine) => {
  const [{ running, receivers }, captures] = await Promise.all([look(machine), openCaptures(machine)]);
  const owners = captures.map(({ pid }) => running.find((it) => it.pid === pid));
  const users = namesOf(running, owners, receivers?.('Audio') ?? []);
  const served = owners.some((it) => it !== undefined && SERVERS.has(it.name));
  // A server that records and names nobody records for somebody: PulseAudio, or PipeWire of another account.
  const all = served && users.length === 0 && !receivers ? [null] : users;
  // Microphones without a wire are with the sound server alone.
  const folder = machine.variable('XDG_RUNTIME_DIR');
  const pulse = folder === undefined ? undefined : await machine.stat(`${folder}/pulse/native`);
  const asked = receivers === undefined ? pulse === undefined : receivers !== null;
  return known({ users: all, complete: asked && !(served && users.length === 0) }, '/proc/asound, pw-dump');
});
