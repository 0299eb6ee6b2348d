/** Owns what a person is told of a fix that was done, refused, or put back. */
import { type Message, messages } from '../../core/messages/messages.ts';
import { quote, term } from '../../core/messages/value.ts';
import type { StepEnd } from './run-step.ts';

export interface Outcome {
  /** `opened`: a page, in which the person goes on; `partly`: something was changed, and not all. */
  readonly state: 'done' | 'opened' | 'partly' | 'not-done' | 'unseen' | 'put-back' | 'left';
  readonly sentence: Message;
  /** The id of the change, where there is one to undo. */
  readonly change?: string;
}

export const words = messages('fix-outcome', {
  unknown: 'There’s no such fix here now: what it’s about has changed, or is gone.',
  which: 'There are several of these. Name one of them, as the list names it.',
  changedMeanwhile: 'Not done: it has changed meanwhile. Look again at what would be done.',
  busy: 'Another fix is still at work. Wait until it has finished.',
  notDone: 'Not done: it’s as it was before.',
  notDoneSaid: 'Not done: {program} said “{words}”.',
  notDoneFailed: 'Not done: {program} couldn’t do it.',
  partly: 'Only partly done. Undo puts back what was changed.',
  unseen: 'Asked for, but whether it worked can’t be seen here.',
  putBack: 'Put back as it was.',
  asBefore: 'It’s as it was before. There’s nothing to put back.',
  changedSince: 'Changed since by you or a program. Greenroom leaves it as it is.',
  goneNow: 'How it stands can’t be seen now, so nothing was put back.',
  noWay: 'This can’t be put back from here. For a drive, plug it in again.',
  elsewhere: 'Another running Greenroom keeps this. It ends with that one.',
  notPutBack: 'Not put back: the system didn’t take it.',
  notOpen: 'There’s nothing of that to undo.',
});

/** Why it was not done, in the program's own words where it has said any. */
export const notDone = (failed: StepEnd | undefined): Message => {
  if (failed === undefined) return words.notDone;
  const program = term(failed.program);
  return failed.said === ''
    ? words.notDoneFailed({ program })
    : words.notDoneSaid({ program, words: quote(failed.said.split('\n')[0] ?? '') });
};
