/** Whether a run goes on has one truth: what is asked meanwhile joins it or comes next, and nothing is swallowed. */
import { expect, test } from 'vitest';
import { createRunQueue, type Scope } from '../../../electron/engine/session/run-queue.ts';

/** A queue whose runs end when they are told to. */
const start = () => {
  const runs: { readonly only: Scope; readonly judge: (ids: readonly string[]) => void; readonly end: () => void }[] =
    [];
  const ends: boolean[] = [];
  const queue = createRunQueue<null>({
    run: (only, judge) => new Promise((resolve) => runs.push({ only, judge, end: () => resolve(null) })),
    ended: (_result, isLast) => ends.push(isLast),
  });
  const settled: string[] = [];
  const ask = (name: string, only: Scope): Promise<void> => queue.request(only).then(() => void settled.push(name));
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return { queue, runs, ends, ask, settled, turn };
};

test('a part that is not judged yet is joined; all is joined only while nothing is judged', async () => {
  const { runs, ask, settled, turn } = start();
  void ask('all', null);
  void ask('all again', null);
  void ask('part', ['load']);
  runs[0]?.judge(['wifi']);
  void ask('still open', ['load', 'power']);
  runs[0]?.end();
  await turn();
  expect(runs).toHaveLength(1);
  expect(settled.toSorted()).toEqual(['all', 'all again', 'part', 'still open']);
});

test.each<[string, Scope, Scope]>([
  ['what is judged already', null, ['wifi']],
  ['something judged and something open', null, ['wifi', 'load']],
  ['everything, when something is judged', null, null],
  ['everything, while some checks are made', ['wifi', 'load'], null],
  ['another check', ['wifi', 'load'], ['power']],
])('%s is run next', async (_name, first, second) => {
  const { runs, ask, settled, ends, turn } = start();
  void ask('first', first);
  runs[0]?.judge(['wifi']);
  void ask('second', second);
  await turn();
  expect(runs).toHaveLength(1);
  runs[0]?.end();
  await turn();
  expect([settled, ends]).toEqual([['first'], [false]]);
  expect(runs[1]?.only).toEqual(second);
  runs[1]?.end();
  await turn();
  expect([settled, ends]).toEqual([
    ['first', 'second'],
    [false, true],
  ]);
});

test('several wishes become one run', async () => {
  const { runs, ask, turn } = start();
  void ask('first', ['load']);
  void ask('a', ['wifi']);
  void ask('b', ['power', 'wifi']);
  runs[0]?.end();
  await turn();
  expect(runs[1]?.only).toEqual(['wifi', 'power']);
  void ask('c', ['load']);
  void ask('d', null);
  runs[1]?.end();
  await turn();
  expect(runs[2]?.only).toBeNull();
});

test('what rests on a change is run after the run that began before it, and not at all when it is no longer needed', async () => {
  const { queue, runs, ends, turn } = start();
  void queue.request(null);
  let scope: Scope = ['load'];
  const after = queue.requestAfter(() => scope);
  scope = [];
  runs[0]?.end();
  await after;
  await turn();
  expect([runs.length, ends]).toEqual([1, [true]]);
});

test('a run that throws, and a listener that throws, keep nobody waiting', async () => {
  let runs = 0;
  const queue = createRunQueue<null>({
    run: async () => {
      runs += 1;
      throw new Error('run');
    },
    ended: () => {
      throw new Error('listener');
    },
  });
  const first = queue.request(null);
  const second = queue.request(['load']);
  await Promise.all([first, second]);
  await queue.request(['load']);
  expect(runs).toBe(2);
});

test('a request from within the beginning of a run is not a second run', async () => {
  const scopes: Scope[] = [];
  const queue = createRunQueue<null>({
    run: async (only) => {
      scopes.push(only);
      if (scopes.length === 1) void queue.request(['load']);
      return null;
    },
    ended: () => {},
  });
  await queue.request(null);
  expect(scopes).toEqual([null]);
});

test('what a person asks for does not end in a quick run; what a timer asks for joins any', async () => {
  const quick: boolean[] = [];
  const ends: (() => void)[] = [];
  const queue = createRunQueue<null>({
    run: (_only, _judge, isQuick) => {
      quick.push(isQuick);
      return new Promise((resolve) => ends.push(() => resolve(null)));
    },
    ended: () => {},
  });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  void queue.request(null, true);
  void queue.request(null, true);
  void queue.request(null);
  expect(quick).toEqual([true]);
  ends[0]?.();
  await turn();
  void queue.request(null, true);
  ends[1]?.();
  await turn();
  expect(quick).toEqual([true, false]);
});
