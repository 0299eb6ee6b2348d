/** The entry to the invitation analysis: text, mail or calendar in, one answer out. Pure and without any network. */

import { looksLikeCalendar } from '../calendar/lines.ts';
import { inspectText } from './inspect-text.ts';
import type { Inspection, InspectOptions, InvitationInput, InvitationKind } from './inspection.ts';

export { decodeCalendar, decodeText } from '../calendar/lines.ts';
export { inspectText, inspectTextBriefly } from './inspect-text.ts';
export type {
  Inspection,
  InspectOptions,
  InvitationInput,
  InvitationKind,
  Verdict,
} from './inspection.ts';

const TRANSPORT_HEADER =
  /^(?:return-path|received|delivered-to|authentication-results|dkim-signature|message-id|mime-version|content-type|content-transfer-encoding|x-received|received-spf|arc-seal):/im;
const FIRST_HEADER = /^[\s\ufeff]{0,64}(?:from [^\n]{1,200}\n)?[a-z][a-z0-9-]{1,60}:/i;

/** What a pasted text is. A quoted "From: … To: …" is no mail: only mail servers write the headers looked for. */
export function kindOfText(text: string): InvitationKind {
  if (looksLikeCalendar(text)) return 'calendar';
  const head = text.slice(0, 16_384);
  if (!FIRST_HEADER.test(head)) return 'text';
  const end = head.search(/\S\r?\n\r?\n/);
  return TRANSPORT_HEADER.test(end < 0 ? head : head.slice(0, end)) ? 'mail' : 'text';
}

/**
 * Inspects an invitation. For `text` the kind is guessed first: a pasted mail or calendar is read as what it is.
 * Never rejects, whatever the input; the work grows linearly with its length.
 */
export async function inspectInvitation(input: InvitationInput, options: InspectOptions = {}): Promise<Inspection> {
  const kind = input.kind === 'text' ? kindOfText(input.text) : input.kind;
  if (kind === 'text' && input.kind === 'text') return inspectText(input.text);
  // Mail and calendar parsers are large: a pasted link must not wait for them.
  if (kind === 'calendar' && input.kind !== 'mail')
    return (await import('./inspect-calendar.ts')).inspectCalendar(input.text);
  const bytes = input.kind === 'mail' ? input.bytes : new TextEncoder().encode(input.kind === 'text' ? input.text : '');
  return (await import('./mail/inspect-mail.ts')).inspectMail(bytes, options);
}
