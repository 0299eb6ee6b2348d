/** Owns the table of the readers of protection, devices and resources on Windows. */
import { antivirus } from './antivirus.ts';
import { autoUpdates } from './auto-updates.ts';
import { cameraUse, microphoneUse } from './device-use.ts';
import { diskEncryption } from './disk-encryption.ts';
import { diskSpace } from './disk-space.ts';
import { firewall } from './firewall.ts';
import { focusMode } from './focus-mode.ts';
import { load } from './load.ts';
import { mediaPermissions } from './media-permissions.ts';
import { network } from './network.ts';
import { power } from './power.ts';
import { remoteControl } from './remote-control.ts';
import { remoteLogin } from './remote-login.ts';
import { restartPending } from './restart-pending.ts';
import { screenLock } from './screen-lock.ts';

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
