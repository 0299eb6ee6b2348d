/** Owns whether a Linux desktop locks its screen by itself. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { ScreenLock } from '../../../core/facts/index.ts';
import { term } from '../../../core/messages/value.ts';
import { reader } from '../../reader.ts';
import { reasons } from '../../reasons.ts';
import { desktopOf, gnomeSettings, kdeGroup, numberOf, otherDesktop, switchOf } from '../desktop.ts';

const KDE_FILE = 'kscreenlockerrc';

/** What KDE Plasma does where its file is silent. */
const KDE_DEFAULT_MINUTES = 5;

const wholeNumber = (text: string, of: string): number => {
  if (!/^\d{1,6}$/.test(text))
    throw new FactUnavailable('unreadable', reasons.noNumber({ what: term(`${KDE_FILE}: ${of}`) }));
  return Number(text);
};

export const screenLock = reader<ScreenLock>(5_000, async (machine) => {
  const desktop = desktopOf(machine);
  if (desktop === 'gnome') {
    const setting = await gnomeSettings(machine);
    const idleSeconds = numberOf(setting, 'org.gnome.desktop.session idle-delay');
    const enabled =
      switchOf(setting, 'org.gnome.desktop.screensaver lock-enabled') &&
      !switchOf(setting, 'org.gnome.desktop.lockdown disable-lock-screen');
    return known(
      {
        // Nought is "never": then the screen does not go dark, and nothing locks it.
        locks: enabled && idleSeconds > 0,
        idleSeconds: idleSeconds > 0 ? idleSeconds : null,
        delaySeconds: numberOf(setting, 'org.gnome.desktop.screensaver lock-delay'),
      },
      'gsettings org.gnome.desktop.screensaver, org.gnome.desktop.session',
    );
  }
  if (desktop === 'kde') {
    const daemon = await kdeGroup(machine, KDE_FILE, 'Daemon');
    const minutes = wholeNumber(daemon.get('Timeout') ?? String(KDE_DEFAULT_MINUTES), 'Timeout');
    const grace = daemon.get('LockGrace');
    return known(
      {
        locks: (daemon.get('Autolock') ?? 'true') === 'true' && minutes > 0,
        idleSeconds: minutes > 0 ? minutes * 60 : null,
        delaySeconds: grace === undefined ? null : wholeNumber(grace, 'LockGrace'),
      },
      KDE_FILE,
    );
  }
  throw otherDesktop();
});
