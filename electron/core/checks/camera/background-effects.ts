/** Owns the check "can this computer carry background effects". */
import { messages, titles } from '../../messages/messages.ts';
import { product, size } from '../../messages/value.ts';
import { defineCheck } from '../define-check.ts';

const title = titles('background-effects', {
  enough: 'This computer can carry background effects',
  tooWeak: 'Background effects may be too much here',
  unknown: 'Couldn’t check whether effects will run smoothly',
});

const words = messages('background-effects', {
  question: 'Can this computer carry background effects?',
  why: 'Your own computer works out blur and virtual backgrounds. On a weak one, picture and sound stutter.',
  reads: 'The processor’s cores and the memory, from systeminformation',
  found: '{processor}: {cores, plural, one {# core} other {# cores}}, {memory} of memory',
  foundUnnamed: '{cores, plural, one {# core} other {# cores}}, {memory} of memory',
  wanted: 'at least {cores, plural, one {# core} other {# cores}} and {memory} of memory',
  silent: 'The system names neither cores nor memory.',
  withoutEffects: 'Join without effects',
  leaveOff: 'Leave blur and virtual backgrounds off.',
  plainWall: 'Sit in front of a plain wall instead.',
});

/** Zoom: "2 cores or more" for a virtual background without a green screen (its knowledge base, KB0060008). */
const FEWEST_CORES = 2;
/** Microsoft asks 4 GB for Teams; a part of the memory may be kept for the graphics. */
const WANTED_MEMORY = 4e9;
const LEAST_MEMORY = 3.5 * 1024 ** 3;

export const backgroundEffects = defineCheck({
  id: 'background-effects',
  area: 'camera',
  when: 'before-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.reads, darwin: words.reads, win32: words.reads },
  needs: ['computer'],
  policy: {},
  remedies: {
    'without-effects': { label: words.withoutEffects, minutes: 1, steps: [words.leaveOff, words.plainWall] },
  },
  judge: ({ facts }) => {
    const { processor, cores, memoryBytes } = facts.computer.value;
    if (cores === 0 || memoryBytes === 0) return [{ state: 'unknown', title: title.unknown, reason: words.silent }];
    const memory = size(memoryBytes);
    const found =
      processor === null
        ? words.foundUnnamed({ cores, memory })
        : words.found({ processor: product(processor), cores, memory });
    const wanted = words.wanted({ cores: FEWEST_CORES, memory: size(WANTED_MEMORY) });
    const isEnough = cores >= FEWEST_CORES && memoryBytes >= LEAST_MEMORY;
    return isEnough
      ? [{ state: 'pass', title: title.enough, found, wanted }]
      : [{ state: 'caution', title: title.tooWeak, found, wanted, why: words.why, remedies: ['without-effects'] }];
  },
});
