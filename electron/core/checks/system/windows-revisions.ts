/**
 * Owns the day of a Windows revision: each cumulative update leaves a higher number in the build ("10.0.26200.8457"), whatever
 * the history of updates says. From Microsoft's update history pages as of 23 June 2026; what is higher is newer.
 */
import type { IsoTime } from '../../text/time.ts';

/** It shares its build with Windows 11 24H2 and counts its revisions otherwise. */
const SERVER_2025 = '26100 server';

const revisions: Readonly<Record<string, readonly (readonly [revision: number, day: string])[]>> = {
  '10240': [[21161, '2025-10-14']],
  '14393': [
    [8783, '2026-01-13'],
    [8868, '2026-02-10'],
    [8957, '2026-03-10'],
    [9060, '2026-04-14'],
    [9140, '2026-05-12'],
    [9234, '2026-06-09'],
  ],
  '17763': [
    [8276, '2026-01-13'],
    [8389, '2026-02-10'],
    [8511, '2026-03-10'],
    [8644, '2026-04-14'],
    [8755, '2026-05-12'],
    [8880, '2026-06-09'],
  ],
  '19044': [
    [6809, '2026-01-13'],
    [6937, '2026-02-10'],
    [7058, '2026-03-10'],
    [7184, '2026-04-14'],
    [7291, '2026-05-12'],
    [7417, '2026-06-09'],
  ],
  '19045': [
    [6809, '2026-01-13'],
    [6937, '2026-02-10'],
    [7058, '2026-03-10'],
    [7184, '2026-04-14'],
    [7291, '2026-05-12'],
    [7417, '2026-06-09'],
  ],
  '20348': [
    [4648, '2026-01-13'],
    [4773, '2026-02-10'],
    [4893, '2026-03-10'],
    [5020, '2026-04-14'],
    [5139, '2026-05-12'],
    [5256, '2026-06-09'],
  ],
  '22000': [[3260, '2024-10-08']],
  '22621': [[6060, '2025-10-14']],
  '22631': [
    [6491, '2026-01-13'],
    [6649, '2026-02-10'],
    [6783, '2026-03-10'],
    [6936, '2026-04-14'],
    [7079, '2026-05-12'],
    [7219, '2026-06-09'],
  ],
  '25398': [
    [2092, '2026-01-13'],
    [2149, '2026-02-10'],
    [2207, '2026-03-10'],
    [2274, '2026-04-14'],
    [2330, '2026-05-12'],
  ],
  '26100': [
    [7623, '2026-01-13'],
    [7781, '2026-02-10'],
    [7979, '2026-03-10'],
    [8246, '2026-04-14'],
    [8390, '2026-05-12'],
    [8655, '2026-06-09'],
  ],
  [SERVER_2025]: [
    [32230, '2026-01-13'],
    [32370, '2026-02-10'],
    [32522, '2026-03-10'],
    [32698, '2026-04-19'],
    [32995, '2026-06-09'],
  ],
  '26200': [
    [7623, '2026-01-13'],
    [7781, '2026-02-10'],
    [7979, '2026-03-10'],
    [8246, '2026-04-14'],
    [8390, '2026-05-12'],
    [8655, '2026-06-09'],
  ],
  '28000': [
    [1575, '2026-02-10'],
    [1719, '2026-03-10'],
    [1836, '2026-04-14'],
    [2113, '2026-05-12'],
    [2269, '2026-06-09'],
  ],
};

/** When this revision was published at the latest; undefined for one that is newer than all that are known. */
export const revisionDay = (version: string): IsoTime | undefined => {
  const [, , build = '', revision = ''] = version.split('.');
  const number = Number(revision);
  const key = build === '26100' && number >= 30_000 ? SERVER_2025 : build;
  const rows = Object.hasOwn(revisions, key) ? revisions[key] : undefined;
  const next = rows?.findIndex(([from]) => number < from) ?? -1;
  if (rows === undefined || revision === '' || Number.isNaN(number)) return undefined;
  const [newest] = rows.at(-1) ?? [];
  const row = number === newest ? rows.at(-1) : next === -1 ? undefined : rows[Math.max(0, next - 1)];
  // Published in the evening: the day counts to its end.
  return row === undefined ? undefined : `${row[1]}T23:59:59.000Z`;
};
