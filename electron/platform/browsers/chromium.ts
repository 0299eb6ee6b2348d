/** Owns where Chrome, Edge and Brave keep their preferences, and reading the one answer in them. */
import path from 'node:path';
import { lastProfile, refusedByChromium } from '../../core/browsers/chromium-answer.ts';
import type { AskedDevice, BrowserId } from '../../core/facts/browsers.ts';
import { isThere, settingsText } from '../calendars/files.ts';
import type { Host } from '../machine/machine.ts';

type ChromiumId = Exclude<BrowserId, 'firefox'>;

/** Below the folder for settings of this account, and in the homes that Flatpak and Snap give to a program. */
const linuxPlaces: Readonly<Record<ChromiumId, { readonly own: string; readonly packed: readonly string[] }>> = {
  chrome: { own: 'google-chrome', packed: ['.var/app/com.google.Chrome/config/google-chrome'] },
  edge: { own: 'microsoft-edge', packed: ['.var/app/com.microsoft.Edge/config/microsoft-edge'] },
  brave: {
    own: 'BraveSoftware/Brave-Browser',
    packed: [
      '.var/app/com.brave.Browser/config/BraveSoftware/Brave-Browser',
      'snap/brave/current/.config/BraveSoftware/Brave-Browser',
    ],
  },
};

const darwinPlaces: Readonly<Record<ChromiumId, string>> = {
  chrome: 'Google/Chrome',
  edge: 'Microsoft Edge',
  brave: 'BraveSoftware/Brave-Browser',
};

const win32Places: Readonly<Record<ChromiumId, string>> = {
  chrome: 'Google/Chrome/User Data',
  edge: 'Microsoft/Edge/User Data',
  brave: 'BraveSoftware/Brave-Browser/User Data',
};

/** Folders that may hold a browser's profiles. */
export const chromiumFolders = ({ platform, home, variables }: Host, id: ChromiumId): readonly string[] => {
  if (platform === 'win32') {
    const local = variables.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local');
    return [path.join(local, win32Places[id])];
  }
  if (platform === 'darwin') return [path.join(home, 'Library/Application Support', darwinPlaces[id])];
  const { own, packed } = linuxPlaces[id];
  const settings = variables.XDG_CONFIG_HOME ?? path.join(home, '.config');
  return [path.join(settings, own), ...packed.map((folder) => path.join(home, folder))];
};

/** What one installation keeps from a host; undefined where it has never been used. Throws `SourceProblem`. */
export const readChromium = async (
  folder: string,
  host: string,
): Promise<readonly AskedDevice[] | null | undefined> => {
  if (!(await isThere(folder))) return undefined;
  const state = await settingsText(path.join(folder, 'Local State'));
  const profile = state === undefined ? 'Default' : lastProfile(state);
  if (profile === null) return null;
  const preferences = await settingsText(path.join(folder, profile, 'Preferences'));
  return preferences === undefined ? undefined : refusedByChromium(preferences, host);
};
