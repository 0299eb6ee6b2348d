/** Owns the list of names that are found in a recording: each gets one stand-in, the same throughout. */

import { messages } from '../../../core/messages/messages.ts';
import { type Name, nameOf } from '../../../core/redaction/names.ts';
import { InputError } from '../../../core/text/input-error.ts';

const said = messages('recording-names', {
  tooMany: 'this computer has more than {n, number} names to take out, so none was made',
});

/** What a name is the name of. Its stand-in says so. */
export type NameKind =
  | 'network'
  | 'drive'
  | 'model'
  | 'volume'
  | 'folder'
  | 'backup'
  | 'profile'
  | 'program'
  | 'person'
  | 'host';

const standIn = (kind: NameKind, number: number): string =>
  kind === 'host' ? `host${number}.example.org` : `${kind}-${number}`;

const STAND_IN =
  /^(?:(?:network|drive|model|volume|folder|backup|profile|program|person|process)[- ]?\d+|program|folder|host\d+\.example\.org)$/;

/** Longer ones are no names, and would slow the search for all of them. */
const LONGEST = 256;
/** Each is looked for in every text. */
const MOST_NAMES = 5000;

export interface NameList {
  /** Throws `InputError` where there are more than can be taken out. */
  add(kind: NameKind, text: string): void;
  readonly names: readonly Name[];
}

export const nameList = (): NameList => {
  const found = new Map<string, Name>();
  const counts = new Map<NameKind, number>();
  return {
    add: (kind, raw) => {
      const text = raw.trim();
      if (!/\p{L}/u.test(text) || text.length > LONGEST || found.has(text) || STAND_IN.test(text)) return;
      // One that is left out would stay in the file, which says that it is taken out.
      if (found.size >= MOST_NAMES) throw new InputError('recording', said.tooMany({ n: MOST_NAMES }));
      const number = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, number);
      found.set(text, nameOf(text, standIn(kind, number)));
    },
    get names() {
      return [...found.values()];
    },
  };
};

/** Names of folders that programs give, not people. */
export const OF_PROGRAMS =
  /^(?:back.?ups?|borg|restic|kopia|vorta|pika|deja.?dup|duplicity|rsnapshot|snapshots?|timeshift|sicherung(?:en)?|sauvegardes?|copias?|kopi[ae]?|repos?|repository|srv|mnt|home|root|var|cache|data|media|run|opt|tmp|usr|lib|etc|users?|volumes|volume\d+|public|documents|downloads|desktop|timemachine|\$hostname|\.{1,2}|\.[a-z]+)$/i;

/** The names in a path of a person's: of the drive it is on, of the account, of the folders. */
export const addPath = (list: NameList, path: string, home: string): void => {
  const [, account, drive, below] =
    /^\/(?:run\/media|media)\/([^/]+)\/([^/]+)(.*)$/.exec(path) ??
    /^\/(?:mnt|Volumes)(\/)([^/]+)(.*)$/.exec(path) ??
    [];
  if (account !== undefined && account !== '/') list.add('person', account);
  if (drive !== undefined) list.add('drive', drive);
  const rest = below ?? (path.startsWith(`${home}/`) ? path.slice(home.length) : path);
  for (const part of rest.split(/[/\\]/))
    if (!OF_PROGRAMS.test(part) && !/^[a-z]:$/i.test(part)) list.add('folder', part);
};

/** The names in the address of a repository: a path, `person@host:path`, `scheme://person@host/path`, `\\host\share`. */
export const addAddress = (list: NameList, address: string, home: string): void => {
  const text = address.trim();
  if (text.startsWith('/') && !text.startsWith('//')) {
    addPath(list, text, home);
    return;
  }
  const [, scheme, person, host, path = ''] =
    /^(?:([a-z0-9+]{2,12}):)?(?:\/\/|\\\\)?(?:([^@/\s]{1,128})@)?([^:/\\\s]{1,253})?(.*)$/i.exec(text) ?? [];
  if (scheme === 'file') {
    addPath(list, text.replace(/^file:(?:\/\/)?/i, ''), home);
    return;
  }
  // A password may follow the account.
  for (const part of person?.split(':') ?? []) list.add('person', part);
  if (host !== undefined && host !== 'localhost') {
    list.add('host', host);
    if (host.includes('.')) list.add('host', host.split('.')[0] ?? '');
  }
  addPath(list, path.replace(/^:\d*/, ''), home);
};
