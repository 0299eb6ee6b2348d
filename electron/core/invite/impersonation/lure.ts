/** Names made to be taken for a service's, whatever stands behind them: `zoom-meeting-049953.pages.dev`. */

import type { Link } from '../links/link.ts';
import type { RegistrableDomain } from '../links/registrable-domain.ts';
import type { Impersonation } from './trick.ts';

/** Companies and products that carry such a name and have nothing to do with the service. */
const REAL_NAMES: ReadonlySet<string> = new Set(
  `zoominfo.com userzoom.com zoominternet.net profitzoom.net zoomtown.com truckerzoom.com zoom.earth clickmeeting.com
   zoomcorp.com zoom.co.jp zoom-na.com zoomcar.com zoomrx.com slackware.com discord.js.org discord.id discordservers.com
   meetup.com webexone.com googleblog.com microsoftcasualgames.com googlesource.com googlegroups.com googleapis.com
   microsoftonline.com microsoftstream.com microsofttranslator.com`.split(/\s+/),
);

/** A letter written three times or more: `zooom`. */
export const DRAWN_OUT = /(.)\1{2,}/g;

export const hasRealName = (owner: RegistrableDomain): boolean => REAL_NAMES.has(owner.domain);

/** Services whose name in a stranger's host has hardly another purpose; of Slack or Discord there are fan pages. */
const OF_CALLS = new Set(['zoom', 'teams', 'meet', 'webex', 'goto', 'skype', 'whereby', 'ringcentral']);

const BAIT =
  /meet|join|call|invit|install|download|updat|client|webinar|conferen|room|log-?in|sign-?in|launch|session|interview|setup/;
const BAIT_PART =
  /^(?:meets?|meetings?|join|joining|invit(?:e|ation)s?|launch|install(?:er)?|wc|lobby|waiting-?room)(?:\.\w{2,5})?$/i;
/** Universities and public bodies explain these services on hosts named after them. */
const PUBLIC_BODY = /\.(?:edu|gov|mil)(?:\.[a-z]{2})?$|\.(?:ac|gouv|govt)\.[a-z]{2}$/;

/** Whether the host itself, by an invented name and what was put beside it, is a bait without any meeting path. */
export function isLure(link: Link, imitation: Impersonation, owner: RegistrableDomain): boolean {
  if (imitation.strength !== 'brand' || !OF_CALLS.has(imitation.service.id) || PUBLIC_BODY.test(link.host))
    return false;
  const label = (owner.domain.split('.', 1)[0] ?? '').replace(DRAWN_OUT, '$1$1');
  const parts = link.path.split('/').filter(Boolean);
  const baits = parts.filter((part) => BAIT_PART.test(part)).length;
  if (label.includes(imitation.part)) {
    const beside = label.replace(imitation.part, ' ');
    const isBare = beside.trim() === '';
    const numbered = owner.sharedHosting && /\d{3}/.test(beside);
    return BAIT.test(beside) || numbered || (!isBare && baits > 0);
  }
  // The name stands below a domain of another name.
  const first = link.host.split('.', 1)[0] ?? '';
  const isPage = /\.(?:php|html?|aspx?)$/i.test(link.path);
  return first.includes(imitation.part) && (baits > 1 || (baits > 0 && isPage));
}
