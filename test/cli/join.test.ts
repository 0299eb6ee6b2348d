/** `greenroom join`: what is opened, what is not, and the exit code of each. Nothing is really opened. */

import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { runJoin } from '../../electron/cli/verbs/join.ts';
import type { CheckId } from '../../electron/core/checks/ids.ts';
import type { Finding } from '../../electron/core/report/finding.ts';
import { openerFor, openWithSystem } from '../../electron/engine/open-link.ts';
import { finding, report } from '../renderer/samples.ts';
import { greenroom } from './run.ts';

const zoom = 'https://us02web.zoom.us/j/84100020003?pwd=a.1';
const inBrowser = 'https://us02web.zoom.us/wc/join/84100020003?pwd=a.1';
const found = (id: CheckId, subject: string | null, state: Finding['state'], title: string): Finding =>
  finding({ id, subject, state, title, found: '', source: '' });
const app = (subject: string, state: Finding['state']): Finding =>
  found('meeting-apps', subject, state, `${subject} is ${state}`);

/** Joins on a computer with these findings; `opens` is whether the system opens links. */
const join = async (link: string, findings: readonly Finding[], opens = true) => {
  const opened: string[] = [];
  const stdout = new PassThrough();
  const told = text(stdout);
  const io = { stdin: Readable.from([]), stdout, stderr: new PassThrough(), cwd: process.cwd() };
  const code = await runJoin(link, io, {
    check: async () => report(findings),
    open: async (target) => {
      opened.push(target);
      return opens;
    },
  });
  stdout.end();
  return { code, opened, stdout: await told };
};

describe('an official link', () => {
  test('is opened and printed when this computer is ready for its service', async () => {
    const { code, opened, stdout } = await join(zoom, [app('zoom (dpkg)', 'pass'), app('slack (snap)', 'fail')]);
    expect([code, opened]).toEqual([0, [zoom]]);
    expect(stdout).toContain(`Opening ${zoom}`);
    expect(stdout).not.toContain('slack');
  });

  test('is opened with exit code 10 when there is something to look at', async () => {
    const { code, opened } = await join(zoom, [app('zoom (dpkg)', 'caution')]);
    expect([code, opened]).toEqual([10, [zoom]]);
  });

  test('is opened in the browser where there is no app', async () => {
    const { code, opened } = await join(zoom, [app('chrome (dpkg)', 'pass')]);
    expect([code, opened]).toEqual([0, [inBrowser]]);
  });

  test('is not opened before what is to fix is fixed; the way through a browser is told', async () => {
    const { code, opened, stdout } = await join(zoom, [app('zoom (dpkg)', 'fail'), app('chrome (dpkg)', 'pass')]);
    expect([code, opened]).toEqual([20, []]);
    expect(stdout).toMatch(/Before the call \(1\)\n.*zoom \(dpkg\) is fail/);
    expect(stdout).toContain(inBrowser);
  });

  test('is not opened when what matters could not be judged', async () => {
    const { code, opened } = await join(zoom, [app('zoom (dpkg)', 'pass'), found('os-patches', null, 'unknown', 'x')]);
    expect([code, opened]).toEqual([30, []]);
    const without = await join(zoom, [app('slack (snap)', 'pass')]);
    expect([without.code, without.opened]).toEqual([30, []]);
    expect(without.stdout).toContain('found nothing on this computer to join Zoom with');
  });

  test('exit code 20 when the system does not open it, and the address to copy', async () => {
    const { code, stdout } = await join(zoom, [app('zoom (dpkg)', 'pass')], false);
    expect(code).toBe(20);
    expect(stdout).toContain('didn’t open it');
  });

  test('is taken out of its wrapper first', async () => {
    const wrapped = `https://eur02.safelinks.protection.outlook.com/?url=${encodeURIComponent(zoom)}&data=x`;
    expect((await join(wrapped, [app('zoom (dpkg)', 'pass')])).opened).toEqual([zoom]);
  });

  test('ends at a quotation mark: none is given to another program', async () => {
    const hostile = 'zoommtg://zoom.us/join?confno=84100020003&x="--url=file';
    const { opened } = await join(hostile, [app('zoom (dpkg)', 'pass')]);
    expect(opened).toEqual(['zoommtg://zoom.us/join?confno=84100020003&x=']);
  });
});

describe('a link that is not official is never opened, and this computer is not looked at', () => {
  test.each([
    ['https://us02web-zoom.us/j/84100020003', 20],
    ['https://meet.chess-club.example/TuesdayEvening', 30],
    ['https://example.org/', 40],
    ['file:///etc/passwd', 20],
    ['\u001b]0;title\u0007https://us02web-zoom.us/j/84100020003', 20],
  ])('%j: exit code %i', async (link, expected) => {
    const { code, stdout } = await greenroom(['join', link]);
    expect(code).toBe(expected);
    expect(stdout).toContain('Not opened');
    for (const control of ['\u001b', '\u0007']) expect(stdout).not.toContain(control);
    expect(stdout).not.toContain('Checked in');
  });
});

test('without a link it is wrong usage', async () => {
  expect((await greenroom(['join'])).code).toBe(64);
});

test.each(['linux', 'darwin', 'win32'] as const)(
  'on %s the opener is a full path, and the link one argument',
  (platform) => {
    const [program, args] = openerFor(platform, zoom);
    expect(program).toMatch(/^(?:\/usr\/bin\/|C:\\Windows\\System32\\)[\w.-]+$/);
    expect(args.at(-1)).toBe(zoom);
  },
);

test.each([
  ['D:\\WINNT', 'D:\\WINNT\\System32\\rundll32.exe'],
  ['\\\\server\\windows', 'C:\\Windows\\System32\\rundll32.exe'],
  ['windows', 'C:\\Windows\\System32\\rundll32.exe'],
])('where Windows is in %s, the opener is %s', (systemRoot, opener) => {
  expect(openerFor('win32', zoom, systemRoot)[0]).toBe(opener);
});

test('where the opener is missing, it is said so', async () => {
  const another = process.platform === 'win32' ? 'linux' : 'win32';
  expect(await openWithSystem(another, zoom)).toBe(false);
});
