/**
 * Owns building a new catalogue from the public feeds, for a scheduled job. `node --import jiti/register
 * scripts/catalogue/build.ts OUT.json [PRIVATE-KEY.pem]`: with a key the catalogue is written signed. A feed that fails
 * keeps what is known and is told on standard error; exit code 1 when every feed failed.
 */
import { createPrivateKey, sign } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { Catalogue } from '../../electron/core/catalogue/catalogue.ts';
import type { Feed } from '../../electron/core/catalogue/feeds/feed.ts';
import { merge } from '../../electron/core/catalogue/feeds/merge.ts';
import { builtInCatalogue } from '../../electron/core/catalogue/index.ts';
import { parseCatalogue } from '../../electron/core/catalogue/schema.ts';
import { signedCatalogueText } from '../../electron/core/catalogue/signed.ts';
import { feeds } from './feeds.ts';

const MAX_BYTES = 32 * 1024 * 1024;

const fetchText = async (feed: Feed): Promise<string> => {
  const response = await fetch(feed.url, {
    signal: AbortSignal.timeout(30_000),
    headers: { 'user-agent': feed.userAgent ?? 'greenroom-catalogue' },
  });
  if (!response.ok) throw new Error(`status ${response.status}`);
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength > MAX_BYTES) throw new Error(`${bytes.byteLength} bytes are too many`);
  return new TextDecoder().decode(bytes);
};

/** The catalogue with everything that the feeds tell today. `read` gets a feed's text. */
export const build = async (
  start: Catalogue,
  list: readonly Feed[],
  today: string,
  read: (feed: Feed) => Promise<string>,
): Promise<{ readonly catalogue: Catalogue; readonly notes: readonly string[]; readonly failed: number }> => {
  let catalogue = start;
  const notes: string[] = [];
  let failed = 0;
  for (const feed of list) {
    try {
      const merged = merge(catalogue, feed, feed.parse(await read(feed)), today);
      catalogue = merged.catalogue;
      notes.push(...merged.notes);
    } catch (error) {
      failed += 1;
      notes.push(
        `${feed.id}: failed (${error instanceof Error ? error.message : String(error)}): what is known is kept.`,
      );
    }
  }
  // Where nothing answered, nothing is known of today.
  return { catalogue: failed < list.length ? { ...catalogue, asOf: today } : catalogue, notes, failed };
};

const [, script = '', out, keyFile] = process.argv;
if (script.endsWith('catalogue/build.ts') && out !== undefined) {
  const { catalogue, notes, failed } = await build(
    builtInCatalogue,
    feeds,
    new Date().toISOString().slice(0, 10),
    fetchText,
  );
  for (const note of notes) console.error(note);
  const text = `${JSON.stringify(catalogue, null, 1)}\n`;
  parseCatalogue(out, text, '0.1.0');
  const bytes = Buffer.from(text);
  const signed = async (file: string): Promise<string> =>
    signedCatalogueText(
      bytes.toString('base64'),
      sign(null, bytes, createPrivateKey(await readFile(file))).toString('base64'),
    );
  await writeFile(out, keyFile === undefined ? text : await signed(keyFile));
  if (failed === feeds.length) process.exitCode = 1;
}
