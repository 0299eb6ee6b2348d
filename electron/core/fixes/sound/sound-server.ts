/** Owns the devices of a Linux sound server by their own names, and the commands that change them: pactl's, or wpctl's. */
import * as v from 'valibot';
import { type Answer, type Ask, printed, run, type Step } from '../fix.ts';

export type End = 'source' | 'sink';

export interface SoundEnd {
  /** The server's own name, which stays when the device is plugged in again. */
  readonly node: string;
  /** By which it is changed now. */
  readonly handle: string;
  /** For a person. */
  readonly name: string;
  readonly muted: boolean;
  readonly percent: number;
}

export interface SoundEnds {
  readonly ends: readonly SoundEnd[];
  /** The `node` of the one in use. */
  readonly inUse: string | undefined;
}

export interface SoundServer {
  readonly id: 'pactl' | 'wpctl';
  readonly program: string;
  readonly asks: readonly Ask[];
  /** Undefined where it does not answer. */
  readonly read: (answers: readonly Answer[], end: End) => SoundEnds | undefined;
  readonly mute: (end: End, handle: string, muted: boolean) => Step;
  readonly level: (end: End, handle: string, percent: number) => Step;
  readonly use: (end: End, handle: string) => Step;
  /** What the person has chosen, apart from what is in use: null where nothing is, and the server takes the best there is. */
  readonly chosen?: {
    readonly read: (answers: readonly Answer[], end: End) => string | null | undefined;
    readonly clear: (end: End) => Step;
  };
}

const json = <S extends v.GenericSchema>(text: string | undefined, schema: S): v.InferOutput<S> | undefined => {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  return read.success ? read.output : undefined;
};

/** A name that starts with a dash would be an option to the program. */
const isPlain = (node: string): boolean => node !== '' && !node.startsWith('-') && !node.startsWith('auto_null');

const words = (text: string): string => text.trim().slice(0, 200);

const PACTL = '/usr/bin/pactl';
const pulseEnd = v.object({
  name: v.string(),
  description: v.nullish(v.string(), ''),
  mute: v.boolean(),
  volume: v.record(v.string(), v.object({ value_percent: v.string() })),
  monitor_source: v.nullish(v.string(), ''),
});
/** A row in another form is left out; the others hold. */
const pulseEnds = v.array(v.fallback(v.nullable(pulseEnd), null));
const pulseList = v.object({ sinks: pulseEnds, sources: pulseEnds });
const pulseInfo = v.object({ default_sink_name: v.optional(v.string()), default_source_name: v.optional(v.string()) });

const pactl: SoundServer = {
  id: 'pactl',
  program: PACTL,
  asks: [
    { program: PACTL, args: ['-f', 'json', 'list'] },
    { program: PACTL, args: ['-f', 'json', 'info'] },
  ],
  read: ([list, info], end) => {
    const [all, defaults] = [json(printed(list), pulseList), json(printed(info), pulseInfo)];
    if (all === undefined || defaults === undefined) return undefined;
    // A source that only hears what a loudspeaker plays is no microphone; a loudspeaker names its own in the same place.
    const told = (end === 'sink' ? all.sinks : all.sources).filter((one) => one !== null);
    const listed = end === 'sink' ? told : told.filter((one) => (one.monitor_source ?? '') === '');
    const ends = listed.flatMap(({ name, description, mute, volume }): readonly SoundEnd[] => {
      const percents = Object.values(volume).map(({ value_percent }) => Number.parseInt(value_percent, 10));
      if (!isPlain(name) || name.endsWith('.monitor') || percents.length === 0 || percents.some(Number.isNaN))
        return [];
      return [
        { node: name, handle: name, name: words(description || name), muted: mute, percent: Math.max(...percents) },
      ];
    });
    return { ends, inUse: end === 'sink' ? defaults.default_sink_name : defaults.default_source_name };
  },
  mute: (end, handle, muted) => run(PACTL, `set-${end}-mute`, handle, muted ? '1' : '0'),
  level: (end, handle, percent) => run(PACTL, `set-${end}-volume`, handle, `${percent}%`),
  use: (end, handle) => run(PACTL, `set-default-${end}`, handle),
};

const WPCTL = '/usr/bin/wpctl';
const lenient = <S extends v.GenericSchema>(schema: S) => v.fallback(v.optional(schema), undefined);
const text = lenient(v.string());
const dump = v.array(
  v.object({
    id: v.number(),
    info: lenient(
      v.nullable(
        v.object({
          props: lenient(
            v.object({ 'media.class': text, 'node.name': text, 'node.description': text, 'node.nick': text }),
          ),
          params: lenient(
            v.object({
              Props: lenient(
                v.array(v.object({ mute: lenient(v.boolean()), channelVolumes: lenient(v.array(v.number())) })),
              ),
            }),
          ),
        }),
      ),
    ),
    metadata: lenient(v.array(v.object({ key: v.string(), value: v.unknown() }))),
  }),
);
const nodeName = v.object({ name: v.string() });
const nodeOf = (value: unknown): string | undefined => {
  const read = v.safeParse(v.union([nodeName, v.pipe(v.string(), v.parseJson(), nodeName)]), value);
  return read.success ? read.output.name : undefined;
};
const classes: Readonly<Record<End, RegExp>> = { source: /^Audio\/(?:Source|Duplex)/, sink: /^Audio\/(?:Sink|Duplex)/ };

const wpctl: SoundServer = {
  id: 'wpctl',
  program: WPCTL,
  asks: [{ program: '/usr/bin/pw-dump', args: [] }],
  read: ([told], end) => {
    const all = json(printed(told), dump);
    if (all === undefined) return undefined;
    const ends = all.flatMap(({ id, info }): readonly SoundEnd[] => {
      const { props, params } = info ?? {};
      const node = props?.['node.name'] ?? '';
      const { mute, channelVolumes = [] } = params?.Props?.[0] ?? {};
      if (!classes[end].test(props?.['media.class'] ?? '') || !isPlain(node) || mute === undefined) return [];
      if (channelVolumes.length === 0) return [];
      const name = words(props?.['node.description'] ?? props?.['node.nick'] ?? node);
      // Loudness as people set it; the nodes tell its third power.
      const percent = Math.round(100 * Math.cbrt(Math.max(...channelVolumes)));
      return [{ node, handle: String(id), name, muted: mute, percent }];
    });
    const chosen = all.flatMap(({ metadata }) => metadata ?? []).find(({ key }) => key === `default.audio.${end}`);
    return { ends, inUse: nodeOf(chosen?.value) };
  },
  mute: (_end, handle, muted) => run(WPCTL, 'set-mute', handle, muted ? '1' : '0'),
  level: (_end, handle, percent) => run(WPCTL, 'set-volume', handle, (percent / 100).toFixed(2)),
  use: (_end, handle) => run(WPCTL, 'set-default', handle),
  chosen: {
    read: ([told], end) => {
      const all = json(printed(told), dump);
      if (all === undefined) return undefined;
      const one = all
        .flatMap(({ metadata }) => metadata ?? [])
        .find(({ key }) => key === `default.configured.audio.${end}`);
      return nodeOf(one?.value) ?? null;
    },
    clear: (end) => run(WPCTL, 'clear-default', end === 'sink' ? '0' : '1'),
  },
};

/** pactl first: it names a device by what stays the same. */
export const soundServers: readonly SoundServer[] = [pactl, wpctl];
