/** One package that was brought up to date is no update of the others: by the log of dpkg. */
import { expect, test } from 'vitest';
import type { State } from '../../../../electron/core/report/finding.ts';
import { aptLists, findingsOf, recorded, withReads } from './recorded-patches.ts';

const MAY = '2026-05-02 08:10:00 startup archives unpack\n2026-05-02 08:10:01 upgrade libc6:amd64 1 2\n';
const YESTERDAY = '2026-11-28 19:01:02 startup archives unpack\n2026-11-28 19:01:03 upgrade firefox:amd64 150 157\n';
const fixes = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `lib${at}/noble-security`);

test.each<[string, State, string, readonly string[]]>([
  ['sixty wait since May', 'fail', MAY + YESTERDAY, fixes(60)],
  ['ten wait, which may have come today', 'caution', MAY + YESTERDAY, fixes(10)],
  ['sixty wait, by a log that does not reach back', 'caution', YESTERDAY, fixes(60)],
  [
    'sixty wait, by a log that names nothing',
    'caution',
    (MAY + YESTERDAY).replace(/libc6:amd64|firefox:amd64/g, 'package:all'),
    fixes(60),
  ],
  ['one of sixty was brought up to date', 'caution', MAY + YESTERDAY, [...fixes(59), 'firefox/noble-security']],
])('%s: %s', async (_, state, log, updates) => {
  const machine = recorded(
    'ubuntu-24.04-pro',
    aptLists(...updates),
    withReads({ op: 'readText', path: '/var/log/dpkg.log', text: log }),
  );
  expect((await findingsOf(machine)).get('os-patches')?.state).toBe(state);
});
