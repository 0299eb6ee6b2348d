/** Classic Outlook's script in PowerShell itself: what it tells, what it leaves alone, and how each refusal is told. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { english } from '../../../electron/core/messages/format.ts';
import { readCalendarJob } from '../../../electron/engine/calendars/calendar-source.ts';
import { createCalendars } from '../../../electron/engine/calendars/calendars.ts';
import { createComputerCalendars } from '../../../electron/engine/calendars/computer-calendars.ts';
import { outlookScript, outlookSource } from '../../../electron/platform/calendars/outlook.ts';
import type { RunTool } from '../../../electron/platform/calendars/source.ts';
import type { Host } from '../../../electron/platform/machine/machine.ts';
import { calendarValues } from '../../core/settings/calendar-values.ts';
import { proof, withoutTools } from '../proof.ts';
import { type PowerShell, preparePowershell, withoutPowershell } from './pwsh.ts';

const scenes = [
  'Outlook',
  'Outlook@de-DE',
  'Outlook@th-TH',
  'Outlook runs for another person alone',
  'Outlook with more rights',
  'Outlook in another language@de-DE',
  'Outlook with nothing ahead',
  'Outlook with closed calendars',
] as const;
type Scene = (typeof scenes)[number];

proof('classic Outlook in PowerShell itself', [withoutTools('libicu-dev'), withoutPowershell()], () => {
  let shell: PowerShell;
  const printed = new Map<string, string>();
  beforeAll(() => {
    shell = preparePowershell();
    const [text, out] = ['outlook-script.ps1', 'scenes.jsonl'].map((name) => path.join(shell.folder, name)) as [
      string,
      string,
    ];
    writeFileSync(text, outlookScript);
    const doubles = path.join(shell.folder, 'Doubles.dll');
    shell.run('outlook-scenes.ps1', '-Doubles', doubles, '-Text', text, '-Scenes', scenes.join('|'), '-Out', out);
    for (const line of readFileSync(out, 'utf8')
      .split('\n')
      .filter((it) => it !== '')) {
      const { scene, culture, stdout } = JSON.parse(line) as Readonly<Record<'scene' | 'culture' | 'stdout', string>>;
      printed.set(culture === '' ? scene : `${scene}@${culture}`, stdout);
    }
  });
  afterAll(() => rmSync(shell.folder, { recursive: true, force: true }));

  const agendaBy = async (powershell: RunTool) => {
    const host: Host = { ...shell.machine('Outlook').host, platform: 'win32' };
    const run: RunTool = async (program, args, limits) =>
      program.endsWith('reg.exe') ? { code: 0, stdout: '', stderr: '' } : powershell(program, args, limits);
    const computer = createComputerCalendars(host, shell.folder, [outlookSource(host, run)]);
    const { meetings, calendars } = await createCalendars({
      ...{ folder: shell.folder, read: readCalendarJob, computer },
    }).refresh(calendarValues({ useComputer: true, lookAheadHours: 34 }), { ask: 'none' });
    return {
      titles: meetings.map(({ title, tentative }) => `${title}${tentative ? '?' : ''}`),
      withheld: meetings.filter(({ joinable }) => !joinable).map(({ inspection }) => inspection.service),
      calendars: calendars.map(({ name, state, problem }) => [name, state, problem === null ? null : english(problem)]),
    };
  };

  const agendaOf = (scene: Scene) => agendaBy(async () => ({ code: 0, stdout: printed.get(scene) ?? '', stderr: '' }));

  const all = ['Stand-up', 'Café "x" 🎧 日?', 'Budget talk', 'Stand-up (moved)'];
  test.each(['Outlook', 'Outlook@de-DE', 'Outlook@th-TH'] as const)(
    'its meetings, in whatever language: %s',
    async (scene) => {
      const { titles, withheld, calendars } = await agendaOf(scene);
      expect([titles, withheld]).toEqual([all, ['teams']]);
      expect(calendars).toEqual([['Calendar, mo.winter@harbour.example (Outlook (classic))', 'undated', null]]);
    },
  );

  test.each([
    ['Outlook runs for another person alone', 'isn’t running'],
    ['Outlook with more rights', 'not as administrator'],
  ] as const)('%s', async (scene, sentence) => {
    const { titles, calendars } = await agendaOf(scene);
    expect(titles).toEqual([]);
    expect(calendars).toEqual([['Outlook (classic)', 'unread', expect.stringContaining(sentence)]]);
  });

  // In a process of its own, through the program's own way to it: a restriction can't be lifted again.
  test('restricted by the organisation', async () => {
    const port = shell.machine('Outlook', { constrained: true });
    const { calendars } = await agendaBy((program, args, limits) =>
      // As long as the whole run: what is proved is what is told, on a busy computer too.
      port.read({ op: 'run', program, args }, { ...limits, timeoutMs: 200_000 }, new AbortController().signal),
    );
    expect(calendars).toEqual([['Outlook (classic)', 'unread', expect.stringContaining('organisation')]]);
  });

  test('an empty answer counts only where the question is understood', async () => {
    const misread = await agendaOf('Outlook in another language@de-DE');
    expect(misread.calendars).toEqual([[expect.any(String), 'unread', expect.stringContaining('couldn’t be read')]]);
    const empty = await agendaOf('Outlook with nothing ahead');
    expect([empty.titles, empty.calendars]).toEqual([[], [[expect.any(String), 'undated', null]]]);
  });

  test('a store that is closed, and an event that cannot be read, harm no other; that it is offline is said', async () => {
    const { titles, calendars } = await agendaOf('Outlook with closed calendars');
    expect(titles).toEqual(all.slice(1));
    expect(calendars).toEqual([
      [expect.stringContaining('Calendar'), 'undated', expect.stringContaining('1 event')],
      ['Outlook (classic)', 'unread', expect.stringContaining('1 account')],
    ]);
  });
});
