/** Owns whether unattended-upgrades takes anything from the sources of this system: it passes over, silently, what its list does not name. */

import { FactUnavailable } from '../../../core/facts/fact.ts';
import { messages } from '../../../core/messages/messages.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import { attempt, optional } from '../../optional.ts';
import { type Archive, fixingArchives } from './apt-lists.ts';
import { parseOsRelease } from './operating-system.ts';

const words = messages('linux-unattended', {
  origins: 'Whether automatic updates take from this system’s sources isn’t known.',
});

/** The distribution as `lsb_release` names it, and its release. */
interface Names {
  readonly id: string;
  readonly codename: string;
}

/** Where nobody changed it, by the package of Debian and that of Ubuntu. */
const shippedFor = ({ id, codename }: Names): readonly string[] => [
  `origin=Debian,codename=${codename}-security,label=Debian-Security`,
  `${id}:${codename}-security`,
];

/** Ubuntu's list as it is shipped was seen to match nothing here: they name themselves, and their sources say Ubuntu. */
const UNCHANGED = ['pop', 'linuxmint'];

const fields: Readonly<Record<string, 'origin' | 'label' | 'suite' | 'codename'>> = {
  o: 'origin',
  origin: 'origin',
  l: 'label',
  label: 'label',
  a: 'suite',
  archive: 'suite',
  suite: 'suite',
  n: 'codename',
  codename: 'codename',
};

const isLike = (value: string, pattern: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.')}$`,
  ).test(value);

/** `Ubuntu:noble-security`, or `origin=Debian,codename=trixie-security`. What else a pattern asks for is not looked at. */
export const takes = (pattern: string, archive: Archive, { id, codename }: Names): boolean => {
  const filled = pattern.replace(/\$\{distro_id\}/g, () => id).replace(/\$\{distro_codename\}/g, () => codename);
  const [origin = '', suite = ''] = filled.split(':');
  if (!filled.includes('=')) return isLike(archive.origin, origin) && isLike(archive.suite, suite);
  return filled.split(',').every((part) => {
    const [key = '', value = ''] = part.trim().split('=');
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    return field === undefined || isLike(archive[field], value);
  });
};

/** The patterns of `apt-config dump Unattended-Upgrade`. */
export const parsePatterns = (stdout: string): readonly string[] =>
  [
    ...stdout.matchAll(/^Unattended-Upgrade::(?:Allowed-Origins|Origins-Pattern)::[^"\n]{0,60} "([^"\n]{1,300})";$/gm),
  ].map(([, pattern = '']) => pattern);

const namesOf = async (machine: Machine, release: ReadonlyMap<string, string>): Promise<Names> => {
  const lsb = parseOsRelease((await optional(machine.readText('/etc/lsb-release'))) ?? '');
  const id = release.get('ID') ?? '';
  return {
    id: lsb.get('DISTRIB_ID') ?? `${id.slice(0, 1).toUpperCase()}${id.slice(1)}`,
    codename: lsb.get('DISTRIB_CODENAME') ?? release.get('VERSION_CODENAME') ?? '',
  };
};

/** Throws `FactUnavailable` where that cannot be told. */
export const takesOwnFixes = async (machine: Machine): Promise<boolean> => {
  const release = parseOsRelease((await optional(machine.readText('/etc/os-release'))) ?? '');
  const id = release.get('ID') ?? '';
  const config = await attempt(runRequired(machine, '/usr/bin/apt-config', ['dump', 'Unattended-Upgrade']));
  const told = config instanceof FactUnavailable || config.code !== 0 ? [] : parsePatterns(config.stdout);
  // Settings without a list take from nowhere.
  if (told.length === 0 && !(config instanceof FactUnavailable) && /^Unattended-Upgrade\b/m.test(config.stdout))
    return false;
  // A distribution that ships the list makes it fit; a derivative may have taken it as it was.
  if (told.length === 0 && (id === 'debian' || id === 'ubuntu')) return true;
  const names = await namesOf(machine, release);
  const patterns = told.length > 0 ? told : UNCHANGED.includes(id) ? shippedFor(names) : [];
  const archives = (await fixingArchives(machine)).filter(({ origin }) => origin !== '');
  if (patterns.length === 0 || archives.length === 0) throw new FactUnavailable('unreadable', words.origins);
  return archives.some((archive) => patterns.some((pattern) => takes(pattern, archive, names)));
};
