/** Owns the sentences for each outcome of a meeting app or browser. */
import type { Advisory } from '../../catalogue/catalogue.ts';
import { type Message, messages, sentences, type Title, titles } from '../../messages/messages.ts';
import { firstOf } from '../../messages/names.ts';
import {
  date,
  measure,
  product as productValue,
  quote,
  term,
  type Value,
  version as versionValue,
} from '../../messages/value.ts';
import { sanitize } from '../../text/sanitize.ts';
import { compareVersions } from '../../versions/version.ts';
import type { Judgement } from '../define-check.ts';
import type { Subject, VersionAssessment } from './meeting-apps-assessment.ts';
import { updateRemedies } from './meeting-apps-remedies.ts';
import { nothingNewer, signFound, signTitle } from './other-signs-phrases.ts';

const title = titles('app', {
  forbidden: 'Your organisation doesn’t allow {app}',
  notAllowed: '{app} isn’t on your organisation’s list',
  unused: '{app} hasn’t been opened for {time}',
  useless: '{app} no longer works',
  retired: '{app} can’t join meetings any more',
  unread: 'Couldn’t read the version of {app}',
  cannotTell: 'Couldn’t check whether {app} is current',
  tooOld: '{app} is too old to join',
  flaws: '{n, plural, one {{app} has a known security flaw} other {{app} has # known security flaws}}',
  outside: '{app} isn’t a version your organisation accepts',
  ageing: '{app} may soon be too old to join',
  recent: '{app} is recent',
  behind: '{app} is out of date',
  current: '{app} is up to date',
  newer: '{app} is newer than Greenroom’s list',
});

const words = messages('app', {
  named: '{app} {version}',
  version: 'Version {version}.',
  unreadable: 'It’s installed, but its version couldn’t be read.',
  oddVersion: '“{version}” isn’t a version that Greenroom can read.',
  notInstalled: 'not installed',
  ruledOut: 'Your organisation has ruled it out for this computer.',
  onList: 'a meeting app on the list',
  namesApps: 'Your organisation names the meeting apps to use, and this isn’t one of them.',
  unused: 'It’s listed but not checked, because it isn’t in use.',
  successor: 'its successor',
  said: '{sentence}',
  browserWorks: 'You can still join from the browser.',
  buildUnclear: 'This build number doesn’t say which version it belongs to. Look in the program itself.',
  noVersions: 'Greenroom’s list holds no versions to compare this kind of {app} with.',
  orNewer: '{version} or newer',
  after: 'a version after {version}',
  turnedAway: 'Since {day}, {app} has turned away versions older than {least}.',
  flaws: 'Known: {flaws}.',
  attacked: 'Attackers are using this flaw. Update to fix it.',
  attackable: 'Attackers can use this flaw until you update.',
  inRange: 'a version in {range}',
  namesVersions: 'Your organisation names the versions to use.',
  threeMonths: 'a version of the last three months',
  built: 'It was built on {day}. Teams blocks versions older than three months.',
  builtOn: 'It was built on {day}.',
  newestKnown: '{version}, the newest that Greenroom knows',
  oldRisk: 'An old version may not let you join, and leaves known security flaws open.',
  newerSince: 'A newer version has been out since {day} at the latest.',
  orLately: '{version}, or one overtaken only lately',
  newestThen: '{version}, the newest that Greenroom knew on {day}',
  newerThen: '{version} or newer, as known on {day}',
  listOld:
    'Greenroom’s list knows nothing newer than of {day}, and nothing on this computer shows whether {app} is current.',
});

const fromPackage: ReadonlySet<string> = new Set(['dpkg', 'rpm', 'pacman']);

/**
 * As people call a version: "1:156.0.8078.79-1~deb12u1" is 156.0, "5.16.10 (26186)" is 5.16.10. Epochs, revisions and build
 * numbers stand in what was found.
 */
const plainVersion = (version: string, isPackage: boolean): string => {
  const own = isPackage ? version.replace(/^\d{1,9}:/, '') : version;
  return /^\d{1,3}(?!\d)(?:\.\d{1,3}(?!\d)){0,2}/.exec(own)?.[0] ?? '';
};

/** The version that no advisory of these applies to any more: "44.8 or newer", "a version after 5.10.0". */
const safeVersion = (advisories: readonly Advisory[]): Message => {
  const fixed = advisories
    .flatMap(({ fixedIn }) => fixedIn ?? [])
    .toSorted(compareVersions)
    .at(-1);
  const last = advisories
    .flatMap(({ lastAffected }) => lastAffected ?? [])
    .toSorted(compareVersions)
    .at(-1);
  if (fixed === undefined || (last !== undefined && compareVersions(last, fixed) >= 0))
    return words.after({ version: versionValue(last ?? '') });
  return words.orNewer({ version: versionValue(fixed) });
};

/** The program that took over where there is one for this system; else the browser. */
const successorRemedies = (
  { platform, catalogue }: Subject,
  id: string | undefined,
): readonly [string, ...string[]] => {
  const successor = catalogue.products.find((product) => product.id === id && product.traces[platform] !== undefined);
  return successor === undefined ? ['join-in-browser'] : [`get-${successor.id}`, 'join-in-browser'];
};

/** One program's outcome as a finding. `subject` is its name within the check. */
export const judgementOf = (outcome: VersionAssessment, about: Subject, subject: string): Judgement<string> => {
  const { app: own, product, platform } = about;
  const version = own.version === null ? '' : sanitize(own.version, 40);
  const shown = plainVersion(version, fromPackage.has(own.kind));
  const app = productValue(product.name);
  const named: Value = shown === '' ? app : words.named({ app, version: versionValue(shown) });
  const installed = version === '' ? words.unreadable : words.version({ version: versionValue(version) });
  const source = sanitize(own.source, 200);
  const update = updateRemedies(own, product, platform);
  const browser = product.joinsInBrowser && product.kind === 'meeting-app' ? ['join-in-browser'] : [];
  const uninstall = `uninstall-${platform}`;
  const [first = uninstall, ...rest] = [...update, ...browser];
  const toUpdate: readonly [string, ...string[]] = [first, ...rest];
  const orBrowser = (why: Message): Message => (browser.length > 0 ? sentences([why, words.browserWorks]) : why);

  const bad = (
    state: 'caution' | 'fail',
    heading: Title,
    wanted: Message,
    why: Message,
    { remedies = toUpdate, found = [] }: { remedies?: readonly [string, ...string[]]; found?: readonly Message[] } = {},
  ): Judgement<string> => ({
    state,
    subject,
    title: heading,
    found: sentences([installed, ...found]),
    wanted,
    why,
    source,
    remedies,
  });
  const good = (heading: Title, wanted: Message, found: readonly Message[] = []): Judgement<string> => ({
    state: 'pass',
    subject,
    title: heading,
    found: sentences([installed, ...found]),
    wanted,
    source,
  });
  const open = (heading: Title, reason: Message, remedies: readonly string[] = update): Judgement<string> => ({
    state: 'unknown',
    subject,
    title: heading,
    reason,
    source,
    remedies,
  });
  const cannotTell = title.cannotTell({ app: named });
  switch (outcome.is) {
    case 'forbidden':
      return bad('fail', title.forbidden({ app }), words.notInstalled, words.ruledOut, {
        remedies: [uninstall, 'ask-it'],
      });
    case 'not-allowed':
      return bad('caution', title.notAllowed({ app }), words.onList, words.namesApps, {
        remedies: ['ask-it', uninstall],
      });
    case 'unused': {
      const heading = title.unused({ app: named, time: measure(outcome.days, 'day') });
      return { state: 'not-applicable', subject, title: heading, reason: words.unused, source };
    }
    case 'retired': {
      const why = words.said({ sentence: quote(outcome.retired.words) });
      return outcome.replaced
        ? bad('caution', title.useless({ app }), words.notInstalled, why, { remedies: [uninstall] })
        : bad('fail', title.retired({ app }), words.successor, orBrowser(why), {
            remedies: successorRemedies(about, outcome.retired.replacedBy),
          });
    }
    case 'version-unreadable': {
      const reason = own.version === null ? words.unreadable : words.oddVersion({ version: versionValue(version) });
      return open(title.unread({ app }), reason);
    }
    case 'build-unclear':
      return open(cannotTell, words.buildUnclear);
    case 'no-versions-known':
      return open(cannotTell, words.noVersions({ app }), ['new-catalogue']);
    case 'below-minimum': {
      const least = versionValue(outcome.minimum.version);
      const why = words.turnedAway({ day: date(outcome.minimum.from), app, least });
      return bad('fail', title.tooOld({ app: named }), words.orNewer({ version: least }), orBrowser(why));
    }
    case 'vulnerable': {
      const { advisories } = outcome;
      const urgent = advisories.some(
        ({ severity, exploited }) => exploited || severity === 'critical' || severity === 'high',
      );
      return bad(
        urgent ? 'fail' : 'caution',
        title.flaws({ app: named, n: advisories.length }),
        safeVersion(advisories),
        advisories.some(({ exploited }) => exploited) ? words.attacked : words.attackable,
        {
          found: [
            words.flaws({
              flaws: firstOf(
                advisories.map(({ id }) => term(id)),
                8,
              ),
            }),
          ],
        },
      );
    }
    case 'outside-demand':
      return bad(
        'fail',
        title.outside({ app: named }),
        words.inRange({ range: term(outcome.range) }),
        orBrowser(words.namesVersions),
        { remedies: [...toUpdate, 'ask-it'] },
      );
    case 'shut-out':
    case 'ageing': {
      const why = orBrowser(words.built({ day: date(outcome.built) }));
      return outcome.is === 'shut-out'
        ? bad('fail', title.tooOld({ app: named }), words.threeMonths, why)
        : bad('caution', title.ageing({ app: named }), words.threeMonths, why);
    }
    case 'young':
      return good(title.recent({ app: named }), words.threeMonths, [words.builtOn({ day: date(outcome.built) })]);
    case 'behind': {
      const wanted = words.newestKnown({ version: versionValue(outcome.newest.version) });
      const found = [words.newerSince({ day: date(outcome.since) })];
      return bad('caution', title.behind({ app: named }), wanted, words.oldRisk, { found });
    }
    case 'behind-in-grace':
      return good(title.recent({ app: named }), words.orLately({ version: versionValue(outcome.newest.version) }), [
        words.newerSince({ day: date(outcome.since) }),
      ]);
    case 'current':
    case 'newer': {
      const known = { version: versionValue(outcome.newest.version), day: date(outcome.newest.seenOn) };
      return outcome.is === 'current'
        ? good(title.current({ app: named }), words.newestThen(known))
        : good(title.newer({ app: named }), words.newerThen(known));
    }
    case 'other-sign':
      return outcome.sign.is === 'update-waiting'
        ? open(signTitle(outcome.sign, named), signFound(outcome.sign, about.now))
        : good(signTitle(outcome.sign, named), nothingNewer, [signFound(outcome.sign, about.now)]);
    case 'list-too-old':
      return open(cannotTell, words.listOld({ app, day: date(outcome.newest.seenOn) }), [...update, 'new-catalogue']);
  }
};
