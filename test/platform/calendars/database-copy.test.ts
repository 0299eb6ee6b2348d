/** A program's database while the program has it: locked, written, too large, closed. Only where Node has SQLite. */
import { once } from 'node:events';
import { chmodSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { beforeEach, describe, expect, test } from 'vitest';
import { sourceWords } from '../../../electron/core/calendar-sources/shape.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { readCalendarJob } from '../../../electron/engine/calendars/calendar-source.ts';
import { createCalendars } from '../../../electron/engine/calendars/calendars.ts';
import { createComputerCalendars } from '../../../electron/engine/calendars/computer-calendars.ts';
import { canReadDatabases, withDatabase } from '../../../electron/platform/calendars/database.ts';
import { withDatabaseCopies } from '../../../electron/platform/calendars/database-copy.ts';
import { SourceProblem } from '../../../electron/platform/calendars/files.ts';
import { calendarValues } from '../../core/settings/calendar-values.ts';
import { newHome, PROFILE, putThunderbird, type TestHome } from './homes.ts';

let home: TestHome;
beforeEach(() => {
  home = newHome();
});

/** What is told of Thunderbird's own calendar, and how many meetings there are of all. */
const own = async (): Promise<readonly [string | undefined, string | null, number]> => {
  const { meetings, calendars } = await createCalendars({
    ...{ folder: home.own, read: readCalendarJob, clock: () => new Date('2026-12-07T07:00:00Z') },
    computer: createComputerCalendars(home.host, home.own),
  }).refresh(calendarValues({ useComputer: true, lookAheadHours: 34 }), { ask: 'none' });
  const one = calendars.find(({ name }) => name === 'My own (Thunderbird)');
  return [one?.state, one === undefined || one.problem === null ? null : english(one.problem), meetings.length];
};
const local = (): string => path.join(home.home, PROFILE, 'calendar-data/local.sqlite');

describe.skipIf(!canReadDatabases())('a database that its program has', () => {
  test('is read though it is locked against everybody', async () => {
    putThunderbird(home);
    const sqlite = process.getBuiltinModule('node:sqlite');
    const held = new sqlite.DatabaseSync(local());
    try {
      held.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
      expect(await own()).toEqual(['current', null, 7]);
    } finally {
      held.close();
    }
  });

  test('that is larger than is copied is said, and harms no other', async () => {
    putThunderbird(home);
    truncateSync(local(), 192 * 1024 * 1024 + 1);
    expect(await own()).toEqual(['unread', expect.stringContaining('192 MB'), 7]);
  });

  // Root may read everything.
  test.skipIf(process.getuid?.() === 0)('that this account may not read is said', async () => {
    putThunderbird(home);
    chmodSync(local(), 0);
    expect(await own()).toEqual(['unread', english(sourceWords.denied), 7]);
  });

  test('a copy is of one moment, while every page of it is written again and again', async () => {
    const file = path.join(home.home, 'busy.sqlite');
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const writer = new Worker(
      `const { parentPort, workerData } = require('node:worker_threads');
       const database = new (require('node:sqlite').DatabaseSync)(workerData.file);
       database.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 20; PRAGMA synchronous = OFF;' +
         'CREATE TABLE pair (id INTEGER PRIMARY KEY, n INTEGER, filler TEXT)');
       for (let id = 0; id < 100; id += 1) database.exec('INSERT INTO pair VALUES (' + id + ', 0, hex(randomblob(400)))');
       parentPort.postMessage('ready');
       let n = 0;
       // A burst, then a breath: a program that never rests is told to be busy.
       while (Atomics.load(workerData.stop, 0) === 0) {
         n += 1;
         database.exec('UPDATE pair SET n = ' + n);
         if (n % 10 === 0) Atomics.wait(workerData.stop, 0, 0, 40);
       }
       database.close();
       parentPort.postMessage(n);`,
      { eval: true, workerData: { file, stop } },
    );
    const look = (): Promise<unknown> =>
      withDatabaseCopies(home.own, async (copies) => {
        const rows = withDatabase(await copies.of(file), (database) =>
          database.prepare('SELECT DISTINCT n FROM pair').all(),
        );
        expect(rows).toHaveLength(1);
        return rows[0]?.n;
      });
    await once(writer, 'message');
    const outcomes: unknown[] = [];
    for (let tries = 0; tries < 12; tries += 1)
      outcomes.push(
        await look().catch((error: unknown) => {
          if (!(error instanceof SourceProblem)) throw error;
          return error.sentence.id;
        }),
      );
    const ended = once(writer, 'message');
    Atomics.store(stop, 0, 1);
    Atomics.notify(stop, 0);
    const [last] = (await ended) as [number];
    // Whole, or said to be written all the time: nothing else.
    expect(outcomes.filter((one) => typeof one !== 'number' && one !== sourceWords.busy.id)).toEqual([]);
    expect(await look()).toBe(last);
  });
});
