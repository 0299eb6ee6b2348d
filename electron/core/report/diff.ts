/** Owns what changed between two reports of the same machine. */

import type { Message } from '../messages/messages.ts';
import { type Finding, findingKey, type State, severity } from './finding.ts';
import type { Report } from './report.ts';

export interface Change {
  /** `findingKey` of the finding. */
  readonly key: string;
  readonly title: string;
  /** The title as data; absent in what an earlier Greenroom stored. */
  readonly message?: Message;
  readonly direction: 'worse' | 'better' | 'new' | 'gone';
  readonly from: State | null;
  readonly to: State | null;
}

const titleOf = ({ title, messages }: Finding): Pick<Change, 'title' | 'message'> => ({
  title,
  ...(messages?.title === undefined ? {} : { message: messages.title }),
});

const byKey = (findings: readonly Finding[]): ReadonlyMap<string, Finding> =>
  new Map(findings.map((finding) => [findingKey(finding), finding]));

/**
 * Changes from `before` to `after`, for the worse first. Findings that only changed their words are no change; nor is a
 * check that the later run was not asked for.
 */
export const changesBetween = (before: Report, after: Report): readonly Change[] => {
  const old = byKey(before.findings);
  const fresh = byKey(after.findings);
  const changes: Change[] = [];
  for (const [key, finding] of fresh) {
    const previous = old.get(key);
    const change = { key, ...titleOf(finding), from: previous?.state ?? null, to: finding.state };
    if (previous === undefined) {
      if (before.only === null || before.only.includes(finding.id)) changes.push({ ...change, direction: 'new' });
    } else if (finding.state !== 'waived' && severity(finding.state) !== severity(previous.state)) {
      // Setting something aside does not make it better. What comes back is news.
      changes.push({ ...change, direction: severity(finding.state) > severity(previous.state) ? 'worse' : 'better' });
    }
  }
  for (const [key, finding] of old) {
    if (fresh.has(key) || (after.only !== null && !after.only.includes(finding.id))) continue;
    changes.push({ key, ...titleOf(finding), direction: 'gone', from: finding.state, to: null });
  }
  const order: readonly Change['direction'][] = ['worse', 'new', 'better', 'gone'];
  return changes.sort((a, b) => order.indexOf(a.direction) - order.indexOf(b.direction));
};
