/** Owns the check "is the Bluetooth headset charged, and can it be talked into". */
import { messages, sentences, titles } from '../../../messages/messages.ts';
import { names } from '../../../messages/names.ts';
import { measure, name } from '../../../messages/value.ts';
import { integerKey } from '../../../policy/policy.ts';
import { defineCheck } from '../../define-check.ts';

const title = titles('headset', {
  none: 'No Bluetooth headset is connected',
  charged: 'Your headset is charged',
  connected: 'Your headset is connected',
  low: 'Your headset’s battery is low: {charge}',
  music: 'Your headset only plays sound here',
  unknown: 'Couldn’t check your headset',
});

const words = messages('headset', {
  question: 'Is the Bluetooth headset charged and ready for a call?',
  why: 'A headset that runs empty, or can’t use its microphone, drops out in the middle of a sentence.',
  readsLinux: 'The Bluetooth devices that PipeWire shows, and the charge that BlueZ tells of them',
  readsDarwin: 'The Bluetooth devices that are connected, and their charge, in System Information',
  readsWin32: 'Nothing: Windows tells the charge of a headset in no documented way',
  none: 'None is connected now.',
  charge: '{headset} is at {charge}.',
  untold: '{headset} doesn’t tell its charge.',
  wanted: 'a charge of at least {charge}, and a microphone that can be used',
  music: '{headsets} offers no way to use its microphone.',
  chargeIt: 'Charge it, or use another',
  plugIn: 'Put the headset on its charger until the meeting begins.',
  other: 'Or have a wired headset at hand.',
  connectAgain: 'Connect it again',
  turnOff: 'Turn the headset off and on, and connect it again.',
  forget: 'If that doesn’t help, remove it in the Bluetooth settings and pair it once more.',
});

const describe = messages('policy.headset', {
  minimumPercent: 'A Bluetooth headset with less charge is a caution.',
});

export const headset = defineCheck({
  id: 'headset',
  area: 'call',
  when: 'before-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['headsets'],
  policy: {
    minimumPercent: integerKey(20, 'percent', 0, 100, describe.minimumPercent),
  },
  remedies: {
    charge: { label: words.chargeIt, minutes: 15, steps: [words.plugIn, words.other] },
    connect: { label: words.connectAgain, minutes: 3, steps: [words.turnOff, words.forget] },
  },
  judge: ({ facts, policy }) => {
    const { headsets } = facts.headsets.value;
    if (headsets.length === 0) return [{ state: 'not-applicable', title: title.none, reason: words.none }];
    const wanted = words.wanted({ charge: measure(policy.minimumPercent, 'percent') });
    const { why } = words;
    const mute = headsets.filter(({ canCall }) => canCall === false);
    if (mute.length > 0) {
      const found = words.music({ headsets: names(mute.map((one) => one.name)) });
      return [{ state: 'caution', title: title.music, found, wanted, why, remedies: ['connect'] }];
    }
    const told = headsets.map(({ name: text, batteryPercent }) =>
      batteryPercent === null
        ? words.untold({ headset: name(text) })
        : words.charge({ headset: name(text), charge: measure(batteryPercent, 'percent') }),
    );
    const found = sentences(told);
    const charges = headsets.flatMap(({ batteryPercent }) => batteryPercent ?? []);
    const lowest = Math.min(...charges);
    if (lowest < policy.minimumPercent) {
      const heading = title.low({ charge: measure(lowest, 'percent') });
      return [{ state: 'caution', title: heading, found, wanted, why, remedies: ['charge'] }];
    }
    return [{ state: 'pass', title: charges.length > 0 ? title.charged : title.connected, found, wanted }];
  },
});
