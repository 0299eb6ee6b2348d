/** An ordinary computer that is kept up to date is told so: today, and 120 days later with a list that is as old as it is then. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Catalogue } from '../electron/core/catalogue/catalogue.ts';
import { builtInCatalogue } from '../electron/core/catalogue/index.ts';
import { isNotRevealed } from '../electron/core/report/finding.ts';
import { daysBefore } from '../electron/core/text/time.ts';
import { runChecks } from '../electron/engine/run/run.ts';
import { parseRecording, type Recording } from '../electron/platform/machine/recording.ts';
import { replayMachine } from '../electron/platform/machine/replay.ts';
import { movedAlong } from './moved-along.ts';
import { ordinaryMachines } from './ordinary-machines.ts';

const LATER_DAYS = 120;
const MOST_UNKNOWN = 3;

const judged = async (recording: Recording, catalogue: Catalogue = builtInCatalogue) => {
  const { verdict, findings } = await runChecks({
    port: replayMachine(recording, { strict: false }),
    catalogue: { catalogue, source: 'a test' },
    now: new Date(recording.recordedAt),
    deadlineMs: 60_000,
  });
  const unknown = findings.filter((one) => one.state === 'unknown' && !isNotRevealed(one));
  return { verdict, unknown: unknown.map(({ id, subject }) => (subject === null ? id : `${id} ${subject}`)) };
};

/** Judged at that time, whatever its own times are. */
const at = (recording: Recording, { recordedAt }: Recording): Recording => ({ ...recording, recordedAt });

const rows = await Promise.all(
  ordinaryMachines.map(async ({ name, recording, later: versions, neglected }) => {
    const then = movedAlong(recording, LATER_DAYS, versions);
    const [now, afterwards, leftNow, leftLater] = await Promise.all([
      judged(recording),
      judged(then),
      judged(at(movedAlong(recording, -LATER_DAYS, neglected), recording)),
      judged(at(movedAlong(recording, 0, neglected), then)),
    ]);
    return { name, now, later: afterwards, left: [leftNow.verdict, leftLater.verdict] as const };
  }),
);

describe.each(rows)('$name', ({ now, later, left }) => {
  test('kept up to date it is ready today, with few rows that nobody could tell', () => {
    expect(now.verdict).toBe('ready');
    expect(now.unknown.length).toBeLessThanOrEqual(MOST_UNKNOWN);
  });

  test('and so it is 120 days later, with the same list', () => {
    expect(later.verdict).toBe('ready');
    expect(later.unknown.length).toBeLessThanOrEqual(MOST_UNKNOWN);
  });

  test('neglected it is not, then as now', () => {
    expect(left).not.toContain('ready');
  });
});

test('the table in the documents is this one', () => {
  const told = ({ verdict, unknown }: { verdict: string; unknown: readonly string[] }): string =>
    `${verdict} | ${unknown.length === 0 ? '–' : unknown.join(', ')}`;
  const table = rows.map(
    ({ name, now, later, left }) => `| ${name} | ${told(now)} | ${told(later)} | ${left.join(', ')} |`,
  );
  const document = readFileSync('docs/verification.md', 'utf8');
  expect(document.split('\n').filter((line) => table.includes(line))).toEqual(table);
});

/** From the best to the worst; what could not be told stands apart. */
const order = ['ready', 'caution', 'not-ready'];

test('an older list makes no recorded computer’s verdict worse, and leaves none open', async () => {
  const day = daysBefore(builtInCatalogue.asOf, 170);
  const older: Catalogue = {
    ...builtInCatalogue,
    asOf: day,
    products: builtInCatalogue.products.map((product) => ({
      ...product,
      newest: product.newest
        .filter(({ date }) => date <= day)
        .map((release) => ({ ...release, seenOn: release.seenOn < day ? release.seenOn : day })),
    })),
  };
  for (const name of readdirSync('test/machines').filter((file) => file.endsWith('.json'))) {
    const recording = parseRecording(name, readFileSync(`test/machines/${name}`, 'utf8'));
    const [young, old] = await Promise.all([judged(recording), judged(recording, older)]);
    if (young.verdict === 'undetermined' || old.verdict === 'undetermined')
      expect(old.verdict, name).toBe(young.verdict);
    else expect(order.indexOf(old.verdict), name).toBeLessThanOrEqual(order.indexOf(young.verdict));
  }
});
