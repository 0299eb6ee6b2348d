/** Owns what of Windows' answers stays in a recording that is sent to somebody: what the readers use, and no more. */
import { builtInCatalogue } from '../../../core/catalogue/index.ts';
import { allowedNotes, isUpdaterNotes } from '../../google-updater.ts';
import { storePackage, traceOf, type UninstallEntry } from '../../win32/apps/install-markers.ts';
import { isBackupProgram } from '../../win32/backup/backup-settings.ts';
import { allowedSettings, isSettingsFile } from '../../win32/backup/file-history.ts';
import { makerWord, tellsOf } from '../../win32/security/scanners.ts';
import { uuidStandIns } from '../stand-ins.ts';
import { allowedConsent, allowedRunning } from './running.ts';

const { products } = builtInCatalogue;
const families = new Set(
  products.flatMap(({ traces }) => traces.win32?.msix ?? []).map((family) => family.toLowerCase()),
);

/** Parts of Windows itself: on every computer, so that the list of packages is never empty. */
const ofWindows = (fullName: string): boolean => fullName.endsWith('_cw5n1h2txyewy');

const isText = (value: unknown): value is string => typeof value === 'string';

const soughtEntry = (entry: unknown): boolean => {
  if (entry === null || typeof entry !== 'object') return false;
  const { key, name, version, publisher } = entry as Readonly<Record<string, unknown>>;
  if (!isText(key) || !isText(name)) return false;
  const plain = (value: unknown): string => (isText(value) ? (value.split('\0', 1)[0] ?? '').trim() : '');
  const read: UninstallEntry = { key, name: plain(name), version: plain(version), publisher: plain(publisher) };
  return isBackupProgram(read.name) || products.some((product) => traceOf(product, read) !== undefined);
};

const soughtPackage = (fullName: unknown): boolean =>
  isText(fullName) && (ofWindows(fullName) || families.has(storePackage(fullName)?.family.toLowerCase() ?? ''));

/** As the script prints it: ASCII only. */
const ascii = (json: string): string =>
  json.replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

interface Line {
  readonly section: string | undefined;
  readonly text: string;
  /** What the section found; undefined for an error, for other text and for a line that is damaged. */
  readonly value: Value | undefined;
}
type Value = Readonly<Record<string, unknown>>;

const lineOf = (text: string): Line => {
  const section = /,"section":"([A-Za-z]{1,30})"\}$/.exec(text)?.[1];
  if (section === undefined || !text.startsWith('{"value":')) return { section, text, value: undefined };
  try {
    const { value } = JSON.parse(text) as { readonly value: Value | null };
    return { section, text, value: value ?? undefined };
  } catch {
    return { section, text, value: undefined };
  }
};

const filtered = (value: Value, key: string, keep: (item: unknown) => boolean): Value => {
  const list = value[key];
  return Array.isArray(list) ? { ...value, [key]: list.filter(keep) } : value;
};

/** An empty list would mean that there was no list: one part of Windows stands for those that are left out. */
const withSomePackage = (value: Value): Value => {
  const kept = filtered(value, 'names', soughtPackage);
  const isEmptied = Array.isArray(value.names) && value.names.some(isText) && (kept.names as unknown[]).length === 0;
  return isEmptied ? { ...kept, names: ['Microsoft.Windows_1.0.0.0_neutral__cw5n1h2txyewy'] } : kept;
};

/** Which screen saver was chosen may be a file of the person's own; that one was chosen is enough. */
const withoutSaver = (value: Value): Value =>
  Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const isChosen = inner !== null && typeof inner === 'object' && 'SCRNSAVE.EXE' in inner;
      return [key, isChosen ? { ...inner, 'SCRNSAVE.EXE': 'chosen.scr' } : inner];
    }),
  );

const listIn = (value: Value | undefined, key: string): readonly unknown[] => {
  const list = value?.[key];
  return Array.isArray(list) ? list : [];
};

/** Of the makers of scanners and firewalls only that something of theirs is there. */
const withMakers = (kept: Value, apps: Value, scanners: Value | undefined, programs: Value | undefined): Value => {
  const text = (item: unknown, key: string): string => {
    const value = item !== null && typeof item === 'object' ? (item as Value)[key] : undefined;
    return isText(value) ? value : '';
  };
  const entries = listIn(apps, 'entries');
  const names = [
    ...entries.flatMap((entry) => [text(entry, 'name'), text(entry, 'publisher')]),
    ...listIn(programs, 'running').filter(isText),
  ];
  const words = [...listIn(scanners, 'Antivirus'), ...listIn(scanners, 'Firewall')].flatMap(
    (product) => makerWord(text(product, 'name')) ?? [],
  );
  const there = [...new Set(words)].filter((word) => tellsOf(names, word));
  const added = there.map((name) => ({ key: 'HKLM\\-', name, version: '', publisher: '' }));
  return added.length === 0 ? kept : { ...kept, entries: [...listIn(kept, 'entries'), ...added] };
};

/** The sections that hold more than readers use, each with what is kept of it. */
const shorteners = (
  lines: readonly Line[],
  others: readonly Line[],
): Readonly<Record<string, (value: Value) => Value | undefined>> => {
  const foundIn = (section: string): Value | undefined =>
    [...lines, ...others].find((line) => line.section === section)?.value;
  const running = allowedRunning(foundIn('programs'), foundIn('activity'), foundIn('consent'));
  return {
    apps: (value) =>
      withMakers(filtered(value, 'entries', soughtEntry), value, foundIn('scanners'), foundIn('programs')),
    packages: withSomePackage,
    desktop: withoutSaver,
    consent: (value) => allowedConsent(value, foundIn('programs')),
    programs: () => running.programs,
    activity: () => running.activity,
  };
};

/** Leaves what no reader uses out of a line; every other whole line stays as it was printed. */
const shortened = (
  { section, text, value }: Line,
  shorteners: Readonly<Record<string, (value: Value) => Value | undefined>>,
): string => {
  // A line that was cut off may hold half a list.
  if (section === undefined) return text.startsWith('{"value":') ? '' : text;
  const shorten = Object.hasOwn(shorteners, section) ? shorteners[section] : undefined;
  if (shorten === undefined || text.startsWith('{"error":')) return text;
  // A list that cannot be read cannot be shortened either.
  const kept = value === undefined ? undefined : shorten(value);
  return kept === undefined ? '' : ascii(JSON.stringify({ value: kept, section }));
};

const withoutVolumeIds = (stdout: string): string => {
  const standIn = uuidStandIns();
  return stdout.replace(/(?<=Volume\{)[0-9a-f-]{36}(?=\})/gi, (id) => standIn(id));
};

const linesIn = (stdout: string): readonly Line[] => stdout.split('\n').map((text) => lineOf(text.replace(/\r$/, '')));

/**
 * What PowerShell printed, without unrelated software, other programs that run, and the identities of volumes. `others`:
 * what else it printed on this computer, since what is kept of one section rests on another.
 */
export const allowedOutput = (stdout: string, others: readonly string[] = []): string => {
  const ends = stdout.split('\n').map((text) => (text.endsWith('\r') ? '\r' : ''));
  const lines = linesIn(stdout);
  const shorten = shorteners(lines, others.flatMap(linesIn));
  return withoutVolumeIds(lines.map((line, index) => `${shortened(line, shorten)}${ends[index]}`).join('\n'));
};

/** A file that was read, without the folders and names in it that no reader uses. */
export const allowedFile = (path: string, text: string): string =>
  isSettingsFile(path) ? allowedSettings(text) : isUpdaterNotes(path) ? allowedNotes(text) : text;
