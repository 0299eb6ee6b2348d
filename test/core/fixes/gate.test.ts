/** When a fix may be done: never from another computer, never what policy took away, no microphone during a call. */

import { describe, expect, test } from 'vitest';
import { type Fact, known, unknown } from '../../../electron/core/facts/fact.ts';
import type { DeviceUse } from '../../../electron/core/facts/index.ts';
import { obstacleTo, obstacleToUndo, takenAway, undoGate } from '../../../electron/core/fixes/gate.ts';
import { holdNotifications } from '../../../electron/core/fixes/hold-notifications.ts';
import { keepAwake } from '../../../electron/core/fixes/keep-awake.ts';
import { loudspeakerOn } from '../../../electron/core/fixes/sound/loudspeaker-on.ts';
import { wifiOn } from '../../../electron/core/fixes/wifi-on.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';

const NOW = '2026-11-30T10:00:00Z';
const free: Fact<DeviceUse> = known({ users: [], complete: true }, '');
const usedBy = (...users: readonly (string | null)[]) => known({ users, complete: true }, '');
const cannotTell = unknown('denied', asMessage('Not for this account.'));

describe('a fix for a quiet moment', () => {
  test.each([
    [{ cameraUse: free, microphoneUse: free }, undefined],
    [{ cameraUse: free, microphoneUse: usedBy('Zoom') }, 'in use by Zoom'],
    [{ cameraUse: usedBy('Cheese'), microphoneUse: free }, 'in use by Cheese'],
    [{ cameraUse: free, microphoneUse: usedBy(null) }, 'Something is using'],
    [{ cameraUse: free, microphoneUse: cannotTell }, 'can’t be seen'],
    [{ cameraUse: free, microphoneUse: known({ users: [], complete: false }, '') }, 'can’t be seen'],
    [{ cameraUse: cannotTell, microphoneUse: free }, 'can’t be seen'],
    [{ cameraUse: unknown('not-revealed', asMessage('…')), microphoneUse: free }, undefined],
    [{ cameraUse: unknown('not-revealed', asMessage('…')), microphoneUse: usedBy('Zoom') }, 'in use by Zoom'],
    [{}, 'can’t be seen'],
  ])('%#: %s', (facts, says) => {
    const obstacle = obstacleTo({ gate: 'quiet' }, { facts, seat: 'here' }, null, NOW);
    if (says === undefined) expect(obstacle).toBeUndefined();
    else expect(obstacle === undefined ? '' : english(obstacle)).toContain(says);
  });
});

describe('a fix that takes minutes', () => {
  const facts = { cameraUse: free, microphoneUse: free };
  const call = (startsAt: string, endsAt: string) => ({ startsAt, endsAt });
  test.each([
    [null, undefined],
    [call('2026-11-30T10:30:00Z', '2026-11-30T11:00:00Z'), undefined],
    [call('2026-11-30T10:29:59Z', '2026-11-30T11:00:00Z'), 'too near'],
    [call('2026-11-30T09:45:00Z', '2026-11-30T10:15:00Z'), 'too near'],
    [call('2026-11-30T09:00:00Z', '2026-11-30T10:00:00Z'), undefined],
  ])('%#: with a call at %j', (next, says) => {
    const obstacle = obstacleTo({ gate: 'ahead' }, { facts, seat: 'here' }, next, NOW);
    if (says === undefined) expect(obstacle).toBeUndefined();
    else expect(obstacle === undefined ? '' : english(obstacle)).toContain(says);
  });
  test('waits for camera and microphone too', () => {
    const used = { ...facts, microphoneUse: usedBy('Zoom') };
    expect(obstacleTo({ gate: 'ahead' }, { facts: used, seat: 'here' }, null, NOW)).toBeDefined();
  });
});

test('a fix for any moment asks for no device, and is refused from elsewhere all the same', () => {
  const facts = { microphoneUse: usedBy('Zoom') };
  expect(obstacleTo({ gate: 'any' }, { facts, seat: 'here' }, null, NOW)).toBeUndefined();
  expect(obstacleTo({ gate: 'any' }, { facts, seat: 'remote' }, null, NOW)).toMatchObject({ id: 'fix-gate.remote' });
  expect(obstacleTo({ gate: 'quiet' }, { facts: {}, seat: 'behind' }, null, NOW)).toMatchObject({
    id: 'fix-gate.behind',
  });
});

describe('a way back by a click', () => {
  const used = { microphoneUse: usedBy('Zoom') };
  test('waits for a call that is seen, is not closed by what cannot be seen, and is none of another computer', () => {
    expect(obstacleToUndo('quiet', { facts: used, seat: 'here' })).toMatchObject({ id: 'fix-gate.inUse' });
    expect(obstacleToUndo('quiet', { facts: { microphoneUse: cannotTell }, seat: 'here' })).toBeUndefined();
    expect(obstacleToUndo('any', { facts: used, seat: 'here' })).toBeUndefined();
    expect(obstacleToUndo('any', { facts: {}, seat: 'remote' })).toBeDefined();
  });
  test('of what ends with the call by itself is always open; Wi-Fi is not switched off in a call', () => {
    expect(undoGate(keepAwake)).toBeUndefined();
    expect(undoGate(holdNotifications)).toBeUndefined();
    expect(undoGate(wifiOn)).toBe('quiet');
    expect(undoGate(loudspeakerOn)).toBe('any');
  });
});

test('a policy takes all of them away, or single ones', () => {
  expect(takenAway({ id: 'wifi-on' }, { allowed: true, without: [] })).toBeUndefined();
  expect(takenAway({ id: 'wifi-on' }, { allowed: true, without: ['microphone-on'] })).toBeUndefined();
  expect(takenAway({ id: 'microphone-on' }, { allowed: true, without: ['microphone-on'] })).toBeDefined();
  expect(takenAway({ id: 'wifi-on' }, { allowed: false, without: [] })).toBeDefined();
});
