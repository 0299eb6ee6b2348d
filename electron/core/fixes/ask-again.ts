/** Owns the fix "let the system ask again": one answer "no" of Flatpak's camera question is taken out, so that it comes up at the next use. */
import { messages } from '../messages/messages.ts';
import { product } from '../messages/value.ts';
import { type Answer, type Fix, printed, run, type Way } from './fix.ts';

const words = messages('fix-ask-again', {
  label: 'Let the system ask again',
  describe:
    'Removes the answer “no” that was once given when one Flatpak app asked for the camera. The system asks you again; nothing is allowed by it.',
  says: 'Removes the answer “no” that you gave when {app} asked for your camera. It asks you again at the next use.',
  did: 'Removed the answer “no” for the camera of {app}.',
});

const FLATPAK = '/usr/bin/flatpak';

/** `devices camera us.zoom.Zoom no 0x00`, with tabs; undefined where the list could not be read. */
const answersIn = ([answer]: readonly Answer[]): ReadonlyMap<string, string> | undefined => {
  // Before the first question there is no such list.
  if (answer?.code === 1 && /No entry for camera/.test(answer.stderr + answer.stdout)) return new Map();
  const rows = printed(answer)?.split('\n');
  if (rows === undefined) return undefined;
  return new Map(
    rows.flatMap((row) => {
      const [table, id, app = '', given = ''] = row.split('\t');
      return table === 'devices' && id === 'camera' && app !== '' ? [[app, given] as const] : [];
    }),
  );
};

const flatpak: Way = {
  id: 'flatpak',
  programs: [FLATPAK],
  asks: [{ program: FLATPAK, args: ['permissions', 'devices', 'camera'] }],
  choices: ({ answers, flatpaks }) => {
    const given = answersIn(answers);
    if (given === undefined) return undefined;
    return [...flatpaks].flatMap(([app, name]) =>
      given.get(app) === 'no'
        ? [
            {
              key: app,
              says: words.says({ app: product(name) }),
              did: words.did({ app: product(name) }),
              before: { answer: 'no' },
              after: { answer: null },
            },
          ]
        : [],
    );
  },
  value: ({ answers }, app) => {
    const given = answersIn(answers);
    return given === undefined ? undefined : { answer: given.get(app) ?? null };
  },
  steps: ({ flatpaks }, app, { answer }) => {
    if (!flatpaks.has(app)) return undefined;
    if (answer === null) return [run(FLATPAK, 'permission-remove', 'devices', 'camera', app)];
    // Only what the person had answered goes back: nothing is ever allowed.
    return answer === 'no' ? [run(FLATPAK, 'permission-set', 'devices', 'camera', app, 'no')] : undefined;
  },
};

export const askAgain: Fix = {
  id: 'ask-again',
  label: words.label,
  describe: words.describe,
  changes: 'setting',
  gate: 'quiet',
  seconds: { usual: 1, worst: 10 },
  lasts: 'stays',
  undo: 'restore',
  facts: [],
  ways: { linux: [flatpak] },
};
