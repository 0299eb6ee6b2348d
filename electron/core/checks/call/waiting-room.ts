/** Owns the attestation "nobody comes into my meetings unseen". */

import { hostSteps } from '../../invite/host-advice.ts';
import type { RemedyDefinition } from '../../report/finding.ts';
import { defineAttestation } from '../define-attestation.ts';

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
      .map(({ title, steps, page }): [string, RemedyDefinition] => [
        service,
        { label: `${name}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`, steps, link: page },
      ]),
  ),
) as Readonly<Record<Service, RemedyDefinition>>;

export const waitingRoom = defineAttestation({
  id: 'waiting-room',
  area: 'call',
  question: 'Do guests of your meetings wait until you let them in?',
  statement: 'In the meetings I host, guests wait in a waiting room or lobby until I let them in.',
  name: 'Waiting room',
  why: 'A link is passed on more often than one thinks. Where guests wait first, you see who comes before they see you.',
  remedies,
});
