/** Owns the list of checks. A new check is one file, its id in `ids.ts` and one line here: without one of them nothing compiles. */

import { appOrigin } from './apps/app-origin.ts';
import { installerOrigin } from './apps/installer-origin.ts';
import { meetingApps } from './apps/meeting-apps.ts';
import { backupDestination } from './backup/backup-destination.ts';
import { backupDrive } from './backup/backup-drive.ts';
import { backupRunning } from './backup/backup-running.ts';
import { backupUnplugged } from './backup/backup-unplugged.ts';
import { driveHealth } from './backup/drive-health.ts';
import { batteryWear } from './call/battery-wear.ts';
import { cameraInUse } from './call/camera-in-use.ts';
import { cameraPermission } from './call/camera-permission.ts';
import { cameraView } from './call/camera-view.ts';
import { clock } from './call/clock.ts';
import { connection } from './call/connection.ts';
import { cameraPresent } from './call/devices/camera-present.ts';
import { headset } from './call/devices/headset.ts';
import { loudspeakerPresent, microphonePresent } from './call/devices/sound-present.ts';
import { focusMode } from './call/focus-mode.ts';
import { load } from './call/load.ts';
import { browserPermission } from './call/meeting/browser-permission.ts';
import { meetingConnection } from './call/meeting/meeting-connection.ts';
import { meetingLink } from './call/meeting-link.ts';
import { microphoneInUse } from './call/microphone-in-use.ts';
import { power } from './call/power.ts';
import { privateLinks } from './call/private-links.ts';
import { throttling } from './call/throttling.ts';
import { waitingRoom } from './call/waiting-room.ts';
import { wifi } from './call/wifi.ts';
import { backgroundEffects } from './camera/background-effects.ts';
import { cameraFocus } from './camera/camera-focus.ts';
import { cameraFraming } from './camera/camera-framing.ts';
import { cameraLight } from './camera/camera-light.ts';
import { cameraMovement } from './camera/camera-movement.ts';
import { cameraPeople } from './camera/camera-people.ts';
import { cameraScreens } from './camera/camera-screens.ts';
import { cameraText } from './camera/camera-text.ts';
import type { Check } from './define-check.ts';
import { type CheckId, checkIds } from './ids.ts';
import { antivirus } from './protection/antivirus.ts';
import { diskEncryption } from './protection/disk-encryption.ts';
import { firewall } from './protection/firewall.ts';
import { remoteControl } from './protection/remote-control.ts';
import { remoteLogin } from './protection/remote-login.ts';
import { screenLock } from './protection/screen-lock.ts';
import { strongPasswords } from './protection/strong-passwords.ts';
import { twoStepSignIn } from './protection/two-step-sign-in.ts';
import { autoUpdates } from './system/auto-updates.ts';
import { diskSpace } from './system/disk-space.ts';
import { greenroomAge } from './system/greenroom-age.ts';
import { osPatches } from './system/os-patches.ts';
import { osSupported } from './system/os-supported.ts';
import { policyCheck } from './system/policy.ts';
import { restartPending } from './system/restart-pending.ts';

const byId: { readonly [Id in CheckId]: Check<Id> } = {
  policy: policyCheck,
  'meeting-link': meetingLink,
  'meeting-apps': meetingApps,
  'app-origin': appOrigin,
  'installer-origin': installerOrigin,
  'os-supported': osSupported,
  'os-patches': osPatches,
  'restart-pending': restartPending,
  'auto-updates': autoUpdates,
  'greenroom-age': greenroomAge,
  firewall,
  'disk-encryption': diskEncryption,
  antivirus,
  'screen-lock': screenLock,
  'remote-login': remoteLogin,
  'remote-control': remoteControl,
  connection,
  'meeting-connection': meetingConnection,
  wifi,
  'camera-present': cameraPresent,
  'microphone-present': microphonePresent,
  'loudspeaker-present': loudspeakerPresent,
  headset,
  'camera-in-use': cameraInUse,
  'microphone-in-use': microphoneInUse,
  'camera-permission': cameraPermission,
  'browser-permission': browserPermission,
  'camera-view': cameraView,
  'camera-text': cameraText,
  'camera-people': cameraPeople,
  'camera-screens': cameraScreens,
  'camera-movement': cameraMovement,
  'camera-light': cameraLight,
  'camera-focus': cameraFocus,
  'camera-framing': cameraFraming,
  'background-effects': backgroundEffects,
  power,
  'battery-wear': batteryWear,
  'disk-space': diskSpace,
  load,
  throttling,
  'focus-mode': focusMode,
  clock,
  'backup-drive': backupDrive,
  'backup-destination': backupDestination,
  'backup-unplugged': backupUnplugged,
  'backup-running': backupRunning,
  'drive-health': driveHealth,
  'two-step-sign-in': twoStepSignIn,
  'strong-passwords': strongPasswords,
  'waiting-room': waitingRoom,
  'private-links': privateLinks,
};

export const checks: readonly Check[] = checkIds.map((id) => byId[id]);
