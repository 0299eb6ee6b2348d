/** Owns the check "do the installed meeting apps and browsers come from their makers, or from a source the system checks". */
import type { Product } from '../../catalogue/catalogue.ts';
import type { AppOrigin, Platform } from '../../facts/index.ts';
import { asMessage, type Message, messages, sentences, type Title, titles } from '../../messages/messages.ts';
import { firstOf } from '../../messages/names.ts';
import { name as nameValue, product as productValue, term } from '../../messages/value.ts';
import { choice, list } from '../../policy/policy.ts';
import type { RemedyDefinition } from '../../report/finding.ts';
import { sanitize } from '../../text/sanitize.ts';
import { defineCheck, type Judgement } from '../define-check.ts';
import { joinInBrowser, officialPages } from './meeting-apps-remedies.ts';
import { isSignedByItsMaker, signerOf } from './signer.ts';

const title = titles('app-origin', {
  system: '{app} is part of the system',
  source: '{app} comes from a checked source',
  signed: '{app} is signed by {signer}',
  otherSigner: '{app} isn’t signed by its maker',
  changed: '{app} was changed after it was signed',
  unsigned: '{app} has no signature from its maker',
  unsignedSource: '{app} comes from an unsigned package source',
  unvouched: '{app} comes from an unchecked source',
  cannotTell: 'Couldn’t check who made this {app}',
  several: 'Couldn’t check who made {n, plural, one {# program} other {# programs}}',
  none: 'No meeting app to check',
  unknown: 'Couldn’t check where your meeting apps come from',
});

const words = messages('app-origin', {
  question: 'Do your meeting apps and browsers come from their makers?',
  why: 'A meeting app may use camera, microphone and screen. A tampered one can do so at any time.',
  readsLinux:
    'The installed meeting apps; package sources (apt, RPM keys, pacman), Flatpak remotes, publishers of snaps',
  readsDarwin: 'The installed meeting apps, and the signatures of their bundles (codesign)',
  readsWin32:
    'The installed meeting apps, and the publishers of Store packages. Signatures of other programs are not asked for: that may go to the internet',
  wanted: 'signed by {maker}, or from a source that this system checks',
  system: 'It’s part of the system.',
  source: 'It comes from {source}.',
  signed: 'It’s signed by {signer}.',
  signedTeam: 'It’s signed by {signer} ({team}).',
  notarised: 'Apple has checked it.',
  repackaged: 'Repackaged programs can contain extras.',
  unchecked: 'That couldn’t be verified.',
  signerUnknown: 'Greenroom doesn’t know who signs {app}.',
  broken: 'Its signature doesn’t fit the program.',
  whyChanged: 'A changed program can do anything with your camera and microphone.',
  noSignature: 'It has no signature.',
  someNever: 'It has no signature. Some of its builds never do.',
  whyUnsigned: 'Without its maker’s signature, nothing shows who made this program or whether it was changed.',
  whySource: 'Anyone between this computer and that source can swap the program for something else.',
  noFault: 'That’s no fault by itself.',
  whyWished: 'Your organisation wants programs from a checked source.',
  publisher: 'It comes from the {store}, which hasn’t checked who “{publisher}” is.',
  noSource: 'No package source here holds this version: it was installed as a file, or the source has moved on.',
  appImage: 'It’s an AppImage: a file that no list of this system knows.',
  folder: 'It’s a folder of files that no list of this system knows.',
  holdsFor: 'This applies to {programs}.',
  noneFound: 'No meeting app or browser that Greenroom knows was found.',
  reinstall: 'Remove it, get {app} from its maker',
  reinstallAny: 'Remove it, get it from its maker',
  remove: 'Remove the program.',
  openPage: 'Open the official page.',
  openSite: 'Open the maker’s own site by typing its address.',
  download: 'Download it from there and install it.',
  askIt: 'Ask your IT department',
  tellIt: 'Tell them what this finding says.',
  theyKnow: 'They know whether they installed this program.',
});

const remedies: Readonly<Record<string, RemedyDefinition>> = {
  ...Object.fromEntries(
    officialPages.map(({ id, name, page }): [string, RemedyDefinition] => [
      `reinstall-${id}`,
      {
        label: words.reinstall({ app: productValue(name) }),
        steps: [words.remove, words.openPage, words.download],
        link: page,
      },
    ]),
  ),
  reinstall: { label: words.reinstallAny, minutes: 10, steps: [words.remove, words.openSite, words.download] },
  'join-in-browser': joinInBrowser,
  'ask-it': { label: words.askIt, steps: [words.tellIt, words.theyKnow] },
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
  const app = productValue(product.name);
  const source = sanitize(place, 200);
  const wanted = words.wanted({ maker: productValue(product.vendor) });
  const fix: readonly [string, ...string[]] = [
    Object.hasOwn(remedies, `reinstall-${product.id}`) ? `reinstall-${product.id}` : 'reinstall',
    ...(product.joinsInBrowser && product.kind === 'meeting-app' ? ['join-in-browser'] : []),
  ];
  const good = (heading: Title, found: Message): Judgement<string> => ({
    state: 'pass',
    subject,
    title: heading,
    found,
    wanted,
    source,
  });
  const bad = (state: 'caution' | 'fail', heading: Title, found: Message, why: Message): Judgement<string> => ({
    state,
    subject,
    title: heading,
    found,
    wanted,
    why,
    source,
    remedies: [...fix, 'ask-it'],
  });
  const open = (...reason: readonly Message[]): Judgement<string> => ({
    state: 'unknown',
    subject,
    title: title.cannotTell({ app }),
    reason: sentences(reason),
    source,
  });
  /** Nothing speaks against it, but nobody vouches for it either: how that counts is the organisation's choice. */
  const unvouched = (found: Message): Judgement<string> =>
    unproven === 'unknown'
      ? open(found, words.noFault)
      : bad(unproven, title.unvouched({ app }), found, words.whyWished);

  switch (proof.is) {
    case 'system':
      return good(title.system({ app }), words.system);
    case 'source':
      return good(title.source({ app }), words.source({ source: proof.name }));
    case 'signed': {
      const signer = productValue(proof.by);
      const signed =
        proof.team === undefined ? words.signed({ signer }) : words.signedTeam({ signer, team: term(proof.team) });
      const allowed = signers.some((one) => one === proof.by || (proof.team !== undefined && one === proof.team));
      const known = allowed ? 'maker' : signerOf(proof, product, platform);
      if (known === 'other') return bad('caution', title.otherSigner({ app }), signed, words.repackaged);
      if (!proof.checked) return open(signed, words.unchecked);
      if (known === 'unknown') return open(signed, words.signerUnknown({ app }));
      const found = proof.notarised === true ? sentences([signed, words.notarised]) : signed;
      return good(title.signed({ app, signer }), found);
    }
    case 'broken':
      return bad('fail', title.changed({ app }), words.broken, words.whyChanged);
    case 'unsigned':
      if (!isSignedByItsMaker(product, platform)) return open(words.someNever);
      return bad('fail', title.unsigned({ app }), words.noSignature, words.whyUnsigned);
    case 'unsigned-source': {
      const found = words.source({ source: proof.name });
      return bad('caution', title.unsignedSource({ app }), found, words.whySource);
    }
    case 'unverified-publisher':
      return unvouched(words.publisher({ store: productValue(proof.store), publisher: nameValue(proof.publisher) }));
    case 'no-source':
      return unvouched(words.noSource);
    case 'loose':
      return unvouched(kind === 'appimage' ? words.appImage : words.folder);
    case 'unread':
      return open(asMessage(proof.reason));
  }
};

/** What could not be read for several programs, for one reason, is told once. */
const inOneLine = (
  findings: readonly Judgement<string>[],
  unread: ReadonlyMap<Judgement<string>, Message>,
): readonly Judgement<string>[] => {
  return findings.flatMap((finding): readonly Judgement<string>[] => {
    const reason = unread.get(finding);
    const group = findings.filter((other) => JSON.stringify(unread.get(other)) === JSON.stringify(reason));
    if (reason === undefined || group.length === 1) return [finding];
    if (group[0] !== finding) return [];
    const names = group.map(({ subject }) => subject ?? '');
    return [
      {
        state: 'unknown',
        subject: names.join(', '),
        title: title.several({ n: group.length }),
        reason: sentences([asMessage(reason), words.holdsFor({ programs: firstOf(names.map(term), 8) })]),
      },
    ];
  });
};

const describe = messages('policy.app-origin', {
  unproven:
    'How a program counts that nobody vouches for: a package file, an AppImage, a snap of an unchecked publisher.',
  signers: 'Further signers that are in order: those who pack programs for you.',
});

export const appOrigin = defineCheck({
  id: 'app-origin',
  area: 'apps',
  when: 'after-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['appOrigins'],
  policy: {
    unproven: choice(['unknown', 'caution', 'fail'], 'unknown', describe.unproven),
    signers: list('signers', describe.signers),
  },
  remedies,
  judge: ({ facts, policy, platform, catalogue }) => {
    const { origins } = facts.appOrigins.value;
    const used = new Map<string, number>();
    const unread = new Map<Judgement<string>, Message>();
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
    return [{ state: 'not-applicable', title: title.none, reason: words.noneFound }];
  },
});
