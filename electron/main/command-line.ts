/** Owns the question whether the program was called as a command line or to open its window. */

const help = ['--help', '-h', '--version', '-V'];

/** What stands behind the program's own name; outside a package that is two words. */
export const ownArguments = (argv: readonly string[], packaged: boolean): readonly string[] => {
  const args = argv.slice(1);
  return packaged ? args : args.slice(args.findIndex((argument) => !argument.startsWith('-')) + 1);
};

/**
 * The arguments for the command line, or null for the window. Anything that begins with a word is a command, so that a
 * mistyped verb is answered in the terminal and not with a window. A file that is opened comes with its whole path.
 */
export const commandLineArguments = (argv: readonly string[], packaged: boolean): readonly string[] | null => {
  const args = ownArguments(argv, packaged);
  const [first] = args;
  if (first === undefined) return null;
  // Behind it Windows' own rules for the words of a start end: by this the console launcher calls.
  if (first === '--') return args.slice(1);
  return /^[a-z]+$/.test(first) || help.includes(first) ? args : null;
};
