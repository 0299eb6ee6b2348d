/** Owns programs installed as RPM packages: one question to rpm for all of them, because its database has many formats. */
import { CannotTell } from '../../core/fact.ts';
import type { InstalledApp } from '../../core/facts.ts';
import { mustRun } from '../machine.ts';
import { type AppPlace, architectureOf, type Sought, soughtPackages, versionText } from './app-traces.ts';

const RPM = '/usr/bin/rpm';
/** Where the database lies on Fedora and openSUSE, and on everything older. */
const FOLDERS = ['/usr/lib/sysimage/rpm', '/var/lib/rpm'];
/** SQLite, ndb and Berkeley DB. */
const DATABASES = new Set(['rpmdb.sqlite', 'Packages.db', 'Packages']);
const FORMAT = '%{NAME}\\t%{VERSION}-%{RELEASE}\\t%{ARCH}\\n';

/** The installed ones of the packages that were asked for. Throws `CannotTell` unless rpm answered for each. */
export const rpmApps = (stdout: string, sought: ReadonlyMap<string, Sought>): readonly InstalledApp[] => {
  const silent = new Set(sought.keys());
  const found = stdout.split('\n').flatMap((line): InstalledApp[] => {
    const absent = /^package (\S+) is not installed$/.exec(line)?.[1];
    if (absent !== undefined) silent.delete(absent);
    const [name = '', version, architecture] = line.split('\t');
    const product = sought.get(name);
    if (product === undefined || version === undefined || architecture === undefined) return [];
    silent.delete(name);
    return [
      {
        ...product,
        version: versionText(version),
        kind: 'rpm',
        ...architectureOf(architecture),
        scope: 'machine',
        source: `rpm -q ${name}`,
      },
    ];
  });
  if (silent.size > 0) throw new CannotTell('unreadable', 'rpm did not answer for every program.');
  return found;
};

export const rpm: AppPlace = {
  name: 'RPM packages',
  find: async (machine, catalogue) => {
    const folders = await Promise.all(FOLDERS.map((folder) => machine.readDir(folder)));
    // rpm is also on machines whose own packages are of another kind: there it has no database.
    if (!folders.some((entries) => entries?.some(({ name }) => DATABASES.has(name)))) return [];
    const sought = soughtPackages(catalogue, 'rpm');
    const { stdout } = await mustRun(machine, RPM, ['-q', '--qf', FORMAT, ...sought.keys()], { timeoutMs: 4_000 });
    return rpmApps(stdout, sought);
  },
};
