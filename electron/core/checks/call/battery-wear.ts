/** Owns the check "how much of its charge has the battery lost with age". */
import { messages, titles } from '../../messages/messages.ts';
import { measure } from '../../messages/value.ts';
import { integerKey } from '../../policy/policy.ts';
import { defineCheck } from '../define-check.ts';

const title = titles('battery-wear', {
  good: 'The battery holds its charge',
  worn: 'The battery is worn',
  none: 'No battery that tells its age',
  unknown: 'Couldn’t check how worn the battery is',
});

const words = messages('battery-wear', {
  question: 'Does the battery still hold its charge?',
  why: 'A worn battery ends sooner than its charge suggests, often without a warning.',
  reads: 'What the battery holds when full and what it held when new, from systeminformation',
  found: 'It holds {share} of what it held when new.',
  wanted: 'at least {share}',
  none: 'This computer has no battery, or one that doesn’t say what it held when new.',
  replace: 'Keep it plugged in, have it replaced',
  plugIn: 'Join calls with the charger plugged in.',
  askForOne: 'Ask for a new battery.',
});

const describe = messages('policy.battery-wear', {
  minimumHealthPercent: 'A battery that holds less than this share of what it held when new is a caution.',
});

export const batteryWear = defineCheck({
  id: 'battery-wear',
  area: 'call',
  when: 'after-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.reads, darwin: words.reads, win32: words.reads },
  needs: ['computer'],
  policy: {
    minimumHealthPercent: integerKey(60, 'percent', 0, 100, describe.minimumHealthPercent),
  },
  remedies: { 'replace-battery': { label: words.replace, steps: [words.plugIn, words.askForOne] } },
  judge: ({ facts, policy }) => {
    const { batteryHealthPercent } = facts.computer.value;
    if (batteryHealthPercent === null) return [{ state: 'not-applicable', title: title.none, reason: words.none }];
    const found = words.found({ share: measure(batteryHealthPercent, 'percent') });
    const wanted = words.wanted({ share: measure(policy.minimumHealthPercent, 'percent') });
    return batteryHealthPercent < policy.minimumHealthPercent
      ? [{ state: 'caution', title: title.worn, found, wanted, why: words.why, remedies: ['replace-battery'] }]
      : [{ state: 'pass', title: title.good, found, wanted }];
  },
});
