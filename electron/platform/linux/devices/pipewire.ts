/** Owns which programs receive pictures or sound from PipeWire now, as `pw-dump` tells. */
import * as v from 'valibot';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';

const text = v.optional(v.string());
const number = v.optional(v.number());
const properties = v.object({
  'media.class': text,
  'client.id': number,
  'application.name': text,
  'application.process.binary': text,
  'application.process.id': v.optional(v.union([v.number(), v.string()])),
  'pipewire.sec.pid': number,
  'stream.monitor': v.optional(v.union([v.boolean(), v.string()])),
});
const objects = v.array(
  v.object({
    id: v.number(),
    type: v.string(),
    info: v.nullish(
      v.object({
        state: text,
        'output-node-id': number,
        'input-node-id': number,
        props: v.nullish(properties),
      }),
    ),
  }),
);
type Properties = v.InferOutput<typeof properties>;

export interface Receiver {
  /** As the program calls itself; null when it does not. */
  readonly name: string | null;
  readonly pid: number | undefined;
}

/** Who is fed by a camera or a microphone now: `Video` or `Audio`. */
export type Receivers = (kind: 'Video' | 'Audio') => readonly Receiver[];

const pidOf = (props: Properties | null | undefined): number | undefined => {
  const pid = Number(props?.['pipewire.sec.pid'] ?? props?.['application.process.id']);
  return Number.isInteger(pid) ? pid : undefined;
};

/** Throws `FactUnavailable` when it is no list of PipeWire's objects. */
export const parseReceivers = (stdout: string): Receivers => {
  let all: v.InferOutput<typeof objects>;
  try {
    all = v.parse(objects, JSON.parse(stdout));
  } catch {
    throw new FactUnavailable('unreadable', 'PipeWire did not tell who uses the camera and the microphone.');
  }
  const byId = new Map(all.map((it) => [it.id, it]));
  const links = all.flatMap(({ type, info }) => (type === 'PipeWire:Interface:Link' && info ? [info] : []));
  return (kind) => {
    // What a screen or a loudspeaker plays is no camera and no microphone: where the stream comes from decides.
    const sources = new Set(
      all.filter(({ info }) => info?.props?.['media.class']?.startsWith(`${kind}/Source`)).map(({ id }) => id),
    );
    const receivers = all.filter(
      ({ id, info }) =>
        info?.state === 'running' &&
        info.props?.['media.class'] === `Stream/Input/${kind}` &&
        // A level meter in the settings listens without recording.
        String(info.props['stream.monitor']) !== 'true' &&
        links.some((link) => link['input-node-id'] === id && sources.has(link['output-node-id'] ?? -1)),
    );
    return receivers.map(({ info }) => {
      // A program may leave itself unnamed on its stream, but not on its connection.
      const client = byId.get(info?.props?.['client.id'] ?? -1)?.info?.props;
      const names = [info?.props, client].flatMap((props) => [
        props?.['application.process.binary'],
        props?.['application.name'],
      ]);
      return {
        name: names.find((name) => name !== undefined && name !== '') ?? null,
        pid: pidOf(client) ?? pidOf(info?.props),
      };
    });
  };
};

/** The list with nothing in it but what is read here; empty when it is none. */
export const allowedPipewire = (stdout: string): string => {
  try {
    return JSON.stringify(v.parse(objects, JSON.parse(stdout)));
  } catch {
    return '';
  }
};

/** Undefined where PipeWire does not run. Throws `FactUnavailable` when it runs and does not answer. */
export const pipewireReceivers = async (machine: Machine): Promise<Receivers | undefined> => {
  const folder = machine.variable('XDG_RUNTIME_DIR');
  if (folder === undefined || (await machine.stat(`${folder}/pipewire-0`)) === undefined) return undefined;
  const { code, stdout } = await runRequired(machine, '/usr/bin/pw-dump', [], { timeoutMs: 3_000 });
  if (code !== 0)
    throw new FactUnavailable('unreadable', 'PipeWire did not tell who uses the camera and the microphone.');
  return parseReceivers(stdout);
};
