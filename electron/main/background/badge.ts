/** Owns the number on the program's icon: in the dock of macOS and of Linux desktops that have one, in the task bar of Windows. */
import { app, type BrowserWindow, nativeImage, nativeTheme } from 'electron';
import type { Badge } from '../../core/background/tray.ts';
import { localise } from '../../core/messages/localise.ts';
import { iconFile } from './tray.ts';

interface BadgeOptions {
  /** Folder of the drawn icons. */
  readonly icons: string;
  readonly platform: NodeJS.Platform;
  readonly window: Pick<BrowserWindow, 'isDestroyed' | 'setOverlayIcon'>;
}

/** Returns what draws it. A desktop without such a place shows nothing, and each system has its own switch for it. */
export const showBadge = ({ icons, platform, window }: BadgeOptions): ((badge: Badge | null) => void) => {
  let before = '';
  return (badge) => {
    if (badge === null) return;
    const { icon, words } = badge;
    // Windows draws a picture, which shows how bad it is as well.
    const file =
      platform === 'win32' && icon.count > 0
        ? iconFile(icons, platform, icon, nativeTheme.shouldUseDarkColorsForSystemIntegratedUI)
        : null;
    const now = `${icon.count} ${file}`;
    if (now === before || (platform === 'win32' && window.isDestroyed())) return;
    before = now;
    if (platform !== 'win32') app.setBadgeCount(icon.count);
    else window.setOverlayIcon(file === null ? null : nativeImage.createFromPath(file), localise(words));
  };
};
