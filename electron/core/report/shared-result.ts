/** Owns what of a report may leave the computer by an organisation's tools: every format is made from this and from nothing else. */

import type { Check } from '../checks/define-check.ts';
import type { CheckId } from '../checks/ids.ts';
import type { Identity } from '../facts/identity.ts';
import type { Platform } from '../facts/index.ts';
import { english, formatted } from '../messages/format.ts';
import { mapWords } from '../messages/value.ts';
import type { Audience, PolicyValues } from '../policy/policy.ts';
import { identityNames, nameOf, nameReplacer } from '../redaction/names.ts';
import type { reportingSettings } from '../settings/reporting.ts';
import { stateNames } from '../text/phrases.ts';
import type { IsoDate, IsoTime } from '../text/time.ts';
import type { Area } from './areas.ts';
import {
  type Finding,
  type FindingApp,
  type FindingMessages,
  findingKey,
  isNotRevealed,
  type State,
  severity,
  states,
} from './finding.ts';
import type { Report } from './report.ts';
import { type Verdict, verdictOf } from './verdict.ts';

export const SHARED_SCHEMA = 'greenroom.result/2';

export interface SharedCheck {
  readonly id: CheckId;
  readonly area: Area;
  /** The worst state among its findings. */
  readonly state: State;
  readonly required: boolean;
  /** Whom policy says that it is for; absent where it is the person’s own. */
  readonly audience?: Exclude<Audience, 'person'>;
  /** What the check asks; the same words on every computer. */
  readonly question: string;
}

export interface SharedApp extends FindingApp {
  readonly state: State;
}

export interface SharedFinding {
  /** Names it across runs: id of the check, and its subject. */
  readonly key: string;
  readonly check: string;
  readonly state: State;
  readonly title: string;
  readonly found: string;
  readonly wanted: string | null;
}

/** One result, as small as the policy wants it. */
export interface SharedResult {
  readonly schema: typeof SHARED_SCHEMA;
  readonly at: IsoTime;
  readonly verdict: Verdict;
  readonly greenroom: string;
  readonly platform: Platform;
  readonly os: string;
  readonly arch: string;
  /** SHA-256 of the policy; null when there is none. */
  readonly policy: string | null;
  readonly catalogue: IsoDate;
  readonly durationMs: number;
  readonly computer?: string;
  readonly user?: string;
  readonly checks: readonly SharedCheck[];
  readonly apps?: readonly SharedApp[];
  readonly findings?: readonly SharedFinding[];
}

export type SharingChoices = Pick<
  PolicyValues<typeof reportingSettings.policy>,
  'shareAppVersions' | 'shareFindings' | 'shareComputerName' | 'shareUserName'
>;

export interface SharedResultInput {
  readonly report: Report;
  readonly checks: readonly Pick<Check, 'id' | 'question'>[];
  readonly sharing: SharingChoices;
  readonly identity: Identity;
  readonly appVersion: string;
}

const worst = (findings: readonly Finding[]): State =>
  states.find((state) => findings.some((finding) => finding.state === state)) ?? 'not-applicable';

/** It is the same for all findings of a check. */
const audienceOf = ([first]: readonly Finding[]): Pick<SharedCheck, 'audience'> =>
  first?.audience === undefined ? {} : { audience: first.audience };

/** A text of a finding without the names that may not be told. What may hold another name goes first. */
const cleaner = (identity: Identity, sharing: SharingChoices, given: readonly string[]): ((text: string) => string) => {
  const { home } = identity;
  const own = identityNames(identity, {
    ...(sharing.shareUserName ? {} : { person: '(account)' }),
    ...(sharing.shareComputerName ? {} : { computer: '(computer)' }),
  });
  const replaced = nameReplacer([...own, ...given.map((text) => nameOf(text, '(name)'))]);
  return (text) => replaced(sharing.shareUserName || home.length < 2 ? text : text.replaceAll(home, '~'));
};

/** A version as programs write them. Whatever else stands in its place is not told: anybody may have written it. */
const plainVersion = (version: string | null): string | null =>
  version !== null && /^[0-9][\w.+~:-]{0,39}$/.test(version) ? version : null;

/** They name a meeting, or where it is held. */
const ofMeetings: readonly CheckId[] = ['meeting-link', 'meeting-connection', 'browser-permission'];

/** What may be told of a report under the policy's sharing. */
export const sharedResult = ({ report, checks, sharing, identity, appVersion }: SharedResultInput): SharedResult => {
  const clean = cleaner(identity, sharing, report.names ?? []);
  // By kind what people named, then by name what stands in any other text.
  const told = (part: keyof FindingMessages, { messages }: Finding, words: string): string => {
    const message = messages?.[part];
    const without = message && mapWords(message, (kind, text) => (kind === 'name' ? '(name)' : text));
    return clean(without === undefined ? words : (formatted('en', without) ?? words));
  };
  const questions = new Map(checks.map(({ id, question }) => [id, question]));
  // Meetings are nobody else's business, nor is what a system reveals to no program an answer.
  const own = [...report.findings, ...(report.hidden ?? [])].filter(({ id }) => !ofMeetings.includes(id));
  const shared = own.filter((finding) => finding.required || !isNotRevealed(finding));
  const ids = [...new Set(shared.map(({ id }) => id))];
  const byCheck = ids.map((id): [CheckId, readonly Finding[]] => [id, shared.filter((one) => one.id === id)]);
  return {
    schema: SHARED_SCHEMA,
    at: report.startedAt,
    verdict: verdictOf(own),
    greenroom: appVersion,
    platform: report.machine.platform,
    os: report.machine.os,
    arch: report.machine.arch,
    policy: report.policy.digest,
    catalogue: report.catalogue.asOf,
    durationMs: report.durationMs,
    ...(sharing.shareComputerName ? { computer: identity.hostName } : {}),
    ...(sharing.shareUserName ? { user: identity.userName } : {}),
    checks: byCheck.map(([id, findings]) => ({
      id,
      area: findings[0]?.area ?? 'system',
      state: worst(findings),
      required: findings.some((finding) => finding.required),
      ...audienceOf(findings),
      question: english(questions.get(id) ?? id),
    })),
    ...(sharing.shareAppVersions
      ? {
          apps: shared.flatMap(({ app, state }) =>
            app === undefined ? [] : [{ product: app.product, version: plainVersion(app.version), state }],
          ),
        }
      : {}),
    ...(sharing.shareFindings
      ? {
          findings: shared.map((finding) => ({
            key: clean(findingKey(finding)),
            check: finding.id,
            state: finding.state,
            title: told('title', finding, finding.title),
            found: told('found', finding, finding.evidence.found),
            wanted: finding.evidence.wanted === null ? null : told('wanted', finding, finding.evidence.wanted),
          })),
        }
      : {}),
  };
};

/** What a format lists one by one: the findings where they may be told, else the checks. */
export interface SharedItem {
  readonly key: string;
  readonly check: SharedCheck;
  readonly state: State;
  /** One sentence: the finding's title, else the state of the check and what it asks. */
  readonly words: string;
  /** Null where it may not be told. */
  readonly found: string | null;
  readonly wanted: string | null;
}

export const itemsOf = ({ checks, findings }: SharedResult): readonly SharedItem[] =>
  findings === undefined
    ? checks.map((check) => ({
        key: check.id,
        check,
        state: check.state,
        words: `${english(stateNames[check.state])}: ${check.question}`,
        found: null,
        wanted: null,
      }))
    : findings.flatMap(({ key, check: id, state, title, found, wanted }) => {
        const check = checks.find((one) => one.id === id);
        return check === undefined ? [] : [{ key, check, state, words: title, found, wanted }];
      });

/** The checks that are not in order, in words for a person at a service desk. */
export const openChecks = (told: SharedResult): readonly SharedCheck[] =>
  told.checks.filter(({ state }) => severity(state) > 0);
