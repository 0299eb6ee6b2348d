/** Owns the backups that Windows itself leaves on a drive: File History, system images, Windows 7 backups. */
import type { BackupSet } from '../../core/facts.ts';
import { type IsoTime, isoTime } from '../../core/time.ts';
import type { Machine } from '../machine.ts';
import { changed, folders, latest, listed, MAX_FOLDERS } from './looks.ts';

/** `FileHistory\<person>\<computer>\Configuration`: its list of copies changes with each of them, its settings without. */
export const fileHistorySets = async (machine: Machine, root: string): Promise<readonly BackupSet[]> => {
  const base = `${root}FileHistory`;
  const people = folders(await listed(machine, base));
  const computers = await Promise.all(
    people.map(async (person) =>
      folders(await listed(machine, `${base}\\${person}`)).map((computer) => ({ computer, person })),
    ),
  );
  const sets = computers
    .flat()
    .slice(0, MAX_FOLDERS)
    .map(async ({ computer, person }): Promise<BackupSet> => {
      const folder = `${base}\\${person}\\${computer}\\Configuration`;
      return {
        tool: 'file-history',
        name: `File History of ${computer}`,
        ...latest([await changed(machine, `${folder}\\Catalog1.edb`)]),
      };
    });
  const found = await Promise.all(sets);
  return found.length > 0 ? found : [{ tool: 'file-history', name: 'File History' }];
};

/** "Backup 2026-11-20 190012", "Backup Set 2026-11-20 190012". */
export const dateIn = (name: string): IsoTime | undefined => {
  const [, day, hour, minute, second] = /^Backup (?:Set )?(\d{4}-\d\d-\d\d) (\d\d)(\d\d)(\d\d)$/.exec(name) ?? [];
  return day === undefined ? undefined : isoTime(Date.parse(`${day}T${hour}:${minute}:${second}Z`));
};

/** `WindowsImageBackup\<computer>\Backup <date>`; on most drives an ordinary account sees the outer folder only. */
export const imageSets = async (machine: Machine, root: string): Promise<readonly BackupSet[]> => {
  const base = `${root}WindowsImageBackup`;
  const computers = folders(await listed(machine, base));
  if (computers.length === 0) return [{ tool: 'windows-image', name: 'Windows system image' }];
  return Promise.all(
    computers.map(async (computer): Promise<BackupSet> => {
      const dates = (await listed(machine, `${base}\\${computer}`)).map(({ name }) => dateIn(name));
      return { tool: 'windows-image', name: `Windows system image of ${computer}`, ...latest(dates) };
    }),
  );
};
