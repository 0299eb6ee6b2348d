/** Owns the system's own say about the camera, where there is one: macOS and Windows keep it, Linux does not. */
import { systemPreferences } from 'electron';
import type { CameraAccess } from '../core/contract.ts';

/** On Windows this is the switch for all desktop programs; it cannot see a single one. */
export const cameraAccess = (): CameraAccess =>
  process.platform === 'linux' ? 'unknown' : systemPreferences.getMediaAccessStatus('camera');

/** macOS shows its question once, and only when it is asked for; after a refusal it answers false at once. */
export const askForCamera = async (): Promise<boolean> =>
  process.platform === 'darwin' ? await systemPreferences.askForMediaAccess('camera') : true;
