/** Owns which backup tools are set up on Linux and when each last finished, read from their own settings and notes. */

import { FactUnavailable, known, NOT_RECORDED } from '../../../core/facts/fact.ts';
import type { BackupRuns, BackupTools } from '../../../core/facts/index.ts';
import type { Machine } from '../../machine/machine.ts';
import { attempt } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { withoutUnrecorded } from '../../unrecorded.ts';
import { backInTime } from './back-in-time.ts';
import { borg } from './borg.ts';
import { dejaDup } from './deja-dup.ts';
import type { Found, Look } from './found.ts';
import { pika } from './pika.ts';
import { readPlaces } from './places.ts';
import { duplicity, kopia, others, restic, rsnapshot } from './repositories.ts';
import { snapper, timeshift } from './snapshots.ts';
import { sync } from './sync.ts';

const looks: readonly Look[] = [
  dejaDup,
  pika,
  backInTime,
  borg,
  restic,
  duplicity,
  rsnapshot,
  kopia,
  others,
  timeshift,
  snapper,
  sync,
];

const lookAtAll = async (computer: Machine): Promise<readonly Found[]> => {
  const { machine, isShort } = withoutUnrecorded(computer);
  const places = await readPlaces(machine);
  const results = await Promise.all(
    looks.map(async (look): Promise<readonly Found[]> => {
      const answer = await attempt(look(machine, places));
      if (!(answer instanceof FactUnavailable)) return answer;
      if (answer.why === 'timed-out') throw answer;
      return [{ gap: answer.reason, source: '' }];
    }),
  );
  const found = withoutDouble(results.flat());
  return found.length === 0 && isShort() ? [{ gap: NOT_RECORDED, source: '' }] : found;
};

/** Déjà Dup works through duplicity, and tells more of it. */
const withoutDouble = (found: readonly Found[]): readonly Found[] =>
  found.some(({ tool }) => tool?.id === 'deja-dup') ? found.filter(({ tool }) => tool?.id !== 'duplicity') : found;

const sourceOf = (found: readonly Found[]): string =>
  [...new Set(found.map((one) => one.source).filter((source) => source !== ''))].join(', ') ||
  'settings of known backup tools';

export const backupTools = reader<BackupTools>(9_500, async (machine) => {
  const found = await lookAtAll(machine);
  const gaps = found.flatMap((one) => (one.tool === undefined && one.gap !== undefined ? [one.gap] : []));
  return known({ tools: found.flatMap((one) => one.tool ?? []), gaps }, sourceOf(found));
});

export const backupRuns = reader<BackupRuns>(9_500, async (machine) => {
  const found = await lookAtAll(machine);
  return known(
    { runs: found.flatMap((one) => one.runs ?? []), gaps: found.flatMap((one) => one.gap ?? []) },
    sourceOf(found),
  );
});
