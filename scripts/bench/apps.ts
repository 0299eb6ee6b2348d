/** Owns measuring the family of meeting apps: how its time grows with the number of packages that are installed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runChecks } from '../../electron/engine/run/run.ts';
import { localMachine } from '../../electron/platform/machine/local.ts';

const SIZES = [100, 1_000, 3_000, 10_000] as const;
const FAMILY = ['meeting-apps', 'app-origin', 'installer-origin'];
const TIMES = 7;

/** As long as Debian's own: 3,000 of them make a status file of about 3 MB. */
const stanza = (name: string, version: string, index: number): string =>
  [
    `Package: ${name}`,
    'Status: install ok installed',
    'Priority: optional',
    'Section: libs',
    `Installed-Size: ${100 + index}`,
    'Maintainer: Somebody <somebody@example.org>',
    'Architecture: amd64',
    `Source: ${name}-source`,
    `Version: ${version}`,
    'Depends: libc6 (>= 2.36), libgcc-s1 (>= 3.0), libstdc++6 (>= 12), zlib1g (>= 1:1.2.0), libssl3 (>= 3.0.0)',
    `Description: package number ${index}`,
    ` ${'A long description, as packages have it. '.repeat(12)}`,
    'Homepage: https://example.org/',
    '',
    '',
  ].join('\n');

/** A disk with this many packages, three of them apps of the catalogue. */
const disk = (size: number): string => {
  const root = mkdtempSync(path.join(tmpdir(), 'greenroom-bench-apps-'));
  const apps = [
    ['zoom', '7.0.5.3034'],
    ['google-chrome-stable', '157.0.8091.62-1'],
    ['firefox-esr', '153.7.0esr-1~deb12u1'],
  ] as const;
  const others = Array.from(
    { length: size - apps.length },
    (_, index) => [`package-${index}`, `1.${index}-1`] as const,
  );
  mkdirSync(`${root}/var/lib/dpkg`, { recursive: true });
  mkdirSync(`${root}/etc`, { recursive: true });
  writeFileSync(`${root}/etc/os-release`, 'ID=debian\nVERSION_ID="12"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n');
  writeFileSync(
    `${root}/var/lib/dpkg/status`,
    [...others, ...apps].map(([name, version], index) => stanza(name, version, index)).join(''),
  );
  return root;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/**
 * Milliseconds of the whole family on a disk of so many packages: reading, judging, report. There is no apt on that disk:
 * what it takes to answer is the measure of `apt-cache policy`, whose time does not depend on Greenroom.
 */
export const benchApps = async (): Promise<readonly { readonly packages: number; readonly ms: number }[]> => {
  const results: { packages: number; ms: number }[] = [];
  for (const packages of SIZES) {
    const root = disk(packages);
    try {
      const times: number[] = [];
      for (let turn = 0; turn < TIMES; turn += 1) {
        const port = localMachine({ root, host: { platform: 'linux', home: '/home/user', variables: {} } });
        const started = performance.now();
        const { findings } = await runChecks({ port, only: FAMILY });
        times.push(performance.now() - started);
        if (!findings.some(({ subject }) => subject === 'zoom (dpkg)'))
          throw new Error('Zoom was not found on the disk.');
      }
      results.push({ packages, ms: Number(median(times).toFixed(1)) });
    } finally {
      rmSync(root, { recursive: true });
    }
  }
  return results;
};
