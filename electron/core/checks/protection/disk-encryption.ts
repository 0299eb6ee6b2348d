/** Owns the check "is the system volume encrypted". */
import { messages, titles } from '../../messages/messages.ts';
import { name } from '../../messages/value.ts';
import { defineCheck } from '../define-check.ts';

const title = titles('disk-encryption', {
  on: 'Your system disk is encrypted',
  encrypting: 'Your system disk is being encrypted',
  decrypting: 'Your system disk is being decrypted',
  suspended: 'Disk encryption is suspended',
  off: 'Your system disk isn’t encrypted',
  unknown: 'Couldn’t check disk encryption',
});

const words = messages('disk-encryption', {
  question: 'Is the system disk encrypted?',
  why: 'Anyone who gets hold of an unencrypted computer can read everything on it without your password.',
  readsLinux:
    'Where the system and the home folder are mounted from, and whether an encrypted layer lies below; whether this is a virtual machine, from systeminformation',
  readsDarwin: 'The state of FileVault',
  readsWin32: 'The BitLocker state of the system drive, as Explorer shows it',
  wanted: 'an encrypted system disk',
  on: '{disk} is encrypted.',
  encrypting: '{disk} is being encrypted now.',
  decrypting: '{disk} is being decrypted now.',
  suspended: '{disk} is encrypted, but protection is suspended: its key isn’t protected.',
  off: '{disk} isn’t encrypted.',
  openWin32: 'Open encryption settings',
  turnOnWin32: 'Turn on Device encryption, or open BitLocker and choose Turn on.',
  resumeWin32: 'If protection is suspended, choose Resume protection in BitLocker.',
  keyWin32: 'Keep the recovery key where you can find it without this computer.',
  openDarwin: 'Open FileVault settings',
  turnOnDarwin: 'Choose Turn On beside FileVault.',
  keyDarwin: 'Keep the recovery key where you can find it without this Mac.',
  workOn: 'You can keep working while it encrypts.',
  plan: 'Plan for an encrypted disk',
  install: 'Choose encryption the next time you install the system: it’s hard to add later.',
  backup: 'Make a backup first.',
  attend: 'Until then, don’t leave this computer unattended.',
});

export const diskEncryption = defineCheck({
  id: 'disk-encryption',
  area: 'protection',
  when: 'after-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['diskEncryption'],
  policy: {},
  remedies: {
    win32: {
      label: words.openWin32,
      minutes: 10,
      steps: [words.turnOnWin32, words.resumeWin32, words.keyWin32],
      link: 'ms-settings:deviceencryption',
    },
    darwin: {
      label: words.openDarwin,
      minutes: 10,
      steps: [words.turnOnDarwin, words.keyDarwin, words.workOn],
      link: 'x-apple.systempreferences:com.apple.settings.PrivacySecurity.extension?FileVault',
    },
    linux: { label: words.plan, steps: [words.install, words.backup, words.attend] },
  },
  judge: ({ facts, platform }) => {
    const { state, volume } = facts.diskEncryption.value;
    const found = words[state]({ disk: name(volume) });
    const { wanted, why } = words;
    if (state === 'on' || state === 'encrypting') return [{ state: 'pass', title: title[state], found, wanted }];
    return [{ state: 'caution', title: title[state], found, wanted, why, remedies: [platform] }];
  },
});
