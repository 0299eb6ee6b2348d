/** Owns what Windows says of the signature on a program: its answer as a number, and the organisation that signed. */
import * as v from 'valibot';
import type { Signature } from '../../../core/facts/index.ts';
import { text } from '../section.ts';

/** `Status` as a number, which no language changes, and the subject of the signer's certificate. */
export const signatureSchema = v.object({ path: v.string(), status: v.number(), subject: text });
type Printed = v.InferOutput<typeof signatureSchema>;

/** One part of a certificate's subject: `O="Zoom Communications, Inc.", `, with quotation marks doubled inside. */
const PART = /([A-Za-z0-9.]{1,40})=(?:"((?:[^"]|"")*)"|([^,"]*))(?:, ?|$)/y;

/** "CN=…, O="Zoom Communications, Inc.", L=San Jose, C=US" → the organisation, else the common name; empty for neither. */
export const organisationIn = (subject: string): string => {
  const text = subject.slice(0, 2_000);
  const parts = new Map<string, string>();
  PART.lastIndex = 0;
  // From part to part: what stands in quotation marks may look like another part.
  for (let part = PART.exec(text); part !== null && part[0] !== ''; part = PART.exec(text)) {
    const [, name = '', quoted, bare = ''] = part;
    if (!parts.has(name)) parts.set(name, (quoted?.replaceAll('""', '"') ?? bare).trim());
  }
  return parts.get('O') || parts.get('CN') || '';
};

const VALID = 0;
const NOT_SIGNED = 2;
const HASH_MISMATCH = 3;

/** As a signature; null where Windows can say nothing of this kind of file. */
export const signatureIn = ({ status, subject }: Printed): Signature | null => {
  if (status === NOT_SIGNED) return { is: 'unsigned' };
  if (status === HASH_MISMATCH) return { is: 'broken' };
  const by = organisationIn(subject);
  return by === '' ? null : { is: 'signed', by, checked: status === VALID };
};
