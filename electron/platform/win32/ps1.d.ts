declare module '*.ps1?raw' {
  /** The file's text, put in when the program is built. */
  const text: string;
  export default text;
}
