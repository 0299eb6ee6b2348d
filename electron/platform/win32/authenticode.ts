/** Owns what Windows says of the signature on a program: its answer as a number, and the organisation that signed. */
import * as v from 'valibot';
import type { Signature } from '../../core/facts.ts';
import { text } from './section.ts';

/** `Status` as a number, which no language changes, and the subject of the signer's certificate. */
export const signatureSchema = v.object({ path: v.string(), status: v.number(), subject: text });
type Printed = v.InferOutput<typeof signatureSchema>;

/** "CN=…, O="Zoom Communications, Inc.", L=San Jose, C=US" → the organisation, else the common name. */
export const organisationIn = (subject: string): string => {
  const part = (name: string): string | undefined => {
    const match = new RegExp(`(?:^|, ?)${name}=(?:"((?:[^"]|""){0,200})"|([^,"]{1,200}))`).exec(
      subject.slice(0, 2_000),
    );
    return (match?.[1]?.replaceAll('""', '"') ?? match?.[2])?.trim();
  };
  return part('O') ?? part('CN') ?? '';
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
