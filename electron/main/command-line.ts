/** Owns the question whether the program was called as a command line or to open its window. */

const help = ['--help', '-h', '--version', '-V'];

/**
 * The arguments for the command line, or null for the window. Anything that begins with a word is a command, so that a
 * mistyped verb is answered in the terminal and not with a window. Outside a package the first word is the program's own path.
 */
export const commandLineArguments = (argv: readonly string[], packaged: boolean): readonly string[] | null => {
  let args = argv.slice(1);
  if (!packaged) args = args.slice(args.findIndex((argument) => !argument.startsWith('-')) + 1);
  const [first] = args;
  if (first === undefined) return null;
  return /^[a-z]+$/.test(first) || help.includes(first) ? args : null;
};
