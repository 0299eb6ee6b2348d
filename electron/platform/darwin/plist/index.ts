/** Owns reading property lists, the format of Apple's settings: XML and binary, from bytes nobody vouches for. */
import { parseBinaryPlist } from './binary.ts';
import { fail, type PlistValue } from './value.ts';
import { parseXmlPlist } from './xml.ts';

export { PlistError } from './value.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

const decode = (bytes: Uint8Array): string => {
  try {
    return utf8.decode(bytes);
  } catch {
    return fail('neither a binary property list nor UTF-8 text');
  }
};

/**
 * Parses an XML or binary property list. Throws `PlistError` for anything else: cut off, cyclic, nested or large beyond
 * reason, with a document type of its own or with entities. Time and memory grow with the number of bytes, no faster.
 */
export const parsePlist = (input: Uint8Array | string): PlistValue => {
  if (typeof input === 'string') return parseXmlPlist(input);
  const binary =
    Buffer.from(input.buffer, input.byteOffset, Math.min(input.length, 8)).toString('latin1') === 'bplist00';
  return binary ? parseBinaryPlist(input) : parseXmlPlist(decode(input));
};
