/** Owns fetching the Debian packages that tests need, where that can be done without a question: as root on Debian. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const APT = '/usr/bin/apt-get';

/** What tests need beyond Node: a Debian package, and a file of it. */
export const proofTools = {
  borgbackup: '/usr/bin/borg',
  restic: '/usr/bin/restic',
  duplicity: '/usr/bin/duplicity',
  rsnapshot: '/usr/bin/rsnapshot',
  'rdiff-backup': '/usr/bin/rdiff-backup',
  'backintime-common': '/usr/bin/backintime',
  'python3-dbus': '/usr/lib/python3/dist-packages/dbus/__init__.py',
  gnupg: '/usr/bin/gpg',
  rsync: '/usr/bin/rsync',
  e2fsprogs: '/sbin/mkfs.ext4',
  dosfstools: '/sbin/mkfs.vfat',
  fusefat: '/usr/bin/fusefat',
  exfatprogs: '/sbin/mkfs.exfat',
  'exfat-fuse': '/usr/sbin/mount.exfat-fuse',
  'ntfs-3g': '/usr/bin/ntfs-3g',
  dpkg: '/usr/bin/dpkg-deb',
  rpm: '/usr/bin/rpmbuild',
  lintian: '/usr/bin/lintian',
  appstream: '/usr/bin/appstreamcli',
  'desktop-file-utils': '/usr/bin/desktop-file-validate',
  mmdebstrap: '/usr/bin/mmdebstrap',
  ruby: '/usr/bin/ruby',
  wixl: '/usr/bin/wixl',
  msitools: '/usr/bin/msiinfo',
  nsis: '/usr/bin/makensis',
  'p7zip-full': '/usr/bin/7za',
  'gcc-mingw-w64-x86-64': '/usr/bin/x86_64-w64-mingw32-gcc',
  wine64: '/usr/lib/wine/wine64',
  perl: '/usr/bin/perl',
  // Without it PowerShell knows no culture but one.
  'libicu-dev': '/usr/include/unicode/uversion.h',
  bsdutils: '/usr/bin/logger',
  attr: '/usr/bin/setfattr',
  nftables: '/usr/sbin/nft',
  iproute2: '/sbin/ip',
  chromium: '/usr/bin/chromium',
  // An ordinary account's browser needs it where user namespaces are forbidden.
  'chromium-sandbox': '/usr/lib/chromium/chrome-sandbox',
  'pipewire-bin': '/usr/bin/pw-dump',
  wireplumber: '/usr/bin/wireplumber',
  'dbus-daemon': '/usr/bin/dbus-run-session',
  'dconf-cli': '/usr/bin/dconf',
  'dconf-gsettings-backend': '/usr/share/doc/dconf-gsettings-backend/copyright',
  'gsettings-desktop-schemas': '/usr/share/glib-2.0/schemas/org.gnome.desktop.notifications.gschema.xml',
  'libglib2.0-bin': '/usr/bin/gsettings',
  xfconf: '/usr/bin/xfconf-query',
  // Its own package only recommends the library that it cannot start without.
  'libxfconf-0-3': '/usr/share/doc/libxfconf-0-3/copyright',
  flatpak: '/usr/bin/flatpak',
  xvfb: '/usr/bin/Xvfb',
  // Without it the end-to-end tests of the page run in the whole browser, which takes more than twice the time.
  'chromium-headless-shell': '/usr/bin/chromium-headless-shell',
} as const;
export type ProofTool = keyof typeof proofTools;

export const missingTools = (wanted = Object.keys(proofTools) as readonly ProofTool[]): readonly ProofTool[] =>
  wanted.filter((name) => !existsSync(proofTools[name]));

/** The words of a command that a person may give in our place. */
export const aptCommand = (packages: readonly string[]): string =>
  `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;

export const hasApt = (): boolean => process.platform === 'linux' && existsSync(APT);

/** Throws what apt-get throws. */
export const aptInstall = (packages: readonly string[]): void => {
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  execFileSync(APT, ['update'], options);
  execFileSync(APT, ['install', '-y', '--no-install-recommends', ...packages], options);
};
