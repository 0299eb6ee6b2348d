/** Owns the form in which GNOME's programs print settings. */

/** `schema key 'value'` lines of `gsettings list-recursively`, without the quotes. */
export const parseSettings = (stdout: string): ReadonlyMap<string, string> =>
  new Map(
    stdout.split('\n').flatMap((line) => {
      const match = /^(\S+) (\S+) (?:@\S+ )?(.*)$/.exec(line);
      if (match === null) return [];
      const [, schema = '', key = '', raw = ''] = match;
      return [[`${schema} ${key}`, raw.replace(/^'(.*)'$/, '$1')] as const];
    }),
  );
