import { describe, expect, it } from 'vitest';
import { builtInCatalogue } from '../../../../electron/core/catalogue/index.ts';
import type { FactKey } from '../../../../electron/core/facts/index.ts';
import { nameReplacer } from '../../../../electron/core/redaction/names.ts';
import { redactedRecording } from '../../../../electron/engine/support/redacted-recording.ts';
import { namesIn, redact } from '../../../../electron/platform/redaction/redact.ts';
import { allowedOutput } from '../../../../electron/platform/redaction/win32/allowlist.ts';
import { win32Readers } from '../../../../electron/platform/win32/index.ts';
import { factOf, printedIn, printedOn, recordingOf } from '../../win32/recorded.ts';

const identity = { userName: 'ada', hostName: 'DESKTOP-EXAMPLE', home: 'C:\\Users\\ada' };

describe('a recording of Windows that is sent to somebody', () => {
  it('tells nothing of unrelated software, folders, volumes or the computer’s name', () => {
    const whole = JSON.stringify(recordingOf('windows-10-22h2').reads);
    expect(whole).toMatch(/7-Zip/);
    const sent = JSON.stringify(redact(recordingOf('windows-10-22h2'), identity, builtInCatalogue).reads);
    expect(sent).not.toMatch(/7-Zip|Bluetooth|Outlook Plugin|Calculator|Documents|UserId|DESKTOP-EXAMPLE|a1b0c3d2/);
    expect(sent).toMatch(/Cisco Webex/);
  });

  it('names no program that runs and no folder, unless a finding needs it', () => {
    const sent = (name: string): string =>
      printedIn(redact({ ...recordingOf(name), redacted: false }, { ...identity, hostName: '' }, builtInCatalogue));
    expect(printedOn('windows-10-22h2')).toMatch(/Sonic Diary/);
    const used = sent('windows-10-22h2');
    expect(used).not.toMatch(/Diary|explorer|notepad|svchost|AppData|Program Files|C:#/);
    expect(used).toMatch(/\|sshd\.exe"/);
    expect(used).toMatch(/\|TeamViewer_Service\.exe"/);
    // A meeting app that crashed stays: its permissions are looked at.
    expect(used).toMatch(/NonPackaged\\\\Zoom\.exe"/);
    const call = sent('windows-11-25h2-in-a-call-french');
    expect(call).not.toMatch(/Vacances|Pictures|explorer|svchost|AppData|C:#/);
    expect(call).toMatch(/\|(?:obs64|program-\d+)\.exe"/);
    expect(sent('windows-11-25h2-pro')).not.toMatch(/explorer|\|System"|svchost|C:#/);
  });

  it('keeps no half of a list of programs', () => {
    const half = '{"value":{"self":1,"running":["4|0|1||Secret.exe"],"section":"programs"}';
    expect(allowedOutput(`${half}\r\n${half.replace('programs', 'activity')}`)).toBe('\r\n');
    const rows = '{"value":{"rows":"C:#Users#ada#Secret.exe","unread":0},"section":"consent"}';
    expect(allowedOutput(rows)).toBe('{"value":{"rows":[],"unread":0},"section":"consent"}');
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
    'windows-11-25h2-in-a-call-french',
    'windows-11-25h2-all-off',
    'windows-11-25h2-constrained-language',
    'windows-11-25h2-half-readable',
    'windows-server-2025',
    'windows-11-25h2-backup-running',
    'windows-11-25h2-veeam-and-macrium',
    'windows-11-25h2-two-destinations',
  ])('%s: leads to the same facts, the identities of volumes aside', async (name) => {
    const recording = recordingOf(name);
    const own = { ...identity, hostName: '' };
    const { recording: sent } = await redactedRecording(recording, own);
    const withoutNames = nameReplacer(namesIn(recording, own, builtInCatalogue));
    // What lies in the Downloads folder is not asked of PowerShell.
    const keys = (Object.keys(win32Readers) as FactKey[]).filter((key) => key !== 'installers');
    const plain = async (of: typeof recording, key: FactKey): Promise<string> =>
      withoutNames(JSON.stringify(await factOf(of, key))).replace(/"(id|volumeId)":"[0-9a-fA-F-]*"/g, '"$1":""');
    for (const key of keys) expect(await plain(sent, key)).toEqual(await plain(recording, key));
  });

  it('keeps a problem and a damaged list recognisable, but not the list', () => {
    const problem = '{"error":{"id":"x","code":"0x80070005"},"section":"apps"}\r\n';
    expect(allowedOutput(problem)).toBe(problem);
    const damaged = '{"value":{"entries":[{"key":"HKCU\\\\x","name":"Secret diary"}],"section":"apps"}\r\n';
    expect(allowedOutput(`before\r\n${damaged}`)).toBe('before\r\n\r\n');
    expect(allowedOutput('before\r\n{"value":{"entries":[{"key":"HKCU\\\\x","name":"Secret di')).toBe('before\r\n');
    expect(allowedOutput(printedOn('windows-11-25h2-german'))).not.toContain('Gr\\u00f6\\u00dfe');
  });
});
