/** Owns how text is set on a terminal: its marks and colours, and lines that keep to its width. */

/** How a piece of text is set off; a terminal may colour it, a file leaves it as it is. */
export type Style = 'strong' | 'faint' | 'good' | 'warning' | 'bad';
export type Painter = (style: Style, text: string) => string;
export const plain: Painter = (_style, text) => text;

/** Words broken into lines of at most `width` characters, each after `indent`. */
export const wrapped = (text: string, indent: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && indent.length + lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(indent + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, indent + line];
};

/** Characters that are seen: colours take no room. */
const lengthOf = (text: string): number => text.replaceAll(COLOUR, '').length;
// biome-ignore lint/suspicious/noControlCharactersInRegex: how a terminal is told a colour
const COLOUR = /\u001b\[[\d;]*m/g;

/** Where the words of a line begin: after its indent and a mark, a number or a label in columns. */
const HANGING = /^(?: *(?:(?:[✓✗!?–·$-]|\d+\.) +)?(?:[A-Z][a-z]+(?: [a-z]+)? {2,})?)/u;

/** The text with every line within `width`, what is broken off standing under the words it belongs to. */
export const fitted = (text: string, width: number): string =>
  text
    .split('\n')
    .flatMap((line) => {
      if (lengthOf(line) <= width) return [line];
      const bare = line.replaceAll(COLOUR, '');
      const start = HANGING.exec(bare)?.[0].length ?? 0;
      const indent = ' '.repeat(start < width / 2 ? start : 2);
      const [first = '', ...rest] = wrapped(line.trimStart(), ' '.repeat(/^ */.exec(line)?.[0].length ?? 0), width);
      // What follows hangs deeper than the first line, so it is broken once more.
      return rest.length === 0 ? [first] : [first, ...wrapped(rest.map((one) => one.trim()).join(' '), indent, width)];
    })
    .join('\n');
