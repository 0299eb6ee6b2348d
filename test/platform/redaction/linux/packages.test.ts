/** Tries that a recording names no software of its owner but what the findings need. */
import { expect, test } from 'vitest';
import { builtInCatalogue } from '../../../../electron/core/catalogue/index.ts';
import type { Reading } from '../../../../electron/platform/machine/recording.ts';
import { redactLinux } from '../../../../electron/platform/redaction/linux/redact.ts';

const LOG = `2026-05-02 08:10:00 startup archives unpack
2026-05-02 08:10:01 install tor:amd64 <none> 0.4
2026-05-02 08:10:02 upgrade openssl:amd64 3.0 3.1
2026-05-02 08:10:03 status installed openssl:amd64 3.1
2026-05-03 08:10:01 install linux-image-6.1.0-40-amd64:amd64 <none> 6.1
`;

test('a log of packages names those for which an update waits, and no other', () => {
  const reads: readonly Reading[] = [
    {
      op: 'run',
      program: '/usr/bin/apt',
      args: ['list', '--upgradable'],
      code: 0,
      stdout: 'Listing…\nopenssl/stable-security 3.2 amd64 [upgradable from: 3.1]\n',
      stderr: '',
    },
    { op: 'readText', path: '/var/log/dpkg.log', text: LOG },
  ];
  expect(redactLinux(reads, builtInCatalogue)).toContainEqual({
    op: 'readText',
    path: '/var/log/dpkg.log',
    text: `2026-05-02 08:10:00 startup archives unpack
2026-05-02 08:10:01 install other:all 1 2
2026-05-02 08:10:02 upgrade openssl:all 1 2
2026-05-03 08:10:01 install linux-other:all 1 2
`,
  });
});
