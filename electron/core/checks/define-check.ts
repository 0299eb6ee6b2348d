/** Owns the shape of a check: what it needs, how it judges, and every word it says. One check is one file. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Fact, Known } from '../facts/fact.ts';
import type { AllFacts, AnyFactKey, Platform } from '../facts/index.ts';
import type { Message } from '../messages/messages.ts';
import { audienceKey, importanceKey, type PolicyKeys, type PolicyValues } from '../policy/policy.ts';
import type { Area } from '../report/areas.ts';
import type { FindingApp, RemedyDefinition, UnknownCause, When } from '../report/finding.ts';
import type { IsoTime } from '../text/time.ts';
import type { CheckId } from './ids.ts';

interface Judged {
  /** What it is about, when a check yields several findings; unique within the check. */
  readonly subject?: string;
  /** What is so, in eight words or fewer: "Zoom 5.16.2 is too old to join". */
  readonly title: Message;
  /** Where it was read, when that is narrower than the fact's own source. */
  readonly source?: string;
  /** The program it is about, by its id in the catalogue, where it is about one. */
  readonly app?: FindingApp;
  /** Only told: it never decides the verdict, whatever the check's importance. */
  readonly advisory?: true;
}

/** What a check concludes. A failure without a reason or a remedy does not compile; nor does an unknown without a reason. */
export type Judgement<R extends string> =
  | (Judged & { readonly state: 'pass'; readonly found: Message; readonly wanted?: Message })
  | (Judged & {
      readonly state: 'caution' | 'fail';
      readonly found: Message;
      readonly wanted: Message;
      /** Why it matters, in at most two lines. */
      readonly why: Message;
      readonly remedies: readonly [R, ...R[]];
      /** Where it differs from the check's own. */
      readonly when?: When;
    })
  | (Judged & {
      readonly state: 'unknown';
      readonly reason: Message;
      readonly remedies?: readonly R[];
      /** What was read does not say enough, when absent. */
      readonly cause?: UnknownCause;
    })
  | (Judged & { readonly state: 'not-done'; readonly reason: Message; readonly remedies?: readonly R[] })
  | (Judged & { readonly state: 'not-applicable'; readonly reason: Message; readonly remedies?: readonly R[] });

export interface JudgeInput<N extends AnyFactKey, U extends AnyFactKey, P extends PolicyKeys> {
  /** `needs` are known by now: if one is not, the check is not asked and the finding is unknown with its reason. */
  readonly facts: { readonly [K in N]: Known<AllFacts[K]> } & { readonly [K in U]: Fact<AllFacts[K]> };
  readonly policy: PolicyValues<P>;
  /** Policy makes this check decide the verdict. */
  readonly required: boolean;
  readonly platform: Platform;
  readonly catalogue: Catalogue;
  readonly now: IsoTime;
}

/** What stands in a check's file and is kept as it is. */
interface CheckBase<Id extends CheckId> {
  readonly id: Id;
  readonly area: Area;
  /** When what it finds is to be put right, unless a finding says otherwise. */
  readonly when: When;
  /**
   * It judges by limits that policy sets, and a caution is within them: it stays one where policy requires the check. Of all
   * others what falls short fails then.
   */
  readonly keepsCautions?: true;
  /** What it asks: "Is this system still supported?" */
  readonly question: Message;
  /** What a person may confirm, in their own words, when only they can tell. */
  readonly statement?: Message;
  /** The finding's title when it cannot be judged: "Couldn’t check for waiting updates". */
  readonly unknownTitle: Message;
  /** Why it matters, for an unknown finding and the list of checks. */
  readonly why: Message;
  /** What it reads on each system, in words. */
  readonly reads: Readonly<Record<Platform, Message>>;
}

export interface CheckDefinition<
  Id extends CheckId,
  N extends AnyFactKey,
  U extends AnyFactKey,
  P extends PolicyKeys,
  R extends string,
> extends CheckBase<Id> {
  /** Facts without which nothing can be said. */
  readonly needs: readonly N[];
  /** Facts that may be unknown: the check decides what that means. */
  readonly uses?: readonly U[];
  readonly policy: P;
  readonly remedies: Readonly<Record<R, RemedyDefinition>>;
  judge(input: JudgeInput<N, U, P>): readonly Judgement<R>[];
}

/** A check as the list holds it: the types of its facts, policy and remedies stay inside. */
export interface Check<Id extends CheckId = CheckId> extends CheckBase<Id> {
  readonly needs: readonly AnyFactKey[];
  readonly uses: readonly AnyFactKey[];
  /** Its own keys, `importance` and `audience`. */
  readonly policy: PolicyKeys & {
    readonly importance: ReturnType<typeof importanceKey>;
    readonly audience: ReturnType<typeof audienceKey>;
  };
  readonly remedies: Readonly<Record<string, RemedyDefinition>>;
  judge(input: JudgeInput<never, never, PolicyKeys> & { readonly facts: object }): readonly Judgement<string>[];
}

/** Declares a check. Everything about it stands in its file: words, policy keys, rule, remedies. */
export const defineCheck = <
  const Id extends CheckId,
  N extends AnyFactKey,
  const R extends string,
  const P extends PolicyKeys = Record<never, never>,
  U extends AnyFactKey = never,
>(
  definition: CheckDefinition<Id, N, U, P, R>,
): Check<Id> => ({
  ...definition,
  uses: definition.uses ?? [],
  policy: { importance: importanceKey(), audience: audienceKey(), ...definition.policy },
  judge: (input) => definition.judge(input as unknown as JudgeInput<N, U, P>),
});
