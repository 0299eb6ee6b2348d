/** Gathers and judges the links of one invitation, keeping only what the answer needs however many there are. */

import type { FoundLink } from './links/find-links.ts';
import { inContext, worsened } from './links/in-context.ts';
import { judgeLink } from './links/judge-link.ts';
import type { LinkJudgement } from './links/judgement.ts';
import { traitsOf } from './links/link-actions.ts';
import { isProgramLink } from './links/program-link.ts';
import { type Reason, reason } from './reason.ts';
import type { Service } from './services/service.ts';
import { mentionedService } from './surrounding-text.ts';

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
  /** The service that the words name. */
  readonly named: Service | null;
  readonly linkCount: number;
  /** The only web link, when it has nothing to do with any service. */
  readonly onlyForeign: LinkJudgement | null;
  /** Services to which one of the links leads, or says it leads. */
  readonly reached: ReadonlySet<string>;
}

export interface Surroundings {
  /** What people read beside the links. */
  readonly words?: string;
  /** The link is all there is: somebody asks about it, whatever it is. */
  readonly isWhole?: boolean;
  /** A short link, or one in a sealed wrapper, counts as the meeting's when there is no other link. */
  readonly loneCounts?: boolean;
}

const KEEP = 64;
const REMEMBER = 2048;

const KIND_ORDER: ReadonlyMap<string, number> = new Map([
  ['join', 0],
  ['start', 1],
  ['register', 2],
]);

/** Starts a collection: `add` each link with its rank, then `finish`. */
export function startCollection() {
  const remembered = new Map<string, LinkJudgement | null>();
  const kept = {
    suspicious: [] as Candidate[],
    genuine: [] as Candidate[],
    unknown: [] as Candidate[],
    alone: [] as Candidate[],
    harmful: [] as Candidate[],
    dangerous: [] as Candidate[],
    programs: [] as Candidate[],
  };
  let pageService: Service | null = null;
  let foreign: LinkJudgement | null = null;
  let foreignCount = 0;
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
    const { verdict } = judged;
    if (verdict === 'suspicious') keep(kept.suspicious);
    else if (verdict === 'genuine') keep(kept.genuine);
    else if (verdict === 'unknown-server') keep(kept.unknown);
    else if (verdict === 'page') pageService ??= judged.service;
    else if (verdict === 'short-link' || verdict === 'sealed') keep(kept.alone);
    else if (verdict === 'dangerous') keep(isHarmful(judged) ? kept.harmful : kept.dangerous);
    else if (link.hasScheme && /^https?$/.test(judged.target.scheme)) {
      if (isProgramLink(judged.target)) keep(kept.programs);
      foreign ??= judged;
      foreignCount += foreign.target.href === judged.target.href ? 0 : 1;
    }
  }

  function finish({ words = '', isWhole = false, loneCounts = true }: Surroundings = {}): Collected {
    const reasons: Reason[] = [];
    const named = words === '' ? null : mentionedService(words);
    const { suspicious, genuine, unknown, alone, harmful, dangerous, programs } = kept;
    for (const { judged, rank } of isWhole ? [...harmful, ...dangerous] : harmful)
      suspicious.push({ judged: { ...judged, verdict: 'suspicious' }, rank });
    if (!isWhole) reasons.push(...dangerous.flatMap(({ judged }) => judged.reasons));
    if (named)
      for (const { judged, rank } of programs)
        suspicious.push({ judged: worsened(judged, named, reason('program-elsewhere', named.name)), rank });
    const only = linkCount === 1 && loneCounts ? alone[0] : undefined;
    const chosen = suspicious.sort(byRank)[0] ?? genuine.sort(byUse)[0] ?? unknown.sort(byRank)[0] ?? only ?? null;
    if (chosen) reasons.unshift(...chosen.judged.reasons);
    const joining = genuine.filter(({ judged }) => judged.kind === 'join');
    const first = joining.find((one) => one === chosen) ?? joining[0];
    const other = joining.find(({ judged }) => first && meetingKey(judged) !== meetingKey(first.judged));
    if (other) reasons.push(reason('several-meetings', other.judged.service?.name ?? other.judged.target.host));
    const reached = new Set([...genuine, ...unknown].flatMap(({ judged }) => judged.service?.id ?? []));
    return {
      chosen,
      reasons,
      pageService,
      named,
      linkCount,
      onlyForeign: foreignCount === 0 ? foreign : null,
      reached,
    };
  }

  return { add, finish };
}

const isHarmful = ({ reasons }: LinkJudgement): boolean => reasons.some((r) => r.id === 'dangerous-scheme');

const meetingKey = ({ service, target }: LinkJudgement): string =>
  `${service?.id} ${/\d{9,}/.exec(target.path)?.[0] ?? target.path}`;

const byRank = (a: Candidate, b: Candidate): number => a.rank - b.rank;

/** Joining before starting before registering, then the likelier place, then the link that brings its passcode. */
function byUse(a: Candidate, b: Candidate): number {
  const kind = (KIND_ORDER.get(a.judged.kind ?? '') ?? 3) - (KIND_ORDER.get(b.judged.kind ?? '') ?? 3);
  return kind || a.rank - b.rank || passcode(b) - passcode(a);
}

const passcode = ({ judged }: Candidate): number =>
  judged.service && traitsOf(judged.target, judged.service).passcodeInLink ? 1 : 0;
