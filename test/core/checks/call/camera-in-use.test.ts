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
  ['nobody', [], true, 'pass', 'No program is using the camera'],
  [
    'nobody seen, but not all could be looked at',
    [],
    false,
    'unknown',
    'Could not tell whether another program is using the camera',
  ],
  ['Zoom', ['Zoom.exe'], true, 'pass', 'Zoom is using the camera: a call has begun'],
  [
    'Teams, as Windows names its package',
    ['MSTeams_8wekyb3d8bbwe'],
    true,
    'pass',
    'Microsoft Teams is using the camera: a call has begun',
  ],
  [
    'two meeting apps',
    ['zoom.us', 'ms-teams.exe'],
    true,
    'pass',
    'Zoom and Microsoft Teams are using the camera: a call has begun',
  ],
  ['FaceTime', ['FaceTime'], true, 'pass', 'FaceTime is using the camera: a call has begun'],
  [
    'Zoom, but not all could be looked at',
    ['zoom'],
    false,
    'unknown',
    'Zoom is using the camera: could not tell whether others are',
  ],
  ['a page in Chrome', ['chrome.exe'], true, 'caution', 'A page in Google Chrome is using the camera'],
  [
    'a page in Edge, not all looked at',
    ['msedge.exe'],
    false,
    'caution',
    'A page in Microsoft Edge is using the camera',
  ],
  ['a recorder', ['obs64.exe'], true, 'caution', 'obs64.exe is using the camera'],
  ['a recorder beside Zoom', ['Zoom.exe', 'obs64.exe'], true, 'caution', 'obs64.exe is using the camera'],
  ['TeamSpeak is not Teams', ['TeamSpeak'], true, 'caution', 'TeamSpeak is using the camera'],
  ['a program called constructor', ['constructor'], true, 'caution', 'constructor is using the camera'],
  ['somebody without a name', [null], true, 'caution', 'The camera is in use'],
  [
    'a Mac’s camera, whose user has no name',
    [null],
    false,
    'unknown',
    'The camera is in use: could not tell by which program',
  ],
  ['somebody without a name beside Zoom', ['zoom', null], true, 'caution', 'The camera is in use'],
])('%s', (_name, users, complete, state, title) => expect(finding(users, complete)).toMatchObject({ state, title }));

test('all that hold it stand in the evidence, by the names they run under', () => {
  expect(finding(['Zoom.exe', 'obs64.exe', 'obs64.exe'])?.evidence.found).toBe(
    'Using the camera now: Zoom.exe and obs64.exe.',
  );
  expect(finding(['Zoom.exe', null])?.evidence.found).toBe(
    'Using the camera now: Zoom.exe. Something else is using it, and its name cannot be seen.',
  );
});

test('a virtual camera that is allowed is quiet; a name without letters is never allowed by accident', () => {
  const policy = policyFor('camera-in-use', { allowedPrograms: ['OBS64', ''] });
  expect(finding(['obs64.exe'], true, policy)).toMatchObject({
    state: 'pass',
    title: 'Only allowed programs are using the camera',
  });
  expect(finding(['obs64.exe'], false, policy)?.state).toBe('unknown');
  expect(finding(['obs64.exe', 'spy.exe'], true, policy)?.title).toBe('spy.exe is using the camera');
  expect(finding(['???'], true, policy)?.title).toBe('??? is using the camera');
});

test('a hostile name neither floods nor reorders the sentence', () => {
  const title = finding([`${'a'.repeat(100_000)}`, '\u202eevil\n', 'c', 'd'])?.title ?? '';
  expect(title).toMatch(/^a{59}…, evil, c and 1 more are using the camera$/);
});

test('the remedy is that of the system', () => {
  expect(finding(['obs'], true, noPolicy, 'win32')?.remedies[0]?.link).toBe('ms-settings:privacy-webcam');
  expect(finding(['obs'], true, noPolicy, 'darwin')?.remedies[0]?.link).toContain('Privacy_Camera');
  expect(finding(['obs'], true, noPolicy, 'linux')?.remedies[0]?.link).toBeUndefined();
  expect(finding(['firefox'], true, noPolicy, 'linux')?.remedies[0]?.label).toBe('Look for the page');
});
