/** Owns what a system's settings say of a proxy for one host, in whatever form they keep its address. */

/** `unfollowed`: one is set that Greenroom does not take, as a script (PAC), one found on the network, or another kind than HTTP. */
export type SystemProxy =
  | { readonly is: 'none' | 'unfollowed' }
  | { readonly is: 'address'; readonly host: string; readonly port: number };

/** "proxy.example:8080", "http://proxy.example 3128"; what stands before an "@" is not used. */
export const proxyAddress = (text: string): SystemProxy => {
  const plain = text.trim().replace(/ +(?=\d+$)/, ':');
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(plain) ? plain : `http://${plain}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'http:' || url.hostname === '') return { is: 'unfollowed' };
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return { is: 'address', host, port: url.port === '' ? 80 : Number(url.port) };
};

const leavesOut = (pattern: string, host: string): boolean => {
  if (!pattern.includes('*')) return host === pattern || host.endsWith(`.${pattern.replace(/^\./, '')}`);
  // "*.example.org", "*zoom*": its parts, one after the other.
  let at = 0;
  return pattern.split('*').every((part) => {
    const found = host.indexOf(part, at);
    at = found + part.length;
    return found >= 0;
  });
};

/** A host that is left out is tried directly; each system has rules of its own for that, so that nothing rests on it. */
export const unlessLeftOut = (proxy: SystemProxy, host: string, patterns: readonly string[]): SystemProxy =>
  proxy.is === 'address' && patterns.some((one) => one.trim() !== '' && leavesOut(one.trim().toLowerCase(), host))
    ? { is: 'unfollowed' }
    : proxy;
