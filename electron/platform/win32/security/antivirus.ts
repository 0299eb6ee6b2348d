/** Owns whether a virus scanner is on and fresh on Windows, whoever made it. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { Antivirus } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { name as nameValue } from '../../../core/messages/value.ts';
import { reader } from '../../reader.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';
import { isFresh, isOn, makerWord, mayBeThere, type Scanner, scanners } from './scanners.ts';

const words = messages('windows-scanners', {
  nameless: 'a virus scanner',
  unclear: 'Windows Security doesn’t say whether {scanner} is on.',
  none: 'Windows Security names no virus scanner at all.',
  left: 'Windows Security lists {scanner} as on, but nothing of it is installed or running.',
});

/** Where one product is listed more than once, it is on if any is; two answers to whether it is up to date are none. */
const ofOneName = (entries: readonly Scanner[]): { readonly on: boolean | null; readonly fresh: boolean | null } => {
  const states = entries.map(isOn);
  const ages = new Set(entries.map(isFresh));
  const on = states.includes(true) ? true : states.includes(null) ? null : false;
  return { on, fresh: ages.size === 1 ? ([...ages][0] ?? null) : null };
};

export const antivirus = reader<Antivirus>(SCRIPT_TIMEOUT_MS, async (machine) => {
  const { Antivirus: found } = await scanners(machine);
  // Every Windows for people lists its own; a damaged list is empty as well.
  if (found.length === 0) throw new FactUnavailable('unreadable', words.none);
  const withoutOwn = !found.some(
    (product) => makerWord(product.name) === undefined && isOn(product) === true && isFresh(product) === true,
  );
  const isThere =
    withoutOwn && found.some((product) => isOn(product) === true) ? await mayBeThere(machine) : () => true;
  const [left] = found.filter((product) => isOn(product) === true && !isThere(product.name));
  const listed = found.filter((product) => isOn(product) !== true || isThere(product.name));
  const products = [...new Set(listed.map(({ name }) => name))].flatMap((name) => {
    const { on, fresh } = ofOneName(listed.filter((product) => product.name === name));
    return on === null ? [] : [{ name: name || 'A virus scanner without a name', on, fresh }];
  });
  // "Off" is said of the computer, so it must hold for each of them.
  if (left !== undefined && !products.some(({ on }) => on))
    throw new FactUnavailable('unreadable', words.left({ scanner: nameValue(left.name) }));
  const [unclear] = listed.filter((product) => isOn(product) === null);
  if (unclear !== undefined && !products.some(({ on }) => on))
    throw new FactUnavailable(
      'unreadable',
      words.unclear({ scanner: unclear.name === '' ? words.nameless : nameValue(unclear.name) }),
    );
  return known({ expected: true, products }, 'Windows Security');
});
