/** Owns the check "is the computer slowed down by heat or lack of power". */
import { isHot } from '../../facts/computer.ts';
import { messages, sentences, titles } from '../../messages/messages.ts';
import { measure } from '../../messages/value.ts';
import { integerKey } from '../../policy/policy.ts';
import { defineCheck } from '../define-check.ts';

const title = titles('throttling', {
  hot: 'Your computer is too hot',
  slowed: 'Your computer is slowed down',
  cool: 'Nothing slows your computer down much',
  untold: 'Heat isn’t told here',
  unknown: 'Couldn’t check for heat',
});

const words = messages('throttling', {
  question: 'Is the computer slowed down by heat?',
  why: 'A computer that protects itself from heat makes picture and sound falter.',
  readsLinux: 'Nothing: what Linux tells of heat means something else on every model',
  readsDarwin: 'What macOS tells Greenroom’s window of heat, and of the processor’s speed since the window started',
  readsWin32: 'What Windows told Greenroom’s window of the processor’s speed since the window started',
  heat: 'The system reports heat: {level, select, serious {it slows down what runs} other {it has to slow down greatly}}.',
  speed: 'The system holds the processor at {share} of its speed.',
  full: 'The system reports nothing that slows it down much.',
  wanted: 'no serious heat, and at least {share} of full speed',
  untold: 'Only macOS and Windows tell this, only to Greenroom’s window, and Windows only when the speed changes.',
  cool: 'Let it cool down',
  close: 'Close programs that you don’t need for the call.',
  air: 'Put it on a hard, cool surface, out of the sun.',
  charger: 'Connect the charger that came with it: a weak one slows it down too.',
});

const describe = messages('policy.throttling', {
  minimumSpeedPercent: 'A processor that is held below this share of its speed is a caution.',
});

export const throttling = defineCheck({
  id: 'throttling',
  area: 'call',
  when: 'before-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['throttling'],
  policy: {
    minimumSpeedPercent: integerKey(70, 'percent', 1, 100, describe.minimumSpeedPercent),
  },
  remedies: { cool: { label: words.cool, minutes: 5, steps: [words.close, words.air, words.charger] } },
  judge: ({ facts, policy }) => {
    const { heat, speedPercent } = facts.throttling.value;
    const wanted = words.wanted({ share: measure(policy.minimumSpeedPercent, 'percent') });
    const hot = isHot(heat) ? heat : null;
    const isSlow = speedPercent !== null && speedPercent < policy.minimumSpeedPercent;
    if (hot !== null || isSlow) {
      const found = sentences([
        ...(hot === null ? [] : [words.heat({ level: hot })]),
        ...(isSlow ? [words.speed({ share: measure(speedPercent, 'percent') })] : []),
      ]);
      const heading = hot === null ? title.slowed : title.hot;
      return [{ state: 'caution', title: heading, found, wanted, why: words.why, remedies: ['cool'] }];
    }
    if (heat === null && speedPercent === null)
      return [{ state: 'not-applicable', title: title.untold, reason: words.untold }];
    return [{ state: 'pass', title: title.cool, found: words.full, wanted }];
  },
});
