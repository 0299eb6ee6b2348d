/** Owns the check "is something using up the processor or the memory that the call needs". */

import { formatNames } from '../../text/phrases.ts';
import { sanitize } from '../../text/sanitize.ts';
import { defineCheck } from '../define-check.ts';

const why =
  'Picture and sound are worked on in real time. When another program takes the processor or the memory, they freeze and stutter.';

export const load = defineCheck({
  id: 'load',
  area: 'call',
  when: 'before-call',
  question: 'Has the computer room for a call beside what is running?',
  unknownTitle: 'Could not tell how busy the computer is',
  why,
  reads: {
    linux: 'The processor’s and the memory’s use over a short moment, and the programs that use the most',
    darwin: 'The processor’s and the memory’s use over a short moment, and the programs that use the most',
    win32: 'The processor’s and the memory’s use over a short moment, and the programs that use the most',
  },
  needs: ['load'],
  policy: {
    processorPercent: {
      kind: 'number',
      unit: 'per cent',
      default: 75,
      minimum: 10,
      maximum: 100,
      describe: 'From this use of all processors on, a program that takes a large share of it is named as a caution.',
    },
    memoryPercent: {
      kind: 'number',
      unit: 'per cent',
      default: 94,
      minimum: 10,
      maximum: 100,
      describe: 'From this use of the memory on the finding is a caution.',
    },
  },
  remedies: {
    win32: {
      label: 'Look into Task Manager',
      minutes: 5,
      steps: [
        'Press Ctrl, Shift and Esc together.',
        'Choose Processes and click CPU or Memory: the greatest stands first.',
        'Save your work in that program and close it.',
      ],
    },
    darwin: {
      label: 'Look into Activity Monitor',
      minutes: 5,
      steps: [
        'Press ⌘ and space, type “Activity Monitor” and press Return.',
        'Choose CPU or Memory: the greatest stands first.',
        'Save your work in that program and quit it.',
      ],
    },
    linux: {
      label: 'Look into the system monitor',
      minutes: 5,
      steps: [
        'Open “System Monitor”.',
        'Sort the programs by CPU or memory.',
        'Save your work in the greatest and close it.',
      ],
    },
  },
  judge: ({ facts, policy, platform }) => {
    const { processorPercent, memoryPercent, busiest } = facts.load.value;
    const [processor, memory] = [Math.round(processorPercent), Math.round(memoryPercent)];
    const most = busiest.map(({ name, percent }) => `${sanitize(name, 40)} (${Math.round(percent)} %)`);
    const found = `The processor is used to ${processor} %, the memory to ${memory} %.${most.length === 0 ? '' : ` Most of it: ${formatNames(most)}.`}`;
    const wanted = `less than ${policy.processorPercent} % of the processor and ${policy.memoryPercent} % of the memory in use`;
    const remedies = [platform] as const;
    const [first] = busiest;
    const isBusy = processorPercent >= policy.processorPercent;
    if (isBusy && first !== undefined && first.percent >= 25) {
      const title = `${formatNames([first.name])} is using much of the processor: ${Math.round(first.percent)} %`;
      return [{ state: 'caution', title, found, wanted, why, remedies }];
    }
    if (memoryPercent >= policy.memoryPercent) {
      return [{ state: 'caution', title: `The memory is nearly full: ${memory} %`, found, wanted, why, remedies }];
    }
    // This check itself keeps a small computer busy for a moment; without a name nothing tells the two apart.
    if (isBusy && first === undefined) {
      const reason = `${found} Which program that is cannot be seen; it may have been this check.`;
      return [{ state: 'unknown', title: 'Could not tell what keeps the processor busy', reason, remedies }];
    }
    if (isBusy) {
      const title = 'The computer is busy for the moment, with no single program';
      return [{ state: 'pass', title, found, wanted }];
    }
    return [{ state: 'pass', title: 'The computer has room for a call', found, wanted }];
  },
});
