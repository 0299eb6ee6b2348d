/** Owns the check "will the computer stay on for the length of the call". */

import { count } from '../../text/phrases.ts';
import { defineCheck } from '../define-check.ts';

const why =
  'A call uses the battery faster than most work does. When it is empty, or the computer goes to sleep, you are out of the meeting.';

export const power = defineCheck({
  id: 'power',
  area: 'call',
  when: 'before-call',
  question: 'Will the computer stay on for the whole call?',
  unknownTitle: 'Could not tell whether the battery will last',
  why,
  reads: {
    linux: 'The battery’s state in /sys, and the desktop’s sleep settings',
    darwin: 'The battery’s state and the sleep settings, as System Information shows them',
    win32: 'The battery’s state and the sleep settings of the power plan in use',
  },
  needs: ['power'],
  policy: {
    callMinutes: {
      kind: 'number',
      unit: 'minutes',
      default: 60,
      minimum: 5,
      maximum: 720,
      describe: 'How long a call lasts that the battery must carry.',
    },
    minimumPercent: {
      kind: 'number',
      unit: 'per cent',
      default: 25,
      minimum: 0,
      maximum: 100,
      describe: 'Below this charge a computer that is not plugged in is a caution, whatever time it says is left.',
    },
    minimumSleepMinutes: {
      kind: 'number',
      unit: 'minutes',
      default: 2,
      minimum: 0,
      maximum: 240,
      describe: 'A computer that goes to sleep sooner than this without input is a caution.',
    },
  },
  remedies: {
    'plug-in': {
      label: 'Plug it in',
      minutes: 1,
      steps: ['Connect the charger before the meeting begins.', 'Check that the battery symbol shows it is charging.'],
    },
    'sleep-win32': {
      label: 'Open power settings',
      minutes: 2,
      steps: ['Set the computer to sleep later.', 'Set it for battery and for mains.'],
      link: 'ms-settings:powersleep',
    },
    'sleep-darwin': {
      label: 'Open battery settings',
      minutes: 2,
      steps: [
        'Choose Options and let the display and the Mac stay on longer.',
        'On newer systems the time is set in Lock Screen.',
      ],
      link: 'x-apple.systempreferences:com.apple.Battery-Settings.extension',
    },
    'sleep-linux': {
      label: 'Let it sleep later',
      minutes: 2,
      steps: ['Open your desktop’s settings and choose Power.', 'Set Automatic Suspend to a longer time.'],
    },
  },
  judge: ({ facts, policy, platform }) => {
    const { battery, sleepAfterMinutes } = facts.power.value;
    const wanted = `power for ${count(policy.callMinutes, 'minute')} and no sleep within ${count(policy.minimumSleepMinutes, 'minute')}`;
    const sleeping = `sleep-${platform}` as const;
    const sleepsSoon = sleepAfterMinutes !== null && sleepAfterMinutes < policy.minimumSleepMinutes;
    const sleep =
      sleepAfterMinutes === null ? '' : ` It sleeps after ${count(sleepAfterMinutes, 'minute')} without input.`;
    const left = battery?.minutesLeft ?? null;
    const percent = Math.round(battery?.percent ?? 0);
    const charge =
      battery === null
        ? 'It has no battery.'
        : battery.onMains
          ? `It is plugged in; the battery is at ${percent} %.`
          : `The battery is at ${percent} %${left === null ? '' : `, enough for ${count(left, 'minute')} as it is used now`}, and it is not plugged in.`;
    const found = `${charge}${sleep}`;
    if (battery !== null && !battery.onMains) {
      const problem = {
        found,
        wanted,
        why,
        remedies: sleepsSoon ? (['plug-in', sleeping] as const) : (['plug-in'] as const),
      };
      if (battery.percent < 10)
        return [{ ...problem, state: 'fail', title: `The battery is nearly empty: ${percent} %` }];
      if (left !== null && left < policy.callMinutes) {
        const title = `The battery will not last for ${count(policy.callMinutes, 'minute')}: ${left} left`;
        return [{ ...problem, state: 'caution', title }];
      }
      if (battery.percent < policy.minimumPercent) {
        return [{ ...problem, state: 'caution', title: `The battery may not last: ${percent} %` }];
      }
    }
    if (sleepsSoon) {
      const title = `The computer sleeps after ${count(sleepAfterMinutes, 'minute')} without input`;
      return [{ state: 'caution', title, found, wanted, why, remedies: [sleeping] }];
    }
    if (battery === null) {
      return [
        { state: 'not-applicable', title: 'This computer has no battery', reason: `It is always plugged in.${sleep}` },
      ];
    }
    const title = battery.onMains ? 'The computer is plugged in' : `The battery is at ${percent} %`;
    return [{ state: 'pass', title, found, wanted }];
  },
});
