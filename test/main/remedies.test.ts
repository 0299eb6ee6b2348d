/** Tries the only way out of the program: constants of the checks, and only such as the system may open. */
import { expect, test } from 'vitest';
import { checks } from '../../electron/core/checks/index.ts';
import { mayOpen, openRemedy } from '../../electron/main/remedies.ts';
import { record } from '../doubles/electron/record.ts';

const remedies = checks.flatMap((check) =>
  Object.entries(check.remedies).map(([key, remedy]) => ({ id: `${check.id}/${key}`, link: remedy.link })),
);

test.each(remedies.flatMap(({ id, link }) => (link === undefined ? [] : [[id, link]])))(
  'the link of %s may be opened on some system: %s',
  (_id, link) => {
    expect((['linux', 'darwin', 'win32'] as const).some((platform) => mayOpen(link, platform))).toBe(true);
  },
);

test.each([
  'http://example.org/',
  'https://user:password@example.org/',
  'file:///etc/passwd',
  'smb://server/share',
  'javascript:alert(1)',
  'ms-msdt:/id',
  'greenroom://open',
  'C:\\Windows\\System32\\calc.exe',
  '/usr/bin/xterm',
  '',
])('%s is never opened', (link) => {
  for (const platform of ['linux', 'darwin', 'win32'] as const) expect(mayOpen(link, platform)).toBe(false);
});

test('a settings pane is opened only on its own system', () => {
  expect(mayOpen('ms-settings:privacy-webcam', 'win32')).toBe(true);
  expect(mayOpen('ms-settings:privacy-webcam', 'darwin')).toBe(false);
  expect(mayOpen('x-apple.systempreferences:com.apple.preference.security?Privacy_Camera', 'darwin')).toBe(true);
  expect(mayOpen('x-apple.systempreferences:com.apple.preference.security?Privacy_Camera', 'linux')).toBe(false);
});

test('an id opens its constant and nothing else', async () => {
  const web = remedies.find(({ link }) => link?.startsWith('https:'));
  if (web === undefined) throw new Error('No check has an official page: choose another example.');
  const before = record.opened.length;
  expect(await openRemedy(checks, web.id)).toBe('opened');
  for (const id of ['https://example.org/', `${web.id}x`, '__proto__/toString', 'toString', '', '/']) {
    expect(await openRemedy(checks, id), id).toBe('nothing-to-open');
  }
  expect(record.opened.slice(before)).toEqual([web.link]);
});
