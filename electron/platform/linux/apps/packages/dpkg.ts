/** Owns programs installed as Debian packages, read from dpkg's own list: asking dpkg would take many times as long. */

import { FactUnavailable } from '../../../../core/facts/fact.ts';
import type { InstalledApp } from '../../../../core/facts/index.ts';
import { messages } from '../../../../core/messages/messages.ts';
import { place } from '../../../../core/messages/value.ts';
import { reasons } from '../../../reasons.ts';
import { type AppPlace, architectureOf, type Sought, soughtPackages, versionText } from '../install-markers.ts';

const words = messages('dpkg', { packages: 'Debian packages' });

const STATUS = '/var/lib/dpkg/status';
/** Images that are put together without dpkg keep one file per package here. */
const STATUS_FOLDER = '/var/lib/dpkg/status.d';

const PACKAGE = 'Package: ';

const field = (stanza: string, name: string): string | undefined => {
  const start = stanza.indexOf(`\n${name}: `);
  if (start < 0) return undefined;
  const from = start + name.length + 3;
  const end = stanza.indexOf('\n', from);
  return stanza.slice(from, end < 0 ? undefined : end);
};

/** "install ok installed"; also a package whose triggers still have to run. What is only configuration left behind is not. */
const isInstalled = (status: string | undefined): boolean =>
  /^\S+ \S+ (?:installed|triggers-awaited|triggers-pending)$/.test(status?.slice(0, 100) ?? '');

/** Ubuntu's Firefox and Chromium packages hold no program: they only install the snap. */
const isSnapInstaller = (version: string | undefined): boolean => /^(?:\d{1,4}:)?\d{0,4}snap\d/.test(version ?? '');

/** The wanted packages in dpkg's status file, in one pass over its text. */
export const dpkgApps = (
  text: string,
  sought: ReadonlyMap<string, Sought>,
  source: string,
): readonly InstalledApp[] => {
  const found: InstalledApp[] = [];
  for (let at = text.startsWith(PACKAGE) ? 0 : text.indexOf(`\n${PACKAGE}`) + 1; ; ) {
    if (!text.startsWith(PACKAGE, at)) return found;
    const lineEnd = text.indexOf('\n', at);
    const name = text.slice(at + PACKAGE.length, lineEnd < 0 ? undefined : lineEnd);
    const next = text.indexOf(`\n${PACKAGE}`, at);
    const product = sought.get(name);
    if (product !== undefined) {
      const stanza = text.slice(at, next < 0 ? undefined : next);
      const version = field(stanza, 'Version');
      if (isInstalled(field(stanza, 'Status')) && !isSnapInstaller(version)) {
        found.push({
          ...product,
          version: versionText(version),
          kind: 'dpkg',
          ...architectureOf(field(stanza, 'Architecture') ?? ''),
          scope: 'machine',
          source: `package ${name} in ${source}`,
        });
      }
    }
    if (next < 0) return found;
    at = next + 1;
  }
};

export const dpkg: AppPlace = {
  name: words.packages,
  find: async (machine, catalogue) => {
    const sought = soughtPackages(catalogue, 'dpkg');
    const [text, folder] = await Promise.all([machine.readText(STATUS), machine.readDir(STATUS_FOLDER)]);
    if (text !== undefined && text.trim() !== '' && !/^Package: /m.test(text)) {
      throw new FactUnavailable('unreadable', reasons.form({ what: place(STATUS) }));
    }
    const files = (folder ?? []).filter(({ name }) => sought.has(name)).map(({ name }) => `${STATUS_FOLDER}/${name}`);
    const single = files.map(async (file) =>
      // These files state no status: being there is being installed.
      dpkgApps(`${((await machine.readText(file)) ?? '').trimEnd()}\nStatus: install ok installed\n`, sought, file),
    );
    return [...dpkgApps(text ?? '', sought, STATUS), ...(await Promise.all(single)).flat()];
  },
};
