/** Owns the check "is something using up the processor or the memory that the call needs". */

import { messages, sentences, titles } from '../../messages/messages.ts';
import { firstOf } from '../../messages/names.ts';
import { measure, name, size } from '../../messages/value.ts';
import { integerKey } from '../../policy/policy.ts';
import { defineCheck } from '../define-check.ts';

const title = titles('load', {
  one: '{program} is using much of the processor',
  memory: 'The memory is nearly full',
  room: 'The computer has room for a call',
  spread: 'The computer is busy for the moment',
  unseen: 'Couldn’t check what keeps the processor busy',
  unknown: 'Couldn’t check how busy the computer is',
});

const words = messages('load', {
  question: 'Is the computer too busy for a call?',
  why: 'When another program takes the processor or the memory, picture and sound freeze and stutter.',
  reads: 'The processor’s and the memory’s use over a short moment, and the programs that use the most',
  found: '{processor} of the processor and {memory} of the memory are in use.',
  most: 'Most of it by {programs}.',
  swapped: '{size} of it had to be moved to the disk.',
  program: '{program} ({share})',
  spread: 'No single program is the cause.',
  unseen: 'Which program it is can’t be seen; it may have been this check.',
  wanted: 'less than {processor} of the processor and {memory} of the memory in use',
  openWin32: 'Open Task Manager',
  keysWin32: 'Press Ctrl, Shift and Esc together.',
  sortWin32: 'Choose Processes and click CPU or Memory to sort by it.',
  closeTop: 'Save your work in the program at the top and close it.',
  openDarwin: 'Open Activity Monitor',
  keysDarwin: 'Press ⌘ and space, type “Activity Monitor” and press Return.',
  sortDarwin: 'Choose CPU or Memory and sort by it.',
  openLinux: 'Open the system monitor',
  startLinux: 'Open “System Monitor”.',
  sortLinux: 'Sort the programs by CPU or memory.',
});

/** A system moves what nobody uses to the disk in any case. */
const MENTIONED = 1e9;

const describe = messages('policy.load', {
  processorPercent:
    'From this use of all processors on, a program that takes a large share of it is named as a caution.',
  memoryPercent: 'From this use of the memory on the finding is a caution.',
});

export const load = defineCheck({
  id: 'load',
  area: 'call',
  when: 'before-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.reads, darwin: words.reads, win32: words.reads },
  needs: ['load'],
  policy: {
    processorPercent: integerKey(75, 'percent', 10, 100, describe.processorPercent),
    memoryPercent: integerKey(94, 'percent', 10, 100, describe.memoryPercent),
  },
  remedies: {
    win32: { label: words.openWin32, minutes: 5, steps: [words.keysWin32, words.sortWin32, words.closeTop] },
    darwin: { label: words.openDarwin, minutes: 5, steps: [words.keysDarwin, words.sortDarwin, words.closeTop] },
    linux: { label: words.openLinux, minutes: 5, steps: [words.startLinux, words.sortLinux, words.closeTop] },
  },
  judge: ({ facts, policy, platform }) => {
    const { processorPercent, memoryPercent, swappedBytes = 0, busiest } = facts.load.value;
    const share = (percent: number) => measure(Math.round(percent), 'percent');
    const most = busiest.map(({ name: text, percent }) =>
      words.program({ program: name(text), share: share(percent) }),
    );
    const used = [
      words.found({ processor: share(processorPercent), memory: share(memoryPercent) }),
      ...(swappedBytes < MENTIONED ? [] : [words.swapped({ size: size(swappedBytes) })]),
      ...(most.length === 0 ? [] : [words.most({ programs: firstOf(most) })]),
    ];
    const found = sentences(used);
    const wanted = words.wanted({ processor: share(policy.processorPercent), memory: share(policy.memoryPercent) });
    const remedies = [platform] as const;
    const problem = { state: 'caution', found, wanted, why: words.why, remedies } as const;
    const [first] = busiest;
    const isBusy = processorPercent >= policy.processorPercent;
    if (isBusy && first !== undefined && first.percent >= 25)
      return [{ ...problem, title: title.one({ program: name(first.name) }) }];
    if (memoryPercent >= policy.memoryPercent) return [{ ...problem, title: title.memory }];
    // This check itself keeps a small computer busy for a moment; without a name nothing tells the two apart.
    if (isBusy && first === undefined)
      return [{ state: 'unknown', title: title.unseen, reason: sentences([...used, words.unseen]), remedies }];
    if (isBusy) return [{ state: 'pass', title: title.spread, found: sentences([...used, words.spread]), wanted }];
    return [{ state: 'pass', title: title.room, found, wanted }];
  },
});
