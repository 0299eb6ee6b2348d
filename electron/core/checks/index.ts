/** Owns the list of checks, in the order in which a person reads them. A new check is one file and one line here. */
import type { Check } from '../check.ts';
import { antivirus } from './antivirus.ts';
import { appOrigin } from './app-origin.ts';
import { autoUpdates } from './auto-updates.ts';
import { backupDestination } from './backup-destination.ts';
import { backupDrive } from './backup-drive.ts';
import { backupRunning } from './backup-running.ts';
import { backupUnplugged } from './backup-unplugged.ts';
import { cameraFocus } from './camera-focus.ts';
import { cameraFraming } from './camera-framing.ts';
import { cameraInUse } from './camera-in-use.ts';
import { cameraLight } from './camera-light.ts';
import { cameraMovement } from './camera-movement.ts';
import { cameraPeople } from './camera-people.ts';
import { cameraPermission } from './camera-permission.ts';
import { cameraScreens } from './camera-screens.ts';
import { cameraText } from './camera-text.ts';
import { diskEncryption } from './disk-encryption.ts';
import { diskSpace } from './disk-space.ts';
import { firewall } from './firewall.ts';
import { focusMode } from './focus-mode.ts';
import { installerOrigin } from './installer-origin.ts';
import { load } from './load.ts';
import { meetingApps } from './meeting-apps.ts';
import { microphoneInUse } from './microphone-in-use.ts';
import { osPatches } from './os-patches.ts';
import { osSupported } from './os-supported.ts';
import { policyCheck } from './policy.ts';
import { power } from './power.ts';
import { privateLinks } from './private-links.ts';
import { remoteControl } from './remote-control.ts';
import { remoteLogin } from './remote-login.ts';
import { restartPending } from './restart-pending.ts';
import { screenLock } from './screen-lock.ts';
import { strongPasswords } from './strong-passwords.ts';
import { twoStepSignIn } from './two-step-sign-in.ts';
import { waitingRoom } from './waiting-room.ts';
import { wifi } from './wifi.ts';

export const checks: readonly Check[] = [
  policyCheck,
  meetingApps,
  appOrigin,
  installerOrigin,
  osSupported,
  osPatches,
  restartPending,
  autoUpdates,
  firewall,
  diskEncryption,
  antivirus,
  screenLock,
  remoteLogin,
  remoteControl,
  wifi,
  cameraInUse,
  microphoneInUse,
  cameraPermission,
  cameraText,
  cameraPeople,
  cameraScreens,
  cameraMovement,
  cameraLight,
  cameraFocus,
  cameraFraming,
  power,
  diskSpace,
  load,
  focusMode,
  backupDrive,
  backupDestination,
  backupUnplugged,
  backupRunning,
  twoStepSignIn,
  strongPasswords,
  waitingRoom,
  privateLinks,
];
