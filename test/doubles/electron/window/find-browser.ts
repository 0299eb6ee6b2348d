/** Owns where a browser of the Chromium family may be installed. */
import { existsSync } from 'node:fs';

const windowsFolders = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA];
const places: { readonly [K in NodeJS.Platform]?: readonly string[] } = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge-stable',
    '/usr/bin/brave-browser',
    '/snap/bin/chromium',
  ],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: windowsFolders.flatMap((folder) =>
    folder === undefined
      ? []
      : [`${folder}\\Google\\Chrome\\Application\\chrome.exe`, `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`],
  ),
};

/** The first browser that is there; `GREENROOM_BROWSER` names another one. */
export const findBrowser = (named = process.env.GREENROOM_BROWSER): string | undefined =>
  named === undefined || named === '' ? places[process.platform]?.find((place) => existsSync(place)) : named;

const HEADLESS = ['/usr/bin/chromium-headless-shell'];

/**
 * The same for pages that need no window. Debian's headless shell is the same Chromium without the browser around it, and
 * takes less than half of the time; what it has nobody to ask about, a camera's permission, it refuses.
 */
export const findHeadlessBrowser = (named = process.env.GREENROOM_BROWSER): string | undefined =>
  named === undefined || named === '' ? (HEADLESS.find((place) => existsSync(place)) ?? findBrowser()) : named;

/** Whether a window can be shown at all. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
