/** The example policies on every recorded computer. The verdicts stand here by hand, from what each recording says it is. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Policy } from '../electron/core/policy/policy.ts';
import type { Verdict } from '../electron/core/report/finding.ts';
import { parsePolicyFile } from '../electron/engine/run/policy-file.ts';
import { runChecks } from '../electron/engine/run/run.ts';
import { parseRecording } from '../electron/platform/machine/recording.ts';
import { replayMachine } from '../electron/platform/machine/replay.ts';

const [R, C, N, U]: readonly Verdict[] = ['ready', 'caution', 'not-ready', 'undetermined'];
const names = ['home', 'office', 'public-body'] as const;

/** At home, in an office, in a public body. */
const expected: Readonly<Record<string, readonly (Verdict | undefined)[]>> = {
  // Updates of two months ago may hide anything; a public body also asks for a firewall, and there is none.
  'arch-not-synchronised': [U, U, N],
  // Not encrypted, no lock: good enough at home, as far as its programs can be told.
  arch: [U, N, N],
  'debian-12-server': [N, N, N],
  'debian-13-desktop-broken-apt': [U, N, N],
  'fedora-42-no-metadata': [N, N, N],
  // No backup: an office keeps its files elsewhere, and gives an update three days.
  'fedora-43': [N, C, N],
  'linux-backup-attached': [R, R, R],
  'linux-backup-away': [R, R, R],
  'linux-backup-several-tools': [R, R, R],
  'linux-backup-running': [C, C, C],
  // No backup that would bring a file back: to an office, whose files are on a server, that is advice.
  'linux-backup-never': [N, C, N],
  'linux-backup-snapshots-only': [N, C, N],
  'linux-backup-sync-only': [N, C, N],
  'linux-in-a-call': [C, C, C],
  // All in order as far as it can be told; what offices ask for answers in no known form.
  'linux-other-language': [R, U, U],
  'linux-tools-missing': [U, U, U],
  'macos-13-tools-denied': [N, N, N],
  'macos-13': [N, N, N],
  'macos-14-japanese-half-readable': [U, U, U],
  'macos-14-never-backed-up': [N, N, N],
  // Locks after more than the five minutes of a public body, as all Macs below that are in good order do.
  'macos-14': [U, U, N],
  'macos-15-french': [N, N, N],
  'macos-15-no-full-disk-access': [U, U, N],
  'macos-15': [U, U, N],
  // Every protection off: nothing that a household asks for, everything that an office does.
  'macos-26-exposed': [U, N, N],
  'macos-26-pending-security': [N, N, N],
  'macos-26-two-destinations': [U, U, N],
  'macos-26': [U, U, N],
  'macos-27-managed': [C, N, N],
  'macos-27': [C, C, N],
  'macos-28': [U, U, N],
  'opensuse-leap-16': [N, N, N],
  'silverblue-43': [N, U, N],
  // Its backup is three days old, and a public body gives it two.
  'ubuntu-24.04-ready': [R, R, C],
  'ubuntu-24.04-security-waiting-french': [N, N, N],
  'ubuntu-24.04-stale-index': [N, U, N],
  'unknown-linux-nothing-readable': [U, U, U],
  'windows-10-22h2-esu': [U, N, N],
  'windows-10-22h2': [N, N, N],
  'windows-11-24h2-home': [N, N, N],
  'windows-11-24h2-powershell-blocked': [U, U, U],
  'windows-11-25h2-all-off': [C, N, N],
  'windows-11-25h2-constrained-language': [N, U, N],
  'windows-11-25h2-german': [C, N, N],
  'windows-11-25h2-half-readable': [R, U, U],
  'windows-11-25h2-in-a-call-french': [C, N, N],
  'windows-11-25h2-japanese-file-history-off': [N, U, N],
  'windows-11-25h2-pro': [R, R, N],
  'windows-11-25h2-third-party': [U, N, N],
  'windows-11-25h2-update-server-error': [U, U, N],
  'windows-server-2025': [U, N, N],
};

let policies: readonly Policy[] = [];
beforeAll(async () => {
  policies = await Promise.all(
    names.map((name) => parsePolicyFile(`${name}.yaml`, readFileSync(`docs/policies/${name}.yaml`, 'utf8'))),
  );
});

const verdicts = (machine: string): Promise<readonly Verdict[]> => {
  const recording = parseRecording(machine, readFileSync(path.resolve('test/machines', `${machine}.json`), 'utf8'));
  const port = replayMachine(recording, { strict: true });
  const now = new Date(recording.recordedAt);
  // No recorded machine is slow: the time of a run is not what is looked at here.
  const run = async (policy: Policy) => (await runChecks({ port, policy, now, deadlineMs: 60_000 })).verdict;
  return Promise.all(policies.map(run));
};

describe('verdicts at home, in an office, in a public body', () => {
  test.each(Object.entries(expected))('%s', async (machine, wanted) => {
    expect(await verdicts(machine)).toEqual(wanted);
  });
});
