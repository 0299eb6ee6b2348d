/** Owns which cameras Windows has: its list of devices, and what programs offer as a camera. */
import * as v from 'valibot';
import { known } from '../../../core/facts/fact.ts';
import type { Cameras } from '../../../core/facts/index.ts';
import { reader } from '../../reader.ts';
import { section, text } from '../section.ts';

const schema = v.object({
  devices: v.array(
    v.object({
      name: text,
      class: text,
      /** 0 works, 22 was switched off by hand, 45 is away, others are faults. */
      problem: v.nullish(v.number(), null),
      id: text,
      service: text,
    }),
  ),
  offered: v.array(text),
});
type Device = v.InferOutput<typeof schema>['devices'][number];

/** Scanners and still cameras are of the class Image; the bus over which a remote camera might come is no camera. */
const isCamera = ({ class: kind, service, id, name }: Device): boolean =>
  (/^camera$/i.test(kind) || (/^image$/i.test(kind) && /^(?:usbvideo|ksthunk)$/i.test(service))) &&
  !/RDCAMERA_BUS|Remote Desktop Camera Bus/i.test(`${service} ${id} ${name}`);

export const cameras = reader<Cameras>(15_000, async (machine) => {
  const { devices, offered } = await section(machine, 'cameras', schema);
  const real = devices.filter(isCamera);
  const listed = [
    ...real
      .filter(({ problem }) => problem === 0)
      .map(({ name, id }) => ({ name, isVirtual: /^(?:SWD|ROOT)\\/i.test(id) })),
    ...offered.filter((name) => name !== '').map((name) => ({ name, isVirtual: true })),
  ];
  return known(
    {
      cameras: [...new Map(listed.map((one) => [one.name, one])).values()],
      complete:
        devices.some(({ class: kind }) => /^computer$/i.test(kind)) && real.every(({ problem }) => problem !== null),
    },
    'Win32_PnPEntity, DirectShow in the registry',
  );
});
