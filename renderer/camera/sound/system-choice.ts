/** Owns whether the microphone that was tried is the one the system gives to programs that ask for none. Pure. */
import type { TriedMicrophone } from '../../../electron/core/facts/seen-devices.ts';
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

const realOnes = (listed: readonly ListedMicrophone[]): readonly ListedMicrophone[] =>
  listed.filter(({ id }) => !aliases.includes(id));

const systemChoice = (listed: readonly ListedMicrophone[]): ListedMicrophone | undefined => {
  const alias = aliases.map((name) => listed.find(({ id }) => id === name)).find((one) => one !== undefined);
  return alias && realOf(alias, realOnes(listed));
};

/** The name of the system's own choice, where it is told and is another than the one tried; null otherwise. */
export const otherSystemChoice = (tried: string, listed: readonly ListedMicrophone[]): string | null => {
  if (!realOnes(listed).some(({ id }) => id === tried)) return null;
  const choice = systemChoice(listed);
  return choice === undefined || choice.id === tried || choice.label === '' ? null : choice.label;
};

/** What is told of the one tried; null where the system's own was, by whatever name, or it has none. */
export const triedOf = (tried: string, listed: readonly ListedMicrophone[]): TriedMicrophone | null => {
  const label = realOnes(listed).find(({ id }) => id === tried)?.label ?? '';
  return label === '' ? null : { label, choice: systemChoice(listed)?.label ?? null };
};
