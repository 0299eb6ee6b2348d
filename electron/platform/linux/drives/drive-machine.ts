/**
 * Owns looking at a mounted drive through programs. A drive that is dead or asleep holds whoever asks it: a thread of this
 * program for ever, and with four of them the whole of it. A program can be ended, and left behind.
 */

import { FactUnavailable } from '../../../core/facts/fact.ts';
import { messages } from '../../../core/messages/messages.ts';
import { FILE_PATHS } from '../../backup-sets/file-names.ts';
import { MAX_ENTRIES, MAX_FOLDERS, searched } from '../../backup-sets/folder.ts';
import {
  type CommandResult,
  type DirEntry,
  type FileStat,
  type FreeSpace,
  type Machine,
  runRequired,
} from '../../machine/machine.ts';
import { reasons } from '../../reasons.ts';

const words = messages('linux-drive', {
  damaged: 'The drive couldn’t be read. It may be damaged.',
  denied: 'This account may not open the drive.',
});

const FIND = '/usr/bin/find';
/** A disk that sleeps needs up to ten seconds, and the search gives up after nine. */
const TIMEOUT_MS = 9_000;
const ENTRY_BYTES = 320;

/** Type, size, time, owner, permissions, folder as it was asked for, name. */
const PRINTED = ['-printf', '%y\\t%s\\t%T@\\t%U\\t%m\\t%H\\t%P\\0'];
/** Named only, so that a recording does not change with every file that is looked for. */
const FILES = 'greenroom:backup-files';
const WANTED = ['-regextype', 'posix-extended', '(', '-type', 'd', '-o', '-type', 'f', '-iregex', FILES, ')'];

const kinds: Readonly<Record<string, DirEntry['kind']>> = { d: 'folder', f: 'file', l: 'link' };

interface Item {
  readonly folder: string;
  readonly entry: DirEntry;
  readonly stat: FileStat;
}

/** The last record of an output that was cut short may be half of one. */
const itemsIn = (stdout: string): readonly Item[] =>
  stdout
    .split('\0')
    .slice(0, -1)
    .flatMap((record) => {
      const [type = '', size = '', seconds = '', uid = '', mode = '', folder = '', ...rest] = record.split('\t');
      const name = rest.join('\t');
      const kind = kinds[type] ?? 'other';
      const modifiedMs = Math.floor(Number(seconds) * 1000);
      if (name.includes('\uFFFD') || !Number.isFinite(modifiedMs)) return [];
      return [
        {
          folder,
          entry: { name, kind },
          stat: { kind, size: Number(size), modifiedMs, uid: Number(uid), mode: Number.parseInt(mode, 8) },
        },
      ];
    });

const faultIn = ({ stderr }: CommandResult): FactUnavailable | undefined =>
  /: (?:Input\/output error|Structure needs cleaning|Bad message|Invalid or incomplete multibyte)/.test(stderr)
    ? new FactUnavailable('unreadable', words.damaged)
    : /: (?:Transport endpoint is not connected|Stale file handle|No such device|Software caused)/.test(stderr)
      ? new FactUnavailable('unreadable', reasons.driveGone)
      : undefined;

const find = async (machine: Machine, args: readonly string[], most: number): Promise<CommandResult> => {
  const result = await runRequired(machine, FIND, ['-P', ...args, ...PRINTED], {
    timeoutMs: TIMEOUT_MS,
    enoughBytes: most * ENTRY_BYTES,
    scripts: { [FILES]: FILE_PATHS },
  });
  const fault = faultIn(result);
  if (fault !== undefined) throw fault;
  return result;
};

/** What find says of a folder it was asked for and could not list. */
const isRefused = (stderr: string, folder: string): boolean => stderr.includes(`‘${folder}’: Permission denied`);
const isMissing = (stderr: string, folder: string): boolean => stderr.includes(`‘${folder}’: No such file`);

/**
 * The machine for one mounted drive: folders and times are read by `find`, which prints folders and those files alone that
 * a backup is known by. The folders at its top are listed all at once.
 */
export const driveMachine = (machine: Machine, mount: string): Machine => {
  const stats = new Map<string, FileStat>();
  const lists = new Map<string, readonly DirEntry[]>();
  const keep = (folder: string, items: readonly Item[]): readonly DirEntry[] => {
    const path = folder.endsWith('/') ? folder : `${folder}/`;
    for (const { entry, stat } of items) stats.set(`${path}${entry.name}`, stat);
    const entries = items.map(({ entry }) => entry);
    lists.set(folder, entries);
    return entries;
  };

  /** Folders at the top of the drive, once one of them is asked for. One that is missing here is asked for alone. */
  const listTop = async (names: readonly string[]): Promise<void> => {
    const paths = names.map((name) => `${mount}/${name}`);
    const { code, stdout, stderr } = await find(
      machine,
      [...paths, '-mindepth', '1', '-maxdepth', '1', ...WANTED],
      MAX_ENTRIES,
    );
    if (code === null) return;
    const items = itemsIn(stdout);
    for (const path of paths)
      if (!isRefused(stderr, path) && !isMissing(stderr, path))
        keep(
          path,
          items.filter(({ folder }) => folder === path),
        );
  };

  const list = async (folder: string, most: number): Promise<readonly DirEntry[] | undefined> => {
    const { stdout, stderr } = await find(machine, [folder, '-mindepth', '1', '-maxdepth', '1', ...WANTED], most);
    if (isRefused(stderr, folder)) throw new FactUnavailable('denied', words.denied);
    if (isMissing(stderr, folder)) return undefined;
    return keep(folder, itemsIn(stdout).slice(0, most));
  };

  return {
    ...machine,
    readDir: async (path, limits) => {
      const top = lists.get(mount);
      if (top !== undefined && path.startsWith(`${mount}/`) && !lists.has(path)) {
        const names = searched({ path: mount, entries: top, cut: false }).slice(0, MAX_FOLDERS);
        const isFirst = !names.some((name) => lists.has(`${mount}/${name}`));
        if (isFirst && names.includes(path.slice(mount.length + 1))) await listTop(names);
      }
      return lists.get(path) ?? list(path, limits?.maxEntries ?? MAX_ENTRIES);
    },
    stat: async (path) => {
      const known = stats.get(path);
      if (known !== undefined) return known;
      const { stdout, stderr } = await find(machine, [path, '-maxdepth', '0'], 1);
      if (isRefused(stderr, path)) throw new FactUnavailable('denied', words.denied);
      return itemsIn(stdout)[0]?.stat;
    },
  };
};

/** Room on a mounted volume for this account; null when it is not told. */
export const roomAt = async (machine: Machine, mount: string): Promise<FreeSpace | null> => {
  const args = ['--file-system', '--format=%a %b %S', mount];
  const result = await machine.run('/usr/bin/stat', args, { timeoutMs: TIMEOUT_MS, maxBytes: 4_096 });
  const [, free, all, size] = /^(\d+) (\d+) (\d+)\n$/.exec(result?.stdout ?? '') ?? [];
  return result?.code !== 0 || size === undefined
    ? null
    : { freeBytes: Number(free) * Number(size), totalBytes: Number(all) * Number(size) };
};
