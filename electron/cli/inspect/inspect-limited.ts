/** Owns that an invitation takes no more time and memory in the terminal than in the window: a large one has a thread of its own. */
import { type Inspection, type InvitationInput, inspectInvitation } from '../../core/invite/index.ts';
import { messages } from '../../core/messages/messages.ts';
import { InputError } from '../../core/text/input-error.ts';
import {
  AT_ONCE_BYTES,
  INVITATION_LIMITS,
  isBeyondLimits,
  startThread,
  type ThreadLimits,
} from '../../engine/run-in-worker.ts';

const words = messages('inspect-limited', {
  costly: 'reading it takes more time or memory than Greenroom gives to one invitation',
});

let thread: { readonly file: URL; readonly limits: ThreadLimits } | null = null;

/** To be called at the start, with the built file of the thread; null: this thread inspects. */
export const inspectThroughThread = (file: URL | null, limits: ThreadLimits = INVITATION_LIMITS): void => {
  thread = file === null ? null : { file, limits };
};

const sizeOf = (input: InvitationInput): number => (input.kind === 'mail' ? input.bytes.byteLength : input.text.length);

/** Throws `InputError` where it takes more than is given to one invitation. */
export const inspectLimited = async (input: InvitationInput, name = 'invitation'): Promise<Inspection> => {
  if (thread === null || sizeOf(input) <= AT_ONCE_BYTES) return inspectInvitation(input);
  try {
    return await startThread<Inspection>(thread.file, input, thread.limits).answer;
  } catch (error) {
    if (!isBeyondLimits(error)) throw error;
    throw new InputError(name, words.costly);
  }
};
