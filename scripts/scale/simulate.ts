/**
 * Owns a simulated organisation: the result lines of many computers over many days, as Greenroom itself writes them.
 * Seeded: the same numbers give the same lines. What it says about how often a check fails is invented, and stands for nothing.
 */

import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { builtInCatalogue } from '../../electron/core/catalogue/index.ts';
import { checks } from '../../electron/core/checks/index.ts';
import { formats } from '../../electron/core/formats/index.ts';
import { english } from '../../electron/core/messages/format.ts';
import type { State } from '../../electron/core/report/finding.ts';
import {
  SHARED_SCHEMA,
  type SharedApp,
  type SharedCheck,
  type SharedResult,
} from '../../electron/core/report/shared-result.ts';
import { verdictOf } from '../../electron/core/report/verdict.ts';

export interface Organisation {
  readonly computers: number;
  readonly days: number;
  /** First day, at midnight UTC. */
  readonly start: Date;
  readonly seed: number;
}

const DAY_MS = 86_400_000;

/** Mulberry32: small, fast, and good enough to spread an organisation. Numbers from 0 to 1. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const systems = [
  { platform: 'win32', os: 'Windows 11 25H2', arch: 'x64' },
  { platform: 'win32', os: 'Windows 11 24H2', arch: 'x64' },
  { platform: 'darwin', os: 'macOS 26.1', arch: 'arm64' },
  { platform: 'linux', os: 'Ubuntu 24.04.3 LTS', arch: 'x64' },
] as const;

const zoomVersions = ['6.5.12', '6.6.6', '6.6.11', '7.0.2', '7.0.5'] as const;

const stateOf = (chance: number): State => {
  if (chance < 0.03) return 'fail';
  if (chance < 0.1) return 'caution';
  return chance < 0.13 ? 'unknown' : 'pass';
};

/** Most states last for weeks; now and then one changes. */
const lineOf = (organisation: Organisation, computer: number, day: number): string => {
  const own = randomFrom(organisation.seed ^ Math.imul(computer + 1, 2_654_435_761));
  const system = systems[Math.floor(own() ** 2 * systems.length)] ?? systems[0];
  const slowness = own();
  const told = checks.map((check): SharedCheck => {
    const [chance, turns] = [own(), Math.floor(own() * organisation.days * 4)];
    // As an office's policy has it.
    const required = ['policy', 'os-supported', 'os-patches', 'backup-drive'].includes(check.id);
    return {
      id: check.id,
      area: check.area,
      question: english(check.question),
      required,
      state: stateOf(day < turns ? chance : (chance * 7) % 1),
    };
  });
  const version = zoomVersions[Math.min(zoomVersions.length - 1, Math.floor((day / 8 + 2) * (1 - slowness / 2)))];
  const apps: readonly SharedApp[] = [
    { product: 'zoom', version: version ?? zoomVersions[0], state: slowness > 0.95 ? 'fail' : 'pass' },
    { product: 'chrome', version: `157.0.${8000 + day}.62`, state: 'pass' },
  ];
  const today = randomFrom(organisation.seed ^ Math.imul(computer + 1, 40_503) ^ Math.imul(day + 1, 65_599));
  const result: SharedResult = {
    schema: SHARED_SCHEMA,
    at: new Date(organisation.start.getTime() + day * DAY_MS + Math.floor((8 + 9 * today()) * 3_600_000)).toISOString(),
    verdict: verdictOf(told.map((check) => ({ ...check, subject: null, when: 'after-call' }))),
    greenroom: '0.1.0',
    ...system,
    policy: null,
    catalogue: builtInCatalogue.asOf,
    durationMs: 300 + Math.floor(today() * 1500),
    computer: `pc-${String(computer).padStart(6, '0')}`,
    checks: told,
    apps,
  };
  return formats.line(result);
};

/** Writes one file of JSON lines a day into `folder`; resolves to the number of lines and bytes. */
export const simulate = async (
  organisation: Organisation,
  folder: string,
): Promise<{ readonly lines: number; readonly bytes: number }> => {
  mkdirSync(folder, { recursive: true });
  let bytes = 0;
  for (let day = 0; day < organisation.days; day++) {
    const file = createWriteStream(path.join(folder, `results-${String(day).padStart(3, '0')}.jsonl`));
    let block = '';
    for (let computer = 0; computer < organisation.computers; computer++) {
      block += lineOf(organisation, computer, day);
      if (block.length > 4_000_000 || computer === organisation.computers - 1) {
        bytes += Buffer.byteLength(block);
        if (!file.write(block)) await once(file, 'drain');
        block = '';
      }
    }
    file.end();
    await once(file, 'finish');
  }
  return { lines: organisation.computers * organisation.days, bytes };
};
