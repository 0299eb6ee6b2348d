/** Owns what a run is told of browsers: only of the host of the next meeting, and only where a browser can join it. */
import { browserPermission } from '../../core/checks/call/meeting/browser-permission.ts';
import { hostOfMeeting } from '../../core/connection/hosts.ts';
import { known } from '../../core/facts/fact.ts';
import type { InjectedFacts } from '../../core/facts/profile.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { activeChecks } from '../../core/report/build.ts';
import type { Host } from '../../platform/machine/machine.ts';

/** Looks at no browser where the check is switched off, or not asked for. */
export const browserAnswersFor = async (
  meeting: InjectedFacts['nextMeeting'],
  policy: Policy,
  only: readonly string[] | null,
  machine: Host,
  folder: string,
  now: Date,
): Promise<InjectedFacts> => {
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
  const answers = await readBrowserAnswers(machine, host, folder, now.getTime());
  const at = now.toISOString();
  return { browserAnswers: { fact: known({ host, answers }, 'the browsers’ own settings'), at } };
};
