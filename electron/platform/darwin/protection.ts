/** Owns the readers of protection, devices and resources on macOS. */
import { FactUnavailable, known } from '../../core/facts/fact.ts';
import type { Antivirus } from '../../core/facts/index.ts';
import { type Reader, reader } from '../reader.ts';
import { cameraUse, microphoneUse } from './devices/device-use.ts';
import { diskSpace } from './devices/disk-space.ts';
import { load } from './devices/load.ts';
import { network } from './network/network.ts';
import { power } from './power/power.ts';
import { diskEncryption } from './security/disk-encryption.ts';
import { firewall } from './security/firewall.ts';
import { remoteControl } from './security/remote-control.ts';
import { remoteLogin } from './security/remote-login.ts';
import { screenLock } from './security/screen-lock.ts';
import { autoUpdates } from './updates/auto-updates.ts';

/** macOS has an answer, but shows it to no ordinary program. */
const hidden = (reason: string): Reader<never> =>
  reader(1_000, () => Promise.reject(new FactUnavailable('unsupported', reason)));

/** macOS brings its own protection, which cannot be switched off in its settings. */
const antivirus = reader<Antivirus>(1_000, () =>
  Promise.resolve(known({ expected: false, products: [] }, 'macOS has protection of its own')),
);

export const protection = {
  restartPending: hidden('macOS does not tell whether a restart is waiting. Open Software Update to see.'),
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
  mediaPermissions: hidden('macOS shows to no other program which apps may use camera, microphone and screen.'),
  power,
  diskSpace,
  load,
  focusMode: hidden('macOS shows to no other program whether a Focus is on.'),
};
