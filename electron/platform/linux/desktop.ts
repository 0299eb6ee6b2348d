/** Owns what a Linux desktop's own settings tell: which desktop runs, GNOME's settings and KDE's files. */

import { FactUnavailable } from '../../core/facts/fact.ts';
import { messages } from '../../core/messages/messages.ts';
import { term } from '../../core/messages/value.ts';
import { type Machine, runRequired } from '../machine/machine.ts';
import { reasons } from '../reasons.ts';
import { parseSettings } from './gsettings.ts';

const words = messages('desktop', {
  other: 'Greenroom can ask only GNOME and KDE Plasma about this setting.',
  settings: 'The settings of the desktop couldn’t be read.',
  missing: 'The desktop has no setting {setting}.',
  noSwitch: '{setting} is neither on nor off.',
});

/** Undefined for a desktop whose settings Greenroom does not know, and where no desktop runs at all. */
export const desktopOf = (machine: Machine): 'gnome' | 'kde' | 'xfce' | undefined => {
  const names = (machine.variable('XDG_CURRENT_DESKTOP') ?? '').toLowerCase().split(':');
  if (names.some((name) => ['gnome', 'unity', 'ubuntu'].includes(name))) return 'gnome';
  if (names.includes('xfce')) return 'xfce';
  return names.includes('kde') ? 'kde' : undefined;
};

export const otherDesktop = (): FactUnavailable => new FactUnavailable('unsupported', words.other);

/** One setting by schema and key: `org.gnome.desktop.session idle-delay`. Throws `FactUnavailable` when it is not there. */
export type Setting = (name: string) => string;

/**
 * GNOME's settings, all asked for at once. Ask only where GNOME runs: elsewhere gsettings answers with the defaults of a
 * desktop nobody uses. No session bus is needed to read them.
 */
export const gnomeSettings = async (machine: Machine): Promise<Setting> => {
  const { code, stdout, stderr } = await runRequired(machine, '/usr/bin/gsettings', ['list-recursively'], {
    timeoutMs: 3_000,
    maxBytes: 4_194_304,
  });
  // Without its database gsettings tells defaults, and says so only in passing.
  if (code !== 0 || stderr.includes('dconf')) {
    throw new FactUnavailable('unreadable', words.settings);
  }
  const settings = parseSettings(stdout);
  return (name) => {
    const value = settings.get(name);
    if (value === undefined) throw new FactUnavailable('unreadable', words.missing({ setting: term(name) }));
    return value;
  };
};

/** `true` or `false`; anything else is none of a switch. */
export const switchOf = (setting: Setting, name: string): boolean => {
  const value = setting(name);
  if (value !== 'true' && value !== 'false')
    throw new FactUnavailable('unreadable', words.noSwitch({ setting: term(name) }));
  return value === 'true';
};

/** A whole number, with or without its type: `300`, `uint32 300`. */
export const numberOf = (setting: Setting, name: string): number => {
  const digits = /^(?:u?int(?:16|32|64) )?(-?\d{1,10})$/.exec(setting(name))?.[1];
  if (digits === undefined) throw new FactUnavailable('unreadable', reasons.noNumber({ what: term(name) }));
  return Number(digits);
};

/** The keys of one group of a KDE settings file; marks such as `[$i]` are left out. */
export const parseKdeGroup = (text: string, group: string): ReadonlyMap<string, string> => {
  const values = new Map<string, string>();
  let inside = false;
  for (const line of text.split('\n')) {
    const plain = line.trim().replace(/\[\$[a-z]{1,4}\]/g, '');
    if (plain.startsWith('[')) inside = plain === `[${group}]`;
    const equals = plain.indexOf('=');
    if (inside && equals > 0) values.set(plain.slice(0, equals).trim(), plain.slice(equals + 1).trim());
  }
  return values;
};

/** One group of a KDE settings file: the person's own over that of the system. A missing file leaves the defaults. */
export const kdeGroup = async (machine: Machine, file: string, group: string): Promise<ReadonlyMap<string, string>> => {
  const own = machine.variable('XDG_CONFIG_HOME') ?? `${machine.host.home}/.config`;
  const texts = await Promise.all(
    [`/etc/xdg/${file}`, `${own}/${file}`].map((path) => machine.readText(path, { maxBytes: 262_144 })),
  );
  return new Map(texts.flatMap((text) => [...parseKdeGroup(text ?? '', group)]));
};
