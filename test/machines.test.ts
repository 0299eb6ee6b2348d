/** Every check on every recorded computer. The states stand here by hand, from what each recording says it is. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { State } from '../electron/core/report/finding.ts';
import type { Report } from '../electron/core/report/report.ts';
import { runChecks } from '../electron/engine/run/run.ts';
import { parseRecording } from '../electron/platform/machine/recording.ts';
import { replayMachine } from '../electron/platform/machine/replay.ts';

const folder = path.resolve('test/machines');
const names = readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : []));

const check = (name: string): Promise<Report> => {
  const file = path.join(folder, `${name}.json`);
  const recording = parseRecording(file, readFileSync(file, 'utf8'));
  return runChecks({ port: replayMachine(recording, { strict: true }), now: new Date(recording.recordedAt) });
};

/** Supported system, patches, backup: what is known of each machine. */
const expected: Readonly<Record<string, readonly [system: State, patches: State, backup: State]>> = {
  arch: ['pass', 'pass', 'pass'],
  'arch-not-synchronised': ['pass', 'unknown', 'unknown'],
  'debian-12-server': ['pass', 'fail', 'fail'],
  'debian-13-desktop-broken-apt': ['pass', 'unknown', 'pass'],
  'fedora-42-no-metadata': ['fail', 'unknown', 'fail'],
  'fedora-43': ['caution', 'caution', 'fail'],
  'opensuse-leap-16': ['pass', 'fail', 'fail'],
  // The running image is of twelve days ago; the next one waits for a restart.
  'silverblue-43': ['caution', 'pass', 'fail'],
  'ubuntu-24.04-ready': ['pass', 'pass', 'pass'],
  'ubuntu-24.04-security-waiting-french': ['pass', 'fail', 'pass'],
  'ubuntu-24.04-stale-index': ['pass', 'unknown', 'fail'],
  'unknown-linux-nothing-readable': ['unknown', 'unknown', 'unknown'],
  'macos-13': ['fail', 'fail', 'fail'],
  'macos-14': ['fail', 'pass', 'pass'],
  'macos-14-never-backed-up': ['fail', 'pass', 'fail'],
  'macos-15': ['pass', 'caution', 'pass'],
  'macos-15-french': ['pass', 'fail', 'pass'],
  'macos-15-no-full-disk-access': ['pass', 'pass', 'unknown'],
  'macos-15-restic-stick': ['pass', 'caution', 'pass'],
  'macos-26': ['pass', 'pass', 'pass'],
  'macos-26-pending-security': ['pass', 'fail', 'unknown'],
  'macos-26-two-destinations': ['pass', 'pass', 'pass'],
  'macos-27': ['pass', 'pass', 'pass'],
  'macos-27-backing-up': ['pass', 'pass', 'pass'],
  'macos-28': ['pass', 'pass', 'pass'],
  'linux-backup-attached': ['pass', 'pass', 'pass'],
  'linux-backup-away': ['pass', 'pass', 'pass'],
  'linux-backup-never': ['pass', 'pass', 'fail'],
  'linux-backup-running': ['pass', 'pass', 'pass'],
  'linux-backup-several-tools': ['pass', 'pass', 'pass'],
  'linux-backup-snapshots-only': ['pass', 'pass', 'fail'],
  'linux-backup-sync-only': ['pass', 'pass', 'fail'],
  'linux-in-a-call': ['pass', 'pass', 'pass'],
  'linux-other-language': ['pass', 'pass', 'pass'],
  'linux-tools-missing': ['pass', 'unknown', 'unknown'],
  'macos-13-tools-denied': ['fail', 'fail', 'fail'],
  'macos-14-japanese-half-readable': ['fail', 'pass', 'pass'],
  'macos-26-exposed': ['pass', 'pass', 'pass'],
  'macos-27-managed': ['pass', 'pass', 'pass'],
  'windows-10-22h2': ['unknown', 'fail', 'pass'],
  'windows-10-22h2-esu': ['pass', 'pass', 'unknown'],
  'windows-11-24h2-home': ['fail', 'fail', 'fail'],
  'windows-11-24h2-powershell-blocked': ['pass', 'unknown', 'pass'],
  'windows-11-25h2-constrained-language': ['pass', 'unknown', 'fail'],
  'windows-11-25h2-all-off': ['pass', 'pass', 'pass'],
  'windows-11-25h2-half-readable': ['pass', 'pass', 'pass'],
  'windows-11-25h2-in-a-call-french': ['pass', 'pass', 'pass'],
  'windows-11-25h2-german': ['pass', 'pass', 'pass'],
  'windows-11-25h2-japanese-file-history-off': ['pass', 'unknown', 'fail'],
  'windows-11-25h2-pro': ['pass', 'pass', 'pass'],
  'windows-11-25h2-third-party': ['pass', 'pass', 'unknown'],
  'windows-11-25h2-backup-running': ['pass', 'pass', 'pass'],
  'windows-11-25h2-never-backed-up': ['pass', 'pass', 'fail'],
  'windows-11-25h2-two-destinations': ['pass', 'pass', 'pass'],
  'windows-11-25h2-veeam-and-macrium': ['pass', 'pass', 'pass'],
  'windows-server-2025': ['pass', 'pass', 'pass'],
  'windows-11-25h2-update-server-error': ['pass', 'unknown', 'unknown'],
  'ubuntu-24.04-nftables-open': ['pass', 'pass', 'pass'],
  'macos-26-backup-drive-away': ['pass', 'pass', 'pass'],
  // Nothing waits, and nothing came for four years.
  'windows-10-20h2-home': ['fail', 'caution', 'pass'],
  'windows-11-26h2': ['pass', 'pass', 'pass'],
};

const [P, C, U, N]: readonly State[] = ['pass', 'caution', 'unknown', 'not-applicable'];

/** Backups on a drive that can be unplugged, no backup at work, the drive unplugged after it. */
const backups: Readonly<Record<string, readonly (State | undefined)[]>> = {
  arch: [P, P, P],
  'arch-not-synchronised': [P, P, P],
  'debian-12-server': [N, P, N],
  'debian-13-desktop-broken-apt': [U, P, U],
  'fedora-42-no-metadata': [N, U, N],
  'fedora-43': [N, P, N],
  'linux-backup-attached': [P, P, P],
  'linux-backup-away': [P, P, P],
  'linux-backup-never': [P, P, P],
  'linux-backup-running': [P, C, P],
  'linux-backup-several-tools': [P, P, P],
  'linux-backup-snapshots-only': [N, P, N],
  // Two places with the same files, and old states on the same disk: no backup.
  'linux-backup-sync-only': [N, P, N],
  'linux-in-a-call': [P, P, P],
  'linux-other-language': [P, P, P],
  // Nothing could be looked at.
  'linux-tools-missing': [U, P, U],
  'macos-13': [N, P, N],
  'macos-13-tools-denied': [N, U, N],
  'macos-14': [P, P, P],
  'macos-14-japanese-half-readable': [P, P, P],
  // A drive was chosen, which is all that is asked here.
  'macos-14-never-backed-up': [P, P, P],
  // Nor do Carbon Copy Cloner and Arq.
  'macos-15': [P, U, P],
  'macos-15-french': [P, P, P],
  'macos-15-no-full-disk-access': [P, P, P],
  'macos-15-restic-stick': [P, U, P],
  'macos-26': [P, P, P],
  'macos-26-exposed': [P, P, P],
  'macos-26-pending-security': [U, U, N],
  'macos-26-two-destinations': [C, P, P],
  'macos-27': [P, P, P],
  'macos-27-backing-up': [P, C, P],
  'macos-27-managed': [P, P, P],
  // Only on another computer.
  'macos-28': [C, P, P],
  'opensuse-leap-16': [N, P, N],
  'silverblue-43': [N, P, N],
  'ubuntu-24.04-ready': [P, P, P],
  'ubuntu-24.04-security-waiting-french': [P, P, P],
  'ubuntu-24.04-stale-index': [N, P, N],
  'unknown-linux-nothing-readable': [U, U, U],
  // File History shows to nobody whether it copies.
  'windows-10-22h2': [P, U, P],
  'windows-10-22h2-esu': [P, P, P],
  'windows-11-24h2-home': [N, P, N],
  'windows-11-24h2-powershell-blocked': [C, U, U],
  'windows-11-25h2-all-off': [P, U, P],
  'windows-11-25h2-backup-running': [P, C, P],
  'windows-11-25h2-constrained-language': [N, P, N],
  'windows-11-25h2-german': [P, P, P],
  'windows-11-25h2-half-readable': [P, U, P],
  'windows-11-25h2-in-a-call-french': [P, U, P],
  'windows-11-25h2-japanese-file-history-off': [P, P, P],
  'windows-11-25h2-never-backed-up': [P, U, P],
  'windows-11-25h2-pro': [P, U, P],
  // Programs that keep everything to themselves.
  'windows-11-25h2-third-party': [U, U, N],
  'windows-11-25h2-two-destinations': [C, U, P],
  'windows-11-25h2-update-server-error': [P, U, U],
  'windows-11-25h2-veeam-and-macrium': [P, U, P],
  'windows-server-2025': [P, U, P],
  'ubuntu-24.04-nftables-open': [P, P, P],
  'macos-26-backup-drive-away': [P, P, P],
  'windows-10-20h2-home': [P, U, P],
  'windows-11-26h2': [P, U, P],
};

test.each(names)('%s: every check comes to a finding, and the machine is judged as it is', async (name) => {
  const { findings } = await check(name);
  const faults = findings.filter((finding) => finding.evidence.found.startsWith('Greenroom failed'));
  expect(faults.map((finding) => finding.evidence.found)).toEqual([]);
  for (const finding of findings) {
    if (finding.state === 'fail' || finding.state === 'caution') {
      expect(finding.why, finding.title).not.toBeNull();
      expect(finding.remedies.length, finding.title).toBeGreaterThan(0);
    }
    if (finding.state === 'unknown') expect(finding.evidence.found, finding.title).not.toBe('');
  }
  const stateOf = (id: string) => findings.find((finding) => finding.id === id)?.state;
  expect([stateOf('os-supported'), stateOf('os-patches'), stateOf('backup-drive')]).toEqual(expected[name]);
  expect(['backup-destination', 'backup-running', 'backup-unplugged'].map(stateOf)).toEqual(backups[name]);
});

test('every machine stands in the tables, and no other', () => {
  for (const table of [expected, backups]) expect(Object.keys(table).toSorted()).toEqual(names.toSorted());
});
