/** One invitation gets so much time and memory in the terminal, and no more. */
import { afterEach, expect, test } from 'vitest';
import { inspectLimited, inspectThroughThread } from '../../../electron/cli/inspect/inspect-limited.ts';
import { InputError } from '../../../electron/core/text/input-error.ts';
import { AT_ONCE_BYTES } from '../../../electron/engine/run-in-worker.ts';

afterEach(() => inspectThroughThread(null));

const thread = (program: string): URL => new URL(`data:text/javascript,${encodeURIComponent(program)}`);
const large = { kind: 'text', text: 'x'.repeat(AT_ONCE_BYTES + 1) } as const;

test.each([
  [
    'takes all the memory there is',
    'const all = []; for (;;) all.push(new Array(100_000).fill(1.5));',
    { limitMs: 60_000, memoryMebibytes: 32 },
  ],
  ['never ends', 'for (;;);', { limitMs: 200, memoryMebibytes: 64 }],
])('one that %s is given up with one sentence', async (_what, program, limits) => {
  inspectThroughThread(thread(program), limits);
  const answer = inspectLimited(large, 'a.eml');
  await expect(answer).rejects.toBeInstanceOf(InputError);
  await expect(answer).rejects.toThrow(/a\.eml.*takes more time or memory/);
});

test('a fault of Greenroom is told as one, never as the size of the invitation', async () => {
  inspectThroughThread(thread('throw new TypeError("a fault")'));
  const answer = inspectLimited(large, 'a.eml');
  await expect(answer).rejects.toThrow('a fault');
  await expect(answer).rejects.not.toBeInstanceOf(InputError);
});

test('a small one needs no thread', async () => {
  inspectThroughThread(thread('throw new Error("x")'));
  expect((await inspectLimited({ kind: 'text', text: 'https://zoom.us/j/84100020003' })).verdict).toBe('genuine');
});
