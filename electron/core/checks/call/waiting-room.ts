/** Owns the attestation "nobody comes into my meetings unseen". */

import { hostSteps } from '../../invite/host-advice.ts';
import { messages, titles } from '../../messages/messages.ts';
import { product } from '../../messages/value.ts';
import type { RemedyDefinition } from '../../report/finding.ts';
import { defineAttestation } from '../define-attestation.ts';

const title = titles('waiting-room', {
  open: 'Waiting room: not confirmed yet',
  still: 'Waiting room: is it still on?',
  confirmed: 'Waiting room: confirmed by you',
  unknown: 'Couldn’t read your answer about waiting rooms',
});

const words = messages('waiting-room', {
  steps: '{service}: {title}',
  question: 'Do guests of your meetings wait until you let them in?',
  statement: 'In the meetings I host, guests wait in a waiting room or lobby until I let them in.',
  why: 'Links get forwarded. If guests wait first, you see who’s coming before they see you.',
});

const services = [
  ['zoom', 'Zoom'],
  ['teams', 'Microsoft Teams'],
  ['meet', 'Google Meet'],
  ['webex', 'Webex'],
] as const;
type Service = (typeof services)[number][0];

/** The same steps that are shown with an invitation. */
const remedies = Object.fromEntries(
  services.flatMap(([service, name]) =>
    hostSteps(service)
      .filter(({ topic }) => topic === 'waiting-room')
      .map(({ title: own, steps, page }): [string, RemedyDefinition] => [
        service,
        { label: words.steps({ service: product(name), title: own }), steps, link: page },
      ]),
  ),
) as Readonly<Record<Service, RemedyDefinition>>;

export const waitingRoom = defineAttestation({
  id: 'waiting-room',
  area: 'call',
  question: words.question,
  statement: words.statement,
  titles: title,
  why: words.why,
  remedies,
});
