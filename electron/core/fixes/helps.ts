/** Owns which findings a fix puts right, or helps with: the buttons that the window shows beside them. */
import type { CheckId } from '../checks/ids.ts';
import type { FixId } from './fix.ts';

export const helps: Readonly<Record<FixId, readonly CheckId[]>> = {
  'loudspeaker-on': ['loudspeaker-present'],
  'microphone-on': ['microphone-present'],
  'use-microphone': ['microphone-present'],
  'use-loudspeaker': ['loudspeaker-present'],
  'hold-notifications': ['focus-mode'],
  'keep-awake': ['power'],
  'wifi-on': ['connection'],
  'sign-in-page': ['connection'],
  'take-drive-out': ['backup-unplugged'],
  'ask-again': ['camera-permission'],
  'update-flatpak': ['meeting-apps'],
};

const ids = Object.keys(helps) as readonly FixId[];

/** The fixes that help with a check's findings. */
export const fixesHelping = (check: string): readonly FixId[] =>
  ids.filter((id) => helps[id].some((one) => one === check));
