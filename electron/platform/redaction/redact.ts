/** Owns taking out of a recording what would name a person, a machine or a network, without changing what it means. */
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Identity } from '../../core/facts/identity.ts';
import type { Platform } from '../../core/facts/index.ts';
import type { Reading, Recording } from '../machine/recording.ts';
import { redactDarwin } from './darwin/redact.ts';
import { withoutOtherDownloads } from './downloads.ts';
import { redactLinux } from './linux/redact.ts';
import { allowedFile, allowedOutput } from './win32/allowlist.ts';

/** Names that say nothing about anybody, and that stand in system files for other reasons. */
const ordinary = new Set([
  'root',
  'user',
  'admin',
  'debian',
  'ubuntu',
  'fedora',
  'arch',
  'linux',
  'mint',
  'suse',
  'localhost',
  'machine',
  'desktop',
  'laptop',
  'windows',
  'macbook',
  'home',
  'data',
]);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A word on its own: not inside a longer one. */
const wordPattern = (word: string): RegExp | null =>
  word.length < 3 || ordinary.has(word.toLowerCase())
    ? null
    : new RegExp(`(?<![\\p{L}\\p{N}_])${escaped(word)}(?![\\p{L}\\p{N}_])`, 'giu');

const homeFor: Readonly<Record<Recording['host']['platform'], string>> = {
  linux: '/home/user',
  darwin: '/Users/user',
  win32: 'C:\\Users\\user',
};

/** The same secret gets the same stand-in throughout a recording, so that things that belong together still do. */
const standIns = (make: (number: number) => string): ((secret: string) => string) => {
  const known = new Map<string, string>();
  const given = new Set<string>();
  return (secret) => {
    if (given.has(secret)) return secret;
    const standIn = known.get(secret) ?? make(known.size + 1);
    known.set(secret, standIn);
    given.add(standIn);
    return standIn;
  };
};

const hex = (number: number, length: number): string => number.toString(16).padStart(length, '0');

const redactWindows = (reads: readonly Reading[]): readonly Reading[] =>
  reads.map((reading) => {
    if (reading.op === 'readText' && 'text' in reading)
      return { ...reading, text: allowedFile(reading.path, reading.text) };
    if (reading.op === 'run' && 'stdout' in reading && reading.program.endsWith('\\powershell.exe')) {
      return { ...reading, stdout: allowedOutput(reading.stdout) };
    }
    return reading;
  });

/** What each system's readings hold of other software, people and devices. */
const redactors: Readonly<Record<Platform, (reads: readonly Reading[], catalogue: Catalogue) => readonly Reading[]>> = {
  linux: redactLinux,
  darwin: redactDarwin,
  win32: redactWindows,
};

/** Identities of drives, as lists of drives in these readings name them. */
const driveIdentities = (reads: readonly Reading[]): ReadonlySet<string> =>
  new Set([...JSON.stringify(reads).matchAll(/\\"uuid\\"\s*:\s*\\"([^"\\]{8,64})\\"/g)].map(([, id = '']) => id));

/**
 * A function that takes names of people, computers and networks out of every text in a value, and leaves its shape.
 * Programs note the identity of a drive in forms of their own: those in `identities` are taken out wherever they stand.
 */
export const cleanerFor = (
  platform: Platform,
  identity: Identity,
  identities: ReadonlySet<string> = new Set(),
): (<T>(value: T) => T) => {
  const user = wordPattern(identity.userName);
  const host = wordPattern(identity.hostName);
  const mac = standIns((number) => `02:00:00:00:${hex(number >> 8, 2)}:${hex(number & 255, 2)}`);
  const mail = standIns((number) => `person${number}@example.org`);
  const server = standIns((number) => `host${number}.example.org`);
  const volume = standIns((number) => `00000000-0000-4000-8000-${hex(number, 12)}`);

  const repository = standIns((number) => hex(number, 64));

  const clean = (text: string): string => {
    let result = text;
    for (const id of identities) result = result.replaceAll(id, volume(id));
    if (platform === 'linux') result = result.replace(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g, repository);
    if (identity.home.length > 1) result = result.replaceAll(identity.home, homeFor[platform]);
    result = result
      // Order matters: addresses are whole before names inside them are replaced.
      .replace(/\b[0-9a-f]{2}(?::[0-9a-f]{2}){5}\b/gi, mac)
      .replace(/\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}\b/g, mail)
      .replace(
        /(\b(?:smb|nfs|ssh|sftp|ftp|ftps|dav|davs|afp|rsync):\/\/)(?:[^\s/@"]{1,128}@)?([^\s/"':]{1,253})/gi,
        (_all, scheme: string, name: string) => `${scheme}${server(name)}`,
      )
      .replace(
        /("(?:uuid|serial|partuuid|ptuuid|wwn)"\s*:\s*")([^"]+)(")/gi,
        (_all, before: string, id: string, after: string) => `${before}${volume(id)}${after}`,
      );
    if (user !== null) result = result.replace(user, 'user');
    if (host !== null) result = result.replace(host, 'machine');
    return result;
  };
  const deep = (value: unknown): unknown => {
    if (typeof value === 'string') return clean(value);
    if (Array.isArray(value)) return value.map(deep);
    if (value === null || typeof value !== 'object') return value;
    // A changed byte would make a file that was read in bytes unreadable.
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, key === 'base64' ? inner : deep(inner)]),
    );
  };
  return (value) => deep(value) as typeof value;
};

/**
 * A recording without user name, host name, home folder, serial numbers, volume ids, hardware and network addresses, mail
 * addresses and the list of software that the catalogue does not know.
 */
export const redact = (recording: Recording, identity: Identity, catalogue: Catalogue): Recording => {
  const { platform } = recording.host;
  const reads = withoutOtherDownloads(redactors[platform](recording.reads, catalogue), recording.host, catalogue);
  return {
    ...cleanerFor(platform, identity, driveIdentities(recording.reads))({ ...recording, reads: [...reads] }),
    redacted: true,
  };
};
