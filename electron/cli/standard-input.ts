/** Owns standard input, also where the runtime hides it: on Windows Electron puts a stream without any content in its place. */
import { read } from 'node:fs';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { messages } from '../core/messages/messages.ts';
import { term } from '../core/messages/value.ts';
import { InputError } from '../core/text/input-error.ts';

const words = messages('standard-input', { unreadable: 'nothing can be read from it ({code}). Use a pipe or a file' });

const CHUNK_BYTES = 64 * 1024;
const readDescriptor = promisify(read);

async function* bytesOf(descriptor: number): AsyncGenerator<Uint8Array> {
  for (;;) {
    const { bytesRead, buffer } = await readDescriptor(
      descriptor,
      Buffer.allocUnsafe(CHUNK_BYTES),
      0,
      CHUNK_BYTES,
      null,
    ).catch((error: NodeJS.ErrnoException) => {
      // So Windows tells the end of a pipe.
      if (error.code === 'EOF') return { bytesRead: 0, buffer: Buffer.alloc(0) };
      throw new InputError('standard input', words.unreadable({ code: term(String(error.code)) }));
    });
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

/** Node's own stream says which descriptor it reads; one that does not is the runtime's substitute. */
export const standardInput = (
  stdin: NodeJS.ReadableStream & { readonly fd?: number } = process.stdin,
): NodeJS.ReadableStream => (stdin.fd === 0 ? stdin : Readable.from(bytesOf(0), { objectMode: false }));
