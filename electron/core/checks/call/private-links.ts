/** Owns the attestation "links to my meetings go to the guests, and nowhere else". */
import { defineAttestation } from '../define-attestation.ts';

export const privateLinks = defineAttestation({
  id: 'private-links',
  area: 'call',
  question: 'Do links to your meetings stay with the guests?',
  statement: 'I send links to my meetings to the guests only, and post them on no public page, calendar or network.',
  name: 'Meeting links',
  why: 'Strangers search public pages for meeting links. Whoever finds one stands in the meeting, or before its door.',
  remedies: {
    send: {
      label: 'Keep links with the guests',
      steps: [
        'Send the invitation to each guest, not to a public list.',
        'Where the link stands in a shared calendar, let others see only that you are busy.',
        'For a public event use registration, so that each guest gets a link of their own.',
      ],
    },
    renew: {
      label: 'If a link is out',
      steps: [
        'Make a new meeting with a new number, not your personal room.',
        'Tell the guests, and delete the old one.',
      ],
    },
  },
});
