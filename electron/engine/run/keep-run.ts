/** Owns what becomes of a finished run of this computer: drives noted, report stored, result published. */

import type { KnownDrive } from '../../core/facts/known-drives.ts';
import { localise } from '../../core/messages/localise.ts';
import type { Message } from '../../core/messages/messages.ts';
import { says } from '../../core/messages/says.ts';
import type { Report, SettledFacts } from '../../core/report/report.ts';
import { fullIdentity } from '../../platform/redaction/identity.ts';
import { SilentFolder } from '../storage/answers.ts';
import { toldBy } from '../storage/files/storage-error.ts';
import { checkedEntry, faultEntry } from '../storage/log.ts';
import { publishResult, publishUnder } from './publish-result.ts';
import type { Workspace } from './workspace.ts';

const words = says('keep-run', {
  drives: 'The attached drives couldn’t be noted: {reason}',
  updates: 'The waiting updates couldn’t be noted: {reason}',
  report: 'The report couldn’t be stored: {reason}',
  published: 'The result couldn’t be published: {reason}',
});

export interface KeepInput {
  /** What was read. */
  readonly facts: SettledFacts;
  /** The report to store; null when only what was seen is noted. */
  readonly report: Report | null;
  /** It was a run of everything: the organisation is told of it. */
  readonly publish: boolean;
}

export interface KeptRun {
  /** The drives to show; null when they could not be noted. */
  readonly drives: readonly KnownDrive[] | null;
  /** Sentences about what could not be stored or published. */
  readonly notices: readonly string[];
}

/** Never rejects: each step harms only itself, and what failed is a sentence. */
export const keepRun = async (
  { place, policy }: Workspace,
  { facts, report, publish }: KeepInput,
): Promise<KeptRun> => {
  const notices: string[] = [];
  const attempt = async <T>(
    failed: (values: { readonly reason: Message }) => string,
    work: () => Promise<T>,
  ): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      void place.log.write(faultEntry('check', error));
      notices.push(error instanceof SilentFolder ? localise(error.text) : failed({ reason: toldBy(error) }));
      return null;
    }
  };
  const drives = await attempt(words.drives, () => place.drives.recordSeenDrives(facts));
  await attempt(words.updates, () => place.updates.record(facts));
  if (report === null) return { drives, notices };
  if (publish) await place.log.write(checkedEntry(report));
  notices.push(...((await attempt(words.report, () => place.reports.save(report))) ?? []));
  if (publish) {
    const { folder, port, appVersion } = place;
    const published = attempt(words.published, async () => {
      const result = publishUnder(policy, report, await fullIdentity(), appVersion);
      return publishResult({ result, policy, folder, host: port.host });
    });
    notices.push(...((await published) ?? []));
  }
  return { drives, notices: [...new Set(notices)] };
};
