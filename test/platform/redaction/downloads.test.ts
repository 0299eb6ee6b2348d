import { expect, it } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import type { Reading, Recording } from '../../../electron/platform/machine/recording.ts';
import { redact } from '../../../electron/platform/redaction/redact.ts';

const identity = { userName: 'ada', hostName: 'workbench', home: '/home/ada' };

const sent = (platform: 'linux' | 'win32', home: string, ...reads: readonly Reading[]): string => {
  const host = { platform, arch: 'x64', kernel: '6', home, variables: {}, utcOffsetMinutes: 0 };
  const recording: Recording = {
    schema: 'greenroom.machine/1',
    recordedAt: '2026-11-22T09:00:00.000Z',
    redacted: false,
    host,
    reads: [...reads],
  };
  return JSON.stringify(redact(recording, { ...identity, home }, builtInCatalogue));
};

const file = (name: string) => ({ name, kind: 'file' as const });

it('tells of installers among the downloads, of no other file and of no key in an address', () => {
  const text = sent(
    'linux',
    '/home/ada',
    {
      op: 'readText',
      path: '/home/ada/.config/user-dirs.dirs',
      text: 'XDG_DOCUMENTS_DIR="$HOME/Diary"\nXDG_DOWNLOAD_DIR="$HOME/Téléchargements"\n',
    },
    {
      op: 'readDir',
      path: '/home/ada/Téléchargements',
      entries: [file('payslip-ada.pdf'), file('zoom_amd64.deb'), file('secret-tool.deb')],
    },
    {
      op: 'run',
      program: '/usr/bin/getfattr',
      args: ['--', '/home/ada/Téléchargements/zoom_amd64.deb'],
      code: 0,
      stdout:
        '# file: /home/ada/Téléchargements/zoom_amd64.deb\nuser.xdg.origin.url="https://zoom.us/client/zoom_amd64.deb?token=s3cr3t#s3cr3t"\n',
      stderr: '',
    },
  );
  expect(text).toMatch(/zoom_amd64\.deb/);
  expect(text).toMatch(/https:\/\/zoom\.us\/client\/zoom_amd64\.deb\\"/);
  expect(text).not.toMatch(/payslip|secret|s3cr3t|Diary|ada/);
});

it('keeps the site of the mark of the web, and not what stands behind it', () => {
  const downloads = 'C:\\Users\\ada\\Downloads';
  const text = sent(
    'win32',
    'C:\\Users\\ada',
    { op: 'readDir', path: downloads, entries: [file('ZoomInstaller.exe'), file('Divorce.docx')] },
    {
      op: 'readText',
      path: `${downloads}\\ZoomInstaller.exe:Zone.Identifier`,
      text: '[ZoneTransfer]\r\nZoneId=3\r\nReferrerUrl=https://mail.example.org/inbox?id=s3cr3t\r\nHostUrl=https://zoom.us/x.exe?sig=s3cr3t\r\n',
    },
  );
  expect(text).toMatch(/HostUrl=https:\/\/zoom\.us\/x\.exe\\r\\n/);
  expect(text).not.toMatch(/Divorce|s3cr3t|ada/);
});
