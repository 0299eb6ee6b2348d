/** Owns who vouches for the meeting apps and browsers of Windows. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { AppOrigins, AppProof, InstalledApp } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { term } from '../../../core/messages/value.ts';
import { reader } from '../../reader.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';
import { storePackage } from './install-markers.ts';
import { installedApps } from './installed-apps.ts';

const words = messages('windows-app-origins', {
  storePackage: 'package {family}, signed by its publisher',
  unasked: 'Windows may go to the internet to say who signed a program, so Greenroom doesn’t ask.',
});

/**
 * The family name of a Store package holds the hash of its publisher's name, and Windows installs none whose signature
 * does not fit it: a family that the catalogue knows is the maker's own package.
 */
const fromStore = ({ source }: InstalledApp): AppProof => {
  const family = storePackage(source.replace(/^package /, ''))?.family ?? '';
  return { is: 'source', name: words.storePackage({ family: term(family) }) };
};

/**
 * Windows may ask a server whether a signer's certificate was called back, and wait for it: no check before a meeting may
 * do either.
 */
const unread: AppProof = {
  is: 'unread',
  reason: words.unasked,
};

export const appOrigins = reader<AppOrigins>(SCRIPT_TIMEOUT_MS, async (machine, catalogue) => {
  const fact = await installedApps.read(machine, catalogue);
  if (fact.state === 'unknown') throw new FactUnavailable(fact.cause, fact.reason);
  const origins = fact.value.apps.map((app) => ({
    product: app.product,
    kind: app.kind,
    source: app.source,
    proof: app.kind === 'msix' ? fromStore(app) : unread,
  }));
  return known({ origins }, 'publishers of Store packages');
});
