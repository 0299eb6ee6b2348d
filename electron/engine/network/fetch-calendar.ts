/** Owns the second of the three requests Greenroom may make: a calendar from an https address that the user or the policy named. */
import { messages } from '../../core/messages/messages.ts';
import { InputError } from '../../core/text/input-error.ts';
import { type FetchLimits, httpsText } from './https-text.ts';

const words = messages('fetch-calendar', {
  calendar: 'a calendar',
  unchanged: 'the server says nothing has changed, which it wasn’t asked',
});

/** How a server names the state of a calendar, for asking whether it has changed since. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

export type FetchedCalendar =
  | { readonly is: 'unchanged' }
  | { readonly is: 'new'; readonly bytes: Uint8Array; readonly validators: Validators };

const MOST_REDIRECTS = 3;
const LONGEST_VALIDATOR = 1024;

/** What may be sent back in a header: a server's own text, and nothing that could begin another line. */
const sendable = (text: string | undefined): string | undefined =>
  text !== undefined && text.length <= LONGEST_VALIDATOR && /^[\x20-\x7e]+$/.test(text) ? text : undefined;

const known = ({
  etag,
  lastModified,
}: {
  etag?: string | undefined;
  lastModified?: string | undefined;
}): Validators => {
  const [tag, time] = [sendable(etag), sendable(lastModified)];
  return { ...(tag === undefined ? {} : { etag: tag }), ...(time === undefined ? {} : { lastModified: time }) };
};

/**
 * Asks for a calendar, on condition that it has changed since `before`. Follows up to three redirects, to https only;
 * sends no cookie and no name. Throws `InputError` that says `name`, never the address: it is often a secret.
 */
export const fetchCalendar = async (
  address: string,
  name: string,
  before: Validators,
  limits: FetchLimits,
): Promise<FetchedCalendar> => {
  const { etag, lastModified } = known(before);
  const { status, headers, body } = await httpsText(address, {
    ...limits,
    name,
    what: words.calendar,
    types: ['text/calendar', 'text/plain', 'application/octet-stream', 'application/ics'],
    headers: {
      ...(etag === undefined ? {} : { 'if-none-match': etag }),
      ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
    },
    redirects: MOST_REDIRECTS,
  });
  if (status === 304) {
    if (etag === undefined && lastModified === undefined) throw new InputError(name, words.unchanged);
    return { is: 'unchanged' };
  }
  return { is: 'new', bytes: body, validators: known({ etag: headers.etag, lastModified: headers['last-modified'] }) };
};
