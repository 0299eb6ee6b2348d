/** Owns what of a person's downloads stays in a recording: installers of the catalogue, and the sites they came from. */
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { installerProduct } from '../../core/checks/apps/installer-name.ts';
import { shortAddress } from '../../core/redaction/known-hosts.ts';
import { downloadFolderIn } from '../linux/apps/download-folder.ts';
import type { Host } from '../machine/machine.ts';
import type { Reading } from '../machine/recording.ts';

const isUserDirs = (path: string): boolean => path.endsWith('/user-dirs.dirs');

const folderOf = (reads: readonly Reading[], { platform, home }: Host): string => {
  if (platform === 'win32') return `${home}\\Downloads`;
  const settings = reads.find((it) => it.op === 'readText' && 'text' in it && isUserDirs(it.path));
  return downloadFolderIn(settings !== undefined && 'text' in settings ? settings.text : '', home);
};

/** The readings without other files' names among the downloads, and without keys and names in the addresses they came from. */
export const withoutOtherDownloads = (
  reads: readonly Reading[],
  host: Host,
  catalogue: Catalogue,
): readonly Reading[] => {
  const folder = folderOf(reads, host);
  const short = shortAddress(catalogue);
  const shortened = (text: string): string => text.replace(/[a-z]{3,8}:\/\/[^\s"]{1,8000}/gi, short);
  return reads.map((reading) => {
    if (reading.op === 'readDir' && 'entries' in reading && reading.path === folder)
      return { ...reading, entries: reading.entries.filter(({ name }) => installerProduct(name, catalogue) !== null) };
    if (reading.op === 'run' && 'stdout' in reading && reading.program === '/usr/bin/getfattr')
      return { ...reading, stdout: shortened(reading.stdout) };
    if (reading.op !== 'readText' || !('text' in reading)) return reading;
    if (reading.path.endsWith(':Zone.Identifier')) return { ...reading, text: shortened(reading.text) };
    if (isUserDirs(reading.path)) return { ...reading, text: /^XDG_DOWNLOAD_DIR=.*$/m.exec(reading.text)?.[0] ?? '' };
    return reading;
  });
};
