/** Who answers behind a host: the name that somebody had to register. */

import { parse } from 'tldts';
import { isIpAddress } from './link.ts';

export interface RegistrableDomain {
  /** What somebody had to register: the name that says who answers. Private suffixes count as shared hosting. */
  readonly domain: string;
  readonly sharedHosting: boolean;
}

/** The registrable domain of an ASCII host; the host itself for addresses and bare names. */
export function registrableDomainOf(host: string): RegistrableDomain {
  if (isIpAddress(host)) return { domain: host, sharedHosting: false };
  const result = parse(host, { allowPrivateDomains: true, extractHostname: false, validateHostname: false });
  return { domain: result.domain ?? host, sharedHosting: result.isPrivate === true };
}
