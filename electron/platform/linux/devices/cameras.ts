/** Owns which cameras a Linux computer has: what udev noted when each was plugged in, without opening any. */
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { Cameras, ListedDevice } from '../../../core/facts/index.ts';
import type { Machine } from '../../machine/machine.ts';
import { attempt } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { type PipewireObject, pipewireObjects } from './pipewire.ts';

const FOLDER = '/sys/class/video4linux';

interface Node extends ListedDevice {
  readonly file: string;
  /** Null where udev noted nothing, as in a container. */
  readonly captures: boolean | null;
  /** A part of the board: dozens of such nodes may stand for one camera, and none be usable. */
  readonly isPart: boolean;
}

const readNode = async (machine: Machine, node: string): Promise<Node> => {
  const text = (file: string): Promise<string | undefined> =>
    machine.readText(`${FOLDER}/${node}/${file}`, { maxBytes: 4_096 });
  const [name, number, link] = await Promise.all([text('name'), text('dev'), machine.readLink(`${FOLDER}/${node}`)]);
  const device = /^\d{1,5}:\d{1,7}$/.exec(number?.trim() ?? '')?.[0];
  const udev =
    device === undefined ? undefined : await machine.readText(`/run/udev/data/c${device}`, { maxBytes: 65_536 });
  const capabilities = /^E:ID_V4L_CAPABILITIES=(.{0,500})$/m.exec(udev ?? '')?.[1];
  const isVirtual = /\/devices\/virtual\//.test(link ?? '');
  return {
    name: (name ?? '').trim().slice(0, 200),
    file: `/dev/${node}`,
    captures: capabilities === undefined ? null : capabilities.includes(':capture:'),
    isVirtual,
    isPart: !isVirtual && !/\/usb\d/.test(link ?? ''),
  };
};

const sourcesIn = (all: readonly PipewireObject[]) =>
  all.flatMap(({ info }) => (info?.props?.['media.class']?.startsWith('Video/Source') ? [info.props] : []));

const unique = (devices: readonly ListedDevice[]): readonly ListedDevice[] => [
  ...new Map(devices.map((one) => [one.name, one])).values(),
];

export const cameras = reader<Cameras>(5_000, async (machine) => {
  const [entries, answer] = await Promise.all([
    machine.readDir(FOLDER, { maxEntries: 500 }),
    attempt(pipewireObjects(machine)),
  ]);
  const names = (entries ?? []).flatMap(({ name }) => (/^video\d{1,4}$/.test(name) ? [name] : []));
  const nodes = await Promise.all(names.map((name) => readNode(machine, name)));
  const served = answer instanceof FactUnavailable || answer === undefined ? undefined : sourcesIn(answer);
  const usable = nodes.filter(
    ({ captures, isPart, file }) =>
      captures === true && (!isPart || served?.some((source) => source['api.v4l2.path'] === file)),
  );
  // Cameras that only PipeWire can work: those of libcamera, and what programs offer.
  const others = (served ?? [])
    .filter((source) => source['device.api'] !== 'v4l2')
    .map((source) => ({
      name: (source['node.description'] ?? source['node.nick'] ?? '').trim().slice(0, 200),
      isVirtual: source['device.id'] === undefined,
    }));
  const isOpen = nodes.some(
    ({ captures, isPart }) => captures === null || (captures && isPart && served === undefined),
  );
  return known(
    {
      cameras: unique([...usable.map(({ name, isVirtual }) => ({ name, isVirtual })), ...others]),
      complete: !isOpen,
    },
    `${FOLDER}, /run/udev/data${served === undefined ? '' : ', pw-dump'}`,
  );
});
