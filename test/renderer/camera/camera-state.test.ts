import { describe, expect, it } from 'vitest';
import { troubleWords } from '../../../renderer/camera/camera-phrases.ts';
import {
  type CameraEvent,
  type CameraState,
  initialCamera,
  nextCamera,
  troubleOfAccess,
  troubleOfError,
} from '../../../renderer/camera/camera-state.ts';

const picture = { width: 1280, height: 720, frameRate: 30, blurred: null };
const built = { id: 'a', label: 'Built-in camera' };
const usb = { id: 'b', label: 'USB camera' };
const stateAfter = (...events: readonly CameraEvent[]): CameraState => events.reduce(nextCamera, initialCamera);
const live: readonly CameraEvent[] = [
  { type: 'devices', devices: [built, usb] },
  { type: 'opened', deviceId: 'b', picture },
];

describe('the camera', () => {
  it('goes from starting to live', () => {
    expect(stateAfter(...live).phase).toEqual({ kind: 'live', deviceId: 'b', picture, still: false });
  });

  it('is not live when it opens after the window was hidden', () => {
    expect(stateAfter({ type: 'released', reason: 'hidden' }, ...live).phase).toEqual({
      kind: 'released',
      reason: 'hidden',
    });
  });

  it('stays off until it is asked for again', () => {
    const off = stateAfter(...live, { type: 'released', reason: 'hidden' }, { type: 'devices', devices: [built, usb] });
    expect(off.phase.kind).toBe('released');
    expect(nextCamera(off, { type: 'start', chosen: 'b' }).phase.kind).toBe('starting');
  });

  it('was unplugged when it is missing from the list', () => {
    const now = stateAfter(...live, { type: 'devices', devices: [built] });
    expect(now.phase).toMatchObject({ kind: 'trouble', trouble: 'unplugged' });
    expect(now.devices).toEqual([built]);
  });

  it('was unplugged when its end comes first and the list later', () => {
    const ended = stateAfter(...live, { type: 'ended' });
    expect(ended.phase).toMatchObject({ trouble: 'stopped' });
    expect(nextCamera(ended, { type: 'devices', devices: [built] }).phase).toMatchObject({ trouble: 'unplugged' });
    expect(nextCamera(ended, { type: 'devices', devices: [built, usb] }).phase).toMatchObject({ trouble: 'stopped' });
  });

  it('does not stop when another camera is plugged in or out', () => {
    expect(stateAfter(...live, { type: 'devices', devices: [usb] }).phase.kind).toBe('live');
  });

  it('is slow only while it starts', () => {
    expect(stateAfter({ type: 'slow' }).phase).toEqual({ kind: 'starting', slow: true });
    expect(stateAfter(...live, { type: 'slow' }).phase.kind).toBe('live');
  });

  it('says that the picture stands still, and takes it back', () => {
    const still = stateAfter(...live, { type: 'still', still: true });
    expect(still.phase).toMatchObject({ kind: 'live', still: true });
    expect(nextCamera(still, { type: 'still', still: false }).phase).toMatchObject({ still: false });
  });

  it('is let go for each reason, and says which', () => {
    for (const reason of ['hidden', 'locked', 'suspended', 'idle'] as const) {
      expect(stateAfter(...live, { type: 'released', reason }).phase).toEqual({ kind: 'released', reason });
    }
  });

  it('stops when its permission is taken, and says so when it is given back', () => {
    const taken = stateAfter(...live, { type: 'permission', allowed: false });
    expect(taken.phase).toMatchObject({ trouble: 'refused', allowedAgain: false });
    expect(nextCamera(taken, { type: 'permission', allowed: true }).phase).toMatchObject({ allowedAgain: true });
    const unplugged = stateAfter(...live, { type: 'devices', devices: [] });
    expect(nextCamera(unplugged, { type: 'permission', allowed: true })).toEqual(unplugged);
  });

  it('shows no mirror until it is asked for, and keeps it across cameras', () => {
    expect(initialCamera.mirrored).toBe(false);
    const mirrored = stateAfter(...live, { type: 'mirror', mirrored: true }, { type: 'start', chosen: 'a' });
    expect(mirrored).toMatchObject({ mirrored: true, chosen: 'a' });
  });
});

describe('what a refusal means', () => {
  it.each([
    ['NotFoundError', 'Requested device not found', 'no-camera'],
    ['NotAllowedError', 'Permission denied', 'refused'],
    ['NotAllowedError', 'Permission denied by system', 'refused-by-system'],
    ['NotReadableError', 'Could not start video source', 'in-use'],
    ['NotReadableError', 'Device in use', 'in-use'],
    ['OverconstrainedError', '', 'not-connected'],
    ['AbortError', 'Timeout starting video source', 'no-answer'],
    ['TypeError', 'mediaDevices is undefined', 'unusable'],
  ])('%s "%s" is %s', (name, message, trouble) => {
    expect(troubleOfError({ name, message })).toBe(trouble);
  });

  it('asks the camera unless the system has already refused', () => {
    expect(troubleOfAccess('denied')).toBe('refused-by-system');
    expect(troubleOfAccess('restricted')).toBe('blocked-by-organisation');
    for (const access of ['granted', 'not-determined', 'unknown'] as const) expect(troubleOfAccess(access)).toBeNull();
  });

  it('sends nobody to the settings who cannot change anything there', () => {
    expect(troubleWords('blocked-by-organisation', 'darwin').settings).toBe(false);
    expect(troubleWords('refused-by-system', 'darwin').settings).toBe(true);
    expect(troubleWords('refused-by-system', 'darwin').advice).toContain('open it again');
  });
});
