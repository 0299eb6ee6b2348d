/** Owns `npm run scale`: a simulated organisation of 100,000 computers over 30 days, and how long its questions take. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ask } from './scale/questions.ts';
import { simulate } from './scale/simulate.ts';

const [computers = 100_000, days = 30] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(path.join(tmpdir(), 'greenroom-scale-'));
try {
  const started = performance.now();
  const { lines, bytes } = await simulate(
    { computers, days, start: new Date('2026-10-01T00:00:00Z'), seed: 1 },
    folder,
  );
  const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
  console.info(`${lines} lines, ${(bytes / 1e9).toFixed(2)} GB, written in ${seconds(performance.now() - started)}`);
  for (const { name, milliseconds, rows } of await ask(folder)) {
    console.info(`\n${name}: ${seconds(milliseconds)}`);
    if (rows.length > 0) console.table(rows.slice(0, 8));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
