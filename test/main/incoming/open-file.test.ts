/** Tries files that are opened with Greenroom: honest ones, and whatever else a system or a stranger hands over. */

import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, open, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileLabel, notReadable } from '../../../electron/core/invite/accepted-files.ts';
import { type Incoming, MOST_BYTES } from '../../../electron/core/ipc/invitation-messages.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { spoken } from '../../../electron/core/messages/localise.ts';
import { createIncomingItems } from '../../../electron/main/incoming/incoming.ts';
import { filesIn, pathOf, readOpened } from '../../../electron/main/incoming/open-file.ts';
import { inspectInput } from '../../../electron/main/invitations/inspect-input.ts';
import { createInvitations } from '../../../electron/main/invitations/invitations.ts';
import { snapshot } from '../../renderer/samples.ts';

const mail = 'From: a@b.example\nSubject: Review\n\nJoin https://us02web.zoom.us/j/84100020003?pwd=a.1\n';

let folder = '';
const at = (name: string): string => path.join(folder, name);
const write = async (name: string, text: string | Uint8Array = mail): Promise<string> => {
  await writeFile(at(name), text);
  return at(name);
};
const sentence = async (word: string, from = folder): Promise<string> => {
  const opened = await readOpened([word], from);
  return opened.kind === 'refused' ? english(opened.sentence) : `read ${opened.given.name}`;
};
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'greenroom-opened-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  [['greenroom', '/home/ada/a.ics'], true, ['/home/ada/a.ics']],
  [['greenroom', '--hidden'], true, []],
  [['greenroom', '--allow-file-access-from-files', 'C:\\Users\\ada\\a.ics'], true, ['C:\\Users\\ada\\a.ics']],
  [['greenroom', 'greenroom://check'], true, []],
  [['electron', '.', 'a.ics'], false, ['a.ics']],
  [['node', '--inspect', 'dist/main/index.js', '--user-data-dir=/x'], false, []],
])('the files among the words %j', (argv, packaged, files) => {
  expect(filesIn(argv, packaged)).toEqual(files);
});

test.each([
  'file://server/share/a.ics',
  'file://127.0.0.1/etc/passwd',
  'file:///a%2fb.ics',
  'file://%zz',
  'https://example.org/a.ics',
  'smb://server/a.ics',
  'data:text/calendar,BEGIN:VCALENDAR',
  '\\\\.\\PhysicalDrive0',
  '\\\\?\\GLOBALROOT\\Device\\a',
  '//./COM1',
])('%s names no file here', async (word) => {
  expect(pathOf(word, '/home/ada')).toBeNull();
  expect(await sentence(word)).toMatch(/leads to no file on this computer/);
});

describe('what is read', () => {
  test('a path, an address and a relative path are the same file', async () => {
    const file = await write('Réunion 100 %.eml');
    for (const word of [file, pathToFileURL(file).href, 'Réunion 100 %.eml', './Réunion 100 %.eml']) {
      expect(await sentence(word)).toBe('read Réunion 100 %.eml');
    }
    expect(await sentence('Réunion 100 %.eml', tmpdir())).toMatch(/isn’t there any more/);
  });

  test.runIf(process.platform !== 'win32')(
    'a name that would move or hide what stands around it is shown harmless',
    async () => {
      const name = 'invoice\u202egpj.\n\u0007\u001b[31m.msg';
      const told = await sentence(await write(name));
      expect(told).toContain('Only Outlook reads');
      expect(told).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(await sentence(await write('--no-sandbox.eml'))).toBe('read --no-sandbox.eml');
    },
  );

  test('another kind of file, a folder, an empty and a vanished one are refused in words', async () => {
    await mkdir(at('holiday.ics'));
    expect(await sentence(at('holiday.ics'))).toBe('“holiday.ics” is a folder. Open the invitation in it.');
    expect(await sentence(await write('picture.png', new Uint8Array([0x89, 0x50, 0, 1])))).toMatch(/isn’t a mail/);
    expect(await sentence(await write('mail.msg'))).toMatch(/Only Outlook reads/);
    expect(await sentence(await write('empty.ics', ''))).toBe('“empty.ics” is empty.');
    expect(await sentence(at('gone.ics'))).toBe('“gone.ics” isn’t there any more.');
    expect(await sentence(`${at('a')}\0.ics`)).toMatch(/couldn’t be read/);
    expect((await readOpened([at('a.ics'), at('b.ics')], folder)).kind).toBe('refused');
  });

  test('one that is too large is refused by its size, before it is read', async () => {
    // Sparse: it takes no room, and reading it would take long.
    const handle = await open(at('huge.eml'), 'w');
    await handle.truncate(1024 ** 4);
    await handle.close();
    expect(await sentence(at('huge.eml'))).toMatch(/has 1,099,511\.6 MB\. Greenroom reads at most 20 MB/);
    await write('fits.eml', new Uint8Array(MOST_BYTES).fill(0x61));
    expect(await sentence(at('fits.eml'))).toBe('read fits.eml');
  });

  test.runIf(process.platform === 'linux')('devices, pipes and files without an end hold nothing up', async () => {
    execFileSync('/usr/bin/mkfifo', [at('pipe.ics')]);
    await symlink('/dev/zero', at('zero.ics'));
    for (const name of ['pipe.ics', 'zero.ics']) expect(await sentence(at(name))).toMatch(/is a device and not a file/);
    await symlink('loop.ics', at('loop.ics'));
    expect(await sentence(at('loop.ics'))).toMatch(/couldn’t be read/);
  });
});

describe('what comes of it', () => {
  const program = (inspect = inspectInput) => {
    const told: Incoming[] = [];
    const incomingItems = createIncomingItems({
      session: { snapshot: () => snapshot(), check: () => Promise.reject(new Error('a file starts no check')) },
      invitations: createInvitations(inspect),
      checkIds: [],
      publish: (incoming) => told.push(incoming),
    });
    return { incomingItems, told };
  };

  test('it is inspected and shown with its name, and nothing is opened or checked', async () => {
    const { incomingItems, told } = program();
    await incomingItems.open([await write('review.eml')], '/');
    expect(told).toMatchObject([
      {
        number: 1,
        kind: 'file',
        label: spoken(fileLabel('review.eml', mail.length)),
        inspected: { inspection: { kind: 'mail' } },
      },
    ]);
    expect(incomingItems.latest()).toBe(told[0]);
  });

  test('of two in quick succession the newer is told', async () => {
    const { incomingItems, told } = program();
    const [first, second] = [await write('first.eml'), await write('second.eml')];
    await Promise.all([incomingItems.open([first], '/'), incomingItems.open([second], '/')]);
    expect(told).toMatchObject([{ number: 2, label: spoken(fileLabel('second.eml', mail.length)) }]);
  });

  test('a fault in the analysis is told in words, and ends nothing', async () => {
    const { incomingItems, told } = program(() => Promise.reject(new Error('fault')));
    await incomingItems.open([await write('review.eml')], '/');
    expect(told).toMatchObject([{ kind: 'refused', sentence: spoken(notReadable('review.eml')) }]);
  });
});
