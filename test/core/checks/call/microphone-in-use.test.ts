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
  ['nobody', [], true, 'pass', 'Nothing is using your microphone'],
  ['nobody seen, but not all could be looked at', [], false, 'unknown', 'Couldn’t check who uses your microphone'],
  ['Zoom, as PulseAudio names it', ['ZOOM VoiceEngine'], true, 'pass', 'You’re already in a call in Zoom'],
  ['a helper process of Slack', ['Slack Helper (Renderer)'], true, 'pass', 'You’re already in a call in Slack'],
  ['WhatsApp', ['WhatsApp'], true, 'pass', 'You’re already in a call in WhatsApp'],
  ['a page in Firefox', ['firefox-esr'], true, 'caution', 'A page in Mozilla Firefox has your microphone'],
  ['a recorder', ['audacity'], true, 'caution', 'Your microphone is in use by audacity'],
  ['somebody without a name', [null], true, 'caution', 'Something is using your microphone'],
  ['a Mac’s microphone, whose user has no name', [null], false, 'unknown', 'Something is using your microphone'],
  ['macOS waits for its name to be called', ['corespeechd'], true, 'pass', 'Only allowed programs use your microphone'],
])('%s', (_name, users, complete, state, title) => expect(finding(users, complete)).toMatchObject({ state, title }));

test('a noise filter that is allowed is quiet', () => {
  const policy = policyFor('microphone-in-use', { allowedPrograms: ['krisp'] });
  expect(finding(['krisp.exe'], true, policy)?.state).toBe('pass');
  expect(finding(['krisp.exe', 'Zoom.exe'], true, policy)?.title).toBe('You’re already in a call in Zoom');
});

test('the remedy is that of the system', () => {
  expect(finding(['x'], true, noPolicy, 'win32')?.remedies[0]?.link).toBe('ms-settings:privacy-microphone');
  expect(finding(['x'], true, noPolicy, 'darwin')?.remedies[0]?.link).toContain('Privacy_Microphone');
});
