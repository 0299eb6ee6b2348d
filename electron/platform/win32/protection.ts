/** Owns the table of the readers of protection, devices and resources on Windows. */

import { cameraUse, microphoneUse } from './devices/device-use.ts';
import { diskSpace } from './devices/disk-space.ts';
import { focusMode } from './devices/focus-mode.ts';
import { load } from './devices/load.ts';
import { mediaPermissions } from './devices/media-permissions.ts';
import { network } from './network/network.ts';
import { power } from './power/power.ts';
import { antivirus } from './security/antivirus.ts';
import { diskEncryption } from './security/disk-encryption.ts';
import { firewall } from './security/firewall.ts';
import { remoteControl } from './security/remote-control.ts';
import { remoteLogin } from './security/remote-login.ts';
import { screenLock } from './security/screen-lock.ts';
import { autoUpdates } from './updates/auto-updates.ts';
import { restartPending } from './updates/restart-pending.ts';

export const protection = {
  restartPending,
  autoUpdates,
  firewall,
  diskEncryption,
  antivirus,
  screenLock,
  remoteLogin,
  remoteControl,
  network,
  cameraUse,
  microphoneUse,
  mediaPermissions,
  power,
  diskSpace,
  load,
  focusMode,
};
