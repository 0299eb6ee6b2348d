/** Support from the window: what an organisation is told and what a support file holds, each shown to the letter before anything. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goTo } from '../page/expand-rows.ts';
import { launchApp, type RunningApp } from './launch.ts';

let folder = '';
let app: RunningApp;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'greenroom-support-'));
  const values = { reporting: { jsonLines: true } };
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify({ schema: 'greenroom.settings/1', values }));
  app = await launchApp({ folder });
  await app.page.getByRole('heading', { level: 1 }).waitFor();
  await goTo(app.page, 'Settings');
});
afterAll(async () => {
  await app?.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const lines = async (): Promise<readonly string[]> =>
  (await readFile(path.join(folder, 'results.jsonl'), 'utf8').catch(() => ''))
    .split('\n')
    .filter((line) => line !== '');

test('the person sees to the letter what the organisation is told', async () => {
  await expect.poll(async () => (await lines()).length).toBeGreaterThan(0);
  await app.page.getByText('See exactly what it is told').click();
  const shown = await app.page.getByRole('region', { name: 'What is told' }).textContent();
  expect(JSON.parse(shown ?? '')).toEqual(JSON.parse((await lines()).at(-1) ?? ''));
});

test('a support file is shown whole, and only then saved, just as it was shown', async () => {
  await app.page.getByText('Something not right? Make a support file').click();
  const region = app.page.getByRole('region', { name: 'The support file' });
  await region.waitFor();
  const shown = (await region.textContent()) ?? '';
  expect(shown).toContain('greenroom.support/1');
  expect(shown).not.toContain(`${homedir()}/`);
  const file = path.join(folder, 'support.json');
  expect(existsSync(file)).toBe(false);
  await app.saveNextAs(file);
  await app.page.getByRole('button', { name: 'Save this file' }).click();
  await app.page.getByText('Saved. Read it before you send it.').waitFor();
  expect(await readFile(file, 'utf8')).toBe(shown);
});
