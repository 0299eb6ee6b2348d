/** Owns the fixes "use this microphone", "use this loudspeaker": the one that programs get when they ask for none. */
import { messages } from '../../messages/messages.ts';
import { name } from '../../messages/value.ts';
import type { Fix, Way } from '../fix.ts';
import { type End, soundServers } from './sound-server.ts';

const words = messages('fix-use-device', {
  labelMicrophone: 'Use another microphone',
  labelLoudspeaker: 'Use another loudspeaker',
  describeMicrophone: 'Makes another connected microphone the one that programs get when they ask for none.',
  describeLoudspeaker: 'Makes another connected loudspeaker the one that programs get when they ask for none.',
  saysMicrophone: 'Makes “{device}” the microphone that programs use. Now it’s “{before}”.',
  saysLoudspeaker: 'Makes “{device}” the loudspeaker that programs use. Now it’s “{before}”.',
  didMicrophone: 'Made “{device}” the microphone that programs use.',
  didLoudspeaker: 'Made “{device}” the loudspeaker that programs use.',
});

const waysFor = (end: End): readonly Way[] =>
  soundServers.map(
    (server): Way => ({
      id: server.id,
      programs: [server.program],
      asks: server.asks,
      choices: ({ answers }) => {
        const all = server.read(answers, end);
        if (all === undefined) return undefined;
        const used = all.ends.find(({ node }) => node === all.inUse);
        if (used === undefined) return [];
        const says = end === 'source' ? words.saysMicrophone : words.saysLoudspeaker;
        const did = end === 'source' ? words.didMicrophone : words.didLoudspeaker;
        return all.ends
          .filter((one) => one !== used)
          .map((one) => ({
            key: one.node,
            says: says({ device: name(one.name), before: name(used.name) }),
            did: did({ device: name(one.name) }),
            before: { node: used.node },
            after: { node: one.node },
          }));
      },
      value: ({ answers }) => {
        const inUse = server.read(answers, end)?.inUse;
        return inUse === undefined ? undefined : { node: inUse };
      },
      steps: ({ answers }, _key, { node }) => {
        const wanted = server.read(answers, end)?.ends.find((one) => one.node === node);
        return wanted === undefined ? undefined : [server.use(end, wanted.handle)];
      },
    }),
  );

const shared = {
  changes: 'setting',
  gate: 'quiet',
  seconds: { usual: 1, worst: 10 },
  lasts: 'stays',
  undo: 'restore',
  facts: [],
} as const;

export const useMicrophone: Fix = {
  ...shared,
  id: 'use-microphone',
  label: words.labelMicrophone,
  describe: words.describeMicrophone,
  ways: { linux: waysFor('source') },
};
export const useLoudspeaker: Fix = {
  ...shared,
  id: 'use-loudspeaker',
  label: words.labelLoudspeaker,
  describe: words.describeLoudspeaker,
  ways: { linux: waysFor('sink') },
};
