/** Owns reading which Linux this is, from os-release(5). */

import * as v from 'valibot';
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { OperatingSystem } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { place } from '../../../core/messages/value.ts';
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';

const words = messages('linux-system', {
  missing: 'This system doesn’t say which Linux it is: /etc/os-release is missing.',
  unnamed: '{file} doesn’t name this Linux.',
});

const files = ['/etc/os-release', '/usr/lib/os-release'];

/** The assignments of an os-release file. Values may be quoted as in a shell and may hold `=`. */
export const parseOsRelease = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split('\n').flatMap((line) => {
      const match = /^\s*([A-Z0-9_]+)=(.*?)\s*$/.exec(line);
      if (match === null) return [];
      const [, name = '', raw = ''] = match;
      const quote = raw[0];
      const quoted = (quote === '"' || quote === "'") && raw.length > 1 && raw.endsWith(quote);
      const value = quoted ? raw.slice(1, -1) : raw;
      return [[name, quote === "'" ? value : value.replace(/\\(["$`\\])/g, '$1')] as const];
    }),
  );

/** The os-release of this machine. */
export const readOsRelease = async (
  machine: Machine,
): Promise<{ readonly file: string; readonly values: ReadonlyMap<string, string> }> => {
  for (const file of files) {
    const text = await machine.readText(file, { maxBytes: 65_536 });
    if (text !== undefined) return { file, values: parseOsRelease(text) };
  }
  throw new FactUnavailable('unreadable', words.missing);
};

/** Distributions that are released continuously, whatever number their image carries. */
const ROLLING = [
  'arch',
  'gentoo',
  'void',
  'solus',
  'kali',
  'pclinuxos',
  'siduction',
  'opensuse-tumbleweed',
  'opensuse-slowroll',
];

const isRolling = (id: string, like: readonly string[], values: ReadonlyMap<string, string>): boolean =>
  values.get('BUILD_ID') === 'rolling' ||
  ROLLING.includes(id) ||
  like.some((it) => it === 'arch' || it === 'opensuse-tumbleweed') ||
  // The testing and unstable ones of Debian and Devuan carry no number, and Alpine's edge one of no release.
  (/^(?:debian|devuan)$/.test(id) &&
    !values.has('VERSION_ID') &&
    /\/(?:sid|ceres)\b/.test(values.get('PRETTY_NAME') ?? '')) ||
  (id === 'alpine' && /_alpha/.test(values.get('VERSION_ID') ?? ''));

/** What Ubuntu Pro notes of itself for every account; a computer that never had it has no such file. */
const proStatus = v.object({
  attached: v.boolean(),
  services: v.fallback(v.array(v.object({ name: v.string(), status: v.optional(v.string()) })), []),
});

export const PRO_STATUS = '/var/lib/ubuntu-advantage/status.json';

const parsePro = (text: string): v.InferOutput<typeof proStatus> | undefined => {
  try {
    const read = v.safeParse(proStatus, JSON.parse(text));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
};

/** What a recording keeps of it: neither account nor contract. */
export const allowedPro = (text: string): string => JSON.stringify(parsePro(text) ?? {});

const notesExtended = async (machine: Machine): Promise<boolean | undefined> => {
  const pro = parsePro((await optional(machine.readText(PRO_STATUS, { maxBytes: 262_144 }))) ?? '');
  return pro?.attached && pro.services.some(({ name, status }) => name === 'esm-infra' && status === 'enabled');
};

/** Releases before this one get fixes from the extended maintenance alone. */
const FIRST_WITHOUT = 22;

/** Whether apt takes Ubuntu's extended maintenance, by what Ubuntu Pro notes, or by the index that apt keeps of it. */
const takesExtended = async (machine: Machine, version: string): Promise<boolean | undefined> => {
  const lists = (await optional(machine.readDir('/var/lib/apt/lists'))) ?? [];
  const indexes = lists.map(({ name }) => name).filter((name) => /_(?:In)?Release$/.test(name));
  // An index may be left over from when it was attached.
  const noted = Number.parseInt(version, 10) < FIRST_WITHOUT ? await notesExtended(machine) : undefined;
  if (noted !== undefined) return noted;
  return indexes.length === 0 ? undefined : indexes.some((name) => name.startsWith('esm.ubuntu.com_infra_'));
};

const CODENAME = /^[a-z][a-z0-9-]{0,30}$/;

export const operatingSystem = reader<OperatingSystem>(5_000, async (machine) => {
  const { file, values } = await readOsRelease(machine);
  const id = values.get('ID') ?? '';
  if (id === '') throw new FactUnavailable('unreadable', words.unnamed({ file: place(file) }));
  const version = values.get('VERSION_ID') ?? '';
  const like = (values.get('ID_LIKE') ?? '').split(/\s+/).filter((word) => word !== '');
  const supportEnds = /^\d{4}-\d{2}-\d{2}$/.exec(values.get('SUPPORT_END') ?? '')?.[0];
  const codename = (key: string, name: string) => {
    const value = values.get(key)?.toLowerCase() ?? '';
    return CODENAME.test(value) ? { [name]: value } : {};
  };
  const codenames = {
    ...codename('VERSION_CODENAME', 'own'),
    ...codename('UBUNTU_CODENAME', 'ubuntu'),
    ...codename('DEBIAN_CODENAME', 'debian'),
  };
  const extendedUpdates = id === 'ubuntu' ? await takesExtended(machine, version) : undefined;
  return known(
    {
      name: values.get('PRETTY_NAME') ?? `${values.get('NAME') ?? id} ${version}`.trim(),
      id,
      like,
      version,
      ...(Object.keys(codenames).length === 0 ? {} : { codenames }),
      rolling: isRolling(id, like, values),
      ...(supportEnds === undefined ? {} : { supportEnds }),
      ...(extendedUpdates === undefined ? {} : { extendedUpdates }),
    },
    file,
  );
});
