/** Owns reading key files: sections in brackets, one key on a line, as desktops and programs keep their settings. */

/** Section → key → value. What stands before the first section is in the section without a name. */
export type KeyFile = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Never throws; of a key that stands twice the last holds. Brackets may be doubled, as khal writes them. */
export const parseKeyFile = (text: string): KeyFile => {
  const sections = new Map<string, Map<string, string>>();
  let keys = new Map<string, string>();
  sections.set('', keys);
  for (const whole of text.split(/\r?\n/)) {
    const line = whole.trim();
    if (line === '' || line.startsWith('#') || line.startsWith(';')) continue;
    const section = /^\[+\s*([^\]]*?)\s*\]+$/.exec(line)?.[1];
    if (section !== undefined) {
      keys = sections.get(section) ?? new Map();
      sections.set(section, keys);
      continue;
    }
    const at = line.indexOf('=');
    if (at > 0) keys.set(line.slice(0, at).trim(), line.slice(at + 1).trim());
  }
  return sections;
};
