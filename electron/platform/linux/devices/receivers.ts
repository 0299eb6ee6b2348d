/** Owns which programs receive pictures or sound from PipeWire now. */
import type { Machine } from '../../machine/machine.ts';
import { type PipewireObject, type Properties, pipewireObjects } from './pipewire.ts';

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

export const receiversIn = (all: readonly PipewireObject[]): Receivers => {
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

/** Undefined where PipeWire does not run. Throws `FactUnavailable` when it runs and does not answer. */
export const pipewireReceivers = async (machine: Machine): Promise<Receivers | undefined> => {
  const all = await pipewireObjects(machine);
  return all === undefined ? undefined : receiversIn(all);
};
