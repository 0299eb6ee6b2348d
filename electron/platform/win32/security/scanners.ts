/** Owns the virus scanners and firewalls that Windows Security knows of. Servers have no such list. */
import * as v from 'valibot';
import type { Machine } from '../../machine/machine.ts';
import { section, text } from '../section.ts';

const products = v.array(v.object({ name: text, state: v.nullish(v.number(), null) }));
const schema = v.object({ Antivirus: products, Firewall: v.nullish(products, null) });
export type Scanners = v.InferOutput<typeof schema>;
export type Scanner = Scanners['Antivirus'][number];

export const scanners = (machine: Machine): Promise<Scanners> => section(machine, 'scanners', schema);

/**
 * `productState` is not documented; of its third digit from the right 1 has been seen for on and 0 for off. 2 and 3
 * (snoozed, expired) are not certain. Null when it is none of the certain ones.
 */
export const isOn = ({ state }: Scanner): boolean | null => {
  if (state === null) return null;
  const digit = (state >> 12) & 0xf;
  return digit === 1 ? true : digit === 0 ? false : null;
};

/** Signatures up to date, by the second digit from the right. */
export const isFresh = ({ state }: Scanner): boolean | null => (state === null ? null : (state & 0xf0) === 0);
