/** Owns the fix "update this one Flatpak app", while it is closed and no call is near. What is offered is what the system had asked for before. */
import { messages } from '../messages/messages.ts';
import { names } from '../messages/names.ts';
import { product } from '../messages/value.ts';
import { type Answer, type Ask, type Choice, type Fix, printed, run, type Seen, type Way } from './fix.ts';

const words = messages('fix-update-flatpak', {
  label: 'Update this app',
  describe:
    'Updates one Flatpak app from the source that it was installed from, while it is closed. There’s no way back to the older version.',
  says: 'Downloads the newer {app} from the source that it was installed from, and installs it. There’s no way back to the older version.',
  did: 'Updated {app}.',
  mayAsk: 'If the update needs more than the app alone, the system asks for an administrator’s password.',
  open: 'Close {apps} first, then update.',
});

const FLATPAK = '/usr/bin/flatpak';
const installations = ['user', 'system'] as const;
type Installation = (typeof installations)[number];

const installed = (where: Installation): Ask => ({
  program: FLATPAK,
  args: ['list', `--${where}`, '--app', '--columns=application,active'],
});
/** By what was last heard from its source: without a click nobody is asked. */
const newer = (where: Installation): Ask => ({
  program: FLATPAK,
  args: ['remote-ls', `--${where}`, '--cached', '--updates', '--app', '--columns=application,commit'],
});

/** `us.zoom.Zoom 8ce0eaa78f25`, with tabs. An app that is there in two branches is left out: nobody could say which. */
const commitsIn = (answer: Answer): ReadonlyMap<string, string> | undefined => {
  const text = printed(answer);
  if (text === undefined) return undefined;
  const rows = text.split('\n').flatMap((row) => {
    const [app = '', commit = ''] = row.trim().split('\t');
    return app !== '' && /^[0-9a-f]{12,64}$/.test(commit) ? [[app, commit] as const] : [];
  });
  return new Map(rows.filter(([app]) => rows.filter(([other]) => other === app).length === 1));
};

const keyOf = (where: Installation, app: string): string => `${where}/${app}`;

const read = ({ answers }: Seen) => ({
  installed: { user: commitsIn(answers[0]), system: commitsIn(answers[1]) },
  newer: { user: commitsIn(answers[2]), system: commitsIn(answers[3]) },
  running: printed(answers[4])
    ?.split('\n')
    .map((row) => row.trim()),
});

/** Which one a key names, of those that Greenroom knows. */
const target = ({ flatpaks }: Seen, key: string) =>
  installations
    .flatMap((where) => [...flatpaks.keys()].map((app) => ({ where, app })))
    .find(({ where, app }) => keyOf(where, app) === key);

const flatpak: Way = {
  id: 'flatpak',
  mayAsk: words.mayAsk,
  programs: [FLATPAK],
  asks: [
    ...installations.map(installed),
    ...installations.map(newer),
    { program: FLATPAK, args: ['ps', '--columns=application'] },
  ],
  choices: (seen) => {
    const now = read(seen);
    if (now.running === undefined || installations.every((where) => now.newer[where] === undefined)) return undefined;
    const all = installations.flatMap((where) =>
      [...seen.flatpaks].flatMap(
        ([app, name]): readonly (Choice & { readonly app: string; readonly name: string })[] => {
          const [before, after] = [now.installed[where]?.get(app), now.newer[where]?.get(app)];
          if (before === undefined || after === undefined || before === after) return [];
          const told = { app: product(name) };
          const key = keyOf(where, app);
          return [
            {
              key,
              says: words.says(told),
              did: words.did(told),
              before: { commit: before },
              after: { commit: after },
              app,
              name,
            },
          ];
        },
      ),
    );
    const closed = all.filter(({ app }) => now.running?.includes(app) !== true);
    if (closed.length > 0 || all.length === 0) return closed.map(({ app: _app, name: _name, ...choice }) => choice);
    return words.open({ apps: names(all.map(({ name }) => name)) });
  },
  value: (seen, key) => {
    const one = target(seen, key);
    const commit = one === undefined ? undefined : read(seen).installed[one.where]?.get(one.app);
    return commit === undefined ? undefined : { commit };
  },
  steps: (seen, key, { commit }) => {
    const one = target(seen, key);
    // An older one is not to be had without an administrator.
    if (one === undefined || read(seen).newer[one.where]?.get(one.app) !== commit) return undefined;
    return [run(FLATPAK, 'update', `--${one.where}`, '--noninteractive', '-y', one.app)];
  },
};

export const updateFlatpak: Fix = {
  id: 'update-flatpak',
  label: words.label,
  describe: words.describe,
  changes: 'program',
  gate: 'ahead',
  seconds: { usual: 60, worst: 300 },
  lasts: 'stays',
  undo: 'none',
  facts: [],
  ways: { linux: [flatpak] },
};
