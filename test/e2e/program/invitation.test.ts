/** Tries invitations through the whole program as it was built: its gate, its thread, its links from outside. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GreenroomApi } from '../../../electron/core/ipc/contract.ts';
import { launchApp, onlyChecks, type RunningApp, runProgram, runtimeName } from './launch.ts';

declare const greenroom: GreenroomApi;

const official = 'https://us02web.zoom.us/j/84100020003?pwd=a.1';

/** To join, this computer is checked for an app or a browser. */
const settings = onlyChecks('meeting-apps');

let app: RunningApp;
beforeAll(async () => {
  app = await launchApp({ settings });
});
afterAll(() => app?.stop());

/** What the system was told to open since the last time this was asked. */
let seen = 0;
const newlyOpened = async (): Promise<readonly string[]> => {
  const all = await app.opened();
  const fresh = all.slice(seen);
  seen = all.length;
  return fresh;
};
const secondStart = (link: string): Promise<unknown> =>
  runProgram([`--user-data-dir=${app.folder}`, link], { GREENROOM_STATE: app.folder });
const settled = (): Promise<void> =>
  expect.poll(() => app.page.evaluate(async () => (await greenroom.snapshot()).running)).toBeNull();

describe(`an invitation on ${runtimeName}`, () => {
  test('is inspected as text and as bytes, and only its own official link is opened', async () => {
    const told = await app.page.evaluate(async (link) => {
      const text = await greenroom.inspect({ kind: 'text', text: link });
      const bytes = new TextEncoder().encode(`From: a@b.example\nSubject: x\n\nJoin ${link}\n`);
      const mail = await greenroom.inspect({ kind: 'file', name: 'invitation.eml', bytes });
      const hostile = await greenroom.inspect({ kind: 'text', text: 'https://us02web-zoom.us/j/84100020003' });
      return {
        verdicts: [text, mail, hostile].map(({ inspection }) => `${inspection.kind} ${inspection.verdict}`),
        opened: [
          await greenroom.openMeeting(text.id, 'browser'),
          await greenroom.openMeeting(hostile.id, 'app'),
          await greenroom.openMeeting(link, 'app'),
        ],
      };
    }, official);
    expect(told).toEqual({
      verdicts: ['text genuine', 'mail genuine', 'text suspicious'],
      opened: ['opened', 'nothing-to-open', 'nothing-to-open'],
    });
    expect(await newlyOpened()).toEqual(['https://us02web.zoom.us/wc/join/84100020003?pwd=a.1']);
  });

  test('that is large is read in a thread of its own, and the program answers meanwhile', async () => {
    const told = await app.page.evaluate(async (link) => {
      const order: string[] = [];
      const text = `See you soon.\n${'word '.repeat(200_000)}\n${link}`;
      const inspected = greenroom.inspect({ kind: 'text', text }).then(({ inspection }) => {
        order.push('inspected');
        return inspection.verdict;
      });
      await greenroom.snapshot();
      order.push('answered');
      return [await inspected, ...order];
    }, official);
    expect(told).toEqual(['genuine', 'answered', 'inspected']);
  });

  test('a newer large one takes the place of an older one', async () => {
    const told = await app.page.evaluate(async (link) => {
      const text = (words: string) => ({ kind: 'text', text: `${'word '.repeat(200_000)}\n${words}` }) as const;
      const both = await Promise.allSettled([greenroom.inspect(text('nothing')), greenroom.inspect(text(link))]);
      return both.map((one) => (one.status === 'fulfilled' ? one.value.inspection.verdict : 'overtaken'));
    }, official);
    expect(told).toEqual(['overtaken', 'genuine']);
  });

  test.each([
    'greenroom.openMeeting("https://call.example/", "https://call.example/")',
    'greenroom.openMeeting({ joinUrl: "https://call.example/" }, "app")',
    'greenroom.inspect({ kind: "text", text: "x", verdict: "genuine" })',
    'greenroom.inspect({ kind: "file", name: "x", bytes: "y" })',
    'greenroom.openHostPage(["https://call.example/"])',
    'greenroom.incoming("https://call.example/")',
  ])('refuses %s', async (request) => {
    const refusal = await app.page.evaluate(`${request}.then(() => 'it was answered', (error) => error.message)`);
    expect(refusal).toContain('refused');
    expect(await newlyOpened()).toEqual([]);
  });
});

describe(`a link from outside on ${runtimeName}`, () => {
  test('that is hostile is shown for what it is, and opens nothing', async () => {
    await secondStart(`greenroom://join?url=${encodeURIComponent('https://us02web-zoom.us/j/84100020003')}`);
    await app.page.getByRole('heading', { level: 3, name: 'Suspicious' }).waitFor();
    expect(await newlyOpened()).toEqual([]);
  });

  test('that no one understands is told in one sentence', async () => {
    await secondStart('greenroom://run?program=xterm');
    await app.page.getByText('Greenroom didn’t understand that link').waitFor();
    expect(await newlyOpened()).toEqual([]);
  });

  test('that is official: this computer is checked first, then it is opened or what to fix is said', async () => {
    await secondStart(`greenroom://join?url=${encodeURIComponent(official)}`);
    await app.page.getByRole('heading', { level: 3, name: 'Official link' }).waitFor();
    const done = app.page.getByText(/^The meeting was (?:not )?opened/);
    await done.waitFor();
    const opened = (await done.textContent())?.startsWith('The meeting was opened');
    const fresh = await newlyOpened();
    expect(fresh.length).toBe(opened ? 1 : 0);
    for (const link of fresh) expect(link).toMatch(/^https:\/\/us02web\.zoom\.us\/(?:j|wc\/join)\/84100020003/);
  });

  test('that asks for a check starts one', async () => {
    await settled();
    const before = await app.page.evaluate(async () => (await greenroom.snapshot()).report?.startedAt);
    await secondStart('greenroom://check');
    await expect
      .poll(() => app.page.evaluate(async () => (await greenroom.snapshot()).report?.startedAt))
      .not.toBe(before);
  });

  test('that starts the program is acted on as soon as the page is there', async () => {
    const started = await launchApp({
      settings,
      switches: [`greenroom://join?url=${encodeURIComponent('https://us02web-zoom.us/j/84100020003')}`],
    });
    await started.page.getByRole('heading', { level: 3, name: 'Suspicious' }).waitFor();
    expect(await started.opened()).toEqual([]);
    await started.stop();
  });
});

describe(`a file opened with Greenroom on ${runtimeName}`, () => {
  let files = '';
  const calendar = (link: string): string =>
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Review', `DESCRIPTION:${link}`]
      .concat(['DTSTART:20261201T100000Z', 'END:VEVENT', 'END:VCALENDAR', ''])
      .join('\r\n');
  const write = async (name: string, text: string): Promise<string> => {
    await writeFile(path.join(files, name), text);
    return path.join(files, name);
  };
  const told = (name: string, label: string): Promise<void> =>
    app.page
      .getByRole('article')
      .filter({ has: app.page.getByRole('heading', { level: 3, name }) })
      .filter({ hasText: label })
      .waitFor();

  beforeAll(async () => {
    files = await mkdtemp(path.join(tmpdir(), 'greenroom-files-'));
  });
  afterAll(() => rm(files, { recursive: true, force: true }));

  test('as a path, as an address, beside the folder of the second start, and as macOS tells it', async () => {
    const hostile = 'https://us02web-zoom.us/j/84100020003';
    await secondStart(await write('a check.ics', calendar(official)));
    await told('Official link', 'a check.ics');
    await secondStart(pathToFileURL(await write('b 100%.ics', calendar(hostile))).href);
    await told('Suspicious', 'b 100%.ics');
    await secondStart(path.relative(process.cwd(), await write('c.eml', `From: a@b.example\n\n${official}\n`)));
    await told('Official link', 'c.eml');
    await app.openFile(await write('d.ics', calendar(hostile)));
    await told('Suspicious', 'd.ics');
    expect(await newlyOpened()).toEqual([]);
  });

  test('that is no invitation is refused in words', async () => {
    await secondStart(files);
    await app.page.getByText('is a folder. Open the invitation in it.').waitFor();
    await secondStart(path.join(files, 'gone.ics'));
    await app.page.getByText('“gone.ics” isn’t there any more.').waitFor();
  });

  test('that starts the program is shown as soon as the page is there', async () => {
    const started = await launchApp({ settings, switches: [await write('first.ics', calendar(official))] });
    await started.page.getByRole('heading', { level: 3, name: 'Official link' }).waitFor();
    await started.page.getByText('first.ics').first().waitFor();
    expect(await started.opened()).toEqual([]);
    await started.stop();
  });
});
