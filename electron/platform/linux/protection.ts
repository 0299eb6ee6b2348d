/** Owns the table of readers of protection, devices and resources on Linux. */
import { known } from '../../core/fact.ts';
import type { Antivirus } from '../../core/facts.ts';
import { reader } from '../reader.ts';
import { autoUpdates } from './auto-updates.ts';
import { cameraUse, microphoneUse } from './device-use.ts';
import { diskEncryption } from './disk-encryption.ts';
import { firewall } from './firewall.ts';
import { focusMode } from './focus-mode.ts';
import { mediaPermissions } from './media-permissions.ts';
import { network } from './network.ts';
import { power } from './power.ts';
import { remoteControl, remoteLogin } from './remote-access.ts';
import { diskSpace, load } from './resources.ts';
import { restartPending } from './restart.ts';
import { screenLock } from './screen-lock.ts';

/** None is expected on Linux, and none is looked for. */
const antivirus = reader<Antivirus>(1_000, () => Promise.resolve(known({ expected: false, products: [] }, 'Linux')));

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
