/** Owns the attestation "links to my meetings go to the guests, and nowhere else". */
import { messages, titles } from '../../messages/messages.ts';
import { defineAttestation } from '../define-attestation.ts';

const title = titles('private-links', {
  open: 'Meeting links: not confirmed yet',
  still: 'Meeting links: are they still private?',
  confirmed: 'Meeting links: confirmed by you',
  unknown: 'Couldn’t read your answer about meeting links',
});

const words = messages('private-links', {
  question: 'Do links to your meetings stay with the guests?',
  statement: 'I send links to my meetings to the guests only, and post them on no public page, calendar or network.',
  why: 'Strangers search public pages for meeting links. Anyone who finds yours can walk into your meeting.',
  keep: 'Keep links with the guests',
  send: 'Send the invitation to each guest, not to a public list.',
  busy: 'If the link is in a shared calendar, let others see only that you’re busy.',
  register: 'For a public event use registration, so that each guest gets a link of their own.',
  renew: 'If a link is out',
  fresh: 'Make a new meeting with a new number, not your personal room.',
  tell: 'Tell the guests, and delete the old one.',
});

export const privateLinks = defineAttestation({
  id: 'private-links',
  area: 'call',
  question: words.question,
  statement: words.statement,
  titles: title,
  why: words.why,
  remedies: {
    send: { label: words.keep, steps: [words.send, words.busy, words.register] },
    renew: { label: words.renew, steps: [words.fresh, words.tell] },
  },
});
