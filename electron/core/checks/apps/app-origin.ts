/** Owns the check "do the installed meeting apps and browsers come from their makers, or from a source the system checks". */
import type { Product } from '../../catalogue/catalogue.ts';
import type { AppOrigin, Platform } from '../../facts/index.ts';
import { english } from '../../messages/format.ts';
import { choice, list } from '../../policy/policy.ts';
import type { RemedyDefinition } from '../../report/finding.ts';
import { count } from '../../text/phrases.ts';
import { sanitize } from '../../text/sanitize.ts';
import { defineCheck, type Judgement } from '../define-check.ts';
import { remedies as appRemedies } from './meeting-apps-remedies.ts';
import { isSignedByItsMaker, signerOf } from './signer.ts';

/** "Get the newest Zoom" and its official page, for programs that are better installed anew. */
const reinstall: Readonly<Record<string, RemedyDefinition>> = Object.fromEntries(
  Object.entries(appRemedies).flatMap(([key, remedy]) =>
    key.startsWith('get-') && remedy.link !== undefined
      ? [
          [
            key.replace('get-', 'reinstall-'),
            {
              label: english(remedy.label).replace('Get the newest', 'Remove it, get'),
              steps: ['Remove the program.', 'Open the official page.', 'Download it from there and install it.'],
              link: remedy.link,
            },
          ],
        ]
      : [],
  ),
);

const remedies: Readonly<Record<string, RemedyDefinition>> = {
  ...reinstall,
  reinstall: {
    label: 'Remove it, get it from its maker',
    minutes: 10,
    steps: ['Remove the program.', 'Open the maker’s own site by typing its address.', 'Download it from there.'],
  },
  'join-in-browser': {
    label: 'Join from the browser instead',
    minutes: 2,
    steps: ['Open the meeting link in your browser.', 'Choose to join from the browser when the page offers it.'],
  },
  'ask-it': {
    label: 'Ask your IT department',
    steps: ['Tell them what this finding says.', 'They know whether they installed this program.'],
  },
};

interface Wishes {
  readonly unproven: 'unknown' | 'caution' | 'fail';
  readonly signers: readonly string[];
}

const judgementOf = (
  { proof, kind, source: place }: AppOrigin,
  product: Product,
  platform: Platform,
  subject: string,
  { unproven, signers }: Wishes,
): Judgement<string> => {
  const { name, vendor } = product;
  const source = sanitize(place, 200);
  const wanted = `signed by ${vendor}, or from a source that this system checks`;
  const fix: readonly [string, ...string[]] = [
    Object.hasOwn(remedies, `reinstall-${product.id}`) ? `reinstall-${product.id}` : 'reinstall',
    ...(product.joinsInBrowser && product.kind === 'meeting-app' ? ['join-in-browser'] : []),
  ];
  const good = (title: string, found: string): Judgement<string> => ({
    state: 'pass',
    subject,
    title,
    found,
    wanted,
    source,
  });
  const bad = (state: 'caution' | 'fail', title: string, found: string, why: string): Judgement<string> => ({
    state,
    subject,
    title,
    found,
    wanted,
    why,
    source,
    remedies: [...fix, 'ask-it'],
  });
  const cannotTell = `Could not tell who made this ${name}`;
  const open = (reason: string): Judgement<string> => ({
    state: 'unknown',
    subject,
    title: cannotTell,
    reason,
    source,
  });
  /** Nothing speaks against it, but nobody vouches for it either: how that counts is the organisation's choice. */
  const unvouched = (found: string): Judgement<string> =>
    unproven === 'unknown'
      ? open(`${found} That is no fault by itself.`)
      : bad(
          unproven,
          `Nobody vouches for this ${name}`,
          found,
          'Your organisation wants programs from a checked source.',
        );

  switch (proof.is) {
    case 'system':
      return good(`${name} is part of the system`, 'part of the system');
    case 'source':
      return good(`${name} comes from a source that this system checks`, sanitize(proof.name, 200));
    case 'signed': {
      const by = sanitize(proof.by, 80);
      const team = proof.team === undefined ? '' : ` (${sanitize(proof.team, 20)})`;
      const allowed = signers.some((one) => one === proof.by || (proof.team !== undefined && one === proof.team));
      const signer = allowed ? 'maker' : signerOf(proof, product, platform);
      if (signer === 'other')
        return bad(
          'caution',
          `${name} is signed by ${by}, not by ${vendor}`,
          `signed by ${by}${team}`,
          'A program that others have packed anew may do more than its maker meant.',
        );
      if (!proof.checked) return open(`It says it is signed by ${by}${team}, but this could not be checked.`);
      if (signer === 'unknown') return open(`It is signed by ${by}${team}; Greenroom does not know who signs ${name}.`);
      const seen = proof.notarised === true ? ', looked through by Apple' : '';
      return good(`${name} is signed by ${by}`, `signed by ${by}${team}${seen}`);
    }
    case 'broken':
      return bad(
        'fail',
        `${name} was changed after it was signed`,
        'a signature that does not fit the program',
        'A changed program can do anything with your camera and microphone.',
      );
    case 'unsigned':
      if (!isSignedByItsMaker(product, platform)) return open('It carries no signature. Some of its builds never do.');
      return bad(
        'fail',
        `${name} carries no signature of its maker`,
        'no signature',
        'Without its maker’s signature nothing says who made this program, or that it was left unchanged.',
      );
    case 'unsigned-source':
      return bad(
        'caution',
        `${name} comes from a package source without a signature`,
        sanitize(proof.name, 200),
        'Whoever stands between this computer and that source can put anything in its place.',
      );
    case 'unverified-publisher':
      return unvouched(
        `It comes from the ${sanitize(proof.store, 40)}, which has not checked who “${sanitize(proof.publisher, 60)}” is.`,
      );
    case 'no-source':
      return unvouched(
        'No package source on this computer holds this version: it was installed as a file, or the source has moved on.',
      );
    case 'loose':
      return unvouched(
        kind === 'appimage'
          ? 'It is an AppImage: a file that no list of this system knows.'
          : 'It is a folder of files that no list of this system knows.',
      );
    case 'unread':
      return open(sanitize(proof.reason, 300));
  }
};

/** What could not be read for several programs, for one reason, is told once. */
const inOneLine = (
  findings: readonly Judgement<string>[],
  unread: ReadonlyMap<Judgement<string>, string>,
): readonly Judgement<string>[] => {
  return findings.flatMap((finding): readonly Judgement<string>[] => {
    const reason = unread.get(finding);
    const group = findings.filter((other) => unread.get(other) === reason);
    if (reason === undefined || group.length === 1) return [finding];
    if (group[0] !== finding) return [];
    const names = group.map(({ subject }) => subject ?? '').join(', ');
    return [
      {
        state: 'unknown',
        subject: names,
        title: `Could not tell who made ${count(group.length, 'program')}`,
        reason: sanitize(`${reason} This holds for ${names}.`, 500),
      },
    ];
  });
};

export const appOrigin = defineCheck({
  id: 'app-origin',
  area: 'apps',
  when: 'after-call',
  question: 'Do the meeting apps and browsers come from their makers?',
  unknownTitle: 'Could not tell where the meeting apps come from',
  why: 'A meeting app may use camera, microphone and screen. One that somebody else has altered can do so at any time.',
  reads: {
    linux: 'The installed meeting apps; package sources (apt, RPM keys, pacman), Flatpak remotes, publishers of snaps',
    darwin: 'The installed meeting apps, and the signatures of their bundles (codesign)',
    win32:
      'The installed meeting apps, and the publishers of Store packages. Signatures of other programs are not asked for: that may go to the internet',
  },
  needs: ['appOrigins'],
  policy: {
    unproven: choice(
      ['unknown', 'caution', 'fail'],
      'unknown',
      'How a program counts that nobody vouches for: a package file, an AppImage, a snap of an unchecked publisher.',
    ),
    signers: list(
      'organisations or Apple team ids',
      'Further signers that are in order: those who pack programs for you.',
    ),
  },
  remedies,
  judge: ({ facts, policy, platform, catalogue }) => {
    const { origins } = facts.appOrigins.value;
    const used = new Map<string, number>();
    const unread = new Map<Judgement<string>, string>();
    const findings = origins.flatMap((origin): readonly Judgement<string>[] => {
      const product = catalogue.products.find(({ id }) => id === origin.product);
      if (product === undefined) return [];
      const plain = `${origin.product} (${origin.kind})`;
      const number = (used.get(plain) ?? 0) + 1;
      used.set(plain, number);
      const subject = number === 1 ? plain : `${origin.product} (${origin.kind}, ${number})`;
      const finding = judgementOf(origin, product, platform, subject, policy);
      if (origin.proof.is === 'unread') unread.set(finding, origin.proof.reason);
      return [finding];
    });
    if (findings.length > 0) return inOneLine(findings, unread);
    const reason = 'No meeting app or browser that Greenroom knows was found.';
    return [{ state: 'not-applicable', title: 'There is no meeting app to judge', reason }];
  },
});
