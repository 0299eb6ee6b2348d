/** The answer as a line for machines and as lines for the terminal. */

import { localise } from '../messages/localise.ts';
import { type Message, messages } from '../messages/messages.ts';
import { says } from '../messages/says.ts';
import { product } from '../messages/value.ts';
import type { Decision, Inspection, Sender, SenderStanding, Verdict } from './inspection.ts';
import type { ReasonId } from './reason.ts';

const words = messages('invitation', {
  official: 'Official {service} link',
  officialLink: 'Official meeting link',
  poses: 'Fake {service} link',
  suspicious: 'Suspicious link',
  unknownServer: 'A server Greenroom doesn’t know',
  none: 'No meeting link',
});

/** The four answers, whichever service it is. */
export const verdictNames: Readonly<Record<Verdict, Message>> = messages('invitation.verdict', {
  genuine: 'Official link',
  suspicious: 'Suspicious',
  'unknown-server': 'A server Greenroom doesn’t know',
  'not-a-meeting': 'No meeting link',
});

const labels = says('invitation.line', {
  server: 'Server',
  reads: 'Reads as',
  owner: 'Owner',
  link: 'Link',
  browser: 'Browser',
  browserMore: '(usually possible; the host can switch it off)',
  sender: 'Sender',
  noSender: 'none given',
  starts: 'Starts',
  value: '{value}',
  ask: 'Ask yourself:',
  aligned: 'confirmed by the receiving server',
  spoofed: 'not who it says',
  unverified: 'could not be confirmed',
});

/** One line of `inspect --batch`, without the fields of its input. */
export interface BatchAnswer {
  readonly verdict: Verdict;
  readonly service: string | null;
  readonly joinUrl: string | null;
  readonly browserJoinUrl: string | null;
  readonly passcodeInLink: boolean;
  readonly personalRoom: boolean;
  readonly hostToken: boolean;
  readonly registrantToken: boolean;
  /** Only for mails. */
  readonly sender?: SenderStanding;
  readonly reasons: readonly { readonly id: ReasonId; readonly text: string }[];
}

/** The answer as the batch contract has it. */
export function batchAnswer(inspection: Decision & Pick<Inspection, 'sender'>): BatchAnswer {
  const { verdict, service, joinUrl, browserJoinUrl, passcodeInLink, personalRoom, hostToken, registrantToken } =
    inspection;
  return {
    verdict,
    service,
    joinUrl,
    browserJoinUrl,
    passcodeInLink,
    personalRoom,
    hostToken,
    registrantToken,
    ...(inspection.sender ? { sender: inspection.sender.standing } : {}),
    reasons: inspection.reasons.map(({ id, text }) => ({ id, text })),
  };
}

/** The verdict in the words people see. */
export function verdictWords({ verdict, serviceName }: Pick<Inspection, 'verdict' | 'serviceName'>): Message {
  switch (verdict) {
    case 'genuine':
      return serviceName === null ? words.officialLink : words.official({ service: product(serviceName) });
    case 'suspicious':
      return serviceName === null ? words.suspicious : words.poses({ service: product(serviceName) });
    case 'unknown-server':
      return words.unknownServer;
    case 'not-a-meeting':
      return words.none;
  }
}

/** Strangers' text for a terminal: control and direction characters would change what is shown. */
const plain = (text: string): string => text.slice(0, 2000).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, '·');

const line = (label: string, text: string): string =>
  `  ${label.padEnd(8)} ${labels.value({ value: { kind: 'place', text: plain(text) } })}`;

const senderLine = (sender: Sender): string => {
  const said = labels[sender.standing];
  return sender.address === ''
    ? `  ${labels.sender.padEnd(8)} ${labels.noSender}: ${said}`
    : `${line(labels.sender, sender.address)}: ${said}`;
};

/** The answer for people in a terminal, one line each. */
export function terminalLines(inspection: Inspection): string[] {
  const { anatomy, sender, event } = inspection;
  const lines = [localise(verdictWords(inspection))];
  if (anatomy) {
    lines.push('', line(labels.server, anatomy.host));
    if (anatomy.readableHost) lines.push(line(labels.reads, anatomy.readableHost));
    if (anatomy.owner !== anatomy.host) lines.push(line(labels.owner, anatomy.owner));
  }
  if (inspection.joinUrl) lines.push(line(labels.link, inspection.joinUrl));
  if (inspection.browserJoinUrl)
    lines.push(line(labels.browser, inspection.browserJoinUrl), `           ${labels.browserMore}`);
  if (sender) lines.push(senderLine(sender));
  if (event?.start) lines.push(line(labels.starts, event.start));
  if (inspection.reasons.length > 0) lines.push('');
  for (const { weight, message } of inspection.reasons)
    lines.push(`  ${weight === 'alarm' ? '!' : weight === 'caution' ? '?' : '-'} ${localise(message)}`);
  if (inspection.questions.length > 0)
    lines.push('', labels.ask, ...inspection.questions.map((question) => `  - ${localise(question)}`));
  return lines;
}
