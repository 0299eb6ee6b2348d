/** Owns which microphones and loudspeakers Windows has, and which was last made the default: its own list in the registry. */
import * as v from 'valibot';
import { known } from '../../../core/facts/fact.ts';
import type { Sound, SoundDevices } from '../../../core/facts/index.ts';
import { reader } from '../../reader.ts';
import { section, text } from '../section.ts';

const WORD = '{a45c254e-df1c-4efd-8020-67d146a850e0},2';
const CARD = '{b3f8fa53-0004-438e-9003-51a46e139bfc},6';

const schema = v.object({
  devices: v.array(
    v.object({
      end: v.string(),
      values: v.nullish(v.object({ DeviceState: text, 'Role:0': text, 'Role:1': text, 'Role:2': text }), null),
      names: v.nullish(v.object({ [WORD]: text, [CARD]: text }), null),
    }),
  ),
  unread: v.number(),
});
type Device = v.InferOutput<typeof schema>['devices'][number];

/** Sixteen bytes that are eight words: year, month, day of the week, day, hour, minute, second, millisecond. 0 for none. */
const timeOf = (bytes: string): number => {
  const all = bytes.split(' ').map(Number);
  if (all.length !== 16 || all.some((byte) => !(byte >= 0 && byte <= 255))) return 0;
  const word = (index: number): number => (all[2 * index] ?? 0) + 256 * (all[2 * index + 1] ?? 0);
  return Date.UTC(word(0), word(1) - 1, word(3), word(4), word(5), word(6), word(7));
};

const chosenAt = ({ values }: Device): number =>
  values === null ? 0 : Math.max(timeOf(values['Role:0']), timeOf(values['Role:1']), timeOf(values['Role:2']));

/** 1 alone is usable: other bits are of devices that are away, unplugged or switched off. */
const isUsable = ({ values }: Device): boolean => values?.DeviceState === '1';

/** "Microphone (Example Audio Device)", as Windows shows it. */
const nameOf = ({ names }: Device): string => {
  const [word = '', card = ''] = [names?.[WORD], names?.[CARD]];
  return word === '' ? card : card === '' ? word : `${word} (${card})`;
};

const listed = (all: readonly Device[], isWhole: boolean): SoundDevices => {
  const usable = all.filter(isUsable);
  const newest = (devices: readonly Device[]): Device | undefined =>
    devices.filter((one) => chosenAt(one) > 0).sort((a, b) => chosenAt(b) - chosenAt(a))[0];
  const [inUse, chosen] = [newest(usable), newest(all)];
  return {
    devices: usable.map((one) => ({ name: nameOf(one), isVirtual: false })),
    complete: isWhole,
    isWithheld: false,
    // Where none was ever chosen Windows takes one by itself, and does not say which.
    inUse: inUse === undefined ? null : nameOf(inUse),
    missing: chosen === undefined || isUsable(chosen) ? null : nameOf(chosen),
    isMuted: null,
    volumePercent: null,
  };
};

export const sound = reader<Sound>(15_000, async (machine) => {
  const { devices, unread } = await section(machine, 'sound', schema);
  const of = (end: string): SoundDevices =>
    listed(
      devices.filter((one) => one.end === end),
      // Every Windows has had a device of one kind or the other.
      unread === 0 && devices.length > 0 && devices.every(({ values }) => values !== null),
    );
  return known({ microphones: of('Capture'), loudspeakers: of('Render') }, 'MMDevices in the registry');
});
