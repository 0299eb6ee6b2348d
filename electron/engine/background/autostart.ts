/** Owns the start at login on Linux: a desktop file in the person's autostart folder, by the XDG autostart specification. */

import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { LoginState } from '../../core/ipc/login-item.ts';
import { says } from '../../core/messages/says.ts';
import type { Host } from '../../platform/machine/machine.ts';
import { askNamed } from '../../platform/machine/places/named-file.ts';
import { writeAtomically } from '../storage/files/atomic-file.ts';

const words = says('autostart', {
  off: 'It’s switched off in the desktop’s own list of programs that start at login.',
  everybody: 'Your organisation has set it up for everybody.',
  another: 'Another copy of Greenroom is set to start at login.',
});

const NAME = 'greenroom.desktop';
/** Where an organisation puts one for everybody. A file of the same name in the person's folder goes before it. */
const SYSTEM_FOLDER = '/etc/xdg/autostart';

export interface AutostartPlace {
  readonly host: Pick<Host, 'home' | 'variables'>;
  /** Absolute path of the installed program. */
  readonly program: string;
  readonly systemFolder?: string;
}

const ownFile = ({ host }: AutostartPlace): string => {
  const base = host.variables.XDG_CONFIG_HOME;
  const config = base !== undefined && path.isAbsolute(base) ? base : path.join(host.home, '.config');
  return path.join(config, 'autostart', NAME);
};

/** An argument of `Exec`, by the Desktop Entry specification: quoted, its own signs escaped, "%" doubled; then as a string value. */
export const execArgument = (argument: string): string =>
  `"${argument.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`.replaceAll('\\', '\\\\');

const desktopFile = (program: string): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Greenroom',
    'Comment=Am I fit to join? A check before an online meeting.',
    `Exec=${execArgument(program)} --hidden`,
    'Icon=greenroom',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');

/** The keys of the main group; undefined when there is no such file. */
const keysOf = async (file: string): Promise<ReadonlyMap<string, string> | undefined> => {
  const text = await askNamed({ op: 'readText', path: file });
  if (text === undefined) return undefined;
  const [, body = ''] = text.split(/^\[Desktop Entry\]\s*$/m);
  const [group = ''] = body.split(/^\[/m);
  return new Map(
    group.split('\n').flatMap((line) => {
      const equals = line.indexOf('=');
      return equals < 1 ? [] : [[line.slice(0, equals).trim(), line.slice(equals + 1).trim()] as const];
    }),
  );
};

const switchedOff: LoginState = {
  state: 'blocked',
  sentence: words.off,
};

/** How it stands now, as the desktop will read it at the next login. Throws `FactUnavailable`. */
export const readAutostart = async (place: AutostartPlace): Promise<LoginState> => {
  const own = await keysOf(ownFile(place));
  const system = own === undefined ? await keysOf(path.join(place.systemFolder ?? SYSTEM_FOLDER, NAME)) : undefined;
  const keys = own ?? system;
  if (keys === undefined) return { state: 'off', sentence: null };
  if (keys.get('Hidden') === 'true' || keys.get('X-GNOME-Autostart-enabled') === 'false') return switchedOff;
  if (system !== undefined) return { state: 'on', sentence: words.everybody };
  if (keys.get('Exec')?.startsWith(execArgument(place.program)) === true) return { state: 'on', sentence: null };
  return { state: 'blocked', sentence: words.another };
};

/** Sets it. Against a file for everybody it takes one of the person's own, which says "hidden". */
export const writeAutostart = async (place: AutostartPlace, on: boolean): Promise<void> => {
  const file = ownFile(place);
  // Throws where nothing answers: writing would then hang.
  await keysOf(file);
  if (on) return writeAtomically(file, desktopFile(place.program));
  await rm(file, { force: true });
  const forAll = await keysOf(path.join(place.systemFolder ?? SYSTEM_FOLDER, NAME));
  if (forAll !== undefined)
    await writeAtomically(file, '[Desktop Entry]\nType=Application\nName=Greenroom\nHidden=true\n');
};
