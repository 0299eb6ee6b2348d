/** Owns what the window is told of an invitation, in the words that this process speaks: the page holds no table of reasons. */
import type { Inspection } from '../invite/inspection.ts';
import { localise } from '../messages/localise.ts';
import { type Message, TOLD } from '../messages/messages.ts';
import type { Inspected } from './invitation-messages.ts';

const said = (message: Message): Message => ({
  id: TOLD,
  values: { words: { kind: 'quote', text: localise(message) } },
});

export const localisedInspection = (inspection: Inspection): Inspection => ({
  ...inspection,
  reasons: inspection.reasons.map((reason) => ({ ...reason, message: said(reason.message) })),
  questions: inspection.questions.map(said),
});

export const localisedInspected = <T extends Omit<Inspected, 'id'>>({ inspection, host, ...more }: T) => ({
  ...more,
  inspection: localisedInspection(inspection),
  host: host.map((advice) => ({ ...advice, message: said(advice.message) })),
});
