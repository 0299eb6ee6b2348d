/** Owns whether the microphone that the person tried is another than the one that the system gives by itself. */
import type { SoundDevices } from '../../../facts/index.ts';
import type { TriedMicrophone } from '../../../facts/seen-devices.ts';

/** A window writes what lies behind the name: "USB Mic (046d:0ab1)", "USB Mic (Built-in)". */
const isNamed = (label: string, listed: string): boolean =>
  listed !== '' && (label === listed || label.startsWith(`${listed} (`));

/** The device of the list that a label means; undefined where none does, or more than one. */
const deviceOf = (label: string, names: readonly string[]): string | undefined => {
  const exact = names.filter((name) => name !== '' && name === label);
  const [only, more] = exact.length > 0 ? exact : names.filter((name) => isNamed(label, name));
  return more === undefined ? only : undefined;
};

/**
 * What was tried and what the system gives, as the system names them, where it is sure that they are two; null otherwise. What was tried has to be connected
 * still, and the system's own list, which is read anew each time, must not name it as the one in use by now.
 */
export const otherThanTried = (
  { label, choice }: TriedMicrophone,
  { devices, inUse }: Pick<SoundDevices, 'devices' | 'inUse'>,
): { readonly tried: string; readonly own: string } | null => {
  const names = devices.map(({ name }) => name);
  const tried = deviceOf(label, names);
  // Where the window does not know it the list does: Chromium on Linux only says "Default".
  const own = choice === null ? (inUse ?? undefined) : deviceOf(choice, names);
  if (tried === undefined || own === undefined || !names.includes(own)) return null;
  return own === tried || inUse === tried ? null : { tried, own };
};
