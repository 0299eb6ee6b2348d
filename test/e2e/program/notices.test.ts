/** Tries the notices of the built program: what a click does, being reminded, waking up, and a damaged memory of what was told. */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GreenroomApi, Snapshot } from '../../../electron/core/ipc/contract.ts';
import { browsers, clientsOf } from '../../../electron/core/meeting/clients.ts';
import { findElectron } from '../../../scripts/start/runtime.ts';
import type { StandInRecord } from '../../doubles/electron/record.ts';
import { launchApp, onlyChecks, type RunningApp } from './launch.ts';
import { recordOf, snapshotOf, whenIdle } from './program-state.ts';

declare const greenroom: GreenroomApi;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Less than what the program takes for sleep, and enough for the next look at the clock. */
const NEXT_LOOK = 2.5 * MINUTE;

/** Something to fix on every computer that can run this test: it has a browser, and no browser is allowed. */
const nothingAllowed = { forbiddenApps: [...browsers, ...(clientsOf.zoom ?? [])] };
/** What else this computer does meanwhile, whose network and drives may come and go, is not looked at. */
const few = { ...onlyChecks('meeting-apps', 'camera-view'), schedule: { onChanges: false } };
/** Told of everything that is worse. */
const onlyApps = { ...few, notifications: { changes: 'anything' } };
const zoom = 'https://us02web.zoom.us/j/84100020003?pwd=a.1';

// Electron shows its notifications to the system alone: there the checklist in docs/verification.md stands in.
describe.skipIf(findElectron() !== undefined)('notices', () => {
  let folder = '';
  let app: RunningApp | undefined;
  /** How far the program's time is ahead of the real one. */
  let ahead = 0;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'greenroom-notices-'));
  });
  afterEach(async () => {
    await app?.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const running = (): RunningApp => {
    if (app === undefined) throw new Error('The program does not run.');
    return app;
  };
  const snapshot = (): Promise<Snapshot> => snapshotOf(running());
  const record = (): Promise<StandInRecord> => recordOf(running());
  const titles = async (): Promise<readonly string[]> => (await record()).notifications.map(({ title }) => title);
  /** Checks of everything that this program has made, over all its starts. */
  const checked = (): number =>
    readFileSync(path.join(folder, 'greenroom.log'), 'utf8').match(/"event":"checked"/g)?.length ?? 0;
  const whenChecked = async (times: number): Promise<void> => {
    await expect.poll(checked).toBe(times);
    await whenIdle(running());
  };
  const pass = async (milliseconds: number): Promise<void> => {
    ahead += milliseconds;
    await running().passTime(milliseconds);
  };
  /** As the program sees them: it is awake, and looks at the clock on the way. */
  const minutes = async (count: number): Promise<void> => {
    for (let left = count; left > 0; left -= 2) {
      await whenIdle(running());
      await pass(Math.min(left, 2) * MINUTE);
    }
  };
  const until = async (time: number): Promise<void> => {
    const left = time - Date.now() - ahead;
    await minutes(Math.floor(left / MINUTE));
    await pass(left % MINUTE);
  };
  /** Every check that was begun is made; one more shows that nothing else was. */
  const checkByHand = async (times: number): Promise<void> => {
    await running().chooseMenuItem('check');
    await whenChecked(times);
  };

  /** Starts it as at login, so that nobody looks at the window. */
  const start = async (settings: Readonly<Record<string, unknown>> = few): Promise<void> => {
    ahead = 0;
    app = await launchApp({ folder, settings, switches: ['--hidden'] });
  };
  const restart = async (settings: Readonly<Record<string, unknown>>): Promise<void> => {
    await running().stop();
    await start(settings);
  };
  /** The camera view found that the system keeps the camera from it: what a meeting is to be told of. */
  const refuseCamera = async (): Promise<void> => {
    await running().page.evaluate(() => greenroom.tellCamera('refused'));
    await whenIdle(running());
  };
  /** A calendar with a meeting that begins in so many minutes and lasts half an hour. */
  const planMeeting = async (inMinutes: number) => {
    const time = (minute: number): string =>
      new Date(Date.now() + minute * MINUTE).toISOString().replace(/[-:]|\.\d+/g, '');
    const file = path.join(folder, 'calendar.ics');
    const event = [
      'BEGIN:VEVENT',
      'UID:one@example.org',
      `DTSTART:${time(inMinutes)}`,
      `DTEND:${time(inMinutes + 30)}`,
      'SUMMARY:Weekly sync',
      `LOCATION:${zoom}`,
      'END:VEVENT',
    ];
    const calendar = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ...event, 'END:VCALENDAR', ''];
    await writeFile(file, calendar.join('\r\n'));
    const settings = { ...few, calendar: { files: [file] }, notifications: { changes: 'none' } };
    return { settings, startsAt: Date.now() + inMinutes * MINUTE };
  };

  test('what became worse is told, and a click opens the window at it', async () => {
    await start(onlyApps);
    await whenChecked(1);
    expect(await titles()).toEqual([]);
    await running().page.evaluate(
      (forbiddenApps) => greenroom.changeSetting('meeting-apps', 'forbiddenApps', forbiddenApps),
      nothingAllowed.forbiddenApps,
    );
    await checkByHand(2);
    await expect.poll(titles).toHaveLength(1);
    const [notice] = (await record()).notifications;
    expect(notice?.buttons).toEqual(['Show what to do']);
    const before = await record();
    expect(before.window).toBe('minimised');
    await running().clickNotification();
    await expect.poll(async () => (await record()).shown).toBe(before.shown + 1);
    expect((await record()).window).toBe('shown');
    const { report } = await snapshot();
    const finding = report?.findings.find(({ id, state }) => id === 'meeting-apps' && state === 'fail');
    await running()
      .page.locator('.row', { hasText: finding?.title ?? 'none' })
      .locator('.detail')
      .waitFor();
  });

  test('before a meeting it is told once, and joining anyway opens the meeting’s own link', async () => {
    const { settings, startsAt } = await planMeeting(20);
    await start(settings);
    await whenChecked(1);
    await refuseCamera();
    await until(startsAt - 11.5 * MINUTE);
    expect([checked(), await titles()]).toEqual([1, []]);
    await pass(NEXT_LOOK);
    await whenChecked(2);
    await expect.poll(titles).toHaveLength(1);
    expect((await record()).notifications[0]).toMatchObject({
      title: expect.stringMatching(/^\d+ things? to fix before Weekly sync, /),
      buttons: ['Show what to fix', 'Join anyway', 'Remind me at the start'],
    });
    await running().clickNotification(1);
    await expect.poll(() => running().opened()).toEqual([zoom]);
    const once = await titles();
    await minutes(20);
    await checkByHand(3);
    expect(await titles()).toEqual(once);
  });

  test('a reminder comes once, at the start of the meeting, also after a new start of the program', async () => {
    const { settings, startsAt } = await planMeeting(8);
    await start(settings);
    await whenChecked(1);
    await refuseCamera();
    await minutes(1);
    await whenChecked(2);
    await expect.poll(titles).toHaveLength(1);
    await running().clickNotification(2);
    await restart(settings);
    await whenChecked(3);
    await refuseCamera();
    await minutes(1);
    // It gets ready for the meeting again, and has nothing new to tell.
    await whenChecked(4);
    await until(startsAt - 1.5 * MINUTE);
    expect([checked(), await titles()]).toEqual([4, []]);
    await pass(NEXT_LOOK);
    await whenChecked(5);
    await expect.poll(titles).toEqual([expect.stringMatching(/^Still \d+ things? to fix for Weekly sync$/)]);
    expect((await record()).notifications[0]?.buttons).toEqual(['Show what to fix', 'Join anyway']);
    await minutes(20);
    await checkByHand(6);
    expect(await titles()).toHaveLength(1);
  });

  test('a meeting that is over when the computer wakes up is not told any more', async () => {
    const { settings, startsAt } = await planMeeting(8);
    await start(settings);
    await whenChecked(1);
    await refuseCamera();
    await minutes(1);
    await whenChecked(2);
    await expect.poll(titles).toHaveLength(1);
    await running().clickNotification(2);
    await until(startsAt - 1.5 * MINUTE);
    await pass(2 * HOUR);
    // No system told that it slept: the clock did.
    await pass(MINUTE);
    await whenChecked(3);
    await minutes(5);
    await checkByHand(4);
    expect(await titles()).toHaveLength(1);
  });

  test('waking up and unlocking are followed by one check, when things have settled', async () => {
    await start();
    await whenChecked(1);
    await running().happen('power', 'resume');
    await running().happen('power', 'unlock-screen');
    // The last check was a moment ago.
    await minutes(3);
    expect(checked()).toBe(1);
    await pass(NEXT_LOOK);
    await whenChecked(2);
    await minutes(20);
    await running().happen('power', 'resume');
    await running().happen('power', 'unlock-screen');
    expect(checked()).toBe(2);
    await pass(MINUTE);
    await whenChecked(3);
    await minutes(5);
    await checkByHand(4);
  });

  test('a damaged memory of what was told is set aside and said so, and nothing nags', async () => {
    const settings = { ...onlyApps, 'meeting-apps': nothingAllowed };
    await start(onlyApps);
    await whenChecked(1);
    await restart(settings);
    await whenChecked(2);
    await expect.poll(titles).toHaveLength(1);
    await running().stop();
    await writeFile(path.join(folder, 'attention.json'), '{"schema":"greenroom.attention/1","told":{"findi');
    await start(settings);
    await whenChecked(3);
    await running()
      .page.getByText(/What you were told and have paused is damaged and was moved to/)
      .waitFor();
    expect(readdirSync(folder).filter((name) => name.startsWith('attention.json.damaged-'))).toHaveLength(1);
    await minutes(20);
    await running().happen('power', 'resume');
    await pass(MINUTE);
    await whenChecked(4);
    expect(await titles()).toEqual([]);
    // Still said, and what is kept from now on can be read again.
    await running()
      .page.getByText(/is damaged and was moved to/)
      .waitFor();
    await running().chooseMenuItem('pause:hour');
    await expect.poll(async () => (await record()).tray?.picture).toBe('paused');
    await restart(settings);
    await expect.poll(async () => (await record()).tray?.picture).toBe('paused');
    expect(
      await running()
        .page.getByText(/is damaged/)
        .count(),
    ).toBe(0);
  });
});
