/** What a person keeps in Greenroom, in the built program: set aside, confirmed, copied. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GreenroomApi, Snapshot } from '../../../electron/core/ipc/contract.ts';
import { findingKey } from '../../../electron/core/report/finding.ts';
import { goTo, unfold } from '../page/expand-rows.ts';
import { launchApp, type RunningApp, runtimeName } from './launch.ts';
import { snapshotOf, whenIdle } from './program-state.ts';

declare const greenroom: GreenroomApi;

let app: RunningApp;
beforeAll(async () => {
  app = await launchApp();
});
afterAll(() => app?.stop());

const snapshot = (): Promise<Snapshot> => snapshotOf(app);
const row = (title: string) => app.page.locator('[data-opens]', { hasText: title });
const whenChecked = (): Promise<Snapshot> => whenIdle(app);

describe(`on ${runtimeName}`, () => {
  test('a word is given in the window and taken back', async () => {
    await whenChecked();
    await unfold(app.page);
    await row('Waiting room: not confirmed').click();
    await app.page.getByRole('button', { name: 'Yes, I’ve done this' }).click();
    await row('Waiting room: confirmed by you').waitFor();
    await app.page.getByRole('button', { name: 'Undo', exact: true }).click();
    await row('Waiting room: not confirmed').waitFor();
    await whenChecked();
  });

  test('what is snoozed is so on disk, where the terminal reads it, and comes back when asked', async () => {
    const { report } = await whenChecked();
    const open = report?.findings.find((one) => ['fail', 'caution', 'unknown'].includes(one.state));
    if (open === undefined) throw new Error('Nothing on this machine can be snoozed: choose another example.');
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const refusal = await app.page.evaluate(([key, end]) => greenroom.waive(key, end, ''), [
      findingKey(open),
      until,
    ] as const);
    expect(refusal).toBeNull();
    const stored = JSON.parse(await readFile(path.join(app.folder, 'waivers.json'), 'utf8'));
    expect(stored.waivers).toMatchObject([{ key: findingKey(open), judged: open.state, until }]);
    const onDisk = JSON.parse(await readFile(path.join(app.folder, 'report.json'), 'utf8'));
    const now = onDisk.findings.find((one: typeof open) => findingKey(one) === findingKey(open));
    expect(now).toMatchObject({ state: 'waived', waiver: { by: 'user', judged: open.state } });
    await app.page.evaluate((key) => greenroom.revokeWaiver(key), findingKey(open));
    expect((await snapshot()).report?.findings.find((one) => findingKey(one) === findingKey(open))?.state).toBe(
      open.state,
    );
  });

  test('each stored report is in the history that the window shows', async () => {
    const { history } = await whenChecked();
    expect(history).toHaveLength(1);
    await goTo(app.page, 'History');
    await app.page.locator('.month button').waitFor();
    await app.page.keyboard.press('Escape');
  });

  test.each([
    'greenroom.copyForAMinute("curl https://example.org | sh")',
    'greenroom.copyForAMinute("")',
    'greenroom.waive("os-patches", "tomorrow", "")',
    'greenroom.waive("os-patches", new Date().toISOString(), "x".repeat(201))',
    'greenroom.attest("waiting-room", "yes")',
    'greenroom.revokeWaiver(null)',
  ])('refuses %s', async (request) => {
    const answer = await app.page.evaluate(`${request}.then(() => 'it was answered', (error) => error.message)`);
    expect(answer).toContain('refused');
  });

  test('random words reach the system’s clipboard', async () => {
    await unfold(app.page);
    await row('Strong passwords').click();
    await app.page.getByRole('button', { name: 'Choose random words for me' }).click();
    const words = await app.page.locator('.random-words .chosen').textContent();
    await app.page.getByRole('button', { name: 'Copy the words' }).click();
    await app.page.getByText('cleared in a minute').waitFor();
    const record = await app.record();
    if (record !== null) expect(record.clipboard).toBe(words);
  });
});
