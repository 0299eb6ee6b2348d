/** Owns the settings of the screen saver, the lock and notifications. */
import * as v from 'valibot';
import type { Machine } from '../../machine/machine.ts';
import { section, text } from '../section.ts';

const saver = v.nullish(
  v.object({ ScreenSaveActive: text, ScreenSaverIsSecure: text, ScreenSaveTimeOut: text, 'SCRNSAVE.EXE': text }),
  null,
);
const schema = v.object({ saver, saverPolicy: saver, lockAfter: text, notifications: text });
export type DesktopSettings = v.InferOutput<typeof schema>;

export const desktopSettings = (machine: Machine): Promise<DesktopSettings> => section(machine, 'desktop', schema);
