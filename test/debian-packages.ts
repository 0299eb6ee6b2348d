/** Owns getting the Debian packages that some tests need: installed as root on Debian, else said to be missing. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const APT = '/usr/bin/apt-get';
const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };

/** Test files run side by side, and apt works for one of them at a time. */
const alone = async (work: () => void): Promise<void> => {
  const lock = path.join(tmpdir(), 'greenroom-test-apt.lock');
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      await pause(200);
    }
  }
  try {
    work();
  } finally {
    rmdirSync(lock);
  }
};

/** Package → a file of its own. Resolves to the packages that are still missing. */
export const packagesMissing = async (packages: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const missing = (): readonly string[] => Object.keys(packages).filter((name) => !existsSync(packages[name] ?? ''));
  if (missing().length === 0) return [];
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync(APT)) return missing();
  await alone(() => {
    const wanted = missing();
    if (wanted.length === 0) return;
    console.info(`These tests need packages: apt-get install ${wanted.join(' ')}`);
    const options = { stdio: 'pipe', env } as const;
    const install = (): void => {
      execFileSync(
        APT,
        ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', ...wanted],
        options,
      );
    };
    try {
      install();
    } catch {
      try {
        execFileSync(APT, ['update'], options);
        install();
      } catch {
        // Told by the caller, who says which are still missing.
      }
    }
  });
  return missing();
};
