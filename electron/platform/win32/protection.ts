/** Owns the readers of protection, devices and resources on Windows. */
import { CannotTell } from '../../core/fact.ts';
import { type Reader, reader } from '../reader.ts';

/** Not read on Windows yet: no check in the list asks for it. */
const unread: Reader<never> = reader(1_000, () =>
  Promise.reject(new CannotTell('unsupported', 'Greenroom does not read this on Windows.')),
);

export const protection = {
  restartPending: unread,
  autoUpdates: unread,
  firewall: unread,
  diskEncryption: unread,
  antivirus: unread,
  screenLock: unread,
  remoteLogin: unread,
  remoteControl: unread,
  network: unread,
  cameraUse: unread,
  microphoneUse: unread,
  mediaPermissions: unread,
  power: unread,
  diskSpace: unread,
  load: unread,
  focusMode: unread,
};
