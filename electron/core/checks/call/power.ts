/** Owns the check "will the computer stay on for the length of the call". */

import { messages, sentences, titles } from '../../messages/messages.ts';
import { measure } from '../../messages/value.ts';
import { integerKey } from '../../policy/policy.ts';
import { defineCheck } from '../define-check.ts';

const title = titles('power', {
  empty: 'Your battery is nearly empty: {charge}',
  short: 'Your battery won’t last the call',
  low: 'Your battery may not last the call',
  sleeps: 'Your computer sleeps after {idle}',
  none: 'This computer has no battery',
  pluggedIn: 'Your computer is plugged in',
  charged: 'Your battery is at {charge}',
  unknown: 'Couldn’t check your battery',
});

const words = messages('power', {
  question: 'Will the computer stay on for the whole call?',
  why: 'Calls drain the battery fast. When it’s empty, or the computer goes to sleep, you’re out of the meeting.',
  readsLinux: 'The battery’s state in /sys, and the desktop’s sleep settings',
  readsDarwin: 'The battery’s state and the sleep settings, as System Information shows them',
  readsWin32: 'The battery’s state and the sleep settings of the power plan in use',
  wanted: 'power for {call} and no sleep within {idle}',
  mains: 'It’s always plugged in.',
  pluggedIn: 'It’s plugged in; the battery is at {charge}.',
  unplugged: 'The battery is at {charge}, and it isn’t plugged in.',
  left: 'At this rate that’s enough for {time}.',
  sleeps: 'It sleeps after {idle} without input.',
  plugIn: 'Plug it in',
  connect: 'Connect the charger before the meeting begins.',
  charging: 'Check that the battery symbol shows it’s charging.',
  openWin32: 'Open power settings',
  laterWin32: 'Set the computer to sleep later.',
  bothWin32: 'Set it for battery and for mains.',
  openDarwin: 'Open battery settings',
  laterDarwin: 'Choose Options and let the display and the Mac stay on longer.',
  lockScreen: 'On newer systems the time is set in Lock Screen.',
  openLinux: 'Let it sleep later',
  powerLinux: 'Open your desktop’s settings and choose Power.',
  laterLinux: 'Set Automatic Suspend to a longer time.',
});

const describe = messages('policy.power', {
  callMinutes: 'How long a call lasts that the battery must carry.',
  minimumPercent: 'Below this charge a computer that is not plugged in is a caution, whatever time it says is left.',
  minimumSleepMinutes: 'A computer that goes to sleep sooner than this without input is a caution.',
});

export const power = defineCheck({
  id: 'power',
  area: 'call',
  when: 'before-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['power'],
  policy: {
    callMinutes: integerKey(60, 'minutes', 5, 720, describe.callMinutes),
    minimumPercent: integerKey(25, 'percent', 0, 100, describe.minimumPercent),
    minimumSleepMinutes: integerKey(2, 'minutes', 0, 240, describe.minimumSleepMinutes),
  },
  remedies: {
    'plug-in': { label: words.plugIn, minutes: 1, steps: [words.connect, words.charging] },
    'sleep-win32': {
      label: words.openWin32,
      minutes: 2,
      steps: [words.laterWin32, words.bothWin32],
      link: 'ms-settings:powersleep',
    },
    'sleep-darwin': {
      label: words.openDarwin,
      minutes: 2,
      steps: [words.laterDarwin, words.lockScreen],
      link: 'x-apple.systempreferences:com.apple.Battery-Settings.extension',
    },
    'sleep-linux': { label: words.openLinux, minutes: 2, steps: [words.powerLinux, words.laterLinux] },
  },
  judge: ({ facts, policy, platform }) => {
    const { battery, sleepAfterMinutes } = facts.power.value;
    const minutes = (amount: number) => measure(amount, 'minute');
    const wanted = words.wanted({ call: minutes(policy.callMinutes), idle: minutes(policy.minimumSleepMinutes) });
    const sleeping = `sleep-${platform}` as const;
    const sleepsSoon = sleepAfterMinutes !== null && sleepAfterMinutes < policy.minimumSleepMinutes;
    const sleep = sleepAfterMinutes === null ? [] : [words.sleeps({ idle: minutes(sleepAfterMinutes) })];
    const left = battery?.minutesLeft ?? null;
    const charge = measure(Math.round(battery?.percent ?? 0), 'percent');
    const lasts = left === null ? [] : [words.left({ time: minutes(left) })];
    const told =
      battery === null
        ? [words.mains]
        : battery.onMains
          ? [words.pluggedIn({ charge })]
          : [words.unplugged({ charge }), ...lasts];
    const found = sentences([...told, ...sleep]);
    const problem = { found, wanted, why: words.why };
    if (battery !== null && !battery.onMains) {
      const remedies = sleepsSoon ? (['plug-in', sleeping] as const) : (['plug-in'] as const);
      if (battery.percent < 10) return [{ ...problem, state: 'fail', title: title.empty({ charge }), remedies }];
      if (left !== null && left < policy.callMinutes)
        return [{ ...problem, state: 'caution', title: title.short, remedies }];
      if (battery.percent < policy.minimumPercent)
        return [{ ...problem, state: 'caution', title: title.low, remedies }];
    }
    if (sleepsSoon) {
      const heading = title.sleeps({ idle: minutes(sleepAfterMinutes) });
      return [{ ...problem, state: 'caution', title: heading, remedies: [sleeping] }];
    }
    if (battery === null) return [{ state: 'not-applicable', title: title.none, reason: found }];
    return [{ state: 'pass', title: battery.onMains ? title.pluggedIn : title.charged({ charge }), found, wanted }];
  },
});
