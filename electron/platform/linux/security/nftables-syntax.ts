/** Owns the form of a file for nftables: words, statements and what stands between braces. */

/** A word, or what stands between braces: statements again. */
export type Part = string | readonly Statement[];
export type Statement = readonly Part[];

const TOKEN = /"[^"\n]*"|#[^\n]*|\\\n|[{};\n]|(?:\\;)|[^\s{};"#]+/g;

/** The statements of a file. Throws where its braces do not pair. */
export const statementsOf = (text: string): readonly Statement[] => {
  const tokens = (text.match(TOKEN) ?? []).filter((token) => !token.startsWith('#') && token !== '\\\n');
  let at = 0;
  const block = (inner: boolean): readonly Statement[] => {
    const found: Statement[] = [];
    let current: Part[] = [];
    const end = () => {
      if (current.length > 0) found.push(current);
      current = [];
    };
    while (at < tokens.length) {
      const token = tokens[at++] ?? '';
      const last = current.at(-1);
      if (token === '{') current.push(block(true));
      else if (token === '}') {
        if (!inner) throw new Error('a brace too many');
        end();
        return found;
      } else if (token === ';' || token === '\\;') end();
      // A list goes on in the next line.
      else if (token === '\n') (typeof last === 'string' && last.endsWith(',')) || end();
      else current.push(token);
    }
    if (inner) throw new Error('a brace too few');
    end();
    return found;
  };
  return block(false);
};

/** All words of a value, without the commas between them. */
export const wordsIn = (part: Part | undefined): readonly string[] =>
  typeof part === 'string'
    ? part.split(',').filter((word) => word !== '')
    : (part ?? []).flatMap((statement) => statement.flatMap(wordsIn));

/** Whether other files are read in anywhere. */
export const includesFiles = (statements: readonly Statement[]): boolean =>
  statements.some(
    (statement) =>
      statement[0] === 'include' || statement.some((part) => typeof part !== 'string' && includesFiles(part)),
  );
