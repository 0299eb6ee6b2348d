/** Owns what of a report matters before joining a meeting of one service, and which of its links is then opened. */

import type { Inspection } from '../invite/inspection.ts';
import type { Finding } from '../report/finding.ts';
import { fakeLinkIn } from '../report/headline.ts';
import { NOTHING_TO_JOIN_WITH, type Verdict, verdictOf } from '../report/verdict.ts';
import { browsers, clientsFor } from './clients.ts';

/** `not-found`: nothing to join with was seen; `not-checked`: policy has switched the check of meeting apps off. */
export type JoinMethod = 'app' | 'browser' | 'not-found' | 'not-checked';

export interface Readiness {
  readonly verdict: Verdict;
  /** What matters, in the order of the report. */
  readonly findings: readonly Finding[];
  readonly method: JoinMethod;
  /** The next meeting of the calendars has a fake link: it says nothing about this one, and is told beside it. */
  readonly fakeLink: Finding | undefined;
}

const APPS = 'meeting-apps';

/** The product that a finding about an installed program is about. */
const productOf = ({ app }: Finding): string | null => app?.product ?? null;

const isTurnedAway = ({ app }: Finding): boolean => app?.joining === 'turned-away';

/** A program's finding as it counts for this meeting, whatever meeting is next. */
const forThisMeeting = (finding: Finding, isOnlyWay: boolean): Finding => {
  if ((finding.state !== 'fail' && finding.state !== 'caution') || finding.app?.joining === undefined) return finding;
  const when = 'before-call';
  return isTurnedAway(finding) ? { ...finding, when, state: isOnlyWay ? 'fail' : 'caution' } : { ...finding, when };
};

/**
 * Readiness for one service: its own app or, where there is none that is let in, the browsers, and everything that is not
 * about a program. An app that was found and not judged, or none at all, is never "ready". What the calendars say of
 * another meeting's link does not count.
 */
export const readinessFor = (
  all: readonly Finding[],
  { service, browserJoinUrl }: Pick<Inspection, 'service' | 'browserJoinUrl'>,
): Readiness => {
  const about = (products: readonly string[]): readonly Finding[] =>
    all.filter((finding) => products.includes(productOf(finding) ?? ''));
  const apps = about(clientsFor(service));
  const inBrowser = browserJoinUrl === null ? [] : about(browsers);
  const through: JoinMethod = apps.some((finding) => !isTurnedAway(finding))
    ? 'app'
    : inBrowser.length > 0
      ? 'browser'
      : apps.length > 0
        ? 'app'
        : all.some((finding) => finding.id === APPS)
          ? 'not-found'
          : 'not-checked';
  const used = through === 'app' ? apps : through === 'browser' ? inBrowser : [];
  const programs = [...used, ...(through === 'browser' ? apps : [])];
  const isFound = through === 'app' || through === 'browser';
  const matters = (finding: Finding): boolean =>
    finding.id !== 'meeting-link' &&
    !(isFound && finding.id === APPS && finding.subject === NOTHING_TO_JOIN_WITH) &&
    // What a browser refuses stands in nobody's way who joins with the app.
    !(through === 'app' && finding.id === 'browser-permission') &&
    (productOf(finding) === null || programs.includes(finding));
  // Beside a browser, or a copy that is let in, an app that is turned away stands in nobody's way.
  const isOnlyWay = through === 'app' && used.every(isTurnedAway);
  const findings = all
    .filter(matters)
    .map((finding) => (programs.includes(finding) ? forThisMeeting(finding, isOnlyWay) : finding));
  const judged = verdictOf(findings);
  const unclear =
    through === 'not-found' || (used.length > 0 && used.every((finding) => finding.state === 'not-applicable'));
  const verdict = unclear && judged !== 'not-ready' ? 'undetermined' : judged;
  return { verdict, findings, method: through, fakeLink: fakeLinkIn(all) };
};

/** Whether the meeting may be opened: in order, or with something to look at that does not stand in the way. */
export const isReady = ({ verdict }: Readiness): boolean => verdict === 'ready' || verdict === 'caution';

/** The link to open. Without the app the browser's own link spares the person the vendor's download page. */
export const linkFor = (
  { joinUrl, browserJoinUrl }: Pick<Inspection, 'joinUrl' | 'browserJoinUrl'>,
  through: JoinMethod,
): string | null => (through === 'browser' && browserJoinUrl !== null ? browserJoinUrl : joinUrl);
