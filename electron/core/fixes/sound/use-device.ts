/** Owns the fixes "use this microphone", "use this loudspeaker": the one that programs get when they ask for none. */
import { messages } from '../../messages/messages.ts';
import { name } from '../../messages/value.ts';
import type { Answer, Fix, Value, Way } from '../fix.ts';
import { type End, type SoundServer, soundServers } from './sound-server.ts';

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

/** How it stands: what is in use, and what was chosen where the server tells that. */
const standing = (server: SoundServer, answers: readonly Answer[], end: End): Value | undefined => {
  const inUse = server.read(answers, end)?.inUse;
  if (inUse === undefined) return undefined;
  if (server.chosen === undefined) return { node: inUse };
  const chosen = server.chosen.read(answers, end);
  return chosen === undefined ? undefined : { node: inUse, chosen };
};

/** First the one that tells whether anything was chosen at all. */
const waysFor = (end: End): readonly Way[] =>
  soundServers.toReversed().map(
    (server): Way => ({
      id: server.id,
      programs: [server.program],
      asks: server.asks,
      choices: ({ answers }) => {
        const all = server.read(answers, end);
        if (all === undefined) return undefined;
        const used = all.ends.find(({ node }) => node === all.inUse);
        const before = standing(server, answers, end);
        if (used === undefined || before === undefined) return [];
        const says = end === 'source' ? words.saysMicrophone : words.saysLoudspeaker;
        const did = end === 'source' ? words.didMicrophone : words.didLoudspeaker;
        return all.ends
          .filter((one) => one !== used)
          .map((one) => ({
            key: one.node,
            says: says({ device: name(one.name), before: name(used.name) }),
            did: did({ device: name(one.name) }),
            before,
            after: server.chosen === undefined ? { node: one.node } : { node: one.node, chosen: one.node },
          }));
      },
      value: ({ answers }) => standing(server, answers, end),
      steps: ({ answers }, _key, to) => {
        const wanted = server.read(answers, end)?.ends.find(({ node }) => node === (to.chosen ?? to.node));
        const use = wanted === undefined ? [] : [server.use(end, wanted.handle)];
        // Of several that are alike the server goes on with the one it has: what was in use is chosen before the choice is taken back.
        if (to.chosen === null) return server.chosen === undefined ? undefined : [...use, server.chosen.clear(end)];
        return wanted === undefined ? undefined : use;
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
