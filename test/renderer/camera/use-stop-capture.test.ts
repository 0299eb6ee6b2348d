/** When a camera that nobody uses is switched off. */
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { cameraSettings } from '../../../electron/core/settings/camera.ts';
import { useStopCapture } from '../../../renderer/camera/use-stop-capture.ts';
import { tryAtLimits } from '../../core/at-limit.ts';
import { fakeGreenroom } from '../fake-greenroom.ts';
import { snapshot } from '../samples.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const MINUTE = 60_000;

/** Whether a camera that nobody uses is still on after so many minutes. */
const cameraAfter = (idleMinutes: number, minutes: number): string => {
  vi.useFakeTimers();
  const stopCapture = vi.fn();
  const { api } = fakeGreenroom(snapshot());
  const { unmount } = renderHook(() => useStopCapture({ api, platform: 'darwin', on: true, idleMinutes, stopCapture }));
  vi.advanceTimersByTime(minutes * MINUTE);
  unmount();
  vi.useRealTimers();
  return stopCapture.mock.calls.length === 0 ? 'on' : 'off';
};

tryAtLimits([cameraSettings], {
  'camera idleMinutes': [
    {
      says: ['on', 'off', 'off'],
      step: 1 / MINUTE,
      say: (minutes, idleMinutes) => cameraAfter(idleMinutes, minutes),
    },
  ],
});
