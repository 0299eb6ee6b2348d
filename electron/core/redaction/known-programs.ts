/** Owns which names of running programs may stay in a recording: those of the catalogue, and those every computer of a system has. */
import type { Catalogue } from '../catalogue/catalogue.ts';

/** Parts of the systems and of their desktops, as they call themselves. */
const OF_SYSTEMS: ReadonlySet<string> = new Set(
  `systemd init dbus-daemon dbus-broker networkmanager pipewire pipewire-pulse wireplumber pulseaudio xorg xwayland gnome-shell
   gnome-software gsd-color mutter kwin_wayland kwin_x11 plasmashell kded5 kded6 xfwm4 xfce4-panel cinnamon packagekitd snapd
   tracker-miner-f tracker-miner-fs-3 baloo_file apt dpkg dnf rpm zypper pacman node electron program
   windowserver kernel_task launchd mds mds_stores mdworker mdworker_shared coreaudiod finder dock spotlight photoanalysisd
   backupd cloudd bird softwareupdated xprotectservice syspolicyd trustd loginwindow systemuiserver controlcenter
   explorer svchost msmpeng dwm csrss winlogon services lsass searchindexer searchhost tiworker trustedinstaller wmiprvse
   runtimebroker system registry memcompression systemidleprocess sshd corespeechd greenroom gnome-control-center gnome-control-c pw-cat obs taskmgr powershell conhost`.split(
    /\s+/,
  ),
);

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\.(?:exe|app)$/, '')
    .replace(/[^\p{L}\p{N}_-]/gu, '')
    .replace(/helper$/, '');

/** A test for names of programs that tell nothing about the person. */
export const knownPrograms = ({ products }: Catalogue): ((name: string) => boolean) => {
  const known = new Set<string>();
  for (const { id, name, traces } of products) {
    const names = [id, name, ...(traces.darwin?.apps ?? []), ...(traces.linux?.looseNames ?? [])];
    for (const one of [...names, ...(traces.linux?.packages ?? []).map((it) => it.name)]) known.add(plain(one));
    for (const file of traces.win32?.files ?? []) known.add(plain(file.split('\\').at(-1) ?? ''));
  }
  return (name) => {
    const one = plain(name);
    // Linux cuts names to 15 letters.
    return OF_SYSTEMS.has(one) || known.has(one) || (one.length === 15 && [...known].some((it) => it.startsWith(one)));
  };
};
