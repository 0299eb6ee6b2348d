/** A program for remote control that runs is named, and nothing is claimed beyond that. */
import { expect, test } from 'vitest';
import { remoteControl } from '../../../../electron/core/checks/protection/remote-control.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import { noPolicy } from '../../../../electron/core/policy/policy.ts';
import { judged, policyFor } from '../judged.ts';

const finding = (programs: readonly string[], policy = noPolicy) =>
  judged(remoteControl, { remoteControl: known({ programs }, 'test') }, { policy })[0];

test.each<[string, readonly string[], string, string]>([
  ['none', [], 'pass', 'No remote control program is running'],
  ['one', ['TeamViewer'], 'caution', 'TeamViewer may let others control this computer'],
  [
    'one that runs three times',
    ['AnyDesk', 'AnyDesk', 'AnyDesk'],
    'caution',
    'AnyDesk may let others control this computer',
  ],
  ['two', ['TeamViewer', 'RustDesk'], 'caution', 'TeamViewer and RustDesk may let others control this computer'],
])('%s', (_name, programs, state, title) => expect(finding(programs)).toMatchObject({ state, title }));

test('the IT department’s own program is quiet, another one is not', () => {
  const policy = policyFor('remote-control', { allowedPrograms: ['teamviewer'] });
  expect(finding(['TeamViewer'], policy)).toMatchObject({
    state: 'pass',
    title: 'Only allowed remote control programs are running',
  });
  expect(finding(['TeamViewer', 'AnyDesk'], policy)?.title).toMatch(/^AnyDesk may/);
});

test('it is not claimed that somebody is connected', () => {
  expect(finding(['AnyDesk'])?.evidence.found).toBe(
    'Running now: AnyDesk. Greenroom doesn’t check whether anyone is connected.',
  );
});
