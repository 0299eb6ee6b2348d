/** Owns what a Linux desktop lets programs do with camera and microphone: GNOME's switches, and what Flatpak was told to refuse. */
import { known } from '../../../core/facts/fact.ts';
import type { Grant, MediaPermissions } from '../../../core/facts/index.ts';
import type { Machine } from '../../machine/machine.ts';
import { reader } from '../../reader.ts';
import { type Sought, soughtFlatpaks } from '../apps/install-markers.ts';
import { desktopOf, gnomeSettings, parseKdeGroup, switchOf } from '../desktop.ts';

/** GNOME's switches bind only programs that ask for leave, so that "on" allows nothing in particular. */
const gnomeSwitches = async (machine: Machine): Promise<Pick<MediaPermissions, 'camera' | 'microphone'>> => {
  if (desktopOf(machine) !== 'gnome') return { camera: null, microphone: null };
  const setting = await gnomeSettings(machine);
  const refused = (device: string): Grant | null =>
    switchOf(setting, `org.gnome.desktop.privacy disable-${device}`) ? 'denied' : null;
  return { camera: refused('camera'), microphone: refused('microphone') };
};

/** What an override takes away: `devices=!all;` and `sockets=!pulseaudio;` of flatpak-override(1). */
const refusedTo = async (
  machine: Machine,
  folder: string,
  sought: ReadonlyMap<string, Sought>,
): Promise<MediaPermissions['apps']> => {
  const entries = ((await machine.readDir(folder, { maxEntries: 2_000 })) ?? []).filter(({ name }) => sought.has(name));
  const apps = entries.map(async ({ name }): Promise<MediaPermissions['apps']> => {
    const context = parseKdeGroup((await machine.readText(`${folder}/${name}`, { maxBytes: 65_536 })) ?? '', 'Context');
    const refused = (key: string, value: string): Grant | null =>
      (context.get(key) ?? '').split(';').includes(`!${value}`) ? 'denied' : null;
    const [camera, microphone] = [refused('devices', 'all'), refused('sockets', 'pulseaudio')];
    if (camera === null && microphone === null) return [];
    return [{ product: sought.get(name)?.product ?? name, camera, microphone, screen: null }];
  });
  return (await Promise.all(apps)).flat();
};

export const mediaPermissions = reader<MediaPermissions>(5_000, async (machine, catalogue) => {
  const data = machine.variable('XDG_DATA_HOME') ?? `${machine.host.home}/.local/share`;
  const sought = soughtFlatpaks(catalogue);
  const [switches, ...apps] = await Promise.all([
    gnomeSwitches(machine),
    refusedTo(machine, '/var/lib/flatpak/overrides', sought),
    refusedTo(machine, `${data}/flatpak/overrides`, sought),
  ]);
  return known({ ...switches, apps: apps.flat() }, 'privacy settings of the desktop, overrides of Flatpak');
});
