/** Owns finding the folders of calendars that vdirsyncer and khal name in their own settings. */
import { parseKeyFile } from './key-file.ts';

export interface NamedFolder {
  readonly path: string;
  /** It is a folder of calendars, not one. */
  readonly holdsCalendars: boolean;
}

const unquoted = (value: string): string => value.replace(/^(["'])(.*)\1$/, '$2');

/** "~/calendars" and "$HOME/calendars" as whole paths; null for what is none. */
const wholePath = (value: string, home: string): string | null => {
  const path = unquoted(value).replace(/^(?:~|\$HOME|\$\{HOME\})(?=\/|$)/, home);
  return path.startsWith('/') ? path : null;
};

/** The storages of vdirsyncer that are folders on this computer. */
export const vdirsyncerFolders = (config: string, home: string): readonly NamedFolder[] =>
  [...parseKeyFile(config)].flatMap(([section, keys]) => {
    if (!/^storage\s/.test(section) || unquoted(keys.get('type') ?? '') !== 'filesystem') return [];
    if (!/ics/i.test(keys.get('fileext') ?? '.ics')) return [];
    const path = wholePath(keys.get('path') ?? '', home);
    return path === null ? [] : [{ path, holdsCalendars: true }];
  });

/** The calendars of khal. A path that ends in "*" stands for the folders there. */
export const khalFolders = (config: string, home: string): readonly NamedFolder[] => {
  const sections = [...parseKeyFile(config)];
  // khal writes each calendar as a section within "[calendars]"; only those have a path.
  return sections.flatMap(([, keys]) => {
    const path = wholePath(keys.get('path') ?? '', home);
    if (path === null) return [];
    const isMany = /\/\*+\/?$/.test(path);
    const isBirthdays = unquoted(keys.get('type') ?? '') === 'birthdays';
    return isBirthdays ? [] : [{ path: path.replace(/\/\*+\/?$/, ''), holdsCalendars: isMany }];
  });
};
