/** What a recording may not hold of drives and backup programs, and that it is judged the same without it. */
import { describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../../../../electron/core/catalogue/index.ts';
import { nameReplacer } from '../../../../electron/core/redaction/names.ts';
import type { Recording } from '../../../../electron/platform/machine/recording.ts';
import { namesIn, redact } from '../../../../electron/platform/redaction/redact.ts';
import { factOf, file, recordingOf, withReadings } from '../../linux/recorded.ts';

const identity = { userName: 'ada', hostName: 'box', home: '/home/user' };
const redacted = (recording: Recording): Recording => redact(recording, identity, builtInCatalogue);
const textOf = (recording: Recording): string => JSON.stringify(redacted(recording).reads);

const arch = recordingOf('arch');

describe('is left out', () => {
  test.each([
    [
      'the secret of a repository',
      '/home/user/.config/kopia/repository.config',
      '{"storage":{"type":"s3","config":{"secretAccessKey":"SECRET","bucket":"SECRET"}},"hostname":"SECRET"}',
    ],
    [
      'what Back In Time keeps',
      '/home/user/.config/backintime/config',
      'profiles=1\nprofile1.snapshots.path=/mnt/x\nprofile1.snapshots.include.1.value=/home/user/SECRET\nprofile1.snapshots.ssh.host=SECRET\n',
    ],
    ['what rsnapshot keeps', '/etc/rsnapshot.conf', 'snapshot_root\t/mnt/x/\nbackup\troot@SECRET:/srv\thost/\n'],
    ['words of a command', '/proc/4242/cmdline', 'borg\0create\0ssh://SECRET/./repo::SECRET\0/home/user/SECRET'],
  ])('%s', (_name, path, text) => {
    expect(textOf(withReadings(arch, file(path, text)))).not.toContain('SECRET');
  });

  test('names of folders on a drive, in what was asked and in what was found', () => {
    const renamed = JSON.parse(
      JSON.stringify(arch)
        .replaceAll('/vault/restic', '/vault/Divorce')
        .replaceAll('\\trestic\\u0000', '\\tDivorce\\u0000'),
    ) as Recording;
    expect(JSON.stringify(renamed)).toContain('Divorce');
    expect(textOf(renamed)).not.toContain('Divorce');
  });
});

test('the drives, their sets and the tools are the same without it', async () => {
  for (const name of ['arch', 'arch-not-synchronised', 'ubuntu-24.04-security-waiting-french'] as const) {
    const recording = recordingOf(name);
    for (const key of ['externalDrives', 'backupTools', 'backupRuns'] as const) {
      const withoutNames = nameReplacer(namesIn(recording, identity, builtInCatalogue));
      const plain = (of: Recording) =>
        factOf(of, key).then((fact) =>
          withoutNames(JSON.stringify(fact)).replace(/"(?:id|innerId|volumeId)":"[^"]*"/g, ''),
        );
      expect(await plain(redacted(recording)), `${name} ${key}`).toBe(await plain(recording));
    }
  }
});
