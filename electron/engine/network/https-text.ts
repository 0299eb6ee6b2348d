/** Owns the only way to the network: one text from an https address, within limits. Only the named doors may load this file. */
import type { IncomingHttpHeaders } from 'node:http';
import { get } from 'node:https';
import { type Message, messages } from '../../core/messages/messages.ts';
import { measure, quote, term } from '../../core/messages/value.ts';
import { InputError } from '../../core/text/input-error.ts';

const words = messages('https', {
  status: 'the server answered with status {status}',
  untyped: 'the server didn’t say what it sent',
  otherType: 'the server sent “{type}”, not {what}',
  packed: 'the server sent it packed, which wasn’t asked for',
  large: 'the answer is larger than {n, number} MB',
  cut: 'the answer was cut off',
  stopped: 'it was stopped',
  late: 'no whole answer came within {time}',
  unasked: 'the server couldn’t be asked ({code})',
  elsewhere: 'the server sends on to another address; name that one if you trust it',
  insecure: 'the server sends on to an address that isn’t https',
  circles: 'the server sends on from address to address',
});

export interface FetchLimits {
  /** For the whole download, from the first packet to the last. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** Certificates to trust beside the system's, PEM. */
  readonly ca?: string;
  /** Stops the download. */
  readonly signal?: AbortSignal;
}

export interface HttpsRequest extends FetchLimits {
  /** What the address is called in errors: an address may hold a secret. */
  readonly name: string;
  /** What is asked for, for the error about a wrong type: "a catalogue". */
  readonly what: Message;
  readonly types: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  /** How often the server may send on to another https address. */
  readonly redirects: number;
}

export interface HttpsAnswer {
  /** 200, or 304 where the request had a condition. */
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The address a server sends on to, if it is an https address without a name or password in it. */
const nextAddress = (location: string | undefined, from: string): string | null => {
  if (location === undefined || !URL.canParse(location, from)) return null;
  const next = new URL(location, from);
  return next.protocol === 'https:' && next.username === '' && next.password === '' ? next.href : null;
};

type Step = { readonly answer: HttpsAnswer } | { readonly location: string | undefined };

const ask = (address: string, request: HttpsRequest, signal: AbortSignal): Promise<Step> =>
  new Promise((resolve, reject) => {
    const { name, what, types, maxBytes, ca } = request;
    const fail = (reason: Message): void => reject(new InputError(name, reason));
    const headers = { accept: types.join(', '), ...request.headers };
    const asked = get(address, { signal, headers, ...(ca === undefined ? {} : { ca }) }, (response) => {
      const { statusCode: status = 0, headers: told } = response;
      const refuse = (reason: Message): void => {
        fail(reason);
        asked.destroy();
      };
      const leave = (step: Step): void => {
        resolve(step);
        asked.destroy();
      };
      if (status === 304) return leave({ answer: { status, headers: told, body: Buffer.alloc(0) } });
      if (status >= 300 && status < 400) return leave({ location: told.location });
      if (status !== 200) return refuse(words.status({ status: term(String(status)) }));
      const type = (told['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
      if (!types.includes(type))
        return refuse(type === '' ? words.untyped : words.otherType({ type: quote(type.slice(0, 60)), what }));
      if (!['identity', ''].includes((told['content-encoding'] ?? '').toLowerCase())) return refuse(words.packed);
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > maxBytes) return refuse(words.large({ n: Math.round(maxBytes / 1024 / 1024) }));
        chunks.push(chunk);
      });
      response.on('end', () =>
        response.complete
          ? resolve({ answer: { status, headers: told, body: Buffer.concat(chunks) } })
          : fail(words.cut),
      );
      response.on('error', () => fail(words.cut));
    });
    asked.on('error', (error: NodeJS.ErrnoException) =>
      fail(
        request.signal?.aborted === true
          ? words.stopped
          : signal.aborted
            ? words.late({ time: measure(request.timeoutMs / 1000, 'second') })
            : words.unasked({ code: quote(error.code ?? error.message) }),
      ),
    );
  });

/** Downloads once. Sends no cookie and no name. Throws `InputError` that says `request.name`. */
export const httpsText = async (address: string, request: HttpsRequest): Promise<HttpsAnswer> => {
  const limit = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal === undefined ? limit : AbortSignal.any([limit, request.signal]);
  let current = address;
  for (let left = request.redirects; ; left -= 1) {
    const step = await ask(current, request, signal);
    if ('answer' in step) return step.answer;
    if (request.redirects === 0) throw new InputError(request.name, words.elsewhere);
    const next = nextAddress(step.location, current);
    if (next === null) throw new InputError(request.name, words.insecure);
    if (left <= 0) throw new InputError(request.name, words.circles);
    current = next;
  }
};
