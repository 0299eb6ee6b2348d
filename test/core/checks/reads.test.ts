/**
 * What a check says that it reads is a promise. Each reading that its readers make on any recorded computer has a row
 * here, and the words of the row have to stand in what the check says.
 */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import type { Check } from '../../../electron/core/checks/define-check.ts';
import { checks } from '../../../electron/core/checks/index.ts';
import { FactUnavailable } from '../../../electron/core/facts/fact.ts';
import type { FactKey, Platform } from '../../../electron/core/facts/index.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { readersFor } from '../../../electron/platform/index.ts';
import { bind, type MachinePort } from '../../../electron/platform/machine/machine.ts';
import { parseRecording } from '../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';

/** A reading, and the words that tell of it; null for what only says which system this is. */
type Row = readonly [reading: RegExp, told: RegExp | null];

const rows: Readonly<Record<Platform, readonly Row[]>> = {
  linux: [
    [/^systemInformation/, /systeminformation|only an administrator/],
    [/^readText \/etc\/(?:os|lsb)-release$|^stat \/run\/ostree-booted$/, null],
    // Their names say whether Ubuntu takes its extended maintenance.
    [/^readDir \/var\/lib\/apt\/lists$/, null],
    [/^stat \/usr\/bin\/(?:apt-get|dnf|pacman|zypper)$/, /package system|apt|dnf/i],
    [
      /^stat \/var\/(?:cache\/apt|lib\/dpkg\/status)|^run \/usr\/bin\/(?:apt|dnf|pacman|zypper) |rpm-ostree/,
      /package system|rpm-ostree/,
    ],
    [
      /^\w+ (?:\/var\/cache\/|\/home\/user\/\.cache\/lib)(?:dnf|libdnf5|zypp)|apt\/lists/,
      /its age|[Pp]ackage sources|sources they take from/,
    ],
    [/^readText \/var\/log\/(?:dpkg|pacman)/, /its log|its age/],
    [
      /^run \/usr\/bin\/rpm -qa |\/var\/lib\/(?:dpkg|rpm|pacman)|sysimage\/rpm/,
      /its log|[Pp]ackage databases|installed meeting apps/,
    ],
    [/\/snap(?:d|\/|$)|\/flatpak\/app$/, /Snap folders|installed meeting apps/],
    [
      / (?:\/opt|\/usr\/share\/discord|\/home\/user\/(?:AppImages|Applications|opt|\.local\/(?:bin|opt)))/,
      /\/opt and in your home|installed meeting apps/,
    ],
    [/ \/etc\/apt\/sources|apt-cache|snap list|flatpak remotes|rpm -q |pkgcache/, /package sources/],
    [/user-dirs\.dirs$|^(?:readDir|stat) \/home\/user\/(?:Downloads|Téléchargements)/, /download folder/],
    [/getfattr/, /user\.xdg\.origin\.url/],
    [/DejaDup/, /Déjà Dup|settings and notes of backup programs/],
    [/pika-backup/, /Pika|settings and notes of backup programs/],
    [/backintime/, /Back In Time|settings and notes of backup programs/],
    [/\/borg\//, /Borg|settings and notes of backup programs/],
    [/[Vv]orta/, /Vorta|settings and notes of backup programs/],
    [/borgmatic/, /borgmatic|settings and notes of backup programs/],
    [/restic$/, /restic|settings and notes of backup programs/],
    [/duplicity/, /duplicity|settings and notes of backup programs/],
    [/rsnapshot/, /rsnapshot|settings and notes of backup programs/],
    [/kopia/, /Kopia|settings and notes of backup programs/],
    [/Duplicati$/, /Duplicati|settings and notes of backup programs/],
    [/luckyBackup/, /luckyBackup|settings and notes of backup programs/],
    [/timeshift/, /Timeshift|settings and notes of backup programs/],
    [/snapper/, /Snapper|settings and notes of backup programs/],
    [
      /nextcloud|ownCloud|dropbox|onedrive|Insync|MEGAsync|pcloud|ccnet|syncthing|rclone/i,
      /synchronise|settings and notes of backup programs/i,
    ],
    [/lsblk|\/find -P \/(?:run\/)?media\/|\/stat --file-system/, /attached drives/i],
    // Where something is mounted: what drives are, whether /proc is closed, what the home folder lies on.
    [
      /^readText \/proc\/self\/mountinfo$/,
      /drives|programs that run|mounted|programs have a camera|recording streams/i,
    ],
    [/^processes $/, /programs that run|programs have a camera|recording streams|use the most/],
    [/^readText \/proc\/\d+\/cmdline$/, /what backup programs and scripts among them were told/],
    [/system-update|reboot-(?:required|needed)|rpm-ostree/, /left behind for the next start/],
    [/\/lib\/modules|\/proc\/stat$/, /running kernel/],
    [/rpm-ostreed|dnf\/automatic|apt-config|unattended-upgrade|zypp\.conf/, /automatic updates of/],
    [/discover|gnome-software|mintupdate/, /GNOME Software, Discover or Mint’s Update Manager/],
    [/systemctl show/, /timers|firewall services|services of SSH|service for the time/],
    [/ufw|nftables|firewalld|iptables/, /rules and settings of ufw, firewalld, nftables and iptables/],
    [/sshd_config/, /settings and services of SSH|another computer can sign in/],
    [/\/proc\/net\/tcp/, /ports that accept|another computer can sign in/],
    [/\/run\/systemd\/|^stat \/home\/user$/, /this session came from|another computer can sign in|systeminformation/],
    [/\/sys\/class\/block|\/sys\/fs\/btrfs|\/sys\/dev\/block|^readLink |zfs/, /encrypted layer/],
    [/kscreenlockerrc/, /KDE Plasma/],
    [/kioslaverc/, /proxy/],
    [/plasmanotifyrc/, /KDE Plasma/],
    [/gsettings list-recursively$/, /GNOME|desktop’s sleep/],
    [/flatpak\/overrides/, /Flatpak/],
    [/\/sys\/class\/net|\/proc\/net\/(?:ipv6_)?route$/, /devices in \/sys/],
    [
      /nmcli|busctl --json=short --auto-start=no get-property org\.freedesktop\.NetworkManager |\/run\/NetworkManager$/,
      /NetworkManager/,
    ],
    [/\/resolv\.conf$/, /name server/],
    [/\/proc\/net\/wireless$/, /Wi-Fi’s signal/],
    [/ip route/, /where the traffic goes/],
    [/charon|pluto/, /IPsec/],
    [/^readDir \/dev$|pw-dump|pipewire|pulse/, /PipeWire/],
    [/\/proc\/asound|\/dev\/snd/, /sound cards/],
    [/video4linux|\/run\/udev/, /kernel and udev/],
    [/pactl/, /PulseAudio/],
    [/busctl .*org\.bluez/, /BlueZ/],
    [/busctl .*Inhibited/, /KDE Plasma/],
    [/\/run\/systemd\/timesync/, /systemd-timesyncd/],
    [/power_supply/, /battery’s state/],
    [/^freeSpace/, /free space/],
    [/\/proc\/meminfo/, /memory/],
  ],
  darwin: [
    [/^systemInformation/, /systeminformation|only an administrator/],
    [/SystemVersion\.plist$/, null],
    [/com\.apple\.SoftwareUpdate/, /Software Update/],
    [/Managed Preferences/, /organisation sets/],
    [/Safari\.app/, /Safari/],
    [/InstallHistory/, /history of installations/],
    [/MobileMeAccounts/, /iCloud Drive/],
    [/TimeMachine|tmutil/, /Time Machine’s destinations/],
    [
      /^stat \/Applications\/(?:Arq|Backblaze|Carbon Copy Cloner|SuperDuper!)\.app$/,
      /backup programs|Arq, Backblaze, Carbon Copy Cloner, SuperDuper!/,
    ],
    [/^stat \/Applications\/(?:Dropbox|Google Drive|OneDrive)\.app$/, /programs that synchronise/],
    [/diskutil/, /[Aa]ttached drives/],
    [/ \/Volumes\/|com\.apple\.TCC/, /where macOS lets Greenroom look/],
    [/^run \/bin\/ps /, /programs that run|use the most|the program/],
    [/\/Applications(?:\/|$)/, /App bundles|installed meeting apps/],
    [/GoogleUpdater/, /Google’s updater/],
    [/codesign|\/var\/db|mdls/, /codesign|signatures/],
    [/system_profiler/, /firewall|Wi-Fi|System Information|screen saver and sleep/],
    [/fdesetup/, /FileVault/],
    [/sysadminctl|screensaver/, /password/],
    [/ByHost$/, /screen saver/],
    [/netstat/, /ports that accept|firewall/],
    [/route -n/, /where the traffic goes/],
    [/scutil/, /scutil/],
    [/pmset/, /keeps this Mac awake/],
    [/^freeSpace/, /free space/],
    [/sysctl/, /memory/],
  ],
  win32: [
    [/^systemInformation/, /systeminformation|only an administrator/],
    [/GoogleUpdater/, /Google’s updater/],
    // The packages are asked for, too, when Windows did not name itself: to see whether it answers at all.
    [/^section (?:system|packages)$|reg\.exe query/, null],
    [
      /^section apps$|Teams\.exe$/,
      /Uninstall keys|installed meeting apps|list of installed programs|[Ss]tore packages/,
    ],
    [/Downloads$|Downloads\\[^:]*$/, /Downloads folder/],
    [/Zone\.Identifier$/, /mark of the web/],
    [/FileHistory\\Configuration/, /File History/],
    [/^section backup$/, /File History, of Windows’ Backup and Restore and of OneDrive/],
    [/^section veeam$/, /Veeam Agent/],
    [/^section drives$|^\w+ [D-G]:\\/, /[Aa]ttached drives/],
    [/^section programs$/, /programs that run|use the most/],
    [/^section activity$/, /use over a short moment/],
    [/^section firewall$/, /firewall’s settings/],
    [/^section desktop$/, /screen saver|notifications/],
    [/^section remote$/, /Remote Desktop and SSH|firewall’s settings/],
    [/^section consent$/, /record of which programs|permissions of Windows/],
    [/^section sound$/, /list of sound devices/],
    [/^section clock$/, /sets the time/],
    [/^section cameras$/, /Windows’ list of devices/],
    [/^section network$/, /Wi-Fi/],
    [/^section connection$/, /last tried the internet, its network cards/],
    [/^section encryption$/, /BitLocker|encrypted|encryption/],
    [/^section scanners$/, /virus scanner|Windows Security/],
    [/^section battery$/, /battery’s state|a laptop/],
    [/^section update/, /Windows Update/],
    [/powercfg/, /sleep settings of the power plan/],
    [/^freeSpace/, /free space/],
  ],
};

const folder = path.resolve('test/machines');
const recordings = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => parseRecording(name, readFileSync(path.join(folder, name), 'utf8')));

/** Everything that the readers of a fact ask for, on all recorded computers of a system. */
const readingsOf = async (platform: Platform, key: FactKey): Promise<ReadonlySet<string>> => {
  const seen = new Set<string>();
  const { [key]: reader } = await readersFor[platform]();
  for (const recording of recordings.filter(({ host }) => host.platform === platform)) {
    const replay = replayMachine(recording, { strict: false });
    const read: MachinePort['read'] = (operation, limits, signal, onStdout) => {
      const part = /"section":"(\w+)"/.exec(limits.until ?? '')?.[1];
      seen.add(
        part !== undefined
          ? `section ${part}`
          : operation.op === 'run'
            ? `run ${operation.program} ${operation.args.join(' ')}`
            : `${operation.op} ${'path' in operation ? operation.path : ''}`,
      );
      return replay.read(operation, limits, signal, onStdout);
    };
    const machine = bind({ host: replay.host, read }, new AbortController().signal);
    await reader.read(machine, builtInCatalogue).catch((error: unknown) => {
      if (!(error instanceof FactUnavailable)) throw error;
    });
  }
  return seen;
};

describe.each(['linux', 'darwin', 'win32'] as const)('%s', async (platform) => {
  const readers = await readersFor[platform]();
  const read = new Map<string, ReadonlySet<string>>();
  for (const key of Object.keys(readers) as FactKey[]) read.set(key, await readingsOf(platform, key));
  const readBy = ({ needs, uses }: Check): readonly string[] =>
    [...new Set([...needs, ...uses].flatMap((key) => [...(read.get(key) ?? [])]))].toSorted();

  test.each(checks.map((check) => [check.id, check] as const))('%s names all that it reads', (_id, check) => {
    const unnamed = readBy(check).filter((reading) => {
      const fitting = rows[platform].filter(([pattern]) => pattern.test(reading));
      return !fitting.some(([, told]) => told === null || told.test(english(check.reads[platform])));
    });
    expect(unnamed).toEqual([]);
  });

  test('no row is left over', () => {
    const all = [...read.values()].flatMap((readings) => [...readings]);
    expect(rows[platform].filter(([pattern]) => !all.some((reading) => pattern.test(reading))).map(String)).toEqual([]);
  });
});
