/** Owns the readers of protection, devices and resources on macOS. */
import { CannotTell, known } from '../../core/fact.ts';
import type { Antivirus } from '../../core/facts.ts';
import { type Reader, reader } from '../reader.ts';
import { autoUpdates } from './auto-updates.ts';
import { cameraUse, microphoneUse } from './device-use.ts';
import { diskEncryption } from './disk-encryption.ts';
import { diskSpace } from './disk-space.ts';
import { firewall } from './firewall.ts';
import { load } from './load.ts';
import { network } from './network.ts';
import { power } from './power.ts';
import { remoteControl } from './remote-control.ts';
import { remoteLogin } from './remote-login.ts';
import { screenLock } from './screen-lock.ts';

/** macOS has an answer, but shows it to no ordinary program. */
const hidden = (reason: string): Reader<never> =>
  reader(1_000, () => Promise.reject(new CannotTell('unsupported', reason)));

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
