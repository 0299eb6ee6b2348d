/** Owns Electron's rule for the words of a start on Windows, taken at its strictest. */

/** An address, for the rule: letters, no blank, and a colon that is not a drive's. */
const isAddress = (word: string): boolean => /^[A-Za-z][^:\s]+:/.test(word);

/** Whether such a start ends without a word and before any JavaScript: something stands behind an address, and no `--` before it. */
export const isRefusedOnWindows = (words: readonly string[]): boolean => {
  const checked = words.includes('--') ? words.slice(0, words.indexOf('--')) : words;
  const first = checked.findIndex(isAddress);
  return first >= 0 && first < checked.length - 1;
};
