/** Tries to get out of the page, as hostile content in it would: each way must end at a wall, and the page must live on. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GreenroomApi } from '../../../electron/core/ipc/contract.ts';
import { launchApp, onlyChecks, type RunningApp, runtimeName } from './launch.ts';

declare const greenroom: GreenroomApi;

let app: RunningApp;
beforeAll(async () => {
  app = await launchApp({
    settings: onlyChecks('waiting-room'),
    switches: ['--use-fake-device-for-media-stream'],
  });
});
afterAll(() => app?.stop());

/**
 * Runs a piece of code in the page later, out of reach of the debugger: what the debugger evaluates may break the content
 * security policy. The result is a text: the value, or the name of the error.
 */
const inPage = (code: () => unknown): Promise<string> =>
  app.page.evaluate(
    `new Promise((resolve) => setTimeout(() => {
      new Promise((done) => done((${code})())).then(String, (error) => error.name ?? String(error)).then(resolve);
    }))`,
  );
/** On the stand-in: waits until the program was asked, and says whether it refused. */
const refused = async (kind: 'navigation' | 'window' | 'download', url: string): Promise<void> => {
  if ((await app.record()) === null) return;
  await expect
    .poll(async () =>
      (await app.record())?.attempts.find((attempt) => attempt.kind === kind && attempt.url.startsWith(url)),
    )
    .toMatchObject({ refused: true });
};
const stillThere = async (): Promise<void> => {
  expect(await app.page.evaluate(async () => (await greenroom.snapshot()).platform)).toBe(process.platform);
  expect(app.page.url()).toMatch(/\/index\.html$/);
  // The stand-in ends a refused window right after the browser has made it.
  await expect.poll(() => app.page.context().pages().length).toBe(1);
};

describe(`out of the page on ${runtimeName}`, () => {
  test('to another page: refused', async () => {
    await inPage(() => location.assign('https://elsewhere.example/'));
    await refused('navigation', 'https://elsewhere.example/');
    await stillThere();
  });

  test('to itself with other words: refused', async () => {
    await inPage(() => location.assign('/index.html?as=somebody'));
    await refused('navigation', 'app://greenroom/index.html?as=somebody');
    expect(app.page.url()).not.toContain('somebody');
    await stillThere();
  });

  test('by a form: blocked', async () => {
    await inPage(() => {
      const form = document.createElement('form');
      form.action = 'https://elsewhere.example/form';
      document.body.append(form);
      form.submit();
    });
    await stillThere();
  });

  test('to a new window: refused', async () => {
    await inPage(() => void open('https://window.example/'));
    await refused('window', 'https://window.example/');
    await expect.poll(() => app.page.context().pages().length).toBe(1);
    await stillThere();
  });

  test('to a file on the disk: refused', async () => {
    await inPage(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['x']));
      link.download = 'x.txt';
      link.click();
    });
    await refused('download', 'blob:');
    await stillThere();
  });

  test.each<[string, () => unknown]>([
    ['a request', () => fetch('https://elsewhere.example/')],
    ['a request for its own files', () => fetch('/index.html')],
    [
      'a socket',
      () =>
        new Promise((_, reject) => {
          new WebSocket('wss://elsewhere.example/').onerror = () => reject(new TypeError('no socket'));
        }),
    ],
  ])('by %s: blocked', async (_name, code) => {
    expect(await inPage(code)).toMatch(/TypeError|SecurityError/);
  });

  test.each(['https://elsewhere.example/x.png', 'data:image/gif;base64,R0lGODlhAQABAAAAACw='])(
    'by a picture from %s: blocked',
    async (source) => {
      const outcome = await app.page.evaluate(
        (src) =>
          new Promise((resolve) => {
            const image = new Image();
            image.onload = () => resolve('loaded');
            image.onerror = () => resolve('blocked');
            image.src = src;
          }),
        source,
      );
      expect(outcome).toBe('blocked');
    },
  );

  test('what is not part of the page is not found', async () => {
    const outcome = await app.page.evaluate(
      () =>
        new Promise((resolve) => {
          const image = new Image();
          image.onload = () => resolve('loaded');
          image.onerror = () => resolve('not found');
          image.src = '/../../package.json';
        }),
    );
    expect(outcome).toBe('not found');
    const requests = (await app.record())?.requests;
    if (requests !== undefined)
      expect(requests).toContainEqual(expect.objectContaining({ url: 'app://greenroom/package.json', status: 404 }));
  });
});

describe(`code that is not the program's own, on ${runtimeName}`, () => {
  test.each<[string, () => unknown]>([
    // biome-ignore lint/security/noGlobalEval: that it cannot be called is what is tried here.
    ['eval', () => eval('1 + 1')],
    ['a function made of text', () => new Function('return 1')()],
    [
      'markup',
      () => {
        document.body.innerHTML = '<b>x</b>';
      },
    ],
    ['a worker', () => new Worker('/assets/worker.js')],
    [
      'a rule of its own for workers',
      () =>
        (
          window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } }
        ).trustedTypes.createPolicy('my-own', { createScriptURL: (url: string) => url }),
    ],
    ['compiled code on the page', () => WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))],
  ])('%s: refused', async (_name, code) => {
    expect(await inPage(code)).toMatch(/EvalError|TypeError|SecurityError|CompileError/);
  });

  test('an inline script does not run', async () => {
    const ran = await inPage(() => {
      const script = document.createElement('script');
      try {
        script.textContent = 'globalThis.ran = true';
      } catch {
        script.append(document.createTextNode('globalThis.ran = true'));
      }
      try {
        document.body.append(script);
      } catch {}
      return 'ran' in globalThis;
    });
    expect(ran).toBe('false');
  });

  test('a frame inside the page has no way to the program', async () => {
    const seen = await inPage(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      return Object.keys(frame.contentWindow ?? {}).filter((name) => /greenroom|electron|ipc/i.test(name)).length;
    });
    expect(seen).toBe('0');
  });
});

describe(`the machine's devices on ${runtimeName}`, () => {
  const media = (constraints: MediaStreamConstraints): Promise<string> =>
    app.page.evaluate(
      (asked) =>
        navigator.mediaDevices.getUserMedia(asked).then(
          (stream) => {
            const kinds = stream.getTracks().map((track) => track.kind);
            for (const track of stream.getTracks()) track.stop();
            return kinds.join();
          },
          (error) => error.name,
        ),
      constraints,
    );

  test('the camera is given', async () => {
    expect(await media({ video: true })).toBe('video');
  });

  test('the microphone is refused, alone and with the camera; the camera is then given again', async () => {
    expect(await media({ audio: true })).toBe('NotAllowedError');
    expect(await media({ audio: true, video: true })).toBe('NotAllowedError');
    expect(await media({ video: true })).toBe('video');
  });

  test('place, notices, clipboard and screen are refused', async () => {
    expect(
      await inPage(
        () =>
          new Promise((done) =>
            navigator.geolocation.getCurrentPosition(
              () => done('given'),
              (error) => done(`refused ${error.code}`),
            ),
          ),
      ),
    ).toBe('refused 1');
    expect(await inPage(() => Notification.permission)).toBe('denied');
    expect(await inPage(() => navigator.clipboard.readText())).toBe('NotAllowedError');
    expect(await inPage(() => navigator.mediaDevices.getDisplayMedia({ video: true }))).toMatch(
      /NotAllowedError|InvalidStateError/,
    );
  });
});

describe(`another site in the window, on ${runtimeName}`, () => {
  test('is not answered', async () => {
    // Only the debugger can bring it there; the page itself cannot.
    await app.page.goto('about:blank');
    const answered = await app.page.evaluate(() =>
      greenroom.snapshot().then(
        () => 'it was answered',
        (error: Error) => error.message,
      ),
    );
    expect(answered).toContain('refused');
  });
});
