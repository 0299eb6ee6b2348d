import { describe, expect, it } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { bind, type MachinePort, type Operation } from '../../../electron/platform/machine/machine.ts';
import type { Reading } from '../../../electron/platform/machine/recording.ts';
import { readInstaller } from '../../../electron/platform/read-installer.ts';
import { organisationIn } from '../../../electron/platform/win32/apps/authenticode.ts';
import { parseZone } from '../../../electron/platform/win32/apps/zone-identifier.ts';
import { inEnglish } from '../../in-english.ts';
import { knownOf, recordingOf, withReadings } from './recorded.ts';

const DOWNLOADS = 'C:\\Users\\user\\Downloads';
const pro = recordingOf('windows-11-25h2-pro');

it('vouches for Store packages of the catalogue, and keeps other programs open', async () => {
  const { origins } = await knownOf(pro, 'appOrigins');
  expect(origins.map(({ product, proof }) => [product, proof.is])).toEqual([
    ['zoom', 'unread'],
    ['teams', 'source'],
    ['chrome', 'unread'],
    ['edge', 'unread'],
    ['firefox', 'unread'],
  ]);
});

describe('installers among the downloads', () => {
  const MARK = `${DOWNLOADS}\\ZoomInstallerFull.exe:Zone.Identifier`;
  const withMark = async (reading: Reading) => knownOf(withReadings(pro, reading), 'installers');

  it('carry the mark of the web as browsers write it', async () => {
    const { files, gaps } = await knownOf(pro, 'installers');
    expect(gaps).toEqual([]);
    expect(files).toMatchObject([
      {
        product: 'zoom',
        path: `${DOWNLOADS}\\ZoomInstallerFull.exe`,
        from: ['https://cdn.zoom.us/prod/7.2.0.48358/x64/ZoomInstallerFull.exe?archType=x64', 'https://zoom.us/'],
      },
    ]);
  });

  it('say nothing without a mark, and are a gap when it cannot be read', async () => {
    const none = await withMark({ op: 'readText', path: MARK, missing: true });
    expect(none).toMatchObject({ files: [{ from: [] }], gaps: [] });
    const denied = await withMark({ op: 'readText', path: MARK, cannotTell: 'denied', reason: 'No.' });
    expect(denied).toMatchObject({
      files: [{ from: [] }],
      gaps: ['Where files were fetched from couldn’t be read for every file.'],
    });
  });

  it.each([
    [
      '[ZoneTransfer]\r\nZoneId=3\r\nReferrerUrl=https://zoom.us/\r\nHostUrl=https://cdn.zoom.us/x.exe\r\n',
      ['https://cdn.zoom.us/x.exe', 'https://zoom.us/'],
    ],
    ['[ZoneTransfer]\nZoneId=3\nHostUrl=about:internet\n', ['about:internet']],
    ['[ZoneTransfer]\r\nZoneId=3\r\nReferrerUrl=https://zoom.us/\r\n', []],
    ['[ZoneTransfer]\r\nZoneId=3', []],
    ['HostUrl='.repeat(100_000), ['HostUrl='.repeat(8191)]],
    ['\u0000', []],
  ])('are read whatever the mark holds (%#)', (text, from) => {
    expect(parseZone(text)).toEqual(from);
  });
});

describe('one installer on Windows', () => {
  /** Answers with this signature, and keeps the script that was run. */
  const look = async (path: string, stdout: string) => {
    const scripts: string[] = [];
    const port: MachinePort = {
      host: pro.host,
      read: (operation: Operation) => {
        if (operation.op !== 'run') return Promise.resolve(undefined);
        scripts.push(Buffer.from(operation.args.at(-1) ?? '', 'base64').toString('utf16le'));
        return Promise.resolve({ code: 0, stdout, stderr: '' }) as never;
      },
    };
    const found = await readInstaller(bind(port, new AbortController().signal), path, builtInCatalogue);
    return { found, script: scripts[0] ?? '' };
  };
  const answer = (status: number, subject: string): string => JSON.stringify({ path: '', status, subject });
  const SUBJECT = 'CN="Zoom Communications, Inc.", O="Zoom Communications, Inc.", L=San Jose, S=California, C=US';

  it.each([
    [answer(0, SUBJECT), { is: 'signed', by: 'Zoom Communications, Inc.', checked: true }],
    [answer(4, SUBJECT), { is: 'signed', by: 'Zoom Communications, Inc.', checked: false }],
    [answer(1, SUBJECT), { is: 'signed', by: 'Zoom Communications, Inc.', checked: false }],
    [answer(2, ''), { is: 'unsigned' }],
    [answer(3, SUBJECT), { is: 'broken' }],
    [answer(5, ''), null],
    ['', null],
    ['{"status":"0"}', null],
  ])('has the signature that Windows tells (%#)', async (stdout, signature) => {
    const { found } = await look(`${DOWNLOADS}\\ZoomInstaller.exe`, stdout);
    expect(found.signature).toEqual(signature);
    expect(inEnglish(found.gaps)).toEqual(signature === null ? ['Windows didn’t say who signed it.'] : []);
  });

  it('puts no letter of its name into the script, whatever it is called', async () => {
    const name = `${DOWNLOADS}\\Zoom'; Remove-Item ‘x’ "$(calc)" \`n.exe`;
    const { script } = await look(name, '');
    expect(script).not.toMatch(/Remove-Item|calc|Zoom/);
    const encoded = /FromBase64String\('([A-Za-z0-9+/=]*)'\)/.exec(script)?.[1] ?? '';
    expect(Buffer.from(encoded, 'base64').toString('utf8')).toBe(name);
    expect(script).toMatch(/^[\n -~]*$/);
  });
});

it.each([
  ['CN=Discord Inc., O=Discord Inc., L=San Francisco, S=California, C=US', 'Discord Inc.'],
  ['CN="Mattermost, Inc.", O="Mattermost, Inc.", L=Palo Alto', 'Mattermost, Inc.'],
  ['CN="Evil, O=Microsoft Corporation", O=Evil', 'Evil'],
  ['CN="A ""B"" C"', 'A "B" C'],
  ['O=', ''],
  [`O="${'x'.repeat(1_000_000)}"`, ''],
])('reads the organisation of a certificate (%#)', (subject, organisation) => {
  expect(organisationIn(subject)).toBe(organisation);
});
