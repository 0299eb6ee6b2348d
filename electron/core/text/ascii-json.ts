/** Owns JSON for programs: every letter beyond ASCII escaped, since Windows PowerShell 5.1 reads output in the console's code page. */

const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** As `JSON.stringify`, in ASCII: the same value to whoever parses it. */
export const asciiJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(/[\u007f-\uffff]/g, escaped);
