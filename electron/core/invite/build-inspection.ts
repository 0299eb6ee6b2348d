/** Turns collected links and signs into the one answer. */

import type { Collected } from './collect-links.ts';
import type { Decision, Inspection, InvitationKind, LinkTraits, Verdict } from './inspection.ts';
import { anatomyOf } from './links/anatomy.ts';
import { browserJoinUrlOf, shareUrlOf, traitsOf } from './links/link-actions.ts';
import { questionsFor } from './questions.ts';
import { byWeight, type Reason, reason } from './reason.ts';

const NO_TRAITS: LinkTraits = { passcodeInLink: false, personalRoom: false, hostToken: false, registrantToken: false };

// Words and files are no meeting by themselves; beside a meeting link they decide against it.
const DECISIVE_BESIDE_A_LINK = new Set([
  'asks-to-run',
  'asks-for-device-code',
  'attached-program',
  'attached-disguise',
]);

// Whoever writes the mail chooses what lies beyond a limit: what was read does not speak for the rest.
const NOT_ALL_READ = new Set(['unreadable-part', 'read-in-part']);

function verdictOf(collected: Collected, signs: readonly Reason[]): Verdict {
  const link = collected.chosen?.judged.verdict;
  if (link === 'suspicious') return 'suspicious';
  // A text that names a service and leads to nothing but a code page is the theft of an account.
  if (collected.named && signs.some((sign) => sign.id === 'asks-for-device-code')) return 'suspicious';
  if (!link) return 'not-a-meeting';
  if (signs.some((sign) => DECISIVE_BESIDE_A_LINK.has(sign.id))) return 'suspicious';
  return link === 'genuine' && !signs.some((sign) => NOT_ALL_READ.has(sign.id)) ? 'genuine' : 'unknown-server';
}

/** The verdict with its reasons, and the link that was judged, for those who show more of it. */
function decide(collected: Collected, signs: readonly Reason[], worse: Verdict | null) {
  const { chosen } = collected;
  const verdict = worse ?? verdictOf(collected, signs);
  const judged = chosen?.judged ?? null;
  const service = judged ? judged.service : verdict === 'suspicious' ? collected.named : collected.pageService;
  const link = judged?.target ?? null;
  const official = judged?.verdict === 'genuine' && verdict === 'genuine' && link && service ? { link, service } : null;
  const traits = official ? traitsOf(official.link, official.service) : NO_TRAITS;
  const reasons = [...collected.reasons, ...signs];
  if (traits.personalRoom) reasons.push(reason('personal-room'));
  if (traits.passcodeInLink) reasons.push(reason('passcode-in-link'));
  if (!judged && verdict === 'not-a-meeting') reasons.push(reason(collected.pageService ? 'vendor-page' : 'no-link'));
  const decision: Decision = {
    verdict,
    service: service?.id ?? null,
    serviceName: service?.name ?? null,
    joinUrl: link?.href ?? null,
    browserJoinUrl: official ? browserJoinUrlOf(official.link, official.service) : null,
    ...traits,
    reasons: byWeight(reasons),
  };
  return { decision, judged, official };
}

/** The answer without what only a person looks at: the link taken apart, the link to pass on, what to ask. */
export const buildBriefInspection = (collected: Collected, signs: readonly Reason[]): Decision =>
  decide(collected, signs, null).decision;

/** The answer for a kind of input. `worse` is a verdict that other evidence (a forged sender) demands. */
export function buildInspection(
  kind: InvitationKind,
  collected: Collected,
  signs: readonly Reason[],
  worse: Verdict | null = null,
): Inspection {
  const { decision, judged, official } = decide(collected, signs, worse);
  return {
    kind,
    ...decision,
    shareUrl: official ? shareUrlOf(official.link, official.service) : null,
    anatomy: judged ? anatomyOf(judged) : null,
    questions: questionsFor(decision.verdict),
  };
}
