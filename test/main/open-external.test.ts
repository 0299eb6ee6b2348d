/** Tries the only way out of the program: constants of the checks, and only such as the system may open. */
import { expect, test } from 'vitest';
import { checks } from '../../electron/core/checks/index.ts';
import { noPolicy, type Policy } from '../../electron/core/policy/policy.ts';
import { mayOpen, openExternal, openHelpDesk } from '../../electron/main/open-external.ts';
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
  expect(await openExternal(checks, web.id)).toBe('opened');
  for (const id of ['https://example.org/', `${web.id}x`, '__proto__/toString', 'toString', '', '/']) {
    expect(await openExternal(checks, id), id).toBe('nothing-to-open');
  }
  expect(record.opened.slice(before)).toEqual([web.link]);
});

const helpDesk = (layer: keyof Policy['layers'], page: string): Policy => ({
  ...noPolicy,
  layers: { [layer]: { 'help-desk': { page } } },
});

test('the page of the help desk is opened as the organisation names it', async () => {
  const before = record.opened.length;
  for (const layer of ['enforced', 'recommended'] as const) {
    expect(await openHelpDesk(helpDesk(layer, `https://it.example/${layer}`))).toBe('opened');
  }
  expect(record.opened.slice(before)).toEqual(['https://it.example/enforced', 'https://it.example/recommended']);
});

test.each<[string, Policy]>([
  ['named by nobody', noPolicy],
  ['in the person’s own settings, which a page could have written', helpDesk('user', 'https://evil.example/')],
  ['without encryption', helpDesk('enforced', 'http://it.example/')],
  ['a file', helpDesk('enforced', 'file:///etc/passwd')],
  ['with a password', helpDesk('enforced', 'https://me:secret@it.example/')],
])('a page of the help desk that is %s is not opened', async (_what, policy) => {
  const before = record.opened.length;
  expect(await openHelpDesk(policy)).toBe('nothing-to-open');
  expect(record.opened.length).toBe(before);
});
