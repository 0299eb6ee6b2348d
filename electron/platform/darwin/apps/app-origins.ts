/** Owns who signed the meeting apps and browsers of a Mac: two programs for all of them, both offline. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { AppOrigins, AppProof, InstalledApp } from '../../../core/facts/index.ts';
import { product } from '../../../core/messages/value.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { reasons } from '../../reasons.ts';
import { infoPath } from './bundle.ts';
import { checkedSignatures, shownSignatures, signatureOf } from './codesign.ts';
import { installedApps } from './installed-apps.ts';

const bundleOf = ({ source }: InstalledApp): string => source.slice(0, -infoPath('').length);

/** On the sealed volume of macOS nothing can be put by anybody. */
const isOfSystem = (app: InstalledApp): boolean => bundleOf(app).startsWith('/System/');

export const appOrigins = reader<AppOrigins>(9_000, async (machine, catalogue) => {
  const fact = await installedApps.read(machine, catalogue);
  if (fact.state === 'unknown') throw new FactUnavailable(fact.cause, fact.reason);
  const { apps } = fact.value;
  const own = apps.filter((app) => !isOfSystem(app));
  const paths = own.map(bundleOf);
  const products = catalogue.products.filter(({ id }) => own.some(({ product }) => product === id));
  const [shown, checked] =
    paths.length === 0
      ? [new Map(), new Map()]
      : await Promise.all([shownSignatures(machine, paths), optional(checkedSignatures(machine, paths, products))]);
  const origins = apps.map((app) => {
    const path = bundleOf(app);
    const unread: AppProof = { is: 'unread', reason: reasons.signer({ system: product('macOS') }) };
    const proof = isOfSystem(app)
      ? ({ is: 'system' } as const)
      : (signatureOf(shown.get(path), checked?.get(path)) ?? unread);
    return { product: app.product, kind: app.kind, source: path, proof };
  });
  return known({ origins }, 'codesign -dv, codesign --verify');
});
