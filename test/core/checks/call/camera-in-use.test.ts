/** Who holds the camera: a meeting app is no alarm, a browser and anything else is, and nobody seen is not nobody. */
import { expect, test } from 'vitest';
import { cameraInUse } from '../../../../electron/core/checks/call/camera-in-use.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import type { DeviceUse, Platform } from '../../../../electron/core/facts/index.ts';
import { noPolicy } from '../../../../electron/core/policy/policy.ts';
import { judged, policyFor } from '../judged.ts';

const finding = (users: DeviceUse['users'], complete = true, policy = noPolicy, platform: Platform = 'win32') =>
  judged(cameraInUse, { cameraUse: known({ users, complete }, 'test') }, { platform, policy })[0];

test.each<[string, DeviceUse['users'], boolean, string, string]>([
  ['nobody', [], true, 'pass', 'Nothing is using your camera'],
  ['nobody seen, but not all could be looked at', [], false, 'unknown', 'Couldn’t check who uses your camera'],
  ['Zoom', ['Zoom.exe'], true, 'pass', 'You’re already in a call in Zoom'],
  [
    'Teams, as Windows names its package',
    ['MSTeams_8wekyb3d8bbwe'],
    true,
    'pass',
    'You’re already in a call in Microsoft Teams',
  ],
  [
    'two meeting apps',
    ['zoom.us', 'ms-teams.exe'],
    true,
    'pass',
    'You’re already in a call in Zoom and Microsoft Teams',
  ],
  ['FaceTime', ['FaceTime'], true, 'pass', 'You’re already in a call in FaceTime'],
  ['Zoom, but not all could be looked at', ['zoom'], false, 'unknown', 'Couldn’t check who uses your camera'],
  ['a page in Chrome', ['chrome.exe'], true, 'caution', 'A page in Google Chrome has your camera'],
  ['a page in Edge, not all looked at', ['msedge.exe'], false, 'caution', 'A page in Microsoft Edge has your camera'],
  ['a recorder', ['obs64.exe'], true, 'caution', 'Your camera is in use by obs64.exe'],
  ['a recorder beside Zoom', ['Zoom.exe', 'obs64.exe'], true, 'caution', 'Your camera is in use by obs64.exe'],
  ['TeamSpeak is not Teams', ['TeamSpeak'], true, 'caution', 'Your camera is in use by TeamSpeak'],
  ['a program called constructor', ['constructor'], true, 'caution', 'Your camera is in use by constructor'],
  ['somebody without a name', [null], true, 'caution', 'Something is using your camera'],
  ['a Mac’s camera, whose user has no name', [null], false, 'unknown', 'Something is using your camera'],
  ['somebody without a name beside Zoom', ['zoom', null], true, 'caution', 'Something is using your camera'],
])('%s', (_name, users, complete, state, title) => expect(finding(users, complete)).toMatchObject({ state, title }));

test('all that hold it stand in the evidence, by the names they run under', () => {
  expect(finding(['Zoom.exe', 'obs64.exe', 'obs64.exe'])?.evidence.found).toBe('In use now by Zoom.exe and obs64.exe.');
  expect(finding(['Zoom.exe', null])?.evidence.found).toBe(
    'In use now by Zoom.exe. Something else is using it too, but its name can’t be seen.',
  );
});

test('a virtual camera that is allowed is quiet; a name without letters is never allowed by accident', () => {
  const policy = policyFor('camera-in-use', { allowedPrograms: ['OBS64', ''] });
  expect(finding(['obs64.exe'], true, policy)).toMatchObject({
    state: 'pass',
    title: 'Only allowed programs use your camera',
  });
  expect(finding(['obs64.exe'], false, policy)?.state).toBe('unknown');
  expect(finding(['obs64.exe', 'spy.exe'], true, policy)?.title).toBe('Your camera is in use by spy.exe');
  expect(finding(['???'], true, policy)?.title).toBe('Your camera is in use by ???');
});

test('a hostile name neither floods nor reorders the sentence', () => {
  const title = finding([`${'a'.repeat(100_000)}`, '\u202eevil\n', 'c', 'd'])?.title ?? '';
  expect(title).toMatch(/^Your camera is in use by a{59}…, evil, c and 1 more$/);
});

test('the remedy is that of the system', () => {
  expect(finding(['obs'], true, noPolicy, 'win32')?.remedies[0]?.link).toBe('ms-settings:privacy-webcam');
  expect(finding(['obs'], true, noPolicy, 'darwin')?.remedies[0]?.link).toContain('Privacy_Camera');
  expect(finding(['obs'], true, noPolicy, 'linux')?.remedies[0]?.link).toBeUndefined();
  expect(finding(['firefox'], true, noPolicy, 'linux')?.remedies[0]?.label).toBe('Find the page');
});
