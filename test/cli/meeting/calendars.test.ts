/** `greenroom calendars`: what is found, what the person chooses, and that nothing is read before they ask for it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseRecording } from '../../../electron/platform/machine/recording.ts';
import { newHome, putEvolution, type TestHome } from '../../platform/calendars/homes.ts';
import { greenroom } from '../run.ts';

let home: TestHome;
beforeEach(() => {
  home = newHome();
  vi.stubEnv('HOME', home.home);
  vi.stubEnv('GREENROOM_STATE', path.join(home.home, 'state'));
  for (const name of ['XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME']) vi.stubEnv(name, '');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const calendars = (...words: readonly string[]) => greenroom(['calendars', ...words]);
const used = async (): Promise<{ readonly used: boolean; readonly on: readonly string[] }> => {
  const told = JSON.parse((await calendars('--json')).stdout) as {
    readonly used: boolean;
    readonly sources: readonly { readonly calendars: readonly { readonly id: string; readonly on: boolean }[] }[];
  };
  const all = told.sources.flatMap((source) => source.calendars);
  return { used: told.used, on: all.filter(({ on }) => on).map(({ id }) => id) };
};
const OWN = 'evolution:system-calendar';
const HIDDEN = 'evolution:d902b70f7c50f473a65934836c2f541fbdefd34b';

// It asks this computer itself, and these homes are Linux’s.
describe.skipIf(process.platform !== 'linux')('the calendars of this computer', () => {
  test('where there are none, that is said', async () => {
    const { code, stdout } = await calendars();
    expect([code, stdout]).toEqual([0, expect.stringContaining('No program with a calendar')]);
  });

  test('before the person asks: what there is, and no calendar of it', async () => {
    putEvolution(home);
    const { code, stdout } = await calendars();
    expect(code).toBe(0);
    expect(stdout).toContain('GNOME Calendar');
    expect(stdout).toContain('greenroom calendars --use');
    expect(stdout).not.toContain('Personal');
    expect(await used()).toEqual({ used: false, on: [] });
  });

  test('used, ticked, unticked and stopped; each stays', async () => {
    putEvolution(home);
    const { stdout } = await calendars('--use');
    expect(stdout).toContain(`[x] Personal  ${OWN}`);
    expect(stdout).toContain(`[ ] Hidden by its owner  ${HIDDEN}`);
    await calendars('--hide', OWN);
    await calendars('--show', HIDDEN);
    const { on } = await used();
    expect([on.includes(OWN), on.includes(HIDDEN)]).toEqual([false, true]);
    await calendars('--show', OWN);
    expect((await used()).on).toContain(OWN);
    await calendars('--stop');
    expect(await used()).toEqual({ used: false, on: [] });
  });

  test('a recording says which programs there were, and nothing of what they held', async () => {
    putEvolution(home);
    await calendars('--use');
    expect((await greenroom(['record', 'machine.json'], { cwd: home.home })).code).toBe(0);
    const text = readFileSync(path.join(home.home, 'machine.json'), 'utf8');
    expect(parseRecording('machine.json', text).calendarSources).toEqual(['evolution']);
    expect(text).not.toMatch(/stand-up|budget talk|harbour\.example/i);
  });

  test('64 for a calendar that is not there, and for both at once; nothing is changed', async () => {
    putEvolution(home);
    await calendars('--use');
    const before = await used();
    for (const words of [
      ['--hide', 'evolution:none'],
      ['--show', '__proto__'],
      ['--use', '--stop'],
    ]) {
      const { code, stderr } = await calendars(...words);
      expect([code, stderr.length > 0]).toEqual([64, true]);
    }
    expect(await used()).toEqual(before);
  });
});
