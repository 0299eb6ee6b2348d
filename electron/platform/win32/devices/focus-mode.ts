/** Owns whether Windows holds notifications back. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { FocusMode } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { reader } from '../../reader.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';
import { desktopSettings } from './desktop-settings.ts';

const words = messages('windows-focus', {
  unsupported: 'Windows doesn’t tell programs whether Do not disturb is on.',
});

export const focusMode = reader<FocusMode>(SCRIPT_TIMEOUT_MS, async (machine) => {
  const { notifications } = await desktopSettings(machine);
  // The switch over all notifications. When it is on, Do not disturb may still hold them back, and that is not told.
  if (notifications === '0') return known({ on: true }, 'HKCU, PushNotifications, ToastEnabled');
  throw new FactUnavailable('unsupported', words.unsupported);
});
