/** Owns the names that tell who uses a computer, and which computer it is: what is taken out of whatever leaves it. */

export interface Identity {
  readonly userName: string;
  /** Without a domain. */
  readonly hostName: string;
  readonly home: string;
  /** Further names of the computer: what its network and its owner call it. */
  readonly computerNames?: readonly string[];
  /** Further names of the person: full name, first and last name. */
  readonly personNames?: readonly string[];
  /** The domain that the computer is in; empty or absent when it is in none. */
  readonly domain?: string;
}

/** Windows, and the shares it writes to, cut a computer's name to this length and write it in capitals. */
const NETBIOS_LENGTH = 15;

const unique = (names: readonly string[]): readonly string[] => [...new Set(names.filter((name) => name !== ''))];

/** Every form of the computer's name that programs write. */
export const computerNames = ({ hostName, computerNames: further = [] }: Identity): readonly string[] => {
  const whole = unique([hostName, ...further].flatMap((name) => [name, name.split('.')[0] ?? '']));
  return unique([...whole, ...whole.map((name) => name.slice(0, NETBIOS_LENGTH))]);
};

/** Every form of the person's name: account, home folder, full name, and the parts of these that are names themselves. */
export const personNames = ({ userName, home, personNames: further = [] }: Identity): readonly string[] => {
  const folder = home.split(/[/\\]/).findLast((part) => part !== '') ?? '';
  const whole = unique([userName, folder, ...further]);
  // Parts of one or two letters are initials and particles ("de", "J."): words of every language.
  const parts = whole.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length > 2);
  return unique([...whole, ...parts]);
};
