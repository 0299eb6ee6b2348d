/** The verdict on a link in its surroundings: what the text shows or promises may contradict where it leads. */

import { NON_ASCII } from '../../text/ascii.ts';
import { latinLikeness } from '../impersonation/confusables.ts';
import { type Reason, reason } from '../reason.ts';
import type { Service } from '../services/service.ts';
import { claimedService, mentionedService, promisesMeeting } from '../surrounding-text.ts';
import { eachLink, type FoundLink } from './find-links.ts';
import { judgeLink } from './judge-link.ts';
import type { LinkJudgement } from './judgement.ts';
import { withoutInvisible } from './link.ts';
import { isProgramLink } from './program-link.ts';

const isWeb = (judged: LinkJudgement) => judged.target.scheme === 'https' || judged.target.scheme === 'http';

export function worsened(judged: LinkJudgement, service: Service | null, first: Reason): LinkJudgement {
  return {
    ...judged,
    verdict: 'suspicious',
    service,
    reasons: [first, ...judged.reasons.filter((r) => r.id !== 'short-link-alone')],
  };
}

/** The official meeting link that the visible text of a link shows, if it shows one, also in letters that only look so. */
const shownMeeting = (shown: string): LinkJudgement | null =>
  officialIn(shown) ?? (NON_ASCII.test(shown) ? officialIn(latinLikeness(shown)) : null);

function officialIn(shown: string): LinkJudgement | null {
  let first: LinkJudgement | null = null;
  eachLink(shown.slice(0, 2048), ({ raw, hasScheme }) => {
    first ??= judgeLink(hasScheme ? raw : `https://${raw}`);
  });
  const judged = first as LinkJudgement | null;
  return judged?.verdict === 'genuine' ? judged : null;
}

/** A forwarder that says where it leads is not accused for a text that says the same. */
const isForwarder = ({ reasons }: LinkJudgement): boolean => reasons.some(({ id }) => id.endsWith('-forwarder'));

export function inContext(judged: LinkJudgement, link: FoundLink): LinkJudgement {
  if (link.turned) return worsened(judged, judged.service, reason('reads-backwards'));
  if (judged.verdict === 'genuine') return judged;
  const [before, text] = [withoutInvisible(link.before), withoutInvisible(link.shown)];
  const shown = text && text !== link.raw ? shownMeeting(text) : null;
  if (judged.verdict === 'suspicious') {
    if (!shown) return judged;
    return { ...judged, reasons: [...judged.reasons, reason('text-differs-from-target', shown.target.host)] };
  }
  if (judged.verdict === 'dangerous')
    return promisesMeeting(before, text) || shown
      ? worsened(
          judged,
          shown?.service ?? claimedService(before, text),
          reason('dangerous-scheme', judged.target.scheme),
        )
      : judged;
  if (isForwarder(judged)) return judged;
  if (judged.verdict === 'page' && judged.service === shown?.service) return judged;
  if (shown?.service && judged.verdict !== 'sealed') {
    return worsened(judged, shown.service, reason('text-differs-from-target', shown.target.host));
  }
  if (!isWeb(judged) || judged.verdict === 'page') return judged;
  if (isProgramLink(judged.target)) {
    const service = mentionedService(`${before} ${text}`);
    if (service) return worsened(judged, service, reason('program-elsewhere', service.name));
    if (promisesMeeting(before, text)) return worsened(judged, null, reason('program-link', judged.target.host));
  }
  const claimed = shown?.service ?? claimedService(before, text, link.after);
  if (!claimed || claimed.selfHosted || claimed.forwarder) return judged;
  if (judged.verdict === 'sealed') return { ...judged, verdict: 'unknown-server', service: claimed };
  if (judged.verdict === 'short-link') return worsened(judged, claimed, reason('short-link', judged.target.host));
  return worsened(judged, claimed, reason('claimed-by-text', claimed.name));
}
