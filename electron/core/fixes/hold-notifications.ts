/** Owns the fix "hold notifications back for this call": a setting on GNOME and Xfce, a hold that a helper keeps on KDE Plasma. */
import { messages } from '../messages/messages.ts';
import { instant } from '../messages/value.ts';
import { type Choice, type Fix, factOf, OWNER, printed, run, type Seen, type Value, type Way } from './fix.ts';

const words = messages('fix-hold-notifications', {
  label: 'Hold notifications back',
  describe: 'Turns Do Not Disturb on for the call, and puts it back after it. Urgent ones still show.',
  says: 'Holds notifications back until {until}. Urgent ones still show.',
  did: 'Held notifications back until {until}.',
  locked: 'Your organisation or the administrator of this computer has locked this setting.',
});

const choice = ({ until }: Seen, before: Value, after: Value): readonly Choice[] => {
  const told = { until: instant(until, 'clock') };
  return [{ key: '', says: words.says(told), did: words.did(told), before, after }];
};

const GSETTINGS = '/usr/bin/gsettings';
const KEY = ['org.gnome.desktop.notifications', 'show-banners'] as const;

const gnome: Way = {
  id: 'gnome',
  desktop: 'gnome',
  programs: [GSETTINGS, '/usr/bin/dconf'],
  asks: [
    { program: GSETTINGS, args: ['writable', ...KEY] },
    { program: GSETTINGS, args: ['get', ...KEY] },
    // Empty where the person has set nothing: then the default is what goes back.
    { program: '/usr/bin/dconf', args: ['read', `/${KEY[0].replaceAll('.', '/')}/${KEY[1]}`] },
  ],
  choices: (seen) => {
    const [writable, shown] = seen.answers.map((answer) => printed(answer)?.trim());
    const before = gnome.value(seen, '');
    if (before === undefined) return undefined;
    if (shown === 'false') return [];
    return writable === 'true' ? choice(seen, before, { banners: false }) : words.locked;
  },
  value: ({ answers: [, shown, own] }) => {
    const [inForce, set] = [printed(shown)?.trim(), printed(own)?.trim()];
    if (inForce !== 'true' && inForce !== 'false') return undefined;
    if (set === '') return { banners: null };
    return set === 'true' || set === 'false' ? { banners: set === 'true' } : undefined;
  },
  steps: (_seen, _key, { banners }) => [
    banners === null ? run(GSETTINGS, 'reset', ...KEY) : run(GSETTINGS, 'set', ...KEY, String(banners)),
  ],
};

const XFCONF = '/usr/bin/xfconf-query';
const PROPERTY = ['-c', 'xfce4-notifyd', '-p', '/do-not-disturb'] as const;

const xfce: Way = {
  id: 'xfce',
  desktop: 'xfce',
  programs: [XFCONF],
  asks: [{ program: XFCONF, args: PROPERTY }],
  choices: (seen) => {
    const before = xfce.value(seen, '');
    if (before === undefined) return undefined;
    return before.held === true ? [] : choice(seen, before, { held: true });
  },
  value: ({ answers: [answer] }) => {
    if (answer?.code === 1 && /does not exist on channel/.test(answer.stdout + answer.stderr)) return { held: null };
    const text = printed(answer)?.trim();
    return text === 'true' || text === 'false' ? { held: text === 'true' } : undefined;
  },
  steps: (_seen, _key, { held }) => [
    held === null ? run(XFCONF, ...PROPERTY, '-r') : run(XFCONF, ...PROPERTY, '-n', '-t', 'bool', '-s', String(held)),
  ],
};

const NOTIFICATIONS = 'org.freedesktop.Notifications';
const HELD = ['--user', '--json=short', 'get-property', NOTIFICATIONS, '/org/freedesktop/Notifications', NOTIFICATIONS];

const kde: Way = {
  id: 'kde',
  desktop: 'kde',
  programs: ['/usr/bin/kde-inhibit', '/usr/bin/tail'],
  asks: [{ program: '/usr/bin/busctl', args: [...HELD, 'Inhibited'] }],
  choices: (seen) => {
    const before = kde.value(seen, '');
    if (before === undefined) return undefined;
    return before.held === true ? [] : choice(seen, before, { held: true });
  },
  value: ({ answers: [answer] }) => {
    const told = /^\s*\{\s*"type"\s*:\s*"b"\s*,\s*"data"\s*:\s*(true|false)/.exec(printed(answer) ?? '')?.[1];
    return told === undefined ? undefined : { held: told === 'true' };
  },
  // A helper that waited for its standard input would never end; this one ends with Greenroom, also when that is killed.
  steps: (_seen, _key, { held }) =>
    held === true
      ? [
          {
            does: 'hold',
            program: '/usr/bin/kde-inhibit',
            args: ['--notifications', '/usr/bin/tail', `--pid=${OWNER}`, '-f', '/dev/null'],
          },
        ]
      : undefined,
};

export const holdNotifications: Fix = {
  id: 'hold-notifications',
  label: words.label,
  describe: words.describe,
  changes: 'setting',
  gate: 'any',
  seconds: { usual: 1, worst: 10 },
  lasts: 'call',
  undo: 'restore',
  facts: ['focusMode'],
  proof: { fact: 'focusMode', holds: (seen) => factOf(seen, 'focusMode')?.on ?? null },
  ways: { linux: [gnome, xfce, kde] },
};
