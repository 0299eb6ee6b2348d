/** Owns what PipeWire tells of its devices, programs and streams: the one run of `pw-dump`. */
import * as v from 'valibot';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import { messages } from '../../../core/messages/messages.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import { standIns } from '../../redaction/stand-ins.ts';

const words = messages('pipewire', {
  untold: 'PipeWire didn’t say which devices there are and who uses them.',
});

const text = v.optional(v.string());
const number = v.optional(v.number());
/** What one object tells in another form is not told by it; the others are. */
const lenient = <S extends v.GenericSchema>(schema: S) => v.fallback(v.optional(schema), undefined);

const properties = v.object({
  'media.class': text,
  'client.id': number,
  'device.id': number,
  'device.api': text,
  'device.description': text,
  'device.form-factor': text,
  'api.bluez5.address': text,
  'api.v4l2.path': text,
  'node.name': text,
  'node.description': text,
  'node.nick': text,
  'application.name': text,
  'application.process.binary': text,
  'application.process.id': v.optional(v.union([v.number(), v.string()])),
  'pipewire.sec.pid': number,
  'stream.monitor': v.optional(v.union([v.boolean(), v.string()])),
});
const parameters = v.object({
  Props: lenient(v.array(v.object({ mute: lenient(v.boolean()), channelVolumes: lenient(v.array(v.number())) }))),
  EnumProfile: lenient(v.array(v.object({ name: v.string() }))),
  Profile: lenient(v.array(v.object({ name: v.string() }))),
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
        params: lenient(parameters),
      }),
    ),
    metadata: lenient(v.array(v.object({ key: v.string(), value: v.unknown() }))),
  }),
);
export type PipewireObject = v.InferOutput<typeof objects>[number];
export type Properties = v.InferOutput<typeof properties>;

/** Throws `FactUnavailable` when it is no list of PipeWire's objects. */
export const parsePipewire = (stdout: string): readonly PipewireObject[] => {
  try {
    return v.parse(objects, JSON.parse(stdout));
  } catch {
    throw new FactUnavailable('unreadable', words.untold);
  }
};

/** Defaults are the only metadata that is read. */
const DEFAULTS = /^default\.(?:configured\.)?audio\.(?:source|sink)$/;

const nodeName = v.object({ name: v.string() });
const nodeAsText = v.pipe(v.string(), v.parseJson(), nodeName);

/** The name of a node in PipeWire's defaults: an object, or the text of one. */
export const nodeIn = (value: unknown): string | undefined => {
  const read = v.safeParse(v.union([nodeName, nodeAsText]), value);
  return read.success ? read.output.name : undefined;
};

/** Names of nodes hold serial numbers and addresses; what belongs together gets the same stand-in. */
const nodeStandIns = () => standIns((number) => `node-${number}`);

/** A device of its own, that a finding may name; a stream is named after a page or a song. */
const isDevice = (props: Properties): boolean =>
  /^(?:Audio|Video)\/(?:Source|Sink|Duplex)/.test(props['media.class'] ?? '');

/** What a device is called stays, with a stand-in where a person gave the name. */
const allowedNames = (props: Properties, standIn: (name: string) => string): Properties => {
  const { 'node.name': node, 'node.description': description, 'node.nick': nick, ...rest } = props;
  if (!isDevice(props)) return rest;
  const name = node === undefined || node.startsWith('auto_null') ? node : standIn(node);
  return { ...rest, 'node.name': name, 'node.description': description, 'node.nick': nick };
};

const allowedDefault = (value: unknown, standIn: (name: string) => string): unknown => {
  const name = nodeIn(value);
  return name === undefined ? null : { name: name.startsWith('auto_null') ? name : standIn(name) };
};

/** The list with nothing in it but what is read here; empty when it is none. */
export const allowedPipewire = (stdout: string): string => {
  const standIn = nodeStandIns();
  try {
    const kept = v.parse(objects, JSON.parse(stdout)).map((one) => ({
      ...one,
      ...(one.info?.props ? { info: { ...one.info, props: allowedNames(one.info.props, standIn) } } : {}),
      ...(one.metadata === undefined
        ? {}
        : {
            metadata: one.metadata
              .filter(({ key }) => DEFAULTS.test(key))
              .map(({ key, value }) => ({ key, value: allowedDefault(value, standIn) })),
          }),
    }));
    return JSON.stringify(kept);
  } catch {
    return '';
  }
};

/** Names of Bluetooth devices, which people give. */
export const namesInPipewire = (stdout: string): readonly string[] => {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), objects), stdout);
  return (read.success ? read.output : []).flatMap(({ info }) => {
    const props = info?.props;
    if (props?.['api.bluez5.address'] === undefined && !/^bluez_/.test(props?.['node.name'] ?? '')) return [];
    return [props?.['device.description'], props?.['node.description'], props?.['node.nick']].filter(
      (name) => name !== undefined,
    );
  });
};

/** Undefined where PipeWire does not run. Throws `FactUnavailable` when it runs and does not answer. */
export const pipewireObjects = async (machine: Machine): Promise<readonly PipewireObject[] | undefined> => {
  const folder = machine.variable('XDG_RUNTIME_DIR');
  if (folder === undefined || (await machine.stat(`${folder}/pipewire-0`)) === undefined) return undefined;
  const { code, stdout } = await runRequired(machine, '/usr/bin/pw-dump', [], { timeoutMs: 3_000 });
  if (code !== 0) throw new FactUnavailable('unreadable', words.untold);
  return parsePipewire(stdout);
};
