/** Owns reading what reg.exe prints: keys and values below one key, in the form that is the same in every language of Windows. */

export interface RegistryValue {
  /** Names of the keys below the one that was asked for. */
  readonly path: readonly string[];
  readonly name: string;
  readonly data: number | string | readonly string[];
}

export interface RegistryTree {
  readonly values: readonly RegistryValue[];
  /** Some text may not be as it stands in the registry: reg.exe prints in a code page that lacks most letters. */
  readonly inexact: boolean;
  /** Values of kinds that no policy uses, by their whole name. */
  readonly unread: readonly string[];
}

const VALUE = /^ {4}(.*?) {4}REG_([A-Z_]+)(?: {4}(.*))?$/;

/** A value as reg.exe prints it. */
export interface RegistryRow {
  readonly path: readonly string[];
  readonly name: string;
  /** "SZ", "DWORD" … */
  readonly kind: string;
  readonly data: string;
}

export interface RegistryRows {
  readonly rows: readonly RegistryRow[];
  /** Every key that was printed, by its path below the one that was asked for; that one is an empty path. */
  readonly keys: readonly (readonly string[])[];
  readonly inexact: boolean;
}

/** A letter that the code page lacks, or that is not known to be right. */
export const isInexact = (text: string): boolean => /[^ -~\r\n]|\?/.test(text);

/** Reads the output of `reg query <key>`. `root` is the key as reg.exe spells it: "HKEY_LOCAL_MACHINE\\Software\\…". */
export const registryRows = (root: string, stdout: string): RegistryRows => {
  const rows: RegistryRow[] = [];
  const keys: (readonly string[])[] = [];
  let path: readonly string[] | null = null;
  let odd = false;
  for (const line of stdout.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    if (line.toLowerCase().startsWith(root.toLowerCase())) {
      const below = line.slice(root.length);
      path = below === '' ? [] : below.startsWith('\\') ? below.slice(1).split('\\') : null;
      if (path !== null) keys.push(path);
      continue;
    }
    const [all, name = '', kind = '', data = ''] = VALUE.exec(line) ?? [];
    // A text of several lines: what reg.exe prints of it cannot be told from other values.
    if (all === undefined || path === null) odd = true;
    else rows.push({ path, name, kind, data });
  }
  return { rows, keys, inexact: odd || isInexact(stdout) };
};

/** Reads the output of `reg query <key> /s` as the values that a policy may hold. */
export const parseRegistryQuery = (root: string, stdout: string): RegistryTree => {
  const { rows, inexact } = registryRows(root, stdout);
  const values: RegistryValue[] = [];
  const unread: string[] = [];
  for (const { path, name, kind, data } of rows) {
    switch (kind) {
      case 'SZ':
      case 'EXPAND_SZ':
        values.push({ path, name, data });
        break;
      case 'MULTI_SZ':
        values.push({ path, name, data: data === '' ? [] : data.split('\\0').filter((item) => item !== '') });
        break;
      case 'DWORD':
        values.push({ path, name, data: Number(data) });
        break;
      default:
        unread.push([root, ...path, name].join('\\'));
    }
  }
  return { values, unread, inexact };
};
