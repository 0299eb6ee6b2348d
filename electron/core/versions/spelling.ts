/** Owns how single products spell their versions, so that what was found can be compared with what the catalogue says. */

import type { Catalogue, Product } from '../catalogue/catalogue.ts';
import type { Platform } from '../facts/index.ts';
import { compareVersions, type Gap, parseVersion, type Version } from './version.ts';

/**
 * Zoom's MSI for Windows writes MAJOR.MINOR.BUILD. Build numbers rise within one MINOR (and start again in the next), so
 * the known builds around an unknown one bound the PATCH that it leaves out.
 */
const zoomWindows = (version: Version, builds: Catalogue['zoomWindowsBuilds']): Version => {
  const [major = '', minor = '', build = ''] = version.parts;
  if (version.parts.length !== 3 || build.length < 4) return version;
  const full = builds[version.parts.join('.')];
  if (full !== undefined) return parseVersion(full) ?? version;
  const siblings = Object.entries(builds)
    .filter(([msi]) => msi.startsWith(`${major}.${minor}.`))
    .map(([msi, spelled]) => ({ msi, patch: parseVersion(spelled)?.parts[2] ?? null }))
    .sort((a, b) => compareVersions(a.msi, b.msi));
  const own = version.parts.join('.');
  const gap: Gap = {
    index: 2,
    atLeast: siblings.findLast(({ msi }) => compareVersions(msi, own) < 0)?.patch ?? null,
    atMost: siblings.find(({ msi }) => compareVersions(msi, own) > 0)?.patch ?? null,
  };
  return { ...version, parts: [major, minor, '0', build], gap };
};

/** Reads a version of one product. Null when it is none. */
export const readVersion = (
  text: string,
  product: Pick<Product, 'scheme'>,
  platform: Platform,
  builds: Catalogue['zoomWindowsBuilds'],
): Version | null => {
  const version = parseVersion(text);
  if (version === null) return null;
  const [first = ''] = version.parts;
  switch (product.scheme) {
    case 'zoom':
      return platform === 'win32' ? zoomWindows(version, builds) : version;
    case 'brave':
      // On Windows Chromium's major number stands before Brave's own.
      return first.length >= 3 && version.parts.length >= 4 ? { ...version, parts: version.parts.slice(1) } : version;
    case 'whatsapp':
      // On the Mac the leading "2." that advisories write is left out.
      return platform === 'darwin' && first !== '2' ? { ...version, parts: ['2', ...version.parts] } : version;
    default:
      return version;
  }
};

/** The day on which a Teams build was made, from its own first number, YYDDD; null for any other version. */
export const teamsBuildDay = (version: Version): string | null => {
  const match = /^(\d{2})(\d{3})$/.exec(version.parts[0] ?? '');
  const day = Number(match?.[2]);
  if (match === null || day < 1 || day > 366) return null;
  return new Date(Date.UTC(2000 + Number(match[1]), 0, day)).toISOString().slice(0, 10);
};
