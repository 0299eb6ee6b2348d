/** One character that is not ASCII, anywhere in a text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: "not ASCII"
export const NON_ASCII = /[^\u0000-\u007f]/;
