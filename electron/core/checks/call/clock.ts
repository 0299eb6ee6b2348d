/** Owns the check "is the clock right", as far as that can be told without asking a server. */
import { messages, sentences, titles } from '../../messages/messages.ts';
import { ago, date, instant, measure } from '../../messages/value.ts';
import { integerKey } from '../../policy/policy.ts';
import { defineCheck } from '../define-check.ts';

const title = titles('clock', {
  wrong: 'Your computer’s clock is wrong',
  behind: 'Your computer’s clock may be wrong',
  off: 'Your clock isn’t set automatically',
  old: 'Your clock wasn’t set for {age}',
  host: 'The computer around this one sets its clock',
  kept: 'Your clock is set automatically',
  unknown: 'Couldn’t check your clock',
});

const words = messages('clock', {
  question: 'Is the clock right?',
  why: 'With a wrong clock, sign-in codes and secure connections fail, and meetings start at the wrong time.',
  readsLinux:
    'Whether a service for the time runs, the note of systemd-timesyncd, and when Greenroom was built; whether this is a virtual computer (systeminformation)',
  readsDarwin:
    'When Greenroom was built, since macOS shows only an administrator how the clock is set; whether this is a virtual computer (systeminformation)',
  readsWin32:
    'How Windows sets the time and when it last did, and when Greenroom was built; whether this is a virtual computer (systeminformation)',
  wanted: 'the right time, set automatically within {age}',
  early: 'It says {now}, and Greenroom was built on {built}.',
  back: 'It says {now}, and it was last set at {set}.',
  off: 'No service sets it.',
  kept: 'The system sets it.',
  last: 'It was last set {when}.',
  virtual: 'This is a virtual computer: its clock follows the computer around it.',
  untold: 'The system doesn’t tell how the clock is set.',
  openSettings: 'Open time settings',
  setIt: 'Set the clock',
  turnOn: 'Turn on “Set time automatically”.',
  sync: 'Choose “Sync now”.',
  compare: 'Compare it with the clock of your phone.',
  linux: 'Open your desktop’s settings and choose Date and Time.',
});

/** A day on which a computer east of it was built may already be the next one. */
const DAY_MS = 86_400_000;
/** Two clocks that were set a moment apart. */
const SLACK_MS = 5 * 60_000;

const describe = messages('policy.clock', {
  maxAgeDays: 'A clock that was last set longer ago is a caution.',
});

export const clock = defineCheck({
  id: 'clock',
  area: 'call',
  when: 'after-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['ownProgram'],
  uses: ['clock', 'computer'],
  policy: {
    maxAgeDays: integerKey(30, 'days', 1, 365, describe.maxAgeDays),
  },
  remedies: {
    win32: {
      label: words.openSettings,
      minutes: 1,
      steps: [words.turnOn, words.sync, words.compare],
      link: 'ms-settings:dateandtime',
    },
    darwin: {
      label: words.openSettings,
      minutes: 1,
      steps: [words.turnOn, words.compare],
      link: 'x-apple.systempreferences:com.apple.Date-Time-Settings.extension',
    },
    linux: { label: words.setIt, minutes: 2, steps: [words.linux, words.turnOn, words.compare] },
  },
  judge: ({ facts, policy, platform, now }) => {
    const built = facts.ownProgram.value?.builtOn ?? null;
    const nowMs = Date.parse(now);
    const wanted = words.wanted({ age: measure(policy.maxAgeDays, 'day') });
    const problem = { wanted, why: words.why, remedies: [platform] } as const;
    if (built !== null && nowMs < Date.parse(built) - DAY_MS) {
      const found = words.early({ now: date(now), built: date(built) });
      return [{ ...problem, state: 'fail', when: 'before-call', title: title.wrong, found }];
    }
    if (facts.clock.state === 'unknown') {
      const { reason, cause } = facts.clock;
      return [{ state: 'unknown', title: title.unknown, reason, cause }];
    }
    const { isSetByItself, setAt } = facts.clock.value;
    if (setAt !== null && Date.parse(setAt) > nowMs + SLACK_MS) {
      const found = words.back({ now: instant(now), set: instant(setAt) });
      return [{ ...problem, state: 'caution', when: 'before-call', title: title.behind, found }];
    }
    const isVirtual = facts.computer.state === 'known' && facts.computer.value.virtualMachine !== null;
    if (isSetByItself !== true && isVirtual)
      return [{ state: 'not-applicable', title: title.host, reason: words.virtual }];
    if (isSetByItself === null) return [{ state: 'unknown', title: title.unknown, reason: words.untold }];
    if (!isSetByItself) return [{ ...problem, state: 'caution', title: title.off, found: words.off }];
    const last = setAt === null ? [] : [words.last({ when: ago(setAt, now) })];
    const found = sentences([words.kept, ...last]);
    const days = setAt === null ? 0 : Math.floor((nowMs - Date.parse(setAt)) / DAY_MS);
    if (days > policy.maxAgeDays) {
      const heading = title.old({ age: measure(days, 'day') });
      return [{ ...problem, state: 'caution', title: heading, found }];
    }
    return [{ state: 'pass', title: title.kept, found, wanted }];
  },
});
