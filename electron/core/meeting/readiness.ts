/** Owns what of a report matters before joining a meeting of one service, and which of its links is then opened. */

import type { Inspection } from '../invite/inspection.ts';
import { type Finding, type Verdict, verdictOf } from '../report/finding.ts';

/** Service → products of the catalogue that join its meetings. Services without a line are joined in a browser. */
export const clientsOf: Readonly<Record<string, readonly string[]>> = {
  zoom: ['zoom'],
  teams: ['teams', 'teams-classic', 'teams-for-linux'],
  meet: ['google-meet'],
  webex: ['webex', 'webex-meetings'],
  goto: ['goto', 'gotomeeting'],
  ringcentral: ['ringcentral'],
  slack: ['slack'],
  discord: ['discord'],
  jitsi: ['jitsi'],
  zoho: ['zoho-meeting'],
  chime: ['amazon-chime'],
  bluejeans: ['bluejeans'],
  skype: ['skype'],
  signal: ['signal'],
  whatsapp: ['whatsapp'],
};

export const browsers: readonly string[] = ['chrome', 'edge', 'firefox', 'safari', 'brave', 'chromium'];

/** `not-found`: nothing to join with was seen; `not-checked`: policy has switched the check of meeting apps off. */
export type JoinMethod = 'app' | 'browser' | 'not-found' | 'not-checked';

export interface Readiness {
  readonly verdict: Verdict;
  /** What matters, in the order of the report. */
  readonly findings: readonly Finding[];
  readonly method: JoinMethod;
}

/** The program to join with that a finding is about; null where it is about none. */
const productOf = ({ id, app }: Finding): string | null => (id === 'meeting-apps' ? (app?.product ?? null) : null);

/**
 * Readiness for one service: its own app or, where there is none, the browsers, and everything that is not about a
 * program. An app that was found and not judged, or none at all, is never "ready".
 */
export const readinessFor = (
  all: readonly Finding[],
  { service, browserJoinUrl }: Pick<Inspection, 'service' | 'browserJoinUrl'>,
): Readiness => {
  const clients = (service !== null && Object.hasOwn(clientsOf, service) && clientsOf[service]) || [];
  const about = (products: readonly string[]): readonly Finding[] =>
    all.filter((finding) => products.includes(productOf(finding) ?? ''));
  const apps = about(clients);
  const through: JoinMethod =
    apps.length > 0
      ? 'app'
      : browserJoinUrl !== null && about(browsers).length > 0
        ? 'browser'
        : all.some((finding) => finding.id === 'meeting-apps')
          ? 'not-found'
          : 'not-checked';
  const programs = through === 'app' ? apps : through === 'browser' ? about(browsers) : [];
  const findings = all.filter((finding) => productOf(finding) === null || programs.includes(finding));
  const judged = verdictOf(findings);
  const unclear =
    through === 'not-found' || (programs.length > 0 && programs.every((finding) => finding.state === 'not-applicable'));
  return { verdict: unclear && judged !== 'not-ready' ? 'undetermined' : judged, findings, method: through };
};

/** Whether the meeting may be opened: in order, or with something to look at that does not stand in the way. */
export const isReady = ({ verdict }: Readiness): boolean => verdict === 'ready' || verdict === 'caution';

/** The link to open. Without the app the browser's own link spares the person the vendor's download page. */
export const linkFor = (
  { joinUrl, browserJoinUrl }: Pick<Inspection, 'joinUrl' | 'browserJoinUrl'>,
  through: JoinMethod,
): string | null => (through === 'browser' && browserJoinUrl !== null ? browserJoinUrl : joinUrl);
