/** Owns the first of the three requests Greenroom may make: a catalogue from the https address that the user or the policy named. */
import { messages } from '../../core/messages/messages.ts';
import { type FetchLimits, httpsText } from './https-text.ts';

const words = messages('fetch-catalogue', {
  catalogue: 'a catalogue',
});

/** Downloads a text. Follows no redirect, sends no cookie and no name. Throws `InputError` that names the address. */
export const fetchCatalogue = async (address: string, limits: FetchLimits): Promise<string> => {
  const { body } = await httpsText(address, {
    ...limits,
    name: address,
    what: words.catalogue,
    types: ['application/json', 'application/octet-stream', 'text/plain'],
    redirects: 0,
  });
  return body.toString('utf8');
};
