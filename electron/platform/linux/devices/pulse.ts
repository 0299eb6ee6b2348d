/** Owns what PulseAudio tells of microphones and loudspeakers, where PipeWire looks after none. */
import * as v from 'valibot';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import type { Sound, SoundDevices } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';

const words = messages('pulse', {
  untold: 'PulseAudio didn’t say which microphones and loudspeakers there are.',
});

const PACTL = '/usr/bin/pactl';

const end = v.object({
  name: v.string(),
  description: v.nullish(v.string(), ''),
  mute: v.optional(v.boolean()),
  volume: v.optional(v.record(v.string(), v.object({ value_percent: v.string() }))),
  /** Of a source that only hears what a loudspeaker plays. */
  monitor_source: v.nullish(v.string(), ''),
  properties: v.optional(v.object({ 'device.api': v.optional(v.string()) })),
});
type End = v.InferOutput<typeof end>;
const list = v.object({ sinks: v.array(end), sources: v.array(end) });
const info = v.object({ default_sink_name: v.optional(v.string()), default_source_name: v.optional(v.string()) });

const ask = async <S extends v.GenericSchema>(
  machine: Machine,
  subject: string,
  schema: S,
): Promise<v.InferOutput<S>> => {
  const { code, stdout } = await runRequired(machine, PACTL, ['-f', 'json', subject], {
    timeoutMs: 3_000,
    maxBytes: 4_194_304,
  });
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), code === 0 ? stdout : '');
  if (!read.success) throw new FactUnavailable('unreadable', words.untold);
  return read.output;
};

const percentOf = ({ volume }: End): number | null => {
  const percents = Object.values(volume ?? {}).map(({ value_percent }) => Number.parseInt(value_percent, 10));
  return percents.length === 0 || percents.some(Number.isNaN) ? null : Math.max(...percents);
};

const listed = (ends: readonly End[], inUse: string | undefined): SoundDevices => {
  const real = ends.filter(({ name }) => !name.startsWith('auto_null') && !name.endsWith('.monitor'));
  const used = real.find(({ name }) => name === inUse);
  return {
    devices: real.map(({ description, properties }) => ({
      name: (description ?? '').trim().slice(0, 200),
      isVirtual: properties?.['device.api'] === undefined,
    })),
    complete: true,
    isWithheld: false,
    inUse: used === undefined ? null : (used.description ?? '').trim().slice(0, 200),
    // PulseAudio keeps what was chosen to itself.
    missing: null,
    isMuted: used?.mute ?? null,
    volumePercent: used === undefined ? null : percentOf(used),
  };
};

/** Throws `FactUnavailable` where it does not answer. */
export const pulseSound = async (machine: Machine): Promise<Sound> => {
  const [{ sinks, sources }, defaults] = await Promise.all([ask(machine, 'list', list), ask(machine, 'info', info)]);
  // A sink names its own monitor in the same place.
  const microphones = sources.filter(({ monitor_source: of }) => (of ?? '') === '');
  return {
    microphones: listed(microphones, defaults.default_source_name),
    loudspeakers: listed(sinks, defaults.default_sink_name),
  };
};

/** What is read of its answers, and nothing else of them; empty where there is nothing of it. */
export const allowedPactl = (stdout: string): string => {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), v.union([list, info])), stdout);
  return read.success ? JSON.stringify(read.output) : '';
};
