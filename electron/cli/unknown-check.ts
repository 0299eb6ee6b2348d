/** Owns what is said of a check that nobody knows: the names that are near. */
import { checkIds } from '../core/checks/ids.ts';
import { nearNames } from '../core/policy/did-you-mean.ts';

/** "There is no check “backup”. Did you mean backup-drive, backup-destination or backup-running?" */
export const unknownCheck = (id: string): string => {
  const near = nearNames(id, checkIds);
  const meant = near.length === 0 ? '' : ` Did you mean ${near.join(', ').replace(/, ([^,]*)$/, ' or $1')}?`;
  return `There is no check “${id.slice(0, 60)}”.${meant} “greenroom checks” lists them.`;
};
