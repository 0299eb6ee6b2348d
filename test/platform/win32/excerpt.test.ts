import { describe, expect, it } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import type { FactKey } from '../../../electron/core/facts.ts';
import { redact } from '../../../electron/platform/redact.ts';
import { printedExcerpt } from '../../../electron/platform/win32/excerpt.ts';
import { factOf, printedOn, recordingOf } from './recorded.ts';

const identity = { userName: 'ada', hostName: 'DESKTOP-EXAMPLE', home: 'C:\\Users\\ada' };

describe('a recording of Windows that is sent to somebody', () => {
  it('tells nothing of unrelated software, folders, volumes or the computer’s name', () => {
    const whole = JSON.stringify(recordingOf('windows-10-22h2').reads);
    expect(whole).toMatch(/7-Zip/);
    const sent = JSON.stringify(redact(recordingOf('windows-10-22h2'), identity, builtInCatalogue).reads);
    expect(sent).not.toMatch(/7-Zip|Bluetooth|Outlook Plugin|Calculator|Documents|UserId|DESKTOP-EXAMPLE|a1b0c3d2/);
    expect(sent).toMatch(/Cisco Webex/);
  });

  it.each([
    'windows-10-22h2',
    'windows-10-22h2-esu',
    'windows-11-24h2-home',
    'windows-11-25h2-german',
    'windows-11-25h2-japanese-file-history-off',
    'windows-11-25h2-pro',
    'windows-11-25h2-third-party',
    'windows-11-25h2-update-server-error',
  ])('%s: leads to the same facts, the identities of volumes aside', async (name) => {
    const recording = recordingOf(name);
    const sent = redact(recording, { ...identity, hostName: '' }, builtInCatalogue);
    const keys: readonly FactKey[] = [
      'operatingSystem',
      'pendingUpdates',
      'updatesLookedAt',
      'updatesInstalledAt',
      'installedApps',
      'backupTools',
      'externalDrives',
      'backupRuns',
    ];
    const plain = async (of: typeof recording, key: FactKey): Promise<string> =>
      JSON.stringify(await factOf(of, key)).replace(/"(id|volumeId)":"[0-9a-fA-F-]*"/g, '"$1":""');
    for (const key of keys) expect(await plain(sent, key)).toEqual(await plain(recording, key));
  });

  it('keeps a problem and a damaged list recognisable, but not the list', () => {
    const problem = '{"error":{"id":"x","code":"0x80070005"},"section":"apps"}\r\n';
    expect(printedExcerpt(problem)).toBe(problem);
    const damaged = '{"value":{"entries":[{"key":"HKCU\\\\x","name":"Secret diary"}],"section":"apps"}\r\n';
    expect(printedExcerpt(`before\r\n${damaged}`)).toBe('before\r\n\r\n');
    expect(printedExcerpt('before\r\n{"value":{"entries":[{"key":"HKCU\\\\x","name":"Secret di')).toBe('before\r\n');
    expect(printedExcerpt(printedOn('windows-11-25h2-german'))).not.toContain('Gr\\u00f6\\u00dfe');
  });
});
