/** Owns the check "is this release of the operating system still supported". */
import type { SystemRelease } from '../../catalogue/catalogue.ts';
import { type Message, messages, type Title, titles } from '../../messages/messages.ts';
import { date, measure, product, type Value } from '../../messages/value.ts';
import { days } from '../../policy/policy.ts';
import { daysBetween, type IsoDate } from '../../text/time.ts';
import { defineCheck } from '../define-check.ts';
import { baseRelease, freeEnd, hasEnded, isNewerThanKnown, nextRelease, ownRelease } from './release.ts';

const title = titles('os-supported', {
  supported: '{system} is supported',
  until: '{system} is supported until {end}',
  rolling: '{system} is always up to date',
  newer: '{system} is newer than Greenroom’s list',
  soon: 'Support for {system} ends in {time}',
  ended: '{system} no longer gets security updates',
  past: '{system} is past its normal support',
  cannotTell: 'Couldn’t check whether {system} is supported',
  unknown: 'Couldn’t check whether this system is supported',
});

const words = messages('os-supported', {
  question: 'Is this system still supported?',
  why: 'An unsupported system gets no security fixes: each new flaw stays open and exposes the whole computer.',
  readsLinux:
    '/etc/os-release, on Ubuntu the names of its package sources, on an old one what Ubuntu Pro notes of itself, and the catalogue of release dates',
  readsDarwin: 'SystemVersion.plist and the catalogue of release dates',
  readsWin32: 'The Windows version and edition in the registry, and the catalogue of release dates',
  wanted: 'a release that still gets security fixes',
  system: '{system}',
  until: '{system}, supported until {end}',
  longTerm: '{system}, under long-term support until {end}',
  base: '{system}, made of {base}, which is supported until {end}. Its maker may end it earlier.',
  old: '{system} is older than {release}, whose support ended on {end}.',
  extended: '{system}, with extended updates until {end}',
  unlisted: 'This release isn’t in Greenroom’s list of systems.',
  unconfirmed: 'It isn’t confirmed how long {release} is supported.',
  oldList: 'Greenroom’s list of systems is from {day}, which is too old to tell.',
  unseen: 'Normal support ended on {end}. Whether you’re enrolled in extended updates can’t be seen.',
  move: 'Move to a newer release',
  backup: 'Make a backup first.',
  guide: 'Open your distribution’s own guide for upgrading to the next release.',
  follow: 'Follow it when no meeting is near: it can take an hour.',
  openSoftwareUpdate: 'Open Software Update',
  generalDarwin: 'Open System Settings, General, Software Update.',
  newestDarwin: 'Choose the newest macOS that is offered. If none is, this Mac can’t run a supported one.',
  openUpdate: 'Open Windows Update',
  checkWin32: 'Open Settings, Windows Update, and choose Check for updates.',
  installWin32: 'Install the newer version of Windows that is offered.',
  seeExtended: 'See whether extended updates are on',
  openSettings: 'Open the update settings of this system.',
  lookExtended: 'Look for “Extended Security Updates” on Windows 10, or “Ubuntu Pro” on Ubuntu.',
  enrol: 'If they are off, enrol, or move to a newer release.',
});

const describe = messages('policy.os-supported', {
  warnDays: 'How long before the end of support the check begins to warn.',
  catalogueMaximumAgeDays: 'How old the catalogue may be for systems whose maker names no end of support.',
});

export const osSupported = defineCheck({
  id: 'os-supported',
  area: 'system',
  when: 'after-call',
  keepsCautions: true,
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['operatingSystem'],
  policy: {
    warnDays: days(60, describe.warnDays, 365),
    catalogueMaximumAgeDays: days(400, describe.catalogueMaximumAgeDays),
  },
  remedies: {
    'upgrade-linux': { label: words.move, minutes: 120, steps: [words.backup, words.guide, words.follow] },
    'upgrade-darwin': {
      label: words.openSoftwareUpdate,
      minutes: 120,
      steps: [words.backup, words.generalDarwin, words.newestDarwin],
      link: 'x-apple.systempreferences:com.apple.Software-Update-Settings.extension',
    },
    'upgrade-win32': {
      label: words.openUpdate,
      minutes: 120,
      steps: [words.backup, words.checkWin32, words.installWin32],
      link: 'ms-settings:windowsupdate',
    },
    'extended-updates': {
      label: words.seeExtended,
      minutes: 5,
      steps: [words.openSettings, words.lookExtended, words.enrol],
    },
  },
  judge: ({ facts, policy, platform, catalogue, now }) => {
    const own = facts.operatingSystem.value;
    const today = now.slice(0, 10);
    const system = product(own.name);
    const upgrade = `upgrade-${platform}` as const;
    const pass = (heading: Title) => [{ state: 'pass' as const, title: heading, found: words.system({ system }) }];
    const cannotTell = (reason: Message) => [
      { state: 'unknown' as const, title: title.cannotTell({ system }), reason, remedies: [upgrade] },
    ];
    const problem = { wanted: words.wanted, why: words.why, remedies: [upgrade] as const };
    const ended = (found: Message) => [{ ...problem, state: 'fail' as const, title: title.ended({ system }), found }];
    type Until = (values: { readonly system: Value; readonly end: Value }) => Message;
    const judgeEnd = (ends: IsoDate, until: Until = words.until) => {
      const left = daysBetween(today, ends);
      const end = date(ends);
      const found = until({ system, end });
      if (left < 0) return ended(found);
      if (left <= policy.warnDays) {
        const heading = title.soon({ system, time: measure(left, 'day') });
        return [{ ...problem, state: 'caution' as const, title: heading, found }];
      }
      return [{ state: 'pass' as const, title: title.until({ system, end }), found, wanted: words.wanted }];
    };
    // What has no date counts only as long as the list itself is not too old to know.
    const undated = (heading: Title) =>
      daysBetween(catalogue.asOf, now) > policy.catalogueMaximumAgeDays
        ? cannotTell(words.oldList({ day: date(catalogue.asOf) }))
        : pass(heading);
    const judgeBase = (base: SystemRelease) => {
      const ends = freeEnd(base);
      const until: Until = (values) => words.base({ ...values, base: product(base.name) });
      if (ends === null) return cannotTell(words.unlisted);
      // Its own file may name an earlier day than what it is made of.
      return judgeEnd(own.supportEnds !== undefined && own.supportEnds < ends ? own.supportEnds : ends, until);
    };
    const judgeOwn = (release: SystemRelease) => {
      if (release.ends === null) return undated(title.supported({ system }));
      // A maker who keeps it up longer says so in the system's own file first.
      if (own.supportEnds !== undefined && own.supportEnds > release.ends) return judgeEnd(own.supportEnds);
      if (daysBetween(today, release.ends) >= 0) return judgeEnd(release.ends);
      if (release.extendedEnds !== undefined) return judgeEnd(release.extendedEnds, words.longTerm);
      if (release.paidEnds !== undefined && daysBetween(today, release.paidEnds) >= 0) {
        if (own.extendedUpdates === true) return judgeEnd(release.paidEnds, words.extended);
        if (own.extendedUpdates === undefined) {
          const reason = words.unseen({ end: date(release.ends) });
          const remedies = ['extended-updates', upgrade] as const;
          return [{ state: 'unknown' as const, title: title.past({ system }), reason, remedies }];
        }
      }
      return judgeEnd(release.ends);
    };

    if (own.rolling) return pass(title.rolling({ system }));
    const release = ownRelease(own, catalogue, today);
    if (release?.confirmed === true) return judgeOwn(release);
    const base = baseRelease(own, catalogue);
    // What lies below has ended for certain, whatever is not settled about this one.
    if (base !== undefined && (release === undefined || hasEnded(base, today))) return judgeBase(base);
    if (own.supportEnds !== undefined) return judgeEnd(own.supportEnds);
    if (release?.endsNotBefore !== undefined && release.endsNotBefore >= today)
      return undated(title.supported({ system }));
    if (isNewerThanKnown(own, catalogue)) return undated(title.newer({ system }));
    if (release !== undefined) return cannotTell(words.unconfirmed({ release: product(release.name) }));
    const next = nextRelease(own, catalogue);
    if (next !== undefined && hasEnded(next, today)) {
      const end = date(freeEnd(next) ?? today);
      return ended(words.old({ system, release: product(next.name), end }));
    }
    return cannotTell(words.unlisted);
  },
});
