/** Owns the system's own say about camera and microphone, where there is one: macOS and Windows keep it, Linux does not. */
import { systemPreferences } from 'electron';
import type { MediaAccess, MediaDevice } from '../../core/ipc/contract.ts';

/** On Windows this is the switch for all desktop programs; it cannot see a single one. */
export const mediaAccess = (device: MediaDevice): MediaAccess =>
  process.platform === 'linux' ? 'unknown' : systemPreferences.getMediaAccessStatus(device);

/** macOS shows its question once, and only when it is asked for; after a refusal it answers false at once. */
export const askFor = async (device: MediaDevice): Promise<boolean> =>
  process.platform === 'darwin' ? await systemPreferences.askForMediaAccess(device) : true;
