/** Owns what a run is told of browsers: only of the host of the next meeting, and only where a browser can join it. */
import { browserPermission } from '../../core/checks/call/meeting/browser-permission.ts';
import { hostOfMeeting } from '../../core/connection/hosts.ts';
import { browserWords } from '../../core/facts/browsers.ts';
import { known, unknown } from '../../core/facts/fact.ts';
import type { InjectedFacts } from '../../core/facts/profile.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { activeChecks } from '../../core/report/build.ts';
import type { Host } from '../../platform/machine/machine.ts';

export interface BrowserQuestion {
  /** The next meeting as this run knows it. */
  readonly meeting: InjectedFacts['nextMeeting'];
  readonly policy: Policy;
  /** Ids of the checks that were asked for; null: all. */
  readonly only: readonly string[] | null;
  readonly machine: Host;
  /** Greenroom's own. */
  readonly folder: string;
  readonly now: Date;
  /** A home that hangs holds the run up no longer. */
  readonly limitMs: number;
}

/** Looks at no browser where the check is switched off, or not asked for. */
export const browserAnswersFor = async (question: BrowserQuestion): Promise<InjectedFacts> => {
  const { meeting, policy, only, machine, folder, now, limitMs } = question;
  const ahead = meeting?.fact.state === 'known' ? meeting.fact.value : null;
  const host = hostOfMeeting(ahead);
  const isAsked = only === null || only.includes(browserPermission.id);
  if (
    host === undefined ||
    ahead?.inBrowser !== true ||
    !isAsked ||
    activeChecks([browserPermission], policy).length === 0
  )
    return {};
  const { readBrowserAnswers } = await import('../../platform/browsers/index.ts');
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, limitMs, null);
  });
  const reading = readBrowserAnswers(machine, host, folder, now.getTime());
  const answers = await Promise.race([reading, late]).finally(() => clearTimeout(timer));
  const at = now.toISOString();
  if (answers === null) return { browserAnswers: { fact: unknown('timed-out', browserWords.late), at } };
  return { browserAnswers: { fact: known({ host, answers }, 'the browsers’ own settings'), at } };
};
