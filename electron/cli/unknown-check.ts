/** Owns what is said of a check that nobody knows: the names that are near. */

import { checkIds } from '../core/checks/ids.ts';
import { says } from '../core/messages/says.ts';
import { list, term } from '../core/messages/value.ts';
import { nearNames } from '../core/policy/did-you-mean.ts';

const words = says('unknown-check', {
  unknown: 'There is no check “{check}”. “greenroom checks” lists them.',
  near: 'There is no check “{check}”. Did you mean {near}? “greenroom checks” lists them.',
});

/** "There is no check “backup”. Did you mean backup-drive, backup-destination or backup-running?" */
export const unknownCheck = (id: string): string => {
  const near = nearNames(id, checkIds);
  const check = term(id.slice(0, 60));
  return near.length === 0 ? words.unknown({ check }) : words.near({ check, near: list(near.map(term), 'or') });
};
