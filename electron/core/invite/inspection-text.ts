/** The answer as a line for machines and as lines for the terminal. */

import type { Decision, Inspection, SenderStanding, Verdict } from './inspection.ts';
import type { ReasonId } from './reason.ts';

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
export function verdictWords({ verdict, serviceName }: Pick<Inspection, 'verdict' | 'serviceName'>): string {
  switch (verdict) {
    case 'genuine':
      return `Official ${serviceName ?? 'meeting'} link`;
    case 'suspicious':
      return serviceName ? `Suspicious: poses as ${serviceName}` : 'Suspicious';
    case 'unknown-server':
      return 'A server Greenroom does not know';
    case 'not-a-meeting':
      return 'No meeting link';
  }
}

const SENDER_WORDS: Readonly<Record<SenderStanding, string>> = {
  aligned: 'confirmed by the receiving server',
  spoofed: 'not who it says',
  unverified: 'could not be confirmed',
};

/** Strangers' text for a terminal: control and direction characters would change what is shown. */
const plain = (text: string): string => text.slice(0, 2000).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu, '·');

/** The answer for people in a terminal, one line each. */
export function terminalLines(inspection: Inspection): string[] {
  const { anatomy, sender, event } = inspection;
  const lines = [verdictWords(inspection)];
  if (anatomy) {
    lines.push('', `  Server   ${plain(anatomy.host)}`);
    if (anatomy.readableHost) lines.push(`  Reads as ${plain(anatomy.readableHost)}`);
    if (anatomy.owner !== anatomy.host) lines.push(`  Owner    ${plain(anatomy.owner)}`);
  }
  if (inspection.joinUrl) lines.push(`  Link     ${plain(inspection.joinUrl)}`);
  if (inspection.browserJoinUrl)
    lines.push(
      `  Browser  ${plain(inspection.browserJoinUrl)}`,
      '           (usually possible; the host can switch it off)',
    );
  if (sender) lines.push(`  Sender   ${plain(sender.address || 'none given')}: ${SENDER_WORDS[sender.standing]}`);
  if (event?.start) lines.push(`  Starts   ${event.start}`);
  if (inspection.reasons.length > 0) lines.push('');
  for (const { weight, text } of inspection.reasons)
    lines.push(`  ${weight === 'alarm' ? '!' : weight === 'caution' ? '?' : '-'} ${plain(text)}`);
  if (inspection.questions.length > 0)
    lines.push('', 'Ask yourself:', ...inspection.questions.map((question) => `  - ${question}`));
  return lines;
}
