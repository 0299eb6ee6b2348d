/** Owns the third of the three requests Greenroom may make: a maker's public feed of versions, when a person says “Update list”. */
import { messages } from '../../core/messages/messages.ts';
import { type FetchLimits, httpsText } from './https-text.ts';

const words = messages('fetch-feed', {
  list: 'a list of versions',
});

export interface FeedRequest extends FetchLimits {
  /** What asks: Greenroom and its version, and nothing else of this computer. */
  readonly userAgent: string;
}

/** Makers send their files under many types; what does not have the feed's form is refused when it is read. */
const TYPES = [
  'application/json',
  'text/json',
  'text/plain',
  'text/yaml',
  'text/x-yaml',
  'application/yaml',
  'application/x-yaml',
  'application/octet-stream',
  'binary/octet-stream',
];

/** Downloads a text. Follows no redirect, sends no cookie and no name. Throws `InputError` that names the host. */
export const fetchFeed = async (address: string, { userAgent, ...limits }: FeedRequest): Promise<string> => {
  const { body } = await httpsText(address, {
    ...limits,
    name: new URL(address).hostname,
    what: words.list,
    types: TYPES,
    headers: { 'user-agent': userAgent },
    redirects: 0,
  });
  return body.toString('utf8');
};
