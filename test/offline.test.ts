/** Tries the promise that nothing leaves the machine: on the built files, and on the running program with a trap around it. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { GreenroomApi } from '../electron/core/ipc/contract.ts';
import { headersOf } from '../electron/main/window/page-headers.ts';
import { launchApp, runtimeName } from './e2e/program/launch.ts';

declare const greenroom: GreenroomApi;

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const files = async (): Promise<string[]> =>
  (await readdir(dist, { recursive: true })).filter((name) => /\.(?:c?js|html|css)$/.test(name));

/** An import or a `require` of one of Node's ways to the network, in any form that a bundler writes. */
const networkModule =
  /(?:\w\(|\bfrom\s*|\bimport\s*)["'`](?:node:)?(?:https?|http2|net|tls|dgram|dns(?:\/promises)?|undici)["'`]/;
const networkClient =
  /\b(?:fetch\(|XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|RTCPeerConnection|autoUpdater|crashReporter)/;

describe('the built program', () => {
  test('imports no network module and uses no network client, but for what a catalogue or a calendar that was named needs', async () => {
    const all = await files();
    /** The built file of a module, by its own name, and the files that name it. */
    const chunk = (name: string): string => {
      const found = all.filter((file) =>
        new RegExp(`^main/chunks/${name}-[\\w-]+\\.js$`).test(file.replaceAll('\\', '/')),
      );
      expect(found).toHaveLength(1);
      return found[0] ?? '';
    };
    const loadersOf = async (file: string): Promise<readonly string[]> => {
      const named = await Promise.all(
        all.map(async (name) =>
          (await readFile(path.join(dist, name), 'utf8')).includes(path.basename(file)) ? [name] : [],
        ),
      );
      return named.flat().sort();
    };
    const [ask, catalogue, calendar, feed] = ['https-text', 'fetch-catalogue', 'fetch-calendar', 'fetch-feed'].map(
      chunk,
    );
    // One file can ask the network; the three doors load it, and each is loaded in one place, when somebody has named a server.
    expect(await loadersOf(ask ?? '')).toEqual([calendar, catalogue, feed]);
    expect(await loadersOf(catalogue ?? '')).toEqual([expect.stringMatching(/chunks.catalogue-/)]);
    expect(await loadersOf(calendar ?? '')).toEqual([expect.stringMatching(/chunks.calendars-/)]);
    expect(await loadersOf(feed ?? '')).toEqual([expect.stringMatching(/chunks.update-list-/)]);
    // Connections to a meeting service that somebody named are a file of their own, loaded in one place.
    const trial = chunk('try-connection');
    expect(await loadersOf(trial)).toEqual([expect.stringMatching(/chunks.connection-/)]);
    const names = all.filter((name) => name !== ask && name !== trial);
    expect(names).toEqual(expect.arrayContaining([path.join('main', 'index.js'), path.join('renderer', 'index.html')]));
    // Workers read models that lie beside them; their own headers let them connect to nothing else.
    const workers = names.filter((name) => name.startsWith(path.join('renderer', 'workers')));
    for (const name of workers) {
      const address = `/${name.slice('renderer/'.length).replaceAll('\\', '/')}`;
      const { 'Content-Security-Policy': policy = '' } = headersOf(address);
      expect(policy, name).toMatch(/^default-src 'none'; connect-src 'self'; script-src 'self' 'wasm-unsafe-eval'$/);
    }
    const found = await Promise.all(
      names
        .filter((name) => !workers.includes(name))
        .map(async (name) => {
          const text = await readFile(path.join(dist, name), 'utf8');
          return [text.match(networkModule)?.[0], text.match(networkClient)?.[0]].flatMap((hit) =>
            hit ? [`${name}: ${hit}`] : [],
          );
        }),
    );
    expect(found.flat()).toEqual([]);
  });

  test('refers to no page, style or script of others', async () => {
    const page = await readFile(path.join(dist, 'renderer/index.html'), 'utf8');
    expect(page).not.toMatch(/(?:src|href)="(?:[a-z]+:)?\/\//);
  });
});

/** Counts what reaches it, by a connection or by a datagram. */
const setTrap = async () => {
  const caught: string[] = [];
  const server = createServer((socket) => {
    caught.push('a connection');
    socket.on('error', () => {}).destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stun = createSocket('udp4', () => caught.push('a datagram'));
  stun.bind(0, '127.0.0.1');
  await once(stun, 'listening');
  return {
    caught,
    port: (server.address() as AddressInfo).port,
    stunPort: stun.address().port,
    close: () => {
      server.close();
      stun.close();
    },
  };
};

declare global {
  var peer: RTCPeerConnection;
}

describe(`the running program on ${runtimeName}`, () => {
  test('sends nothing while it checks, nor when its page tries every way', async () => {
    const trap = await setTrap();
    const app = await launchApp();
    try {
      await expect
        .poll(() => app.page.evaluate(async () => (await greenroom.snapshot()).running), { timeout: 20_000 })
        .toBeNull();
      await app.page.evaluate(
        async ({ port, stunPort }) => {
          const urls = [`http://127.0.0.1:${port}/`, `http://localhost:${port}/`, 'https://elsewhere.example/'];
          for (const url of urls) {
            navigator.sendBeacon(url, 'x');
            for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'preload', 'stylesheet', 'icon']) {
              document.head.append(
                Object.assign(document.createElement('link'), { rel, href: url + rel, as: 'image' }),
              );
            }
            for (const name of ['img', 'video', 'iframe'] as const) {
              document.body.append(Object.assign(document.createElement(name), { src: url + name }));
            }
            await fetch(url).catch(() => {});
            await new Promise((resolve) => {
              new WebSocket(url.replace('http', 'ws')).onerror = resolve;
            });
          }
          globalThis.peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${stunPort}` }] });
          peer.createDataChannel('x');
          await peer.setLocalDescription(await peer.createOffer());
        },
        { port: trap.port, stunPort: trap.stunPort },
      );
      // Gathering ends when there is no server left to ask.
      await expect
        .poll(() => app.page.evaluate(() => peer.iceGatheringState).then((state) => [state, trap.caught]), {
          timeout: 15_000,
        })
        .toEqual(['complete', []]);
      const requests = (await app.record())?.requests ?? [];
      expect(
        requests.filter(({ url, outcome }) => !url.startsWith('app://greenroom/') && outcome !== 'cancelled'),
      ).toEqual([]);
    } finally {
      await app.stop();
      trap.close();
    }
  });

  test('the trap catches what is not held back', async () => {
    const trap = await setTrap();
    const socket = createSocket('udp4');
    socket.send('x', trap.stunPort, '127.0.0.1', () => socket.close());
    await fetch(`http://127.0.0.1:${trap.port}/`).catch(() => {});
    await expect.poll(() => [...trap.caught].sort()).toEqual(['a connection', 'a datagram']);
    trap.close();
  });
});
