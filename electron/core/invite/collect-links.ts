/** Gathers and judges the links of one invitation, keeping only what the answer needs however many there are. */

import { eachLink, type FoundLink } from './links/find-links.ts';
import { judgeLink } from './links/judge-link.ts';
import type { LinkJudgement } from './links/judgement.ts';
import { traitsOf } from './links/link-actions.ts';
import { type Reason, reason } from './reason.ts';
import type { Service } from './services/service.ts';
import { claimedService } from './surrounding-text.ts';

export interface Candidate {
  readonly judged: LinkJudgement;
  /** Where the link stood: the smaller, the more likely it is the one that joins. */
  readonly rank: number;
}

export interface Collected {
  /** The worst suspicious link, else the official link that joins, else one on an unknown server. */
  readonly chosen: Candidate | null;
  readonly reasons: readonly Reason[];
  /** Services whose ordinary pages were linked, the first one first. */
  readonly pageService: Service | null;
  readonly linkCount: number;
}

const KEEP = 64;
const REMEMBER = 2048;

const KIND_ORDER: Readonly<Record<string, number>> = { join: 0, start: 1, register: 2 };

const isWeb = (judged: LinkJudgement) => judged.target.scheme === 'https' || judged.target.scheme === 'http';

function worsened(judged: LinkJudgement, service: Service, first: Reason): LinkJudgement {
  return {
    ...judged,
    verdict: 'suspicious',
    service,
    reasons: [first, ...judged.reasons.filter((r) => r.id !== 'short-link-alone')],
  };
}

/** The official meeting link that the visible text of a link shows, if it shows one. */
function shownMeeting(shown: string): LinkJudgement | null {
  let first: LinkJudgement | null = null;
  eachLink(shown.slice(0, 2048), ({ raw, hasScheme }) => {
    first ??= judgeLink(hasScheme ? raw : `https://${raw}`);
  });
  const judged = first as LinkJudgement | null;
  return judged?.verdict === 'genuine' ? judged : null;
}

/** The verdict on a link in its surroundings: what the text shows or promises may contradict where it leads. */
function inContext(judged: LinkJudgement, link: FoundLink): LinkJudgement {
  if (judged.verdict === 'genuine') return judged;
  const shown = link.shown && link.shown !== link.raw ? shownMeeting(link.shown) : null;
  if (judged.verdict === 'suspicious') {
    if (!shown) return judged;
    return { ...judged, reasons: [...judged.reasons, reason('text-differs-from-target', shown.target.host)] };
  }
  if (judged.verdict === 'page' && judged.service === shown?.service) return judged;
  if (shown?.service && judged.verdict !== 'sealed') {
    return worsened(judged, shown.service, reason('text-differs-from-target', shown.target.host));
  }
  if (!isWeb(judged) || judged.verdict === 'page') return judged;
  const claimed = shown?.service ?? claimedService(link.before, link.shown);
  if (!claimed || claimed.selfHosted) return judged;
  if (judged.verdict === 'sealed') return { ...judged, verdict: 'unknown-server', service: claimed };
  if (judged.verdict === 'short-link') return worsened(judged, claimed, reason('short-link', judged.target.host));
  return worsened(judged, claimed, reason('claimed-by-text', claimed.name));
}

/** Starts a collection: `add` each link with its rank, then `finish`. */
export function startCollection() {
  const remembered = new Map<string, LinkJudgement | null>();
  const suspicious: Candidate[] = [];
  const genuine: Candidate[] = [];
  const unknown: Candidate[] = [];
  const alone: Candidate[] = [];
  let pageService: Service | null = null;
  let linkCount = 0;

  function judge(text: string): LinkJudgement | null {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const judged = judgeLink(text);
    if (remembered.size >= REMEMBER) remembered.clear();
    remembered.set(text, judged);
    return judged;
  }

  function add(link: FoundLink, rank: number): void {
    const bare = judge(link.hasScheme ? link.raw : `https://${link.raw}`);
    if (!bare) return;
    linkCount += 1;
    const judged = !link.hasScheme && bare.verdict === 'other' ? bare : inContext(bare, link);
    const candidate = { judged, rank };
    const keep = (list: Candidate[]) => list.length < KEEP && list.push(candidate);
    if (judged.verdict === 'suspicious') keep(suspicious);
    else if (judged.verdict === 'genuine') keep(genuine);
    else if (judged.verdict === 'unknown-server') keep(unknown);
    else if (judged.verdict === 'page') pageService ??= judged.service;
    else if (judged.verdict === 'short-link' || judged.verdict === 'sealed') keep(alone);
  }

  function finish(): Collected {
    const reasons: Reason[] = [];
    const only = linkCount === 1 ? alone[0] : undefined;
    const chosen = suspicious.sort(byRank)[0] ?? genuine.sort(byUse)[0] ?? unknown.sort(byRank)[0] ?? only ?? null;
    if (chosen) reasons.push(...chosen.judged.reasons);
    const meetings = new Set(genuine.filter((c) => c.judged.kind === 'join').map((c) => meetingKey(c.judged)));
    if (meetings.size > 1) reasons.push(reason('several-meetings'));
    return { chosen, reasons, pageService, linkCount };
  }

  return { add, finish };
}

const meetingKey = ({ service, target }: LinkJudgement): string =>
  `${service?.id} ${/\d{9,}/.exec(target.path)?.[0] ?? target.path}`;

const byRank = (a: Candidate, b: Candidate): number => a.rank - b.rank;

/** Joining before starting before registering, then the likelier place, then the link that brings its passcode. */
function byUse(a: Candidate, b: Candidate): number {
  const kind = (KIND_ORDER[a.judged.kind ?? ''] ?? 3) - (KIND_ORDER[b.judged.kind ?? ''] ?? 3);
  return kind || a.rank - b.rank || passcode(b) - passcode(a);
}

const passcode = ({ judged }: Candidate): number =>
  judged.service && traitsOf(judged.target, judged.service).passcodeInLink ? 1 : 0;
