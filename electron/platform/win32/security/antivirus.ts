/** Owns whether a virus scanner is on and fresh on Windows, whoever made it. */
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { Antivirus } from '../../../core/facts/index.ts';
import { reader } from '../../reader.ts';
import { isFresh, isOn, scanners } from './scanners.ts';

export const antivirus = reader<Antivirus>(15_000, async (machine) => {
  const { Antivirus: found } = await scanners(machine);
  // Every Windows for people lists its own; a damaged list is empty as well.
  if (found.length === 0) throw new FactUnavailable('unreadable', 'Windows Security names no virus scanner at all.');
  const products = found.flatMap((product) => {
    const on = isOn(product);
    const name = product.name || 'A virus scanner without a name';
    return on === null ? [] : [{ name, on, fresh: isFresh(product) }];
  });
  // "Off" is said of the computer, so it must hold for each of them.
  const [unclear] = found.filter((product) => isOn(product) === null);
  if (unclear !== undefined && !products.some(({ on }) => on))
    throw new FactUnavailable(
      'unreadable',
      `Windows Security does not say plainly whether ${unclear.name || 'a virus scanner'} is on.`,
    );
  return known({ expected: true, products }, 'Windows Security');
});
