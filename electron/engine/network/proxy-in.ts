/** Owns which proxy the environment names, as other programs of the terminal understand it. */
import { messages } from '../../core/messages/messages.ts';
import { place } from '../../core/messages/value.ts';
import { InputError } from '../../core/text/input-error.ts';
import type { HttpProxy } from './try-connection.ts';

const words = messages('proxy', { unusable: 'only a proxy with an address like {example} can be used' });

type Environment = Readonly<Record<string, string | undefined>>;

const namedIn = (env: Environment, name: string): string => env[name.toLowerCase()] || env[name] || '';

/** "localhost,.example.org" and "*": hosts that are reached without a proxy. */
const isExempt = (host: string, list: string): boolean =>
  list
    .split(/[\s,]+/)
    .map((one) =>
      one
        .replace(/:\d+$/, '')
        .replace(/^\*?\./, '')
        .toLowerCase(),
    )
    .some((one) => one === '*' || (one !== '' && (host === one || host.endsWith(`.${one}`))));

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Undefined where none is named for this host. Throws `InputError` for one of a kind that cannot be used; it never repeats the address. */
export const proxyIn = (env: Environment, host: string): HttpProxy | undefined => {
  const named = namedIn(env, 'HTTPS_PROXY') || namedIn(env, 'ALL_PROXY');
  if (named === '' || isExempt(host.toLowerCase(), namedIn(env, 'NO_PROXY'))) return undefined;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(named) ? named : `http://${named}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || url.protocol !== 'http:' || url.hostname === '')
    throw new InputError('HTTPS_PROXY', words.unusable({ example: place('http://proxy.example.org:3128') }));
  const { username, password } = url;
  const login = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64');
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? 80 : Number(url.port),
    ...(username === '' && password === '' ? {} : { authorization: `Basic ${login}` }),
  };
};
