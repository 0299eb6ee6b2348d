/** When a camera that nobody uses, or whose window nobody sees, is switched off. */
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { cameraSettings } from '../../../electron/core/settings/camera.ts';
import { useStopCapture } from '../../../renderer/camera/use-stop-capture.ts';
import { tryAtLimits } from '../../core/at-limit.ts';
import { fakeGreenroom } from '../fake-greenroom.ts';
import { snapshot } from '../samples.ts';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
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

describe('on Linux, where nobody tells that a window was minimised', () => {
  /** What the camera is let go for within ten seconds. */
  const released = ({ draws, focused }: { readonly draws: boolean; readonly focused: boolean }): unknown => {
    vi.useFakeTimers();
    vi.spyOn(document, 'hasFocus').mockReturnValue(focused);
    vi.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((call) => {
      if (draws) setTimeout(() => call(0), 16);
      return 1;
    });
    const stopCapture = vi.fn();
    const { api } = fakeGreenroom(snapshot());
    renderHook(() => useStopCapture({ api, platform: 'linux', on: true, idleMinutes: 5, stopCapture }));
    vi.advanceTimersByTime(10_000);
    return stopCapture.mock.calls[0]?.[0];
  };

  test('a window that has lost the focus and draws nothing any more lets go', () => {
    expect(released({ draws: false, focused: false })).toBe('hidden');
  });

  test.each([
    { draws: true, focused: false },
    { draws: false, focused: true },
  ])('one that is beside another window, or slow, keeps the camera: %j', (window) => {
    expect(released(window)).toBeUndefined();
  });
});
