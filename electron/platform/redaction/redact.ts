/** Owns taking out of a recording what would name a person, a machine or a network, without changing what it means. */
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { Identity } from '../../core/facts/identity.ts';
import type { Platform } from '../../core/facts/index.ts';
import { knownHosts } from '../../core/redaction/known-hosts.ts';
import { mapTexts, type Name } from '../../core/redaction/names.ts';
import { PlistError, parsePlist } from '../darwin/plist/index.ts';
import { plistText } from '../darwin/plist/write-xml.ts';
import type { Reading, Recording } from '../machine/recording.ts';
import { ownNames, textCleaner } from './cleaner.ts';
import { redactDarwin } from './darwin/redact.ts';
import { withoutOtherDownloads } from './downloads.ts';
import { redactLinux } from './linux/redact.ts';
import { addDarwinNames, isOnVolume } from './names/darwin.ts';
import { withFewGivenNames } from './names/drive-folders.ts';
import { addLinuxNames } from './names/linux.ts';
import { type NameList, nameList } from './names/name-list.ts';
import { addWindowsNames, isOnOtherDrive } from './names/win32.ts';
import { withoutPatterns } from './patterns.ts';
import { allowedFile, allowedOutput } from './win32/allowlist.ts';

const isPowershell = (reading: Reading): reading is Reading & { readonly stdout: string } =>
  reading.op === 'run' && 'stdout' in reading && reading.program.endsWith('\\powershell.exe');

const redactWindows = (reads: readonly Reading[]): readonly Reading[] => {
  const printed = reads.filter(isPowershell).map(({ stdout }) => stdout);
  return reads.map((reading) => {
    if (reading.op === 'readText' && 'text' in reading)
      return { ...reading, text: allowedFile(reading.path, reading.text) };
    return isPowershell(reading) ? { ...reading, stdout: allowedOutput(reading.stdout, printed) } : reading;
  });
};

interface System {
  /** Leaves out what no reader uses. */
  readonly excerpt: (reads: readonly Reading[], catalogue: Catalogue) => readonly Reading[];
  /** A place on a drive whose folders people name; on Linux they have their stand-ins in the excerpt. */
  readonly isOnDrive: (path: string) => boolean;
  /** Finds the names that people gave in what is left. */
  readonly addNames: (list: NameList, reads: readonly Reading[], home: string, catalogue: Catalogue) => void;
}
const systems: Readonly<Record<Platform, System>> = {
  linux: { excerpt: redactLinux, isOnDrive: () => false, addNames: addLinuxNames },
  darwin: { excerpt: redactDarwin, isOnDrive: isOnVolume, addNames: addDarwinNames },
  win32: { excerpt: redactWindows, isOnDrive: isOnOtherDrive, addNames: addWindowsNames },
};

/** Identities of drives, as lists of drives in these readings name them. */
const driveIdentities = (reads: readonly Reading[]): ReadonlySet<string> =>
  new Set([...JSON.stringify(reads).matchAll(/\\"uuid\\"\s*:\s*\\"([^"\\]{8,64})\\"/g)].map(([, id = '']) => id));

/** What stands under these keys is one of Greenroom’s own words, whatever a person or a computer is called. */
const constants: ReadonlySet<string> = new Set(['schema', 'platform', 'op', 'cannotTell', 'kind', 'id']);

/** A function that takes names out of every text in a value, and leaves its shape; in the files that a recording holds, too. */
const recordingCleaner = (
  platform: Platform,
  identity: Identity,
  names: readonly Name[],
  rest: (text: string) => string,
): (<T>(value: T) => T) => {
  const clean = textCleaner(platform, identity, names, rest);
  return (value) =>
    mapTexts(value, (text, key) =>
      constants.has(key) ? text : key === 'base64' ? withoutNamesInList(text, clean) : clean(text),
    );
};

/** A property list without the names; a changed byte would make any other file unreadable, so those stay. */
const withoutNamesInList = (base64: string, clean: (text: string) => string): string => {
  try {
    const list = parsePlist(Buffer.from(base64, 'base64'));
    const cleaned = mapLists(list, clean);
    const isSame = JSON.stringify(mapLists(list, (text) => text)) === JSON.stringify(cleaned);
    return isSame ? base64 : Buffer.from(plistText(cleaned as Parameters<typeof plistText>[0])).toString('base64');
  } catch (error) {
    if (error instanceof PlistError) return base64;
    throw error;
  }
};

/** As `mapTexts`, for the values of lists. Bytes are read by no reader: they are left out. */
const mapLists = (value: unknown, clean: (text: string) => string): unknown => {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map((one) => mapLists(one, clean));
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Uint8Array) return undefined;
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapLists(inner, clean)]));
};

const excerptOf = ({ host, reads }: Recording, catalogue: Catalogue): readonly Reading[] =>
  withFewGivenNames(
    withoutOtherDownloads(systems[host.platform].excerpt(reads, catalogue), host, catalogue),
    systems[host.platform].isOnDrive,
  );

/** Every name that a recording holds: the person's and the computer's own, and those that its readings tell of. */
export const namesIn = (recording: Recording, identity: Identity, catalogue: Catalogue): readonly Name[] => {
  const { platform, home } = recording.host;
  const list = nameList();
  const reads = excerptOf(recording, catalogue);
  systems[platform].addNames(list, reads, home, catalogue);
  // Behind the model of a drive its maker may have written its serial number.
  for (const reading of reads)
    if (reading.op === 'systemInformation' && 'information' in reading)
      for (const { name } of reading.information.diskLayout ?? []) list.add('model', name);
  const isKnown = knownHosts(catalogue);
  for (const [, host = ''] of JSON.stringify(reads).matchAll(
    /\bhttps?:\/\/(?:[^\s/@"]{1,128}@)?([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})/gi,
  ))
    if (!isKnown(host)) list.add('host', host);
  return [...ownNames(identity), ...list.names];
};

/**
 * A recording with no more in it than its findings need: without the list of other software, and with stand-ins in the
 * places of `names`, addresses, serial numbers and identities of drives.
 */
export const redact = (
  recording: Recording,
  identity: Identity,
  catalogue: Catalogue,
  names: readonly Name[] = namesIn(recording, identity, catalogue),
): Recording => {
  const { platform } = recording.host;
  const rest = withoutPatterns(platform, driveIdentities(recording.reads));
  const clean = recordingCleaner(platform, identity, names, rest);
  const { calendarSources, ...readings } = recording;
  return {
    ...clean({ ...readings, reads: [...excerptOf(recording, catalogue)] }),
    redacted: true,
    // Words of Greenroom's own: a person may be called as one of them is.
    ...(calendarSources === undefined ? {} : { calendarSources }),
  };
};
