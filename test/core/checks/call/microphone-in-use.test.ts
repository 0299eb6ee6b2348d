/** Who holds the microphone: a meeting app is no alarm, a browser and anything else is, and nobody seen is not nobody. */
import { expect, test } from 'vitest';
import { microphoneInUse } from '../../../../electron/core/checks/call/microphone-in-use.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import type { DeviceUse, Platform } from '../../../../electron/core/facts/index.ts';
import { noPolicy } from '../../../../electron/core/policy/policy.ts';
import { judged, policyFor } from '../judged.ts';

const finding = (users: DeviceUse['users'], complete = true, policy = noPolicy, platform: Platform = 'win32') =>
  judged(microphoneInUse, { microphoneUse: known({ users, complete }, 'test') }, { platform, policy })[0];

test.each<[string, DeviceUse['users'], boolean, string, string]>([
  ['nobody', [], true, 'pass', 'No program is using the microphone'],
  [
    'nobody seen, but not all could be looked at',
    [],
    false,
    'unknown',
    'Could not tell whether another program is using the microphone',
  ],
  [
    'Zoom, as PulseAudio names it',
    ['ZOOM VoiceEngine'],
    true,
    'pass',
    'Zoom is using the microphone: a call has begun',
  ],
  [
    'a helper process of Slack',
    ['Slack Helper (Renderer)'],
    true,
    'pass',
    'Slack is using the microphone: a call has begun',
  ],
  ['WhatsApp', ['WhatsApp'], true, 'pass', 'WhatsApp is using the microphone: a call has begun'],
  ['a page in Firefox', ['firefox-esr'], true, 'caution', 'A page in Mozilla Firefox is using the microphone'],
  ['a recorder', ['audacity'], true, 'caution', 'audacity is using the microphone'],
  ['somebody without a name', [null], true, 'caution', 'The microphone is in use'],
  [
    'a Mac’s microphone, whose user has no name',
    [null],
    false,
    'unknown',
    'The microphone is in use: could not tell by which program',
  ],
  [
    'macOS waits for its name to be called',
    ['corespeechd'],
    true,
    'pass',
    'Only allowed programs are using the microphone',
  ],
])('%s', (_name, users, complete, state, title) => expect(finding(users, complete)).toMatchObject({ state, title }));

test('a noise filter that is allowed is quiet', () => {
  const policy = policyFor('microphone-in-use', { allowedPrograms: ['krisp'] });
  expect(finding(['krisp.exe'], true, policy)?.state).toBe('pass');
  expect(finding(['krisp.exe', 'Zoom.exe'], true, policy)?.title).toBe(
    'Zoom is using the microphone: a call has begun',
  );
});

test('the remedy is that of the system', () => {
  expect(finding(['x'], true, noPolicy, 'win32')?.remedies[0]?.link).toBe('ms-settings:privacy-microphone');
  expect(finding(['x'], true, noPolicy, 'darwin')?.remedies[0]?.link).toContain('Privacy_Microphone');
});
