import { expect, test } from 'vitest';
import { driveHealth } from '../../../../electron/core/checks/backup/drive-health.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import type { DriveHealth, Platform } from '../../../../electron/core/facts/index.ts';
import { judged } from '../judged.ts';

type State = DriveHealth['drives'][number]['state'];

test.each<[readonly State[], Platform, string, string]>([
  [['healthy', 'failing'], 'win32', 'fail', 'Drive 1 reports a failure'],
  [['failing', 'silent'], 'darwin', 'fail', 'Drive 0 reports a failure'],
  [['healthy', 'healthy'], 'win32', 'pass', 'Drive 0 and Drive 1'],
  [['healthy', 'silent'], 'darwin', 'pass', 'Drive 0. Nothing is told of Drive 1.'],
  [['silent'], 'win32', 'unknown', 'nothing about the health'],
  [[], 'darwin', 'unknown', 'nothing about the health'],
  [['silent'], 'linux', 'not-applicable', 'administrator'],
])('%j on %s: %s', (states, platform, state, words) => {
  const drives = states.map((one, index) => ({ name: `Drive ${index}`, state: one }));
  const [finding] = judged(driveHealth, { driveHealth: known({ drives }, 'test') }, { platform });
  expect(finding?.state).toBe(state);
  expect(JSON.stringify(finding)).toContain(words);
});
