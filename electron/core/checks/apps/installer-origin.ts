/** Owns the check "do the meeting-app installers among the downloads come from their makers". */

import { list } from '../../policy/policy.ts';
import { count } from '../../text/phrases.ts';
import { sanitize } from '../../text/sanitize.ts';
import { defineCheck, type Judgement } from '../define-check.ts';
import { assessInstaller } from './installer-assessment.ts';
import { installerJudgement, remedies } from './installer-phrases.ts';

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
  const names = open.slice(0, 5).map(({ subject }) => subject ?? '');
  const more = open.length > names.length ? ` and ${open.length - names.length} more` : '';
  return [
    {
      state: 'unknown',
      subject: 'not known',
      title: `Could not tell where ${count(open.length, 'installer')} come from`,
      reason: `These files do not say it, or came from a place where anybody may put files: ${names.join(', ')}${more}.`,
    },
  ];
};

export const installerOrigin = defineCheck({
  id: 'installer-origin',
  area: 'apps',
  when: 'after-call',
  question: 'Do the meeting-app installers in your downloads come from their makers?',
  unknownTitle: 'Could not tell whether installers lie in your downloads',
  why: 'A harmful program often comes as the installer of a well-known meeting app, from a site that looks like the maker’s.',
  reads: {
    linux: 'Names in your download folder, and the address that some programs write to a file (user.xdg.origin.url)',
    darwin: 'Nothing by itself: macOS would ask for your consent. “greenroom inspect FILE” looks at one file',
    win32: 'Names in your Downloads folder, and the mark of the web on those files (Zone.Identifier)',
  },
  needs: ['installers'],
  policy: {
    officialSites: list('domains', 'Further sites that installers may come from: those of your own organisation.'),
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
    const none: Judgement<string> = {
      state: 'not-applicable',
      title: 'No installer of a meeting app lies in your downloads',
      reason: 'There is nothing to judge.',
    };
    return [
      ...findings.filter(({ state }) => state !== 'unknown'),
      ...inOneLine(findings.filter(({ state }) => state === 'unknown')),
      ...(findings.length === 0 && gaps.length === 0 ? [none] : []),
      ...gaps.map(
        (gap, index): Judgement<string> => ({
          state: 'unknown',
          subject: `gap ${index + 1}`,
          title: 'Downloads could not be looked at in full',
          reason: sanitize(gap, 300),
        }),
      ),
    ];
  },
});
