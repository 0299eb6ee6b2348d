/** The example policies on every recorded computer. The verdicts stand here by hand, from what each recording says it is. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Policy } from '../electron/core/policy/policy.ts';
import type { Verdict } from '../electron/core/report/verdict.ts';
import { parsePolicyFile } from '../electron/engine/run/policy-file.ts';
import { runChecks } from '../electron/engine/run/run.ts';
import { parseRecording } from '../electron/platform/machine/recording.ts';
import { replayMachine } from '../electron/platform/machine/replay.ts';

const [R, C, N, U]: readonly Verdict[] = ['ready', 'caution', 'not-ready', 'undetermined'];
const names = ['home', 'office', 'public-body'] as const;

/** At home, in an office, in a public body. */
/** At home, in an office, in a public body. */
const expected: Readonly<Record<string, readonly (Verdict | undefined)[]>> = {
  // Not encrypted, no lock: good enough at home.
  arch: [C, N, N],
  // Nothing to join with was found; a public body also asks for a firewall, and there is none.
  'arch-not-synchronised': [U, U, N],
  'debian-12-server': [C, N, N],
  'debian-13-desktop-broken-apt': [N, N, N],
  'fedora-42-no-metadata': [C, N, N],
  // No backup: at home it is for after the call, an office requires one.
  'fedora-43': [C, N, N],
  'linux-backup-attached': [R, R, R],
  'linux-backup-away': [R, R, R],
  'linux-backup-never': [C, N, N],
  'linux-backup-running': [C, C, C],
  'linux-backup-several-tools': [R, R, R],
  'linux-backup-snapshots-only': [C, N, N],
  'linux-backup-sync-only': [C, N, N],
  'linux-in-a-call': [C, C, C],
  // What offices require answers in no known form.
  'linux-other-language': [N, N, N],
  'linux-tools-missing': [U, U, U],
  'macos-13': [N, N, N],
  'macos-13-tools-denied': [U, N, N],
  // An unknown end of support is no answer to what an office requires; a public body’s screen locks within five minutes.
  'macos-14': [C, N, N],
  'macos-14-japanese-half-readable': [C, N, N],
  'macos-14-never-backed-up': [N, N, N],
  'macos-15': [C, C, N],
  'macos-15-french': [C, N, N],
  'macos-15-no-full-disk-access': [C, U, N],
  'macos-15-restic-stick': [C, C, N],
  'macos-26': [C, C, N],
  // An empty battery keeps one out everywhere.
  'macos-26-exposed': [N, N, N],
  'macos-26-pending-security': [C, N, N],
  // The copy that can be unplugged is old: a public body requires it.
  'macos-26-two-destinations': [C, C, N],
  'macos-27': [C, C, N],
  'macos-27-backing-up': [C, C, N],
  'macos-27-managed': [C, N, N],
  'macos-28': [C, C, N],
  'opensuse-leap-16': [N, N, N],
  'silverblue-43': [N, N, N],
  // Its backup is three days old, and a public body gives it two.
  'ubuntu-24.04-ready': [R, R, C],
  'ubuntu-24.04-security-waiting-french': [C, N, N],
  'ubuntu-24.04-stale-index': [U, N, N],
  'unknown-linux-nothing-readable': [U, U, U],
  'windows-10-22h2': [C, N, N],
  'windows-10-22h2-esu': [C, N, N],
  'windows-11-24h2-home': [N, N, N],
  'windows-11-24h2-powershell-blocked': [U, U, N],
  'windows-11-25h2-all-off': [C, N, N],
  'windows-11-25h2-backup-running': [C, C, N],
  'windows-11-25h2-constrained-language': [C, N, N],
  'windows-11-25h2-german': [C, N, N],
  // Too little is known for anybody.
  'windows-11-25h2-half-readable': [U, U, U],
  'windows-11-25h2-in-a-call-french': [C, N, N],
  'windows-11-25h2-japanese-file-history-off': [C, N, N],
  'windows-11-25h2-never-backed-up': [N, N, N],
  'windows-11-25h2-pro': [R, R, N],
  'windows-11-25h2-third-party': [C, N, N],
  'windows-11-25h2-two-destinations': [R, C, N],
  'windows-11-25h2-update-server-error': [C, U, N],
  'windows-11-25h2-veeam-and-macrium': [R, R, N],
  'windows-server-2025': [C, N, N],
  // A firewall is required there.
  'ubuntu-24.04-nftables-open': [C, N, N],
  'macos-26-backup-drive-away': [C, C, N],
  'windows-10-20h2-home': [N, N, N],
  'windows-11-26h2': [R, R, N],
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
