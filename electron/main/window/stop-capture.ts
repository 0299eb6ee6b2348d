/** Owns when the program itself tells the page to let go of camera and microphone: nobody looks at the window any more. */
import { type App, app as electronApp, powerMonitor } from 'electron';
import type { CameraOff } from '../../core/ipc/contract.ts';

/**
 * Once `ready`. Linux reports no locking; there the page asks `screenLocked` while the camera is on. A window that is
 * hidden or minimised is told besides: not every desktop makes the page invisible with it.
 */
export const setupCameraRelease = (tell: (reason: CameraOff) => void, app: Pick<App, 'on'> = electronApp): void => {
  powerMonitor.on('lock-screen', () => tell('locked'));
  powerMonitor.on('suspend', () => tell('suspended'));
  app.on('browser-window-created', (_event, window) => {
    window.on('minimize', () => tell('hidden'));
    window.on('hide', () => tell('hidden'));
  });
};

/** The threshold only tells idle from active, which is not asked for. */
const ANY_SECONDS = 3600;

export const screenLocked = (): boolean => powerMonitor.getSystemIdleState(ANY_SECONDS) === 'locked';
