/** Owns the sentences for each outcome of an installer, in the report and for a single file. */

import type { Product } from '../../catalogue/catalogue.ts';
import type { InstallerFile } from '../../facts/index.ts';
import { type Message, messages, type Title, titles } from '../../messages/messages.ts';
import { name as nameValue, place, product as productValue } from '../../messages/value.ts';
import type { RemedyDefinition } from '../../report/finding.ts';
import { sanitize } from '../../text/sanitize.ts';
import type { Judgement } from '../define-check.ts';
import type { InstallerAssessment } from './installer-assessment.ts';
import { officialPages } from './meeting-apps-remedies.ts';

const title = titles('installer', {
  changed: 'This {app} installer was changed after signing',
  fake: 'This {app} installer comes from a fake site',
  insecure: 'This {app} installer came over an unprotected connection',
  unsigned: 'This {app} installer has no signature',
  otherSigner: 'This {app} installer isn’t signed by its maker',
  otherSite: 'This {app} installer comes from another site',
  signed: 'This {app} installer is signed by {signer}',
  official: 'This {app} installer comes from its maker',
  organisation: 'This {app} installer comes from your organisation',
  unknown: 'Couldn’t check where this {app} installer comes from',
});

const words = messages('installer', {
  wanted: 'signed by {maker}, or fetched from its own site',
  broken: '{file}: its signature doesn’t fit the file.',
  whyChanged: 'A changed installer can do anything with this computer. A damaged download looks the same.',
  fetched: '{file} was fetched from {host}.',
  whyFake: 'Don’t open it, delete it: the site only pretends to be the maker’s, and hands out harmful programs.',
  insecure: '{file} was fetched from {host} without encryption.',
  whyInsecure: 'Anyone on the way could have swapped it for something else.',
  unsigned: '{file} has no signature; the maker’s own installers do.',
  whyUnsigned: 'Without its maker’s signature, nothing shows who made this installer.',
  signed: '{file} is signed by {signer}.',
  repackaged: 'Repackaged installers can contain extras.',
  whyOther: 'Sites that collect programs often hand out old or altered ones.',
  shared: '{file} was fetched from {host}, where others than the maker of {app} can put files too.',
  notRecorded: '{file} doesn’t say where it was fetched from. Many honest ones don’t.',
  replace: 'Delete it, get {app} from the official page',
  replaceAny: 'Delete it, get the program from its maker',
  delete: 'Delete this file without opening it.',
  openPage: 'Open the official page.',
  openSite: 'Open the maker’s own site by typing its address.',
  download: 'Download the program from there and from nowhere else.',
  askIt: 'Ask your IT department',
  tellIt: 'Tell them which file this is and where it came from.',
  theyKnow: 'They know whether they handed it out.',
});

/** `replace-zoom`: delete it, get it from the official page. One for every product with a page of its own. */
export const remedies: Readonly<Record<string, RemedyDefinition>> = {
  ...Object.fromEntries(
    officialPages.map(({ id, name, page }): [string, RemedyDefinition] => [
      `replace-${id}`,
      {
        label: words.replace({ app: productValue(name) }),
        minutes: 5,
        steps: [words.delete, words.openPage, words.download],
        link: page,
      },
    ]),
  ),
  replace: { label: words.replaceAny, minutes: 5, steps: [words.delete, words.openSite, words.download] },
  'ask-it': { label: words.askIt, steps: [words.tellIt, words.theyKnow] },
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
  const named = nameValue(fileName(file.path));
  const app = productValue(product.name);
  const source = sanitize(file.path, 200);
  const wanted = words.wanted({ maker: productValue(product.vendor) });
  const bad = (state: 'caution' | 'fail', heading: Title, found: Message, why: Message): InstallerJudgement => ({
    state,
    // Opening it to join would be dangerous; of all others only the origin is in doubt.
    when: outcome.is === 'look-alike' || outcome.is === 'broken' ? 'before-call' : 'after-call',
    subject,
    title: heading,
    found,
    wanted,
    why,
    source,
    remedies: [replaceRemedy(product.id), 'ask-it'],
  });
  const good = (heading: Title, found: Message): InstallerJudgement => ({
    state: 'pass',
    subject,
    title: heading,
    found,
    wanted,
    source,
  });
  const open = (reason: Message): InstallerJudgement => ({
    state: 'unknown',
    subject,
    title: title.unknown({ app }),
    reason,
    source,
    remedies: [replaceRemedy(product.id)],
  });
  const about = { file: named, host: place('host' in outcome ? sanitize(outcome.host, 80) : '') };
  const signer = productValue('by' in outcome ? outcome.by : '');

  switch (outcome.is) {
    case 'broken':
      return bad('fail', title.changed({ app }), words.broken({ file: named }), words.whyChanged);
    case 'look-alike':
      return bad('fail', title.fake({ app }), words.fetched(about), words.whyFake);
    case 'insecure':
      return bad('fail', title.insecure({ app }), words.insecure(about), words.whyInsecure);
    case 'unsigned':
      return bad('fail', title.unsigned({ app }), words.unsigned({ file: named }), words.whyUnsigned);
    case 'other-signer':
      return bad('caution', title.otherSigner({ app }), words.signed({ file: named, signer }), words.repackaged);
    case 'other-site':
      return bad('caution', title.otherSite({ app }), words.fetched(about), words.whyOther);
    case 'maker':
      return good(title.signed({ app, signer }), words.signed({ file: named, signer }));
    case 'official-site':
      return good(title.official({ app }), words.fetched(about));
    case 'organisation':
      return good(title.organisation({ app }), words.fetched(about));
    case 'shared-site':
      return open(words.shared({ ...about, app }));
    case 'not-recorded':
      return open(words.notRecorded({ file: named }));
  }
};
