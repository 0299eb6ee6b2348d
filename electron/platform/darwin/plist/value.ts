/** Owns what a property list can hold, and the limits that both of its formats keep. */

export type PlistValue = string | number | bigint | boolean | Date | Uint8Array | readonly PlistValue[] | PlistDict;
/** Without a prototype, so that no key can stand for anything but itself. */
interface PlistDict {
  readonly [key: string]: PlistValue;
}

/** The bytes are no property list, or one that nobody writes in good faith. */
export class PlistError extends Error {
  override readonly name = 'PlistError';
}

export const fail = (message: string): never => {
  throw new PlistError(message);
};

/** Levels of nesting; system settings have fewer than ten. */
export const MAX_DEPTH = 64;
/** Values in one list. */
export const MAX_VALUES = 500_000;

export const emptyDict = (): Record<string, PlistValue> => Object.create(null) as Record<string, PlistValue>;

/** Numbers that fit are numbers; larger ones stay exact. */
export const integer = (value: bigint): number | bigint =>
  value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;

export const date = (epochMs: number): Date =>
  Number.isFinite(epochMs) && Math.abs(epochMs) <= 8.64e15 ? new Date(epochMs) : fail('a date is out of range');
