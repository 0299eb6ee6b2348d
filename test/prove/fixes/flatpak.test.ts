/** One Flatpak app is updated for real, from a source on this computer, as an ordinary account: done, gone meanwhile, open. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isOffered } from '../../../electron/core/fixes/offer.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { applyFix, type FixPlace, offersNow } from '../../../electron/engine/fixes/apply-fix.ts';
import { loadChanges } from '../../../electron/engine/fixes/change-store.ts';
import { undo } from '../../../electron/engine/fixes/put-back.ts';
import { proof, withoutTools } from '../proof.ts';
import { realPlace } from './fix-place.ts';

const APP = 'us.zoom.Zoom';
const RUNTIME = 'org.example.Rt';
const WISH = `update-flatpak:user/${APP}`;

proof('One Flatpak app that is updated', [withoutTools('flatpak')], () => {
  let folder: string;
  let place: FixPlace;
  let variables: Record<string, string>;
  let server: Server;

  const flatpak = async (...args: readonly string[]): Promise<string> =>
    (
      await promisify(execFile)('/usr/bin/flatpak', args, {
        env: { PATH: '/usr/bin:/bin', HOME: folder, ...variables },
        cwd: folder,
      })
    ).stdout.trim();
  /** Puts an app, or the runtime that it names, into the source. */
  const publish = async (id: string, text: string): Promise<void> => {
    const build = path.join(folder, id);
    for (const one of ['files', 'usr', 'export']) mkdirSync(path.join(build, one), { recursive: true });
    const runtime = `${RUNTIME}/x86_64/1`;
    const kind = id === RUNTIME ? 'Runtime' : 'Application';
    writeFileSync(path.join(build, 'metadata'), `[${kind}]\nname=${id}\nruntime=${runtime}\nsdk=${runtime}\n`);
    for (const one of ['files', 'usr']) writeFileSync(path.join(build, one, 'text'), text);
    await flatpak('build-export', '--arch=x86_64', ...(id === RUNTIME ? ['--runtime'] : []), 'repo', build, '1');
    await flatpak('build-update-repo', 'repo');
  };
  const commit = (): Promise<string> => flatpak('list', '--user', '--app', '--columns=active');
  /** As a software centre does, now and then. */
  const hear = (): Promise<string> => flatpak('remote-ls', '--user', '--updates');
  const offered = async (): Promise<unknown> => {
    const [offers] = await offersNow(place, null, ['update-flatpak']);
    if (offers === undefined) return undefined;
    return isOffered(offers) ? offers.map(({ wish }) => wish) : english(offers.why);
  };

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'greenroom-fix-flatpak-'));
    variables = {
      XDG_DATA_HOME: path.join(folder, 'data'),
      XDG_CACHE_HOME: path.join(folder, 'cache'),
      XDG_RUNTIME_DIR: path.join(folder, 'run'),
    };
    for (const one of Object.values(variables)) mkdirSync(one, { mode: 0o700 });
    server = createServer((request, response) => {
      const file = path.join(folder, 'repo', new URL(request.url ?? '', 'http://x').pathname);
      readFile(file).then(
        (bytes) => response.end(bytes),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await publish(RUNTIME, 'runtime');
    await publish(APP, 'one');
    const { port } = server.address() as AddressInfo;
    await flatpak('remote-add', '--user', '--no-gpg-verify', 'local', `http://127.0.0.1:${port}/`);
    await flatpak('install', '--user', '--noninteractive', '-y', 'local', `app/${APP}/x86_64/1`);
    place = realPlace(folder, variables);
  }, 60_000);
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('it asks nobody by itself; what was heard of is offered, done, seen, and history at once', async () => {
    const before = await commit();
    await publish(APP, 'two');
    expect(await offered()).toContain('nothing to do');
    await hear();
    expect(await offered()).toEqual([WISH]);
    expect(await applyFix(WISH, place, null)).toMatchObject({ state: 'done' });
    expect(await commit()).not.toBe(before);
    expect((await loadChanges(place.folder)).value).toMatchObject([{ state: 'left', fix: 'update-flatpak' }]);
    expect(await undo('update-flatpak', place)).toMatchObject({ state: 'not-done' });
  }, 60_000);

  test('with its source away the program says that all went well, and nothing is called done', async () => {
    await publish(APP, 'three');
    await hear();
    const before = await commit();
    server.close();
    server.closeAllConnections();
    expect(await applyFix(WISH, place, null)).toMatchObject({ state: 'not-done' });
    expect(await commit()).toBe(before);
  }, 60_000);
});
