/** Tries the one window where its system is not kind: questions that stand, full screen, a page that ends again and again. */
import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { session } from 'electron';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { broadcast } from '../../../electron/main/ipc.ts';
import { lookAfterPage } from '../../../electron/main/window/page-process.ts';
import { type AfterClose, createWindow, type ProgramWindow } from '../../../electron/main/window/window.ts';
import { record } from '../../doubles/electron/record.ts';
import { ways } from '../../doubles/electron/system.ts';
import { windowHappenings } from '../../doubles/electron/window/browser-window.ts';

describe('closing it', () => {
  let ours: ProgramWindow;
  let asked = 0;
  let answer: (after: AfterClose) => void = () => {};
  beforeAll(() => {
    ours = createWindow(
      { url: 'app://greenroom/index.html', preload: '/preload.cjs', session: session.fromPartition('window') },
      {
        whenClosed: () => {
          asked += 1;
          return new Promise((resolve) => {
            answer = resolve;
          });
        },
        whenPageGone: () => {},
        whenPageGivenUp: () => {},
      },
    );
  });
  afterEach(() => ways.delete('mac'));

  test('a second click on × while the question stands is the same question', async () => {
    const before = asked;
    windowHappenings().close();
    windowHappenings().close();
    expect(asked).toBe(before + 1);
    answer('hide');
    await expect.poll(() => record.window).toBe('hidden');
    windowHappenings().close();
    expect(asked).toBe(before + 2);
    answer('hide');
  });

  test.each([
    ['hide', 'hidden'],
    ['minimise', 'minimised'],
  ] as const)('in full screen, to %s it leaves no black screen', async (after, left) => {
    ways.add('mac');
    ours.window.show();
    windowHappenings().enterFullScreen();
    windowHappenings().close();
    answer(after);
    await expect.poll(() => record.window).toBe(left);
    expect(ours.window.isFullScreen()).toBe(false);
  });

  test('a page whose process has ended is told nothing, and nobody else is harmed', () => {
    windowHappenings().crash('killed');
    expect(() => ours.window.webContents.mainFrame.origin).toThrow('disposed');
    expect(() => broadcast('cameraOff', 'locked')).not.toThrow();
  });
});

describe('a page whose process ends', () => {
  let at = 0;
  const happened: string[] = [];
  const contents = Object.assign(new EventEmitter(), { forcefullyCrashRenderer: () => void happened.push('ended') });
  const window = Object.assign(new EventEmitter(), { webContents: contents });
  const ends = (reason: string): void => void contents.emit('render-process-gone', {}, { reason });
  beforeAll(() =>
    lookAfterPage(window as unknown as BrowserWindow, {
      clock: () => at,
      whenGone: () => happened.push('gone'),
      reload: () => happened.push('reloaded'),
      giveUp: () => happened.push('given up'),
    }),
  );
  beforeEach(() => {
    happened.length = 0;
    at += 1_000_000;
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  test('twice within a minute comes back, three times does not; with time between them always', () => {
    for (const later of [0, 29_000, 29_000]) {
      at += later;
      ends('oom');
    }
    expect(happened).toEqual(['gone', 'reloaded', 'gone', 'reloaded', 'gone', 'given up']);
    happened.length = 0;
    for (const later of [1, 31_000, 31_000, 31_000]) {
      at += later;
      ends('crashed');
    }
    expect(happened).not.toContain('given up');
  });

  test('at the end of the program is no fault', () => {
    ends('clean-exit');
    expect(happened).toEqual(['gone']);
  });

  test('one that hangs is ended; one that only slept is not', () => {
    window.emit('unresponsive');
    window.emit('responsive');
    vi.runAllTimers();
    expect(happened).toEqual([]);
    window.emit('unresponsive');
    vi.runAllTimers();
    expect(happened).toEqual(['ended']);
  });
});
