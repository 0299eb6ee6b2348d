/** Owns where Firefox keeps its table of permissions, and reading the rows about one host from a copy. */
import path from 'node:path';
import { type PermissionRow, refusedByFirefox } from '../../core/browsers/firefox-answer.ts';
import { profilesInUse } from '../../core/calendar-sources/thunderbird-profile.ts';
import type { AskedDevice } from '../../core/facts/browsers.ts';
import { withDatabase } from '../calendars/database.ts';
import type { DatabaseCopies } from '../calendars/database-copy.ts';
import { SourceProblem, settingsText, statOf } from '../calendars/files.ts';
import type { Host } from '../machine/machine.ts';

/** Folders that may hold profiles.ini. Newer versions keep to the folder for settings where there is no older one. */
export const firefoxFolders = ({ platform, home, variables }: Host): readonly string[] => {
  if (platform === 'win32') {
    const roaming = variables.APPDATA ?? path.join(home, 'AppData', 'Roaming');
    return [path.join(roaming, 'Mozilla/Firefox')];
  }
  if (platform === 'darwin') return [path.join(home, 'Library/Application Support/Firefox')];
  const settings = variables.XDG_CONFIG_HOME ?? path.join(home, '.config');
  return [
    path.join(home, '.mozilla/firefox'),
    path.join(settings, 'mozilla/firefox'),
    path.join(home, '.var/app/org.mozilla.firefox/.mozilla/firefox'),
    path.join(home, '.var/app/org.mozilla.firefox/config/mozilla/firefox'),
    path.join(home, 'snap/firefox/common/.mozilla/firefox'),
  ];
};

/** It is opened in the program’s own thread; real ones hold some hundred rows. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Only what is about camera and microphone of this host leaves the database. */
const rowsIn = (file: string, host: string): readonly PermissionRow[] =>
  withDatabase(
    file,
    (database) =>
      database
        .prepare(
          `SELECT origin, type, permission, expireType, expireTime FROM moz_perms
            WHERE type IN ('camera', 'microphone') AND origin = ?1`,
        )
        .all(`https://${host}`) as unknown as readonly PermissionRow[],
  );

/** What the profiles in use keep from a host; undefined where there is none, null where one could not be read and no other refuses. Throws `SourceProblem`. */
export const readFirefox = async (
  folder: string,
  host: string,
  copies: DatabaseCopies,
  now: number,
): Promise<readonly AskedDevice[] | null | undefined> => {
  const ini = await settingsText(path.join(folder, 'profiles.ini'));
  if (ini === undefined) return undefined;
  const refused: AskedDevice[] = [];
  let isWhole = true;
  for (const { path: named, relative } of profilesInUse(ini)) {
    const file = path.join(relative ? path.join(folder, named) : named, 'permissions.sqlite');
    // Until something was asked there is no table.
    const stat = await statOf(file);
    if (stat === undefined) continue;
    try {
      if (stat.size > MOST_BYTES) isWhole = false;
      else refused.push(...refusedByFirefox(rowsIn(await copies.of(file), host), host, now));
    } catch (error) {
      // What another profile refuses is told all the same.
      if (!(error instanceof SourceProblem)) throw error;
      isWhole = false;
    }
  }
  return isWhole || refused.length > 0 ? refused : null;
};
