/** Owns which Debian packages are held by a package source of this computer, and whether apt checks that source's signature. */

import { FactUnavailable } from '../../../../core/facts/fact.ts';
import type { AppProof } from '../../../../core/facts/index.ts';
import { messages } from '../../../../core/messages/messages.ts';
import { place, term } from '../../../../core/messages/value.ts';
import { type IsoTime, isoTime } from '../../../../core/text/time.ts';
import { type Machine, runRequired } from '../../../machine/machine.ts';
import { optional } from '../../../optional.ts';
import { cacheOptions } from '../../updates/apt.ts';

const words = messages('apt-sources', {
  source: '{host} {suite}',
  unknownPackage: 'apt doesn’t know this package.',
  signature: 'Whether apt checks the signature of {source} couldn’t be seen.',
  trusted: 'One of this computer’s package sources is trusted without a signature; apt doesn’t say which.',
  failed: 'apt couldn’t say which source its packages come from.',
  noIndex: 'apt has no index of its package sources on this computer.',
});

const LISTS = '/var/lib/apt/lists';
const SOURCES = '/etc/apt/sources.list';
const PARTS = '/etc/apt/sources.list.d';
/** Nobody has more files of sources than this. */
const MAX_PARTS = 200;

/** `500 http://deb.debian.org/debian bookworm/main amd64 Packages`, below the installed version. */
const SOURCE = /^ {8,10}-?\d{1,5} (\S{1,2000}) (\S{1,300}) (?:\S{1,60} )?Packages$/;

interface Source {
  readonly uri: string;
  /** "bookworm/main", or a path alone. */
  readonly suite: string;
}

/**
 * What `apt-cache policy` printed under LC_ALL=C.UTF-8, by package: the sources that hold the installed version. A package
 * that is not installed, or that apt does not know, is left out.
 */
export const parsePolicy = (stdout: string): ReadonlyMap<string, readonly Source[]> => {
  const found = new Map<string, Source[]>();
  let sources: Source[] | undefined;
  let name = '';
  for (const line of stdout.split('\n')) {
    const heading = /^([a-z0-9][a-z0-9+.-]{0,200})(?::[a-z0-9-]{1,40})?:$/.exec(line)?.[1];
    if (heading !== undefined) {
      name = heading;
      sources = undefined;
    } else if (line.startsWith(' *** ')) {
      sources = [];
      found.set(name, sources);
    } else if (/^ {5}\S/.test(line)) {
      sources = undefined;
    } else {
      const [, uri, suite] = SOURCE.exec(line) ?? [];
      if (uri !== undefined && suite !== undefined) sources?.push({ uri, suite });
    }
  }
  return found;
};

/** In names of files apt writes these as two hexadecimal digits, since `_` stands for `/` there (its URItoFileName). */
const quoted = (text: string): string =>
  text.replace(/[\\|{}[\]<>"^~_=!@#$%&*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);

/** How apt names the index of a source: `http://deb.debian.org/debian bookworm/main` → `deb.debian.org_debian_dists_bookworm_`. */
const indexName = ({ uri, suite }: Source): string => {
  const place = uri
    .replace(/^[a-z+]{1,20}:\/{0,2}/, '')
    .replace(/^[^/@]{0,500}@/, '')
    .replace(/\/+$/, '');
  const slash = suite.lastIndexOf('/');
  const path = slash <= 0 || suite.endsWith('/') ? suite.replace(/\/+$/, '') : `dists/${suite.slice(0, slash)}`;
  return quoted(`${place}/${path}/`).replaceAll('/', '_').toLowerCase();
};

/** apt keeps a signed index as InRelease, or as Release with its signature beside it. Undefined when it keeps none at all. */
const isSigned = (source: Source, lists: ReadonlySet<string>): boolean | undefined => {
  const name = indexName(source);
  if (lists.has(`${name}inrelease`) || lists.has(`${name}release.gpg`)) return true;
  return [...lists].some((list) => list.startsWith(name)) ? false : undefined;
};

/** Whether some source is to be trusted without a signature: `[trusted=yes]` or `Trusted: yes`. */
const trustsBlindly = async (machine: Machine): Promise<boolean> => {
  const parts = ((await machine.readDir(PARTS)) ?? []).filter(({ name }) => /\.(?:list|sources)$/.test(name));
  const files = [SOURCES, ...parts.slice(0, MAX_PARTS).map(({ name }) => `${PARTS}/${name}`)];
  const texts = await Promise.all(files.map((file) => machine.readText(file, { maxBytes: 1_048_576 })));
  return texts.some((text) =>
    text
      ?.split('\n')
      .some((line) => !line.trimStart().startsWith('#') && /\btrusted *[=:] *(?:yes|true|1)\b/i.test(line)),
  );
};

/** Whose base lists are signed a few times a year by design: how old they are is told by when the system looked for updates. */
const DISTRIBUTION =
  /^Origin: *(?:Debian|Ubuntu|UbuntuESM\w*|Canonical|Linux ?Mint|Raspbian|Raspberry Pi Foundation|Pop!?_?OS\S*|pop-os\S*|elementary|Zorin\S*|neon|Kali|Devuan|Trisquel|Parrot|Proxmox) *$/im;

/** When the keeper of a source signed the list that lies here; nothing for the distribution's own. */
const listedAt = async (
  machine: Machine,
  source: Source,
  lists: readonly string[],
): Promise<{ readonly listedAt?: IsoTime | null }> => {
  const name = indexName(source);
  const file = lists.find((list) => [`${name}inrelease`, `${name}release`].includes(list.toLowerCase()));
  const text = file && (await optional(machine.readText(`${LISTS}/${file}`, { maxBytes: 4_194_304 })));
  const head = (text ?? '').slice(0, 4_096);
  if (DISTRIBUTION.test(head)) return {};
  return { listedAt: isoTime(Date.parse(/^Date: (.+)$/m.exec(head)?.[1] ?? '')) ?? null };
};

const hostOf = (uri: string): string => /^[a-z+]{1,20}:\/{2}([^/\s]{1,255})/.exec(uri)?.[1] ?? uri.slice(0, 60);

const proofOf = async (
  machine: Machine,
  sources: readonly Source[] | undefined,
  files: readonly string[],
  blind: boolean,
): Promise<AppProof> => {
  const lists = new Set(files.map((file) => file.toLowerCase()));
  if (sources === undefined) return { is: 'unread', reason: words.unknownPackage };
  const [first] = sources;
  if (first === undefined) return { is: 'no-source' };
  const signed = sources.find((source) => isSigned(source, lists) === true);
  const unsigned = sources.find((source) => isSigned(source, lists) === false);
  const { uri, suite } = signed ?? unsigned ?? first;
  const name = words.source({
    host: place(hostOf(uri.replace(/^([a-z+]{1,20}:\/\/)[^/\s]{0,500}@/, '$1'))),
    suite: term(suite),
  });
  if (signed === undefined && unsigned === undefined)
    return { is: 'unread', reason: words.signature({ source: name }) };
  if (signed === undefined) return { is: 'unsigned-source', name };
  if (blind)
    return {
      is: 'unread',
      reason: words.trusted,
    };
  return { is: 'source', name, ...(await listedAt(machine, signed, files)) };
};

/** What apt says for packages, by name; one call for all of them. Throws `FactUnavailable`. */
export const aptProofs = async (
  machine: Machine,
  packages: readonly string[],
): Promise<ReadonlyMap<string, AppProof>> => {
  const args = ['policy', ...(await cacheOptions(machine)), ...packages];
  const [{ code, stdout }, lists, blind] = await Promise.all([
    runRequired(machine, '/usr/bin/apt-cache', args, { timeoutMs: 8_000 }),
    machine.readDir(LISTS),
    trustsBlindly(machine),
  ]);
  if (code !== 0) throw new FactUnavailable('unreadable', words.failed);
  const policy = parsePolicy(stdout);
  const names = (lists ?? []).map(({ name }) => name);
  // Without an index no source holds anything: that says nothing about a package.
  if (!names.some((name) => name.toLowerCase().endsWith('release')))
    throw new FactUnavailable('unreadable', words.noIndex);
  const proofs = packages.map(async (name) => [name, await proofOf(machine, policy.get(name), names, blind)] as const);
  return new Map(await Promise.all(proofs));
};
