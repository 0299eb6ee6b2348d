/** Owns whether the microphone that was tried is the one the system gives to programs that ask for none. Pure. */
import type { Device } from '../camera-state.ts';

/** A microphone as the browser lists it; what belongs to one piece of hardware has one group. */
export interface ListedMicrophone extends Device {
  readonly group: string;
}

/** Stand-ins for a real one: the system's choice, and Windows' choice for calls. */
const aliases: readonly string[] = ['communications', 'default'];

/** "Default - Headset (X)" stands for "Headset (X)". Linux only says "Default": which it is stays unknown. */
const realOf = (alias: ListedMicrophone, real: readonly ListedMicrophone[]): ListedMicrophone | undefined => {
  const named = real.filter(({ label }) => label !== '' && alias.label.endsWith(` - ${label}`));
  const grouped = (named.length > 0 ? named : real).filter(({ group }) => group !== '' && group === alias.group);
  const [only, more] = named.length === 1 ? named : grouped;
  return more === undefined ? only : undefined;
};

/** The name of the system's own choice, where it is told and is another than the one tried; null otherwise. */
export const otherSystemChoice = (tried: string, listed: readonly ListedMicrophone[]): string | null => {
  const real = listed.filter(({ id }) => !aliases.includes(id));
  const alias = aliases.map((name) => listed.find(({ id }) => id === name)).find((one) => one !== undefined);
  if (alias === undefined || !real.some(({ id }) => id === tried)) return null;
  const choice = realOf(alias, real);
  return choice === undefined || choice.id === tried || choice.label === '' ? null : choice.label;
};
