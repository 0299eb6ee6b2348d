/** Owns the translation of addresses: the browser knows no `app:` scheme, so it sees `https://HOST.app.invalid` instead. */

const schemes = new Set<string>();
export const knowScheme = (scheme: string): void => void schemes.add(scheme);
export const isKnownScheme = (scheme: string): boolean => schemes.has(scheme);

/** `app://greenroom/x` → `https://greenroom.app.invalid/x`. */
export const toBrowser = (url: string): string => {
  const match = /^([a-z]+):\/\/([^/?#]+)(.*)$/.exec(url);
  const [, scheme = '', host = '', rest = ''] = match ?? [];
  return schemes.has(scheme) ? `https://${host}.${scheme}.invalid${rest}` : url;
};

/** The other way round; every other address stays as it is. */
export const toProgram = (url: string): string => {
  const match = /^https:\/\/([^/?#]+)\.([a-z]+)\.invalid(.*)$/.exec(url);
  const [, host = '', scheme = '', rest = ''] = match ?? [];
  return schemes.has(scheme) ? `${scheme}://${host}${rest}` : url;
};

/** Origin as Electron states it in `WebFrameMain.origin`. */
export const originOf = (url: string): string => {
  const program = toProgram(url);
  const [origin] = /^[a-z]+:\/\/[^/?#]+/.exec(program) ?? ['null'];
  return origin;
};
