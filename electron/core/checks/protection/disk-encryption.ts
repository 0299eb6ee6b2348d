/** Owns the check "is the system volume encrypted". */

import { formatNames } from '../../text/phrases.ts';
import { defineCheck } from '../define-check.ts';

const why =
  'Whoever gets hold of an unencrypted computer can read every recording, chat and file on it without your password.';

export const diskEncryption = defineCheck({
  id: 'disk-encryption',
  area: 'protection',
  when: 'after-call',
  question: 'Is the system disk encrypted?',
  unknownTitle: 'Could not tell whether the system disk is encrypted',
  why,
  reads: {
    linux: 'Where the system and the home folder are mounted from, and whether an encrypted layer lies below',
    darwin: 'The state of FileVault',
    win32: 'The BitLocker state of the system drive, as Explorer shows it',
  },
  needs: ['diskEncryption'],
  policy: {},
  remedies: {
    win32: {
      label: 'Open encryption settings',
      minutes: 10,
      steps: [
        'Turn on Device encryption, or open BitLocker and choose Turn on.',
        'If protection is suspended, choose Resume protection in BitLocker.',
        'Keep the recovery key where you find it without this computer.',
      ],
      link: 'ms-settings:deviceencryption',
    },
    darwin: {
      label: 'Open FileVault settings',
      minutes: 10,
      steps: [
        'Choose Turn On beside FileVault.',
        'Keep the recovery key where you find it without this Mac.',
        'You can work on while it encrypts.',
      ],
      link: 'x-apple.systempreferences:com.apple.settings.PrivacySecurity.extension?FileVault',
    },
    linux: {
      label: 'Plan for an encrypted disk',
      steps: [
        'A disk in use is not easily encrypted afterwards: choose encryption when you next install the system.',
        'Make a backup first.',
        'Until then, do not leave this computer unattended.',
      ],
    },
  },
  judge: ({ facts, platform }) => {
    const { state, volume } = facts.diskEncryption.value;
    const name = formatNames([volume]);
    const wanted = 'an encrypted system disk';
    const remedies = [platform] as const;
    switch (state) {
      case 'on':
        return [{ state: 'pass', title: 'The system disk is encrypted', found: `${name} is encrypted.`, wanted }];
      case 'encrypting': {
        const found = `${name} is being encrypted now.`;
        return [{ state: 'pass', title: 'The system disk is being encrypted', found, wanted }];
      }
      case 'decrypting': {
        const found = `Encryption of ${name} is being taken off now.`;
        return [{ state: 'caution', title: 'The system disk is being decrypted', found, wanted, why, remedies }];
      }
      case 'suspended': {
        const found = `${name} is encrypted, but protection is suspended: its key lies open.`;
        return [{ state: 'caution', title: 'Disk encryption is suspended', found, wanted, why, remedies }];
      }
      case 'off': {
        const found = `${name} is not encrypted.`;
        return [{ state: 'caution', title: 'The system disk is not encrypted', found, wanted, why, remedies }];
      }
    }
  },
});
