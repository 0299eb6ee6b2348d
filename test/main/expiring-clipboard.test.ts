/** The clipboard forgets random words after a minute, and nothing else that was copied since. */
import { EventEmitter } from 'node:events';
import { type App, clipboard } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createExpiringClipboard } from '../../electron/main/expiring-clipboard.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const started = () => {
  const events = new EventEmitter();
  const exit = vi.fn();
  const app = { on: events.on.bind(events), exit } as unknown as Pick<App, 'on' | 'exit'>;
  return { held: createExpiringClipboard(app), events, exit };
};

test('they are there for a minute, and then no longer', async () => {
  const { held } = started();
  expect(await held.copy('one two three')).toBe(true);
  await vi.advanceTimersByTimeAsync(59_000);
  expect(await clipboard.readText()).toBe('one two three');
  await vi.advanceTimersByTimeAsync(1000);
  expect(await clipboard.readText()).toBe('');
});

test('what was copied since stays', async () => {
  const { held } = started();
  await held.copy('one two three');
  await clipboard.writeText('a note of mine');
  await vi.advanceTimersByTimeAsync(120_000);
  expect(await clipboard.readText()).toBe('a note of mine');
});

test('words that were copied again have their own minute', async () => {
  const { held } = started();
  await held.copy('one two three');
  await vi.advanceTimersByTimeAsync(50_000);
  await held.copy('four five six');
  await vi.advanceTimersByTimeAsync(50_000);
  expect(await clipboard.readText()).toBe('four five six');
});

test('the program does not end before they are gone, and ends at once when there are none', async () => {
  const { held, events, exit } = started();
  const event = { preventDefault: vi.fn() };
  events.emit('will-quit', event);
  expect(event.preventDefault).not.toHaveBeenCalled();
  await held.copy('one two three');
  events.emit('will-quit', event);
  expect(event.preventDefault).toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(0);
  expect(await clipboard.readText()).toBe('');
  expect(exit).toHaveBeenCalledWith(0);
});
