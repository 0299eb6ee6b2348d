/** Owns what of Windows' answers stays in a recording that is sent to somebody: what the readers use, and no more. */
import { builtInCatalogue } from '../../core/catalogue/index.ts';
import { isBackupProgram } from './backup-settings.ts';
import { isSettingsFile, settingsExcerpt } from './file-history.ts';
import { storePackage, traceOf, type UninstallEntry } from './traces.ts';

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

/** Leaves other software out of the two lists that hold it; every other whole line stays as it was printed. */
const withoutOthers = (line: string): string => {
  const section = /,"section":"([A-Za-z]{1,30})"\}$/.exec(line)?.[1];
  // A line that was cut off may hold half a list.
  if (section === undefined) return line.startsWith('{"value":') ? '' : line;
  if (section !== 'apps' && section !== 'packages') return line;
  try {
    const printed = JSON.parse(line, (key: string, value: unknown) => {
      if (key === 'entries' && Array.isArray(value)) return value.filter(soughtEntry);
      return key === 'names' && Array.isArray(value) ? value.filter(soughtPackage) : value;
    }) as unknown;
    return ascii(JSON.stringify(printed));
  } catch {
    // A list that cannot be read cannot be shortened either.
    return '';
  }
};

const withoutVolumeIds = (stdout: string): string => {
  const standIns = new Map<string, string>();
  return stdout.replace(/(?<=Volume\{)[0-9a-f-]{36}(?=\})/gi, (id) => {
    const standIn = standIns.get(id) ?? `00000000-0000-4000-8000-${String(standIns.size + 1).padStart(12, '0')}`;
    standIns.set(id, standIn);
    return standIn;
  });
};

/** What PowerShell printed, without unrelated software and without the identities of volumes. */
export const printedExcerpt = (stdout: string): string =>
  withoutVolumeIds(
    stdout
      .split('\n')
      .map((line) => (line.endsWith('\r') ? `${withoutOthers(line.slice(0, -1))}\r` : withoutOthers(line)))
      .join('\n'),
  );

/** A file that was read, without the folders and names in it that no reader uses. */
export const fileExcerpt = (path: string, text: string): string =>
  isSettingsFile(path) ? settingsExcerpt(text) : text;
