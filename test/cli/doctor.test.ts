/** The doctor's page and the support file; the one that is written, of the computer that runs the tests. */

import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type Doctor, doctorText, type Remark } from '../../electron/core/formats/diagnostics.ts';
import type { Message } from '../../electron/core/messages/messages.ts';
import { parseRecording } from '../../electron/platform/machine/recording.ts';
import { greenroom, newFolder, recorded } from './run.ts';

let folder = '';
beforeEach(() => {
  folder = newFolder();
  process.env.GREENROOM_STATE = path.join(folder, 'state');
});

/** For machines every text is English. */
type InEnglish<T> = { readonly [K in keyof T]: Exclude<T[K], Message> };
const remarks = (stdout: string): readonly InEnglish<Remark>[] =>
  (JSON.parse(stdout) as { sections: readonly { remarks: readonly InEnglish<Remark>[] }[] }).sections.flatMap(
    (section) => section.remarks,
  );

test('it says of every reading that gave no answer why, which checks rest on it, and what helps', async () => {
  const port = recorded('linux-tools-missing');
  const report = JSON.parse((await greenroom(['check', '--json'], { port })).stdout) as {
    probes: readonly { fact: string; state: string; reason?: string }[];
  };
  const { stdout, code } = await greenroom(['doctor', '--json'], { port });
  const found = remarks(stdout);
  expect(report.probes.filter(({ state }) => state === 'unknown').length).toBeGreaterThan(3);
  for (const probe of report.probes) {
    if (probe.state === 'known') continue;
    expect(found.find(({ what }) => what.startsWith(`${probe.fact} (`))?.help, probe.fact).toMatch(/\S/);
  }
  expect(code).toBe(found.some(({ good }) => good === false) ? 10 : 0);
  const words = doctorText(JSON.parse(stdout) as Doctor);
  for (const { what } of found) expect(words).toContain(what);
});

test('one cause of many is said once, first, with what helps', async () => {
  const port = recorded('windows-11-24h2-powershell-blocked');
  const said = (text: string) => text.replaceAll(/\s+/g, ' ').split('Windows PowerShell can’t run here').length - 1;
  for (const words of [['check'], ['check', '--details'], ['doctor']])
    expect([words, said((await greenroom(words, { port })).stdout)]).toEqual([words, 1]);
  const found = remarks((await greenroom(['doctor', '--json'], { port })).stdout);
  const cause = found.find(({ what }) => what === 'Windows PowerShell');
  expect(cause).toMatchObject({ good: false, help: expect.stringContaining('ask your IT department') });
  expect(cause?.found).toMatch(/diskEncryption.*power/);
  expect(found.filter(({ what }) => /^(diskEncryption|power) /.test(what))).toEqual([]);
});

test('a folder that cannot be written is told, with what follows from it', async () => {
  writeFileSync(path.join(folder, 'state'), 'a file where the folder should be');
  const { stdout, code } = await greenroom(['doctor', '--json'], { port: recorded('ubuntu-24.04-ready') });
  expect(code).toBe(10);
  expect(remarks(stdout).find(({ what }) => what === 'Own folder')).toMatchObject({
    good: false,
    help: expect.stringMatching(/can’t be kept/),
  });
});

test('a support file is shown before it is written, holds a recording that can be replayed, and names nobody', async () => {
  const shown = await greenroom(['support', 'support.json'], { cwd: folder, port: recorded('ubuntu-24.04-ready') });
  expect(shown.code).toBe(0);
  expect(shown.stdout).toContain('greenroom.support/1');
  expect(shown.stderr).toContain('Nothing was written');
  const file = path.join(folder, 'support.json');
  expect(existsSync(file)).toBe(false);

  expect((await greenroom(['support', 'support.json', '--yes'], { cwd: folder })).code).toBe(0);
  expect(statSync(file).mode & 0o077).toBe(0);
  const text = readFileSync(file, 'utf8');
  const { recording } = JSON.parse(text) as { recording: unknown };
  expect(() => parseRecording('support', JSON.stringify(recording))).not.toThrow();
  expect(text).not.toContain(`${os.homedir()}/`);
  const host = os.hostname().split('.')[0] ?? '';
  // A name that is also an ordinary word is no name.
  if (host.length > 4) expect(text).not.toContain(host);
});

test('it is not written without a name, nor over another file', async () => {
  expect((await greenroom(['support', '--yes'], { cwd: folder })).code).toBe(64);
  writeFileSync(path.join(folder, 'mine.txt'), 'mine');
  expect((await greenroom(['record', 'mine.txt'], { cwd: folder })).code).toBe(64);
  expect(readFileSync(path.join(folder, 'mine.txt'), 'utf8')).toBe('mine');
});

test('every check of everything leaves an entry in the log', async () => {
  await greenroom(['check'], { port: recorded('ubuntu-24.04-ready') });
  const log = readFileSync(path.join(folder, 'state/greenroom.log'), 'utf8');
  expect(JSON.parse(log)).toMatchObject({ event: 'checked', unknown: expect.any(Array) });
  expect(log).not.toContain(`${os.homedir()}/`);
});
