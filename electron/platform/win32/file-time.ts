/** Owns times as the registry holds them: FILETIME, in decimal digits or as eight bytes. */
import { type IsoTime, isoTime } from '../../core/text/time.ts';

/** 100-nanosecond steps from 1601 to 1970. */
const EPOCH = 116_444_736_000_000_000n;

const fromBytes = (text: string): bigint | undefined => {
  const bytes = text.split(' ').map(Number);
  if (bytes.length !== 8 || bytes.some((byte) => !Number.isInteger(byte) || byte < 0 || byte > 255)) return undefined;
  return bytes.reduceRight((sum, byte) => (sum << 8n) + BigInt(byte), 0n);
};

/** Undefined for 0 and for anything else that is no time. */
export const fromFileTime = (text: string): IsoTime | undefined => {
  const steps = /^\d{1,19}$/.test(text) ? BigInt(text) : fromBytes(text);
  return steps === undefined || steps <= EPOCH ? undefined : isoTime(Number((steps - EPOCH) / 10_000n));
};
