/** Owns the inspection of what the page was given: the same work here and in the thread for large input. */
import { invitationFrom } from '../../cli/inspect/inspect-input.ts';
import { adviseHost } from '../../core/invite/host-advice.ts';
import { type InvitationInput, inspectInvitation } from '../../core/invite/index.ts';
import type { Inspected, SubmittedInvitation } from '../../core/ipc/invitation-messages.ts';

/** Enough of a mail to see whether a passcode stands in its text. */
const HEAD_BYTES = 65_536;

const textOf = (input: InvitationInput): string =>
  input.kind === 'mail' ? new TextDecoder().decode(input.bytes.subarray(0, HEAD_BYTES)) : input.text;

export const inspectInput = async (given: SubmittedInvitation): Promise<Omit<Inspected, 'id'>> => {
  const input: InvitationInput =
    given.kind === 'text' ? { kind: 'text', text: given.text } : invitationFrom(given.bytes, given.name);
  const inspection = await inspectInvitation(input);
  return { inspection, host: adviseHost(inspection, textOf(input)) };
};
