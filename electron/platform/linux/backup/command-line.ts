/** Owns taking the words of a running program apart: which program it is, what it was told, which options it was given. */

export interface Command {
  /** Its file name: "restic"; that of the script where Python, Perl or a shell runs one. */
  readonly program: string;
  readonly words: readonly string[];
}

/** Options of interpreters that have a value of their own, and those after which no file of a script comes. */
const interpreters: readonly { readonly name: RegExp; readonly valued: RegExp; readonly inline: RegExp }[] = [
  { name: /^python[\d.]*$/, valued: /^-[WX]$/, inline: /^-[A-Za-z]*c/ },
  { name: /^perl[\d.]*$/, valued: /^-[IMm]$/, inline: /^-[a-zA-Z]*[eE]/ },
  { name: /^(?:ba|da|k|z)?sh$/, valued: /^[-+]o$/, inline: /^-[a-z]*[cs]/ },
];

const interpreterAt = (name: string) => interpreters.find((one) => one.name.test(name));

/** Whether a program of this name may run a script that makes backups. */
export const isInterpreter = (name: string): boolean => interpreterAt(name) !== undefined;

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/^-/, '');

/** A script that an interpreter was given, or a module of Python; undefined for text of a program. */
const scriptOf = (interpreter: (typeof interpreters)[number], words: readonly string[]): Command | undefined => {
  const [first = '', second = ''] = words;
  if (first === '-m') return { program: second.split('.')[0] ?? '', words: words.slice(2) };
  if (interpreter.valued.test(first)) return scriptOf(interpreter, words.slice(2));
  if (interpreter.inline.test(first)) return undefined;
  if (/^[-+]./.test(first)) return scriptOf(interpreter, words.slice(1));
  return { program: fileName(first).replace(/\.(?:py|pl|sh)$/, ''), words: words.slice(1) };
};

/** The command that a process was started with; undefined when it runs a text and no file. */
export const commandOf = ([first = '', ...words]: readonly string[]): Command | undefined => {
  const program = fileName(first);
  const interpreter = interpreterAt(program);
  return interpreter === undefined ? { program, words } : scriptOf(interpreter, words);
};

export interface Arguments {
  /** Neither options nor their values. */
  readonly words: readonly string[];
  /** "--repo", "-r": without values. */
  readonly options: readonly string[];
}

/** `-qr /mnt/x` and `-qr/mnt/x`: letters up to the one that has a value. */
const lettersOf = (cluster: string, valued: ReadonlySet<string>): { options: readonly string[]; open: boolean } => {
  const options = [...cluster.slice(1)].map((letter) => `-${letter}`);
  const at = options.findIndex((option) => valued.has(option));
  return at < 0 ? { options, open: false } : { options: options.slice(0, at + 1), open: at === options.length - 1 };
};

/** What a program was told. `valued` holds the options whose value is the next word; others are taken to have none. */
export const argumentsOf = (line: readonly string[], valued: ReadonlySet<string>): Arguments => {
  const words: string[] = [];
  const options: string[] = [];
  for (let at = 0; at < line.length; at++) {
    const word = line[at] ?? '';
    if (word === '--') {
      words.push(...line.slice(at + 1));
      break;
    }
    if (word.startsWith('--')) {
      const [name = ''] = word.split('=');
      options.push(name);
      if (name === word && valued.has(name)) at++;
    } else if (/^-./.test(word)) {
      const letters = lettersOf(word, valued);
      options.push(...letters.options);
      if (letters.open) at++;
    } else words.push(word);
  }
  return { words, options };
};
