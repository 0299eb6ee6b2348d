/** Calendars that people already have: files that the programs themselves have written give the seven meetings that they hold. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Agenda } from '../../../electron/core/meeting/meeting.ts';
import { english } from '../../../electron/core/messages/format.ts';
import type { CalendarValues } from '../../../electron/core/settings/calendar.ts';
import { readCalendarJob } from '../../../electron/engine/calendars/calendar-source.ts';
import { createCalendars } from '../../../electron/engine/calendars/calendars.ts';
import { createComputerCalendars } from '../../../electron/engine/calendars/computer-calendars.ts';
import { canReadDatabases } from '../../../electron/platform/calendars/database.ts';
import { calendarValues } from '../../core/settings/calendar-values.ts';
import { newHome, PROFILE, putAkonadi, putEvolution, putThunderbird, putVdirsyncer, type TestHome } from './homes.ts';

const NOW = new Date('2026-12-07T07:00:00Z');
/** One is at seven in the evening wherever the person is. */
const FLOATING = new Date(2026, 11, 7, 19).toISOString().slice(11, 16);
const SEVEN = ['08:30', '10:30', '13:00', '15:00', '16:30', FLOATING, '10:15'];
const ME = { ownAddresses: ['mo.winter@harbour.example'] };

/** The person has asked for the calendars of this computer. */
const agendaOf = (home: TestHome, more: Partial<CalendarValues> = {}): Promise<Agenda> =>
  createCalendars({
    ...{ folder: home.own, read: readCalendarJob, clock: () => NOW },
    computer: createComputerCalendars(home.host, home.own),
  }).refresh(calendarValues({ useComputer: true, lookAheadHours: 34, ...more }), { ask: 'none' });
const times = ({ meetings }: Agenda): readonly string[] => meetings.map(({ startsAt }) => startsAt.slice(11, 16));
const states = ({ calendars }: Agenda) =>
  calendars.map(({ name, state, problem }) => [name, state, problem === null ? null : english(problem)]);
const listOf = async (home: TestHome, more: Partial<CalendarValues> = {}) =>
  (await createComputerCalendars(home.host, home.own).list(calendarValues({ useComputer: true, ...more }))).map(
    ({ id, calendars }) => [id, calendars.map(({ name, on }) => `${on ? 'x' : '-'} ${name}`)] as const,
  );

let home: TestHome;
beforeEach(() => {
  home = newHome();
});

describe('what needs no database', () => {
  test('GNOME’s calendar of this computer', async () => {
    home.putKept('.local/share/evolution/calendar/system/calendar.ics', 'eds/local/calendar.ics');
    const agenda = await agendaOf(home, ME);
    expect([times(agenda), states(agenda)]).toEqual([SEVEN, [['Personal (GNOME Calendar)', 'current', null]]]);
    expect((await agendaOf(home)).meetings).toHaveLength(8);
  });

  test('a folder of vdirsyncer’s, found by its configuration', async () => {
    const names = readdirSync(path.join(import.meta.dirname, '../../calendars/kept/vdirsyncer/harbour'));
    putVdirsyncer(home, names);
    const agenda = await agendaOf(home, ME);
    expect([times(agenda), states(agenda)]).toEqual([SEVEN, [['Harbour (vdirsyncer and khal)', 'undated', null]]]);
    expect((await agendaOf(home)).meetings).toHaveLength(8);
  });

  test('folders that khal names, one by one and by a star, each once', async () => {
    home.put(
      '.config/khal/config',
      '[calendars]\n[[office]]\npath = ~/cal/office\n[[all]]\npath = $HOME/cal/*\ntype = discover\n',
    );
    home.putKept('cal/office/a.ics', 'seed/all.ics');
    home.put('cal/own/displayname', 'Own\n');
    expect(await listOf(home)).toEqual([['vdirsyncer', ['x office', 'x Own']]]);
    expect(times(await agendaOf(home, ME))).toEqual(SEVEN);
  });

  test('KDE’s plain file where its database is a server’s; that the rest is not read is said', async () => {
    home.put('.config/akonadi/akonadiserverrc', '[%General]\nDriver=QMYSQL\n');
    home.putKept('.config/akonadi_ical_resource_0rc', 'akonadi/akonadi_ical_resource_0rc');
    home.putKept('.local/share/apps/korganizer/std.ics', 'seed/all.ics');
    expect(times(await agendaOf(home, ME))).toEqual(SEVEN);
    const [listing] = await createComputerCalendars(home.host, home.own).list(calendarValues({ useComputer: true }));
    expect(english(listing?.problem ?? '')).toContain('database server');
  });
});

describe.skipIf(process.platform === 'win32')('what cannot be read costs itself, and is told', () => {
  const pipe = (name: string): void => {
    const file = path.join(home.host.home, name);
    mkdirSync(path.dirname(file), { recursive: true });
    execFileSync('/usr/bin/mkfifo', [file]);
  };
  const listing = async () => {
    const [one] = await createComputerCalendars(home.host, home.own).list(calendarValues({ useComputer: true }));
    return [one?.calendars.map(({ name }) => name), one?.problem === null];
  };

  test('one settings file of GNOME’s', async () => {
    home.putKept('.local/share/evolution/calendar/system/calendar.ics', 'eds/local/calendar.ics');
    pipe('.config/evolution/sources/odd.source');
    expect(await listing()).toEqual([['Personal'], false]);
    expect(times(await agendaOf(home, ME))).toEqual(SEVEN);
  });

  test('one resource of KDE’s', async () => {
    home.put('.config/akonadi/akonadiserverrc', '[%General]\nDriver=QMYSQL\n');
    home.putKept('.config/akonadi_ical_resource_0rc', 'akonadi/akonadi_ical_resource_0rc');
    home.putKept('.local/share/apps/korganizer/std.ics', 'seed/all.ics');
    pipe('.config/akonadi_ical_resource_1rc');
    expect(times(await agendaOf(home, ME))).toEqual(SEVEN);
  });

  test('one configuration of vdirsyncer’s and khal’s', async () => {
    home.put('.config/khal/config', '[calendars]\n[[office]]\npath = ~/cal/office\n');
    home.putKept('cal/office/a.ics', 'seed/all.ics');
    pipe('.config/vdirsyncer/config');
    expect(await listing()).toEqual([['office'], false]);
    expect(times(await agendaOf(home, ME))).toEqual(SEVEN);
  });
});

describe('nothing is read before the person asks', () => {
  test('what there is, is told; no calendar of it', async () => {
    putEvolution(home);
    const computer = createComputerCalendars(home.host, home.own);
    const found = await computer.list(calendarValues());
    expect(found).toEqual([expect.objectContaining({ id: 'evolution', use: 'off', calendars: [] })]);
    expect(await agendaOf(home, { useComputer: false })).toEqual({ meetings: [], calendars: [] });
  });
  test.each([
    ['forbidden', true, 0],
    ['required', false, 7],
  ] as const)('the organisation says %s', async (evolution, useComputer, meetings) => {
    home.putKept('.local/share/evolution/calendar/system/calendar.ics', 'eds/local/calendar.ics');
    expect((await agendaOf(home, { ...ME, evolution, useComputer })).meetings).toHaveLength(meetings);
  });
  test('ticks start from the owner’s choice, and the person’s own come before it', async () => {
    putEvolution(home);
    const names = ['x Personal', 'x Harbour', 'x Published calendar', '- Hidden by its owner'];
    expect(await listOf(home)).toEqual([['evolution', names]]);
    const shown = ['evolution:d902b70f7c50f473a65934836c2f541fbdefd34b'];
    const unshown = ['evolution:system-calendar'];
    const [[, changed] = ['', []]] = await listOf(home, { shown, unshown });
    expect([changed[0], changed[3]]).toEqual(['- Personal', 'x Hidden by its owner']);
  });
});

test('nothing of what was read is kept in Greenroom’s folder', async () => {
  putThunderbird(home);
  putEvolution(home);
  expect((await agendaOf(home, ME)).meetings).toHaveLength(7);
  const kept = existsSync(home.own) ? readdirSync(home.own, { recursive: true }) : [];
  expect(kept.filter((name) => name !== 'calendar-copies')).toEqual([]);
});

test('copies that a killed process has left are gone with the next start, also where the calendars are used no more', async () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const copies = path.join(home.own, 'calendar-copies');
  const folder = `${other.pid}-abcdef`;
  home.put(`own/calendar-copies/${folder}/0.sqlite`, 'x');
  try {
    // It reads just now.
    await agendaOf(home, { useComputer: false });
    expect(readdirSync(copies)).toEqual([folder]);
  } finally {
    other.kill('SIGKILL');
    await once(other, 'exit');
  }
  await agendaOf(home, { useComputer: false });
  expect(readdirSync(copies)).toEqual([]);
  // Another process has got the number of one that was killed.
  home.put(`own/calendar-copies/${process.ppid}-abcdef/0.sqlite`, 'x');
  utimesSync(path.join(copies, `${process.ppid}-abcdef`), new Date(0), new Date(0));
  await createComputerCalendars(home.host, home.own).list(calendarValues());
  expect(readdirSync(copies)).toEqual([]);
});

test.skipIf(canReadDatabases())(
  'without a way to read databases one sentence says so, and the rest is read',
  async () => {
    putThunderbird(home);
    putEvolution(home);
    const agenda = await agendaOf(home, ME);
    expect(times(agenda)).toEqual(SEVEN);
    const why = 'Reading it needs the Greenroom window, or Node 22.13 or newer.';
    expect(states(agenda)).toContainEqual(['My own (Thunderbird)', 'unread', why]);
    expect(states(agenda)).toContainEqual(['Harbour (GNOME Calendar)', 'unread', why]);
  },
);

describe.skipIf(!canReadDatabases())('databases', () => {
  test.each([
    ['after it was closed', false],
    ['while it runs, with everything still in its log', true],
  ])('Thunderbird, %s', async (_, running) => {
    putThunderbird(home, running);
    expect(await listOf(home)).toEqual([
      [
        'thunderbird',
        ['- Switched off', '- Unticked in the list', 'x Harbour', 'x My own', 'x Published calendar', '- Home'],
      ],
    ]);
    const agenda = await agendaOf(home);
    // The address stands in the identities, so the declined one is gone.
    expect(times(agenda)).toEqual(SEVEN);
    expect(states(agenda).map(([name, state]) => [name, state])).toEqual([
      ['Harbour (Thunderbird)', running ? 'undated' : expect.stringMatching(/current|stale/)],
      ['My own (Thunderbird)', 'current'],
      ['Published calendar (Thunderbird)', running ? 'undated' : expect.stringMatching(/current|stale/)],
    ]);
  });
  test('Thunderbird’s with no identity that names the person: the declined one is there too', async () => {
    putThunderbird(home);
    home.putKept(`${PROFILE}/prefs.js`, 'thunderbird/prefs.txt');
    expect((await agendaOf(home)).meetings).toHaveLength(8);
    expect((await agendaOf(home, ME)).meetings).toHaveLength(7);
  });
  test.each(['My own', 'Harbour'])('Thunderbird’s “%s” alone', async (name) => {
    putThunderbird(home, true);
    const computer = createComputerCalendars(home.host, home.own);
    const [listing] = await computer.list(calendarValues({ useComputer: true }));
    const unshown = listing?.calendars.filter((one) => one.name !== name).map(({ id }) => id) ?? [];
    expect(times(await agendaOf(home, { unshown }))).toEqual(SEVEN);
  });
  test.each([
    '.var/app/org.mozilla.Thunderbird/.thunderbird',
    '.var/app/eu.betterbird.Betterbird/.thunderbird',
    'snap/thunderbird/common/.thunderbird',
  ])('Thunderbird in %s', async (base) => {
    putThunderbird(home, false, base);
    expect(times(await agendaOf(home))).toEqual(SEVEN);
  });
  test('GNOME’s copy of a server’s calendar', async () => {
    putEvolution(home);
    const unshown = ['evolution:system-calendar'];
    expect(times(await agendaOf(home, { ...ME, unshown }))).toEqual(SEVEN);
    expect((await agendaOf(home, { unshown })).meetings).toHaveLength(8);
  });
  test('KDE’s database', async () => {
    putAkonadi(home);
    expect(await listOf(home)).toEqual([['akonadi', ['x Personal calendar']]]);
    const agenda = await agendaOf(home, ME);
    expect([times(agenda), states(agenda)]).toEqual([SEVEN, [['Personal calendar (KDE)', 'undated', null]]]);
    expect((await agendaOf(home)).meetings).toHaveLength(8);
  });

  const local = `${PROFILE}/calendar-data/local.sqlite`;
  test.each<[string, (file: string) => void, string]>([
    ['damaged', () => home.put(local, 'SQLite format 3\0'.padEnd(9000, 'x')), 'is damaged'],
    ['no database', () => home.put(local, 'hello'.repeat(3000)), 'is damaged'],
    ['empty', () => home.put(local, ''), 'doesn’t know'],
    ['of another form', () => home.putKept(local, 'eds/cache-caldav/cache.db.gz'), 'doesn’t know'],
  ])('one that is %s gives its sentence and harms no other', async (_, spoil, sentence) => {
    putThunderbird(home);
    spoil(local);
    const agenda = await agendaOf(home);
    expect(states(agenda)).toContainEqual(['My own (Thunderbird)', 'unread', expect.stringContaining(sentence)]);
    // The other database holds the same meetings.
    expect(times(agenda)).toEqual(SEVEN);
  });

  test('copies are this account’s alone while they are read, and gone afterwards, also after a fault', async () => {
    putThunderbird(home, true);
    const copies = path.join(home.own, 'calendar-copies');
    const seen: number[] = [];
    const computer = createComputerCalendars(home.host, home.own);
    const span = { from: NOW.getTime(), to: NOW.getTime() + 3_600_000 };
    const reading = computer.read(calendarValues({ useComputer: true }), span, async () => {
      for (const name of readdirSync(copies)) {
        seen.push(statSync(path.join(copies, name)).mode & 0o777);
        for (const file of readdirSync(path.join(copies, name)))
          seen.push(statSync(path.join(copies, name, file)).mode & 0o777);
      }
      throw new Error('a fault of the reader');
    });
    await expect(reading).rejects.toThrow('a fault of the reader');
    expect(seen).toEqual([0o700, 0o600, 0o600, 0o600, 0o600]);
    expect(readdirSync(copies)).toEqual([]);
  });
});
