/** Owns how old apt's index is: by the day on which the distribution's own archives signed what is on this disk. */

import { FactUnavailable, type Known, known } from '../../../core/facts/fact.ts';
import { messages } from '../../../core/messages/messages.ts';
import { type IsoTime, isoTime } from '../../../core/text/time.ts';
import type { Machine } from '../../machine/machine.ts';
import { attempt, optional } from '../../optional.ts';
import { parseOsRelease } from './operating-system.ts';
import { oldestByName, timeOr } from './update-source.ts';

const words = messages('apt-lists', {
  age: 'The package index on this computer doesn’t say how old it is.',
  noSecurity: 'None of this computer’s package sources brings security updates, so an empty list says nothing.',
});

const LISTS = '/var/lib/apt/lists';

/** What apt keeps of an archive, by the head of its `InRelease` file. */
export interface Archive {
  readonly file: string;
  readonly origin: string;
  readonly label: string;
  readonly suite: string;
  readonly codename: string;
  /** When the archive signed the index that is on this disk. */
  readonly signedAt: IsoTime | undefined;
  /** Why the file could not be read. */
  readonly unread?: FactUnavailable;
}

/** `security.ubuntu.com_ubuntu_dists_noble-security_InRelease`; Debian 10 and older write `buster_updates` below its own server. */
const isSecurityFile = (file: string): boolean =>
  /[-_]security_(?:In)?Release$/.test(file) || /^security\.debian\.org_.*_updates_(?:In)?Release$/.test(file);

/** Ubuntu's extended maintenance comes beside the archive, and is signed as seldom as it changes. */
const isExtended = (file: string): boolean => file.startsWith('esm.ubuntu.com_');

/** Releases of Ubuntu that get fixes from the extended maintenance alone: their own archive is signed no more. */
const EXTENDED_ALONE = ['trusty', 'xenial', 'bionic', 'focal'];

const archiveOf = (file: string, text: string): Archive => {
  const head = text.slice(0, 4096);
  const field = (name: string): string => new RegExp(`^${name}: (.{1,200})$`, 'm').exec(head)?.[1]?.trim() ?? '';
  return {
    file,
    origin: field('Origin'),
    label: field('Label'),
    suite: field('Suite'),
    codename: field('Codename'),
    signedAt: isoTime(Date.parse(field('Date'))),
  };
};

const read = async (machine: Machine, files: readonly string[]): Promise<readonly Archive[]> =>
  Promise.all(
    files.map(async (file) => {
      const text = await attempt(machine.readText(`${LISTS}/${file}`, { maxBytes: 4_194_304 }));
      // One that cannot be read is of an unknown age, which is no young one.
      return text instanceof FactUnavailable ? { ...archiveOf(file, ''), unread: text } : archiveOf(file, text ?? '');
    }),
  );

const indexFiles = async (machine: Machine): Promise<readonly string[]> =>
  ((await machine.readDir(LISTS)) ?? []).map(({ name }) => name).filter((name) => /_(?:In)?Release$/.test(name));

/** The archives that carry security fixes alone; none on systems that do not set them apart (Kali, Debian sid). */
export const securityArchives = async (machine: Machine): Promise<readonly Archive[]> => {
  const security = (await indexFiles(machine)).filter(isSecurityFile);
  const extended = security.filter((file) => isExtended(file) && file.includes('_infra_'));
  const isOld = extended.some((file) => EXTENDED_ALONE.some((codename) => file.includes(`_${codename}-`)));
  return read(machine, isOld ? extended : security.filter((file) => !isExtended(file)));
};

/** The archives that fixes come from: those that carry them alone, else all. */
export const fixingArchives = async (machine: Machine): Promise<readonly Archive[]> => {
  const security = await securityArchives(machine);
  return security.length > 0 ? security : read(machine, await indexFiles(machine));
};

/** Whether this system has a source that carries security fixes alone, so that what comes from elsewhere is none. */
export const setsSecurityApart = async (machine: Machine): Promise<boolean> =>
  (await indexFiles(machine)).some((file) => isSecurityFile(file) && !isExtended(file));

/** Suites of Debian that get their fixes in the suite itself. */
const ROLLING = /^(?:sid|unstable|experimental)$/;

/** Several mirrors of one archive are one. */
const nameOf = ({ origin, label, suite, file }: Archive): string =>
  origin === '' ? file : [origin, label, suite].join('\n');

/**
 * When the system last looked for updates: the oldest of its own archives that matter. Another source that answers says
 * nothing of them, nor does the mark of a successful look, which apt leaves when any source answered.
 */
export const lookedAt = async (machine: Machine): Promise<Known<IsoTime | 'never'>> => {
  const files = await indexFiles(machine);
  if (files.length === 0) return known('never', LISTS);
  const tell = (archives: readonly Archive[]): Known<IsoTime> => {
    const unread = archives.find((archive) => archive.unread !== undefined)?.unread;
    if (unread !== undefined) throw unread;
    return timeOr(
      oldestByName(archives.map((archive) => ({ name: nameOf(archive), at: archive.signedAt }))),
      `${LISTS}/${archives[0]?.file}`,
      words.age,
    );
  };
  const release = parseOsRelease((await optional(machine.readText('/etc/os-release'))) ?? '');
  const ids = [release.get('ID') ?? '', ...(release.get('ID_LIKE') ?? '').split(/\s+/)].filter((id) => id !== '');
  const isOwn = ({ origin }: Archive): boolean => ids.includes(origin.toLowerCase());
  const security = await securityArchives(machine);
  // The distribution's own, where somebody else has such a source too.
  const own = security.filter(isOwn);
  if (security.length > 0) return tell(own.length > 0 ? own : security);

  const archives = await read(machine, files);
  const base = archives.length === 1 ? archives : archives.filter(isOwn);
  const isStable = ({ origin, suite, codename }: Archive): boolean =>
    ['debian', 'ubuntu'].includes(origin.toLowerCase()) && !ROLLING.test(suite) && !ROLLING.test(codename);
  if (base.length > 0 && base.every(isStable)) throw new FactUnavailable('unreadable', words.noSecurity);
  return tell(base);
};
