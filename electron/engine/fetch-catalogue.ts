/** Owns the one request Greenroom may make: a catalogue from the https address that the user or the policy named. */
import { get } from 'node:https';
import { BadInput } from '../core/bad-input.ts';

export interface FetchLimits {
  /** For the whole download, from the first packet to the last. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  /** Certificates to trust beside the system's, PEM. */
  readonly ca?: string;
}

const types = ['application/json', 'application/octet-stream', 'text/plain'];

/** Downloads a text. Follows no redirect, sends no cookie and no name. Throws `BadInput` that names the address. */
export const fetchCatalogue = (address: string, { timeoutMs, maxBytes, ca }: FetchLimits): Promise<string> =>
  new Promise((resolve, reject) => {
    const fail = (reason: string): void => reject(new BadInput(address, reason));
    const signal = AbortSignal.timeout(timeoutMs);
    const request = get(
      address,
      { signal, ...(ca === undefined ? {} : { ca }), headers: { accept: types.join(', ') } },
      (response) => {
        const { statusCode = 0, headers } = response;
        const refuse = (reason: string): void => {
          fail(reason);
          request.destroy();
        };
        const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
        if (statusCode >= 300 && statusCode < 400)
          return refuse('the server sends on to another address; name that one if you trust it');
        if (statusCode !== 200) return refuse(`the server answered with status ${statusCode}`);
        if (!types.includes(type))
          return refuse(`the server sent ${type === '' ? 'no type' : `“${type.slice(0, 60)}”`}, not a catalogue`);
        const chunks: Buffer[] = [];
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes > maxBytes) return refuse(`the answer is larger than ${Math.round(maxBytes / 1024 / 1024)} MB`);
          chunks.push(chunk);
        });
        response.on('end', () =>
          response.complete ? resolve(Buffer.concat(chunks).toString('utf8')) : fail('the answer was cut off'),
        );
        response.on('error', () => fail('the answer was cut off'));
      },
    );
    request.on('error', (error: NodeJS.ErrnoException) =>
      fail(
        signal.aborted
          ? `no whole answer came within ${timeoutMs / 1000} seconds`
          : `the server could not be asked (${error.code ?? error.message})`,
      ),
    );
  });
