/** Owns the check "are the meeting apps and browsers on this computer current enough to join with". */
import type { Product } from '../../catalogue/catalogue.ts';
import type { InstalledApp } from '../../facts/index.ts';
import type { MeetingAhead } from '../../meeting/meeting.ts';
import { asMessage, messages, titles } from '../../messages/messages.ts';
import { product as productValue, term } from '../../messages/value.ts';
import { days, products as productIds, versionRanges } from '../../policy/policy.ts';
import { NOTHING_TO_JOIN_WITH } from '../../report/verdict.ts';
import { sanitize } from '../../text/sanitize.ts';
import { parseRange, type VersionRange } from '../../versions/version-range.ts';
import { defineCheck, type Judgement } from '../define-check.ts';
import { type Assessed, canJoinWith, forCall, joiningOf } from './joining.ts';
import { assessVersion, isOffTheList } from './meeting-apps-assessment.ts';
import { judgementOf } from './meeting-apps-phrases.ts';
import { remedies } from './meeting-apps-remedies.ts';

const title = titles('meeting-apps', {
  policy: 'Part of your organisation’s policy is wrong',
  nothing: 'Found nothing to join a meeting with',
  nothingFor: 'Found nothing to join {service} with',
  noApp: 'No meeting app is installed',
  gap: 'One app folder couldn’t be searched',
  unknown: 'Couldn’t check your meeting apps and browsers',
});

const words = messages('meeting-apps', {
  question: 'Are your meeting apps and browsers current enough to join with?',
  why: 'An outdated meeting app may not be let in, or may be open to attack. You’d only find out as the meeting begins.',
  readsLinux:
    'Package databases (dpkg, rpm, pacman), Flatpak and Snap folders, AppImages, and programs in /opt and in your home folder’s folders for programs; package sources, and the package system’s own list of updates on this computer (apt, dnf, zypper, pacman, rpm-ostree), its age, and its log',
  readsDarwin:
    'App bundles in the Applications folders of this Mac and of this account; the last answer of Software Update, signatures, and the notes of Google’s updater',
  readsWin32:
    'The Uninstall keys of the registry, the packages of the Microsoft Store, the older Teams in your profile, the last answer of Windows Update on this computer, its age, and the notes of Google’s updater',
  policy: '“{entry}” in its policy “{key}” names no program or version that Greenroom knows.',
  policyWanted: 'ids of programs, and ranges of versions',
  policyWhy: 'Greenroom couldn’t check what your organisation asked for there.',
  nothing: 'Neither a meeting app for it nor a browser that Greenroom knows was found. Another browser may do.',
  browser: 'You can join meetings from the browser.',
});

/** "zoom (flatpak)"; with the scope, then a number, where that is needed to tell several installs apart. */
const subjectsOf = (apps: readonly InstalledApp[]): readonly string[] => {
  const used = new Set<string>();
  return apps.map(({ product, branch, kind, scope }) => {
    const name = branch === undefined ? product : `${product} ${branch}`;
    const plain = `${name} (${kind})`;
    let subject = used.has(plain) ? `${name} (${kind}, ${scope})` : plain;
    for (let count = 2; used.has(subject); count++) subject = `${name} (${kind}, ${count})`;
    used.add(subject);
    return subject;
  });
};

/** What is listed of these in a policy: product ids, and for each that is none a finding instead of silence. */
const known = (
  entries: readonly string[],
  products: ReadonlyMap<string, Product>,
  key: string,
): { readonly ids: ReadonlySet<string>; readonly problems: readonly Judgement<string>[] } => ({
  ids: new Set(entries.filter((entry) => products.has(entry))),
  problems: [...new Set(entries)].filter((entry) => !products.has(entry)).map((entry) => notUnderstood(entry, key)),
});

const notUnderstood = (entry: string, key: string): Judgement<string> => ({
  state: 'caution',
  subject: `policy ${key} ${sanitize(entry, 40)}`,
  title: title.policy,
  found: words.policy({ entry: term(sanitize(entry, 60)), key: term(key) }),
  wanted: words.policyWanted,
  why: words.policyWhy,
  remedies: ['ask-it'],
});

/** Product id → range of versions; what names no product is a finding instead of silence. */
const demandsIn = (ranges: Readonly<Record<string, string>>, products: ReadonlyMap<string, Product>) => {
  const demanded = new Map<string, VersionRange>();
  const problems: Judgement<string>[] = [];
  for (const [id, written] of Object.entries(ranges)) {
    const range = parseRange(written);
    if (range !== null && products.has(id)) demanded.set(id, range);
    else problems.push(notUnderstood(`${id}: ${written}`, 'allowedVersions'));
  }
  return { demanded, problems };
};

/** What is said when nothing was found to join with, or no app: a missing meeting app is no fault where there is a browser. */
const nothingFound = (
  all: readonly Assessed[],
  meeting: MeetingAhead | null,
  hasGaps: boolean,
): readonly Judgement<string>[] => {
  if (!canJoinWith(all, meeting)) {
    const service = meeting?.serviceName ?? null;
    const heading = service === null ? title.nothing : title.nothingFor({ service: productValue(service) });
    return [{ state: 'unknown', subject: NOTHING_TO_JOIN_WITH, title: heading, reason: words.nothing }];
  }
  // What could not be searched may hold one.
  if (hasGaps || all.some(({ product }) => product.kind === 'meeting-app')) return [];
  return [{ state: 'not-applicable', subject: 'no meeting app', title: title.noApp, reason: words.browser }];
};

const describe = messages('policy.meeting-apps', {
  allowedApps: 'Meeting apps that may be used; none named: any.',
  forbiddenApps: 'Meeting apps and browsers that must not be installed.',
  graceDays: 'How long a meeting app may go on after a newer version came out.',
  browserGraceDays: 'How long a browser may go on after a newer version came out.',
  catalogueMaximumAgeDays: 'How old the knowledge of a program’s versions may be for a pass.',
  unusedDays:
    'Programs not opened for longer are listed, but not judged, where the last use is known. No system tells it for certain yet, so all are judged.',
  allowedVersions: 'Versions that your organisation accepts, as a range for each program.',
});

export const meetingApps = defineCheck({
  id: 'meeting-apps',
  area: 'apps',
  when: 'after-call',
  keepsCautions: true,
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['installedApps'],
  uses: ['nextMeeting', 'pendingUpdates', 'updatesLookedAt', 'appOrigins', 'appUpdaters'],
  policy: {
    graceDays: days(120, describe.graceDays),
    browserGraceDays: days(45, describe.browserGraceDays),
    catalogueMaximumAgeDays: days(120, describe.catalogueMaximumAgeDays),
    unusedDays: days(60, describe.unusedDays),
    allowedVersions: versionRanges(describe.allowedVersions),
    allowedApps: productIds(describe.allowedApps),
    forbiddenApps: productIds(describe.forbiddenApps),
  },
  remedies,
  judge: ({ facts, policy, platform, catalogue, now }) => {
    const { apps, gaps } = facts.installedApps.value;
    const products = new Map(catalogue.products.map((product) => [product.id, product]));
    const allowed = known(policy.allowedApps, products, 'allowedApps');
    const forbidden = known(policy.forbiddenApps, products, 'forbiddenApps');
    const { demanded, problems } = demandsIn(policy.allowedVersions, products);
    const requirements = { ...policy, demanded, allowed: allowed.ids, forbidden: forbidden.ids };

    const installed = new Set(apps.map(({ product }) => product));
    const subjects = subjectsOf(apps);
    const meeting = facts.nextMeeting.state === 'known' ? facts.nextMeeting.value : null;
    const assessed = apps.flatMap((app, index) => {
      const product = products.get(app.product);
      if (product === undefined) return [];
      const about = { app, product, platform, catalogue, requirements, installed, signs: facts, now };
      return [{ product, about, outcome: assessVersion(about), subject: subjects[index] ?? app.product }];
    });
    const findings = assessed.flatMap((one): readonly Judgement<string>[] => {
      const { about, outcome, subject } = one;
      // That it is not on the list must not hide that it is dangerous, shut out, or not to be told.
      const isExtra = outcome.is !== 'unused' && isOffTheList(about);
      const judgements = [
        ...(isExtra ? [judgementOf({ is: 'not-allowed' }, about, `${subject}, not on the list`)] : []),
        forCall(judgementOf(outcome, about, subject), one, assessed, meeting),
      ];
      const { product, version } = about.app;
      const app = { product, version, ...joiningOf(outcome) };
      return judgements.map((judgement) => ({ ...judgement, app }));
    });
    return [
      ...findings,
      ...nothingFound(assessed, meeting, gaps.length > 0),
      ...gaps.map(
        (gap, index): Judgement<string> => ({
          state: 'unknown',
          subject: `gap ${index + 1}`,
          title: title.gap,
          reason: asMessage(gap),
        }),
      ),
      ...allowed.problems,
      ...forbidden.problems,
      ...problems,
    ];
  },
});
