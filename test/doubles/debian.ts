/** Owns fetching Debian packages that a test needs, where that can be done without a question: as root on Debian. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const APT = '/usr/bin/apt-get';

/** The words of a command that a person may give in our place. */
export const aptCommand = (packages: readonly string[]): string =>
  `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;

export const hasApt = (): boolean => process.platform === 'linux' && existsSync(APT);

/** Throws what apt-get throws. */
export const aptInstall = (packages: readonly string[]): void => {
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  execFileSync(APT, ['update'], options);
  execFileSync(APT, ['install', '-y', '--no-install-recommends', ...packages], options);
};

/** Program → Debian package. Installs what is missing; tells in words why that cannot be, or null. */
export const whyWithout = (programs: Readonly<Record<string, string>>): string | null => {
  const missing = (): readonly string[] =>
    Object.entries(programs).flatMap(([program, name]) => (existsSync(program) ? [] : [name]));
  const wanted = missing();
  if (wanted.length === 0) return null;
  const command = aptCommand(wanted);
  if (!hasApt()) return `it needs ${wanted.join(', ')}, and this is no Debian`;
  if (process.getuid?.() !== 0) return `it needs ${wanted.join(', ')}: sudo sh -c '${command}'`;
  console.info(`The installers are tried with ${wanted.join(', ')}: ${command}`);
  try {
    aptInstall(wanted);
  } catch {
    return `it needs ${wanted.join(', ')}, and this failed: ${command}`;
  }
  return missing().length === 0 ? null : `${missing().join(', ')} is still missing after: ${command}`;
};
