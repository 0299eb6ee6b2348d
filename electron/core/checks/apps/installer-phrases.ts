/** Owns the sentences for each outcome of an installer, in the report and for a single file. */

import type { Product } from '../../catalogue/catalogue.ts';
import type { InstallerFile } from '../../facts/index.ts';
import { english } from '../../messages/format.ts';
import type { RemedyDefinition } from '../../report/finding.ts';
import { sanitize } from '../../text/sanitize.ts';
import type { Judgement } from '../define-check.ts';
import type { InstallerAssessment } from './installer-assessment.ts';
import { remedies as appRemedies } from './meeting-apps-remedies.ts';

const replace = (label: string, link: string | undefined): RemedyDefinition => ({
  label,
  minutes: 5,
  steps: [
    'Delete this file without opening it.',
    ...(link === undefined ? ['Open the maker’s own site by typing its address.'] : ['Open the official page.']),
    'Download the program from there and from nowhere else.',
  ],
  ...(link === undefined ? {} : { link }),
});

/** `replace-zoom`: delete it, get it from the official page. One for every product with a page of its own. */
export const remedies: Readonly<Record<string, RemedyDefinition>> = {
  ...Object.fromEntries(
    Object.entries(appRemedies).flatMap(([key, { label, link }]) =>
      key.startsWith('get-') && link !== undefined
        ? [
            [
              key.replace('get-', 'replace-'),
              replace(`Delete it, ${english(label).replace('Get the newest', 'get')} from the official page`, link),
            ],
          ]
        : [],
    ),
  ),
  replace: replace('Delete it, get the program from its maker', undefined),
  'ask-it': {
    label: 'Ask your IT department',
    steps: ['Tell them which file this is and where it came from.', 'They know whether they handed it out.'],
  },
};

export const replaceRemedy = (product: string): string =>
  Object.hasOwn(remedies, `replace-${product}`) ? `replace-${product}` : 'replace';

const fileName = (path: string): string =>
  sanitize(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1), 60);

/** What can be concluded of an installer. */
export type InstallerJudgement = Exclude<Judgement<string>, { state: 'not-done' }>;

/** One installer's outcome as a finding. `subject` is its name within the check. */
export const installerJudgement = (
  outcome: InstallerAssessment,
  file: InstallerFile,
  product: Product,
  subject: string = fileName(file.path),
): InstallerJudgement => {
  const name = `“${fileName(file.path)}”`;
  const app = product.name;
  const source = sanitize(file.path, 200);
  const wanted = `signed by ${product.vendor}, or fetched from its own site`;
  const bad = (state: 'caution' | 'fail', title: string, found: string, why: string): InstallerJudgement => ({
    state,
    // Opening it to join would be dangerous; of all others only the origin is in doubt.
    when: outcome.is === 'look-alike' || outcome.is === 'broken' ? 'before-call' : 'after-call',
    subject,
    title,
    found,
    wanted,
    why,
    source,
    remedies: [replaceRemedy(product.id), 'ask-it'],
  });
  const good = (title: string, found: string): InstallerJudgement => ({
    state: 'pass',
    subject,
    title,
    found,
    wanted,
    source,
  });
  const open = (reason: string): InstallerJudgement => ({
    state: 'unknown',
    subject,
    title: `Could not tell where ${name} comes from`,
    reason,
    source,
    remedies: [replaceRemedy(product.id)],
  });
  const host = 'host' in outcome ? sanitize(outcome.host, 80) : '';
  const by = 'by' in outcome ? sanitize(outcome.by, 80) : '';

  switch (outcome.is) {
    case 'broken':
      return bad(
        'fail',
        `${name} was changed after its maker signed it`,
        'a signature that does not fit the file',
        'A changed installer can do anything with this computer. A damaged download looks the same.',
      );
    case 'look-alike':
      return bad(
        'fail',
        `${name} comes from ${host}, which only looks like the site of ${app}`,
        `fetched from ${host}`,
        'Such names are made to pass for the maker’s own. What they hand out is often harmful.',
      );
    case 'insecure':
      return bad(
        'fail',
        `${name} came over a connection without protection`,
        `fetched from ${host} without encryption`,
        'Anybody on the way could have put something else in its place.',
      );
    case 'unsigned':
      return bad(
        'fail',
        `${name} carries no signature, and the maker’s own installers do`,
        'no signature',
        'Without its maker’s signature nothing says who made this installer.',
      );
    case 'other-signer':
      return bad(
        'caution',
        `${name} is signed by ${by}, not by ${product.vendor}`,
        `signed by ${by}`,
        'Installers that others have packed anew may bring more than the program.',
      );
    case 'other-site':
      return bad(
        'caution',
        `${name} comes from ${host}, not from ${product.vendor}`,
        `fetched from ${host}`,
        'Sites that collect programs often hand out old or altered ones.',
      );
    case 'maker':
      return good(`${name} is signed by ${by}`, `signed by ${by}`);
    case 'official-site':
      return good(`${name} comes from ${host}, a site of the maker of ${app}`, `fetched from ${host}`);
    case 'organisation':
      return good(`${name} comes from ${host}, a site of your organisation`, `fetched from ${host}`);
    case 'shared-site':
      return open(`It was fetched from ${host}, where others than the maker of ${app} may put files too.`);
    case 'not-recorded':
      return open('The file does not say where it was fetched from. Many honest ones do not.');
  }
};
