/** Owns what Greenroom asks systeminformation, and the shape of its answer: six calls, of each the fields named here, and no other. */
import * as v from 'valibot';

/** The fields of each call. No serial number, no address and no identity of anything is among them. */
export const ASKED = {
  system: 'manufacturer, model, virtual, virtualHost',
  chassis: 'type',
  cpu: 'manufacturer, brand, physicalCores',
  mem: 'total',
  diskLayout: 'name, type, interfaceType, smartStatus',
  battery: 'hasBattery, maxCapacity, designedCapacity',
} as const;

/** What one field says; what does not fit says nothing, and harms itself only. */
const text = v.fallback(
  v.pipe(
    v.string(),
    v.transform((it) => it.trim().slice(0, 100)),
  ),
  '',
);
const amount = v.fallback(v.pipe(v.number(), v.finite(), v.minValue(0)), 0);
const flag = v.fallback(v.boolean(), false);

/** One call that gave nothing is null. */
const call = <S extends v.ObjectEntries>(entries: S) => v.fallback(v.nullable(v.object(entries)), null);

export const systemInformation = v.object({
  system: call({ manufacturer: text, model: text, virtual: flag, virtualHost: text }),
  chassis: call({ type: text }),
  cpu: call({ manufacturer: text, brand: text, physicalCores: amount }),
  /** Bytes. */
  mem: call({ total: amount }),
  diskLayout: v.fallback(
    v.nullable(
      v.pipe(
        v.array(
          v.fallback(v.nullable(v.object({ name: text, type: text, interfaceType: text, smartStatus: text })), null),
        ),
        v.transform((drives) => drives.filter((drive) => drive !== null).slice(0, 64)),
      ),
    ),
    null,
  ),
  /** Capacities in mWh, 0 where they are not told. */
  battery: call({ hasBattery: flag, maxCapacity: amount, designedCapacity: amount }),
});

/** What systeminformation says of a computer. A call that gave nothing is null; "" and 0 are fields that say nothing. */
export type SystemInformation = v.InferOutput<typeof systemInformation>;

/** Reads an answer as it was printed; null when it is none. */
export const parseSystemInformation = (stdout: string): SystemInformation | null => {
  try {
    const answer: unknown = JSON.parse(stdout);
    const read = v.safeParse(systemInformation, answer);
    return read.success && !Array.isArray(answer) ? read.output : null;
  } catch {
    return null;
  }
};
