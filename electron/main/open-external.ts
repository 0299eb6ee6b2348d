/** Owns the only way out of the program: an address that passes its own rule, opened by the system. The page names an id, never an address. */
import { shell } from 'electron';
import type { Check } from '../core/checks/define-check.ts';
import type { MediaDevice, Opened } from '../core/ipc/contract.ts';
import { helpDeskPage } from '../core/policy/help-desk.ts';
import type { Policy } from '../core/policy/policy.ts';
import { remedyLink } from '../core/report/judge-check.ts';
import { helpDeskSettings } from '../core/settings/help-desk.ts';
import { settingsInForce } from '../core/settings/index.ts';

/** Checked once more at the door, so that a slip in a check's file cannot open a file or run a program. */
export const mayOpen = (link: string, platform: NodeJS.Platform): boolean => {
  if (!URL.canParse(link)) return false;
  const address = new URL(link);
  switch (address.protocol) {
    case 'https:':
      return address.host !== '' && address.username === '' && address.password === '';
    case 'ms-settings:':
      return platform === 'win32';
    case 'x-apple.systempreferences:':
      return platform === 'darwin';
    default:
      return false;
  }
};

/** Gives the link to the system if the rule allows it. */
export const openIf = async (link: string | undefined, allowed: (link: string) => boolean): Promise<Opened> => {
  if (link === undefined || !allowed(link)) return 'nothing-to-open';
  try {
    await shell.openExternal(link);
    return 'opened';
  } catch {
    return 'refused-by-system';
  }
};

const open = (link: string | undefined): Promise<Opened> => openIf(link, (one) => mayOpen(one, process.platform));

export const openExternal = (checks: readonly Check[], remedyId: string): Promise<Opened> =>
  open(remedyLink(checks, remedyId));

/** The one address that a policy may have opened: a page, by https. */
export const openHelpDesk = (policy: Policy): Promise<Opened> =>
  open(helpDeskPage(settingsInForce(policy)[helpDeskSettings.id]) ?? undefined);

const mediaSettings: Readonly<Record<MediaDevice, { readonly [K in NodeJS.Platform]?: string }>> = {
  camera: {
    win32: 'ms-settings:privacy-webcam',
    darwin: 'x-apple.systempreferences:com.apple.preference.security?Privacy_Camera',
  },
  microphone: {
    win32: 'ms-settings:privacy-microphone',
    darwin: 'x-apple.systempreferences:com.apple.preference.security?Privacy_Microphone',
  },
};

/** Linux has no such pane that would be the same on every desktop. */
export const openMediaSettings = (device: MediaDevice): Promise<Opened> =>
  open(mediaSettings[device][process.platform]);
