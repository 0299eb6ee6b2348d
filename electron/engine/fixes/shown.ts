/** Owns telling whether an offer is still the one that a person has read: names, values, and the call that it lasts for. */
import { createHash } from 'node:crypto';
import type { Offer } from '../../core/fixes/offer.ts';
import type { IsoTime } from '../../core/text/time.ts';

/** An hour from now is another instant a minute later: times of the clock say nothing about what is done. */
const withoutInstants = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'instant' ? null : value;

/** The same for the same offer, and for no other. */
export const shownAs = ({ wish, fix, way, choice }: Offer, meeting: { readonly endsAt: IsoTime } | null): string => {
  const { says, before, after } = choice;
  const lastsFor = fix.lasts === 'call' ? (meeting?.endsAt ?? null) : null;
  const all = [wish, way.id, way.mayAsk ?? null, says, before, after, lastsFor];
  return createHash('sha256').update(JSON.stringify(all, withoutInstants)).digest('hex').slice(0, 32);
};
