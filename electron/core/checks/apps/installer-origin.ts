/** Owns the check "do the meeting-app installers among the downloads come from their makers". */

import { asMessage, messages, titles } from '../../messages/messages.ts';
import { names as namesOf } from '../../messages/names.ts';
import { list } from '../../policy/policy.ts';
import { defineCheck, type Judgement } from '../define-check.ts';
import { assessInstaller } from './installer-assessment.ts';
import { installerJudgement, remedies } from './installer-phrases.ts';

const title = titles('installer-origin', {
  several: 'Couldn’t check where {n, plural, one {# installer comes} other {# installers come}} from',
  none: 'No meeting-app installers in Downloads',
  gap: 'Downloads couldn’t be searched in full',
  unknown: 'Couldn’t check Downloads for installers',
});

const words = messages('installer-origin', {
  question: 'Do the meeting-app installers in Downloads come from their makers?',
  why: 'Malware often poses as the installer of a well-known meeting app, on a site that looks like the maker’s.',
  readsLinux: 'Names in your download folder, and the address that some programs write to a file (user.xdg.origin.url)',
  readsDarwin: 'Nothing by itself: macOS would ask for your consent. “greenroom inspect FILE” looks at one file',
  readsWin32: 'Names in your Downloads folder, and the mark of the web on those files (Zone.Identifier)',
  several: 'These files don’t say it, or came from a place where anyone can put files: {files}.',
  none: 'There’s nothing to check.',
});

/** Each its own name, however alike the files are called. */
const distinct = (findings: readonly Judgement<string>[]): readonly Judgement<string>[] => {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const name = finding.subject ?? '';
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    return number === 1 ? finding : { ...finding, subject: `${name} (${number})` };
  });
};

/** Thousands of honest files do not say where they came from: they are told of in one line, not one by one. */
const inOneLine = (open: readonly Judgement<string>[]): readonly Judgement<string>[] => {
  const [first] = open;
  if (first === undefined || open.length === 1) return open;
  const files = namesOf(
    open.map(({ subject }) => subject ?? ''),
    5,
  );
  const heading = title.several({ n: open.length });
  return [{ state: 'unknown', subject: 'not known', title: heading, reason: words.several({ files }) }];
};

const describe = messages('policy.installer-origin', {
  officialSites: 'Further sites that installers may come from: those of your own organisation.',
});

export const installerOrigin = defineCheck({
  id: 'installer-origin',
  area: 'apps',
  when: 'after-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['installers'],
  policy: {
    officialSites: list('domains', describe.officialSites),
  },
  remedies,
  judge: ({ facts, policy, platform, catalogue }) => {
    const { files, gaps } = facts.installers.value;
    const judged = files.flatMap((file) => {
      const product = catalogue.products.find(({ id }) => id === file.product);
      if (product === undefined) return [];
      return [installerJudgement(assessInstaller(file, product, platform, policy.officialSites), file, product)];
    });
    const findings = distinct(judged);
    const none: Judgement<string> = { state: 'not-applicable', title: title.none, reason: words.none };
    return [
      ...findings.filter(({ state }) => state !== 'unknown'),
      ...inOneLine(findings.filter(({ state }) => state === 'unknown')),
      ...(findings.length === 0 && gaps.length === 0 ? [none] : []),
      ...gaps.map(
        (gap, index): Judgement<string> => ({
          state: 'unknown',
          subject: `gap ${index + 1}`,
          title: title.gap,
          reason: asMessage(gap),
        }),
      ),
    ];
  },
});
