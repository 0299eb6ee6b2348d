/** Owns the sentences for each outcome of a meeting app or browser. */
import type { Advisory } from '../../catalogue/catalogue.ts';
import { sanitize } from '../../text/sanitize.ts';
import { longDate } from '../../text/time.ts';
import { compareVersions } from '../../versions/version.ts';
import type { Judgement } from '../define-check.ts';
import type { Subject, VersionAssessment } from './meeting-apps-assessment.ts';
import { updateRemedies } from './meeting-apps-remedies.ts';

const safeNow = 'An old version may fail to join, and faults that are known already stay open in it.';

const plainDays = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

const fromPackage: ReadonlySet<string> = new Set(['dpkg', 'rpm', 'pacman']);

/** A distribution's epoch and revision say nothing to a person: "1:156.0.8078.79-1~deb12u1" is 156.0.8078.79. */
const withoutRevision = (version: string): string => (version.split('-', 1)[0] ?? '').replace(/^\d{1,9}:/, '');

/** The version that no advisory of these applies to any more: "44.8", "one after 5.10.0". */
const safeVersion = (advisories: readonly Advisory[]): string => {
  const fixed = advisories
    .flatMap(({ fixedIn }) => fixedIn ?? [])
    .toSorted(compareVersions)
    .at(-1);
  const last = advisories
    .flatMap(({ lastAffected }) => lastAffected ?? [])
    .toSorted(compareVersions)
    .at(-1);
  if (fixed === undefined || (last !== undefined && compareVersions(last, fixed) >= 0))
    return `a version after ${last}`;
  return `${fixed} or newer`;
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
  const { app, product, platform } = about;
  const version = app.version === null ? '' : sanitize(app.version, 40);
  const shown = fromPackage.has(app.kind) ? withoutRevision(version) : version;
  const name = shown === '' ? product.name : `${product.name} ${shown}`;
  const found = version === '' ? 'installed, version not readable' : version;
  const source = sanitize(app.source, 200);
  const update = updateRemedies(app, product, platform);
  const browser = product.joinsInBrowser && product.kind === 'meeting-app' ? ['join-in-browser'] : [];
  const uninstall = `uninstall-${platform}`;
  const [first = uninstall, ...rest] = [...update, ...browser];
  const toUpdate: readonly [string, ...string[]] = [first, ...rest];
  const stillBrowser = browser.length > 0 ? ' Joining from the browser still works.' : '';

  const bad = (
    state: 'caution' | 'fail',
    title: string,
    wanted: string,
    why: string,
    remedies: readonly [string, ...string[]] = toUpdate,
  ): Judgement<string> => ({ state, subject, title, found, wanted, why, source, remedies });
  const good = (title: string, wanted: string): Judgement<string> => ({
    state: 'pass',
    subject,
    title,
    found,
    wanted,
    source,
  });
  const open = (title: string, reason: string, remedies: readonly string[] = update): Judgement<string> => ({
    state: 'unknown',
    subject,
    title,
    reason,
    source,
    remedies,
  });
  const cannotTell = `Could not tell whether ${name} is up to date`;

  switch (outcome.is) {
    case 'forbidden':
      return bad(
        'fail',
        `Your organisation does not allow ${product.name}`,
        'not installed',
        'Your organisation has ruled it out for this computer.',
        [uninstall, 'ask-it'],
      );
    case 'not-allowed':
      return bad(
        'caution',
        `${product.name} is not on your organisation’s list`,
        'a meeting app on the list',
        'Your organisation names the meeting apps to be used, and this is not one of them.',
        ['ask-it', uninstall],
      );
    case 'unused':
      return {
        state: 'not-applicable',
        subject,
        title: `${name} has not been opened for ${plainDays(outcome.days)}`,
        reason: 'It is listed, but not judged, because it is not in use.',
        source,
      };
    case 'retired':
      return outcome.replaced
        ? bad('caution', `${product.name} is of no use any more`, 'not installed', outcome.retired.words, [uninstall])
        : bad(
            'fail',
            `${product.name} can no longer join meetings`,
            'its successor',
            `${outcome.retired.words}${stillBrowser}`,
            successorRemedies(about, outcome.retired.replacedBy),
          );
    case 'version-unreadable':
      return app.version === null
        ? open(`Could not read the version of ${product.name}`, 'It is installed, but its version could not be read.')
        : open(
            `Could not read the version of ${product.name}`,
            `“${version}” is not a version that Greenroom can read.`,
          );
    case 'build-unclear':
      return open(
        cannotTell,
        'This build number does not say which version it belongs to. Look in the program itself.',
      );
    case 'no-versions-known':
      return open(cannotTell, `Greenroom’s list holds no versions to compare this kind of ${product.name} with.`, [
        'new-catalogue',
      ]);
    case 'below-minimum':
      return bad(
        'fail',
        `${name} is too old: ${product.name} will not let you join`,
        `${outcome.minimum.version} or newer`,
        `Since ${longDate(outcome.minimum.from)} it turns away versions older than ${outcome.minimum.version}.${stillBrowser}`,
      );
    case 'vulnerable': {
      const [worst, ...others] = outcome.advisories;
      const count = others.length === 0 ? '' : others.length === 1 ? ' and 1 more' : ` and ${others.length} more`;
      const urgent = outcome.advisories.some(
        ({ severity, exploited }) => exploited || severity === 'critical' || severity === 'high',
      );
      return bad(
        urgent ? 'fail' : 'caution',
        `${name} has a known security fault: ${worst.id}${count}`,
        safeVersion(outcome.advisories),
        outcome.advisories.some(({ exploited }) => exploited)
          ? 'This fault is being used in attacks. A newer version has it mended.'
          : 'Others can make use of this fault until the program is updated.',
      );
    }
    case 'outside-demand':
      return bad(
        'fail',
        `${name} is not a version that your organisation accepts`,
        `a version in ${sanitize(outcome.range, 80)}`,
        `Your organisation names the versions to be used.${stillBrowser}`,
        [...toUpdate, 'ask-it'],
      );
    case 'shut-out':
      return bad(
        'fail',
        `${name} is too old: Microsoft will not let you join`,
        'a version of the last three months',
        `It was built on ${longDate(outcome.built)}. Teams blocks versions older than three months.${stillBrowser}`,
      );
    case 'ageing':
      return bad(
        'caution',
        `${name} is old enough that Microsoft may block it`,
        'a version of the last three months',
        `It was built on ${longDate(outcome.built)}. Teams blocks versions older than three months.${stillBrowser}`,
      );
    case 'young':
      return good(`${name} is recent: built on ${longDate(outcome.built)}`, 'a version of the last three months');
    case 'behind':
      return bad(
        'caution',
        `${name} is out of date: a newer version has been out since ${longDate(outcome.since)} at the latest`,
        `${outcome.newest.version}, the newest that Greenroom knows`,
        safeNow,
      );
    case 'behind-in-grace':
      return good(
        `${name} is recent; a newer version came out on ${longDate(outcome.since)}`,
        `${outcome.newest.version}, or one overtaken only lately`,
      );
    case 'current':
      return good(
        `${name} is up to date`,
        `${outcome.newest.version}, the newest that Greenroom knew on ${longDate(outcome.newest.seenOn)}`,
      );
    case 'newer':
      return good(
        `${name} is newer than Greenroom’s own list`,
        `${outcome.newest.version} or newer, as known on ${longDate(outcome.newest.seenOn)}`,
      );
    case 'list-too-old':
      return open(
        cannotTell,
        `Greenroom last learned of versions of ${product.name} on ${longDate(outcome.newest.seenOn)}: too long ago to tell.`,
        [...update, 'new-catalogue'],
      );
  }
};
