/** Owns what takes the place of an identity: the same one gets the same stand-in, so that things that belong together still do. */

export const standIns = (make: (number: number) => string): ((secret: string) => string) => {
  const known = new Map<string, string>();
  const given = new Set<string>();
  return (secret) => {
    if (given.has(secret)) return secret;
    const standIn = known.get(secret) ?? make(known.size + 1);
    known.set(secret, standIn);
    given.add(standIn);
    return standIn;
  };
};

export const hex = (number: number, length: number): string => number.toString(16).padStart(length, '0');

/** For identities of drives and computers, whatever their form. */
export const uuidStandIns = (): ((id: string) => string) =>
  standIns((number) => `00000000-0000-4000-8000-${hex(number, 12)}`);
