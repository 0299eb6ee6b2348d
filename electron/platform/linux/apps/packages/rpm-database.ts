/** Owns the one question to rpm about everything that is installed: its database has many formats, its answer has one. */

import { FactUnavailable } from '../../../../core/facts/fact.ts';
import { messages } from '../../../../core/messages/messages.ts';
import { type Machine, runRequired } from '../../../machine/machine.ts';

const words = messages('rpm', {
  notListed: 'rpm didn’t list the installed packages.',
});

export interface RpmPackage {
  readonly name: string;
  /** Version and release, without the epoch. */
  readonly version: string;
  readonly architecture: string;
  /** Epoch milliseconds. */
  readonly installedMs: number;
}

const FORMAT = '%{NAME}\\t%{VERSION}-%{RELEASE}\\t%{ARCH}\\t%{INSTALLTIME}\\n';

/** Rows of the answer; a line of another form is left out, an answer without any row is none. */
export const parsePackages = (stdout: string): readonly RpmPackage[] =>
  stdout.split('\n').flatMap((line) => {
    const [name = '', version = '', architecture = '', seconds = ''] = line.split('\t');
    return /^\d+$/.test(seconds) ? [{ name, version, architecture, installedMs: Number(seconds) * 1000 }] : [];
  });

/** All installed RPM packages. Throws `FactUnavailable` when rpm fails or names none. */
export const rpmPackages = async (machine: Machine): Promise<readonly RpmPackage[]> => {
  const { code, stdout } = await runRequired(machine, '/usr/bin/rpm', ['-qa', '--qf', FORMAT], { timeoutMs: 8_000 });
  const packages = code === 0 ? parsePackages(stdout) : [];
  if (packages.length === 0) throw new FactUnavailable('unreadable', words.notListed);
  return packages;
};
