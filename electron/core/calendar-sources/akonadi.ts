/** Owns what KDE's own settings say of its calendars: where they are kept, and which plain files there are. */
import { sanitize } from '../text/sanitize.ts';
import { parseKeyFile } from './key-file.ts';

export type AkonadiStore = { readonly is: 'sqlite'; readonly file: string | null } | { readonly is: 'server' };

/** `file` is null where the settings do not name one: it is then where it always is. */
export const akonadiStore = (akonadiserverrc: string): AkonadiStore => {
  const file = parseKeyFile(akonadiserverrc);
  const driver = file.get('%General')?.get('Driver') ?? '';
  if (!/^QSQLITE3?$/.test(driver)) return { is: 'server' };
  const named = file.get(driver)?.get('Name') ?? '';
  return { is: 'sqlite', file: named.startsWith('/') ? named : null };
};

export interface PlainCalendar {
  readonly name: string;
  readonly path: string;
}

/** A calendar file or folder that one of KDE's resources names; null where it names none on this computer. */
export const plainCalendar = (resource: string, home: string): PlainCalendar | null => {
  const keys = parseKeyFile(resource).get('General');
  const named = (keys?.get('Path[$e]') ?? keys?.get('Path') ?? '').replace(/^file:\/\//, '');
  const path = named.replace(/^\$(?:HOME|\{HOME\})(?=\/)/, home);
  if (!path.startsWith('/')) return null;
  return { path, name: sanitize(keys?.get('DisplayName') ?? '', 60) };
};
