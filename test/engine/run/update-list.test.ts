/** “Update list” against a real https server on the loopback address that answers as the makers' feeds are described, and in every way they can fail. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { feedsFor, makersFeeds } from '../../../electron/core/catalogue/feeds/makers.ts';
import type { Platform } from '../../../electron/core/facts/index.ts';
import { noPolicy } from '../../../electron/core/policy/policy.ts';
import { planUpdate, updateList } from '../../../electron/engine/run/update-list.ts';
import { loadCatalogue } from '../../../electron/engine/storage/catalogue-store.ts';
import { policyFor } from '../../core/checks/judged.ts';
import { type HttpsServer, startHttpsServer } from '../network/https-server.ts';
import { feedAnswers } from './feed-answers.ts';

const NOW = new Date('2026-11-30T10:00:00Z');
let server: HttpsServer;
let folder: string;
beforeAll(async () => {
  server = await startHttpsServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-list-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

type How = string | ((response: ServerResponse, request: IncomingMessage) => void);

/** Asks for these products; `instead` names other answers, by host. */
const update = async (
  products: readonly string[],
  {
    instead = {},
    platform = 'win32',
    stop,
    timeoutMs,
  }: {
    instead?: Readonly<Record<string, How>>;
    platform?: Platform;
    stop?: AbortController;
    timeoutMs?: number;
  } = {},
) => {
  const progress: string[] = [];
  const feeds = feedsFor(makersFeeds, platform, new Set(products)).map((feed) => {
    const { hostname, pathname, search } = new URL(feed.url);
    return { ...feed, url: `${server.origin}/${hostname}${pathname}${search}` };
  });
  server.answerBy((request, response) => {
    const host = request.url?.split('/')[1] ?? '';
    const how = instead[host] ?? feedAnswers(request.url ?? '');
    if (typeof how === 'function') return how(response, request);
    response.writeHead(200, { 'content-type': 'application/json' }).end(how);
  });
  const outcomes = await updateList({
    feeds,
    catalogue: (await loadCatalogue(folder, NOW)).catalogue,
    folder,
    now: NOW,
    signal: (stop ?? new AbortController()).signal,
    ca: server.ca,
    onProgress: ({ done, total }) => progress.push(`${done}/${total}`),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  return { outcomes: outcomes.map(({ product, is }) => `${product}: ${is}`), reasons: outcomes, progress };
};

const newest = async (product: string, platform: Platform = 'win32', now = NOW) => {
  const { catalogue } = await loadCatalogue(folder, now);
  const rows = catalogue.products.find(({ id }) => id === product)?.newest ?? [];
  return rows.filter((row) => row.platform === platform && row.seenOn === '2026-11-30').map(({ version }) => version);
};
const listDay = async (now = NOW) => (await loadCatalogue(folder, now)).catalogue.askedOn;

const everything = ['chrome', 'edge', 'firefox', 'zoom', 'teams', 'webex', 'slack', 'discord', 'signal'];

describe('answers as the makers give them', () => {
  test.each<[Platform, Readonly<Record<string, readonly string[]>>]>([
    [
      'win32',
      {
        chrome: ['158.0.8200.41'],
        edge: ['158.0.4410.62'],
        firefox: ['161.0', '115.42.0', '140.17.0', '153.8.0'],
        zoom: ['7.3.0.51234'],
        teams: ['26310.1205.5300.1234'],
        webex: ['46.11.0.36210'],
        slack: ['4.53.100'],
        discord: ['1.0.9281'],
        signal: ['8.36.0'],
      },
    ],
    ['darwin', { chrome: ['158.0.8200.41'], teams: ['26310.1206.5301.2201'], webex: ['46.11.0.36210'] }],
    ['linux', { zoom: ['7.3.0.51234'], slack: ['4.53.100'], signal: ['8.36.0'] }],
  ])('are kept with their day on %s', async (platform, expected) => {
    const { outcomes, progress } = await update(everything, { platform });
    expect(outcomes.filter((one) => !one.endsWith('newer'))).toEqual([]);
    for (const [product, versions] of Object.entries(expected))
      expect((await newest(product, platform)).toSorted(), product).toEqual(versions.toSorted());
    expect(progress.at(0)).toMatch(/^0\//);
    expect(progress.at(-1)).toBe(`${outcomes.length}/${outcomes.length}`);
    expect(await listDay()).toBe('2026-11-30');
  });

  test('say nothing of this computer: no installed version, no id, no cookie', async () => {
    await update(['chrome', 'zoom', 'discord']);
    expect(
      server
        .asked()
        .map(({ headers }) => headers['user-agent'])
        .toSorted(),
    ).toEqual([
      'Discord-Updater/1',
      expect.stringMatching(/^Greenroom\/\S+$/),
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64)',
    ]);
    for (const { headers } of server.asked())
      expect(Object.keys(headers).sort()).toEqual(['accept', 'connection', 'host', 'user-agent']);
  });

  test('are dropped after 45 days, and a list of today is one then no more', async () => {
    await update(['slack']);
    expect(await newest('slack', 'win32', new Date('2027-01-14T10:00:00Z'))).toEqual(['4.53.100']);
    expect(await newest('slack', 'win32', new Date('2027-01-15T10:00:00Z'))).toEqual([]);
    expect(await listDay(new Date('2027-01-15T10:00:00Z'))).toBeUndefined();
  });
});

const SLACK = 'slack.com';
const slackSays = (version: string): string => JSON.stringify({ ok: true, version });

describe('an answer that cannot be', () => {
  test.each<[string, How, string]>([
    ['of a wrong form', '{"versions":[]}', 'refused'],
    ['that is a web page', '<html>', 'refused'],
    ['with a version that holds more than one', slackSays('4.53.1; rm -rf /'), 'refused'],
    ['a hundred steps ahead', slackSays('104.53.1'), 'refused'],
    ['a hundred small steps ahead', slackSays('4.152.1'), 'refused'],
    ['a step backwards', slackSays('4.51.180'), 'refused'],
    [
      'huge',
      (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('x'.repeat(300_000)),
      'failed',
    ],
    [
      'without end',
      (response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{'),
      'failed',
    ],
    [
      'that is cut',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
        response.write('{"ok":true', () => response.destroy());
      },
      'failed',
    ],
    ['that sends elsewhere', (response) => response.writeHead(302, { location: 'https://x.example/' }).end(), 'failed'],
    ['of an error', (response) => response.writeHead(500).end(), 'failed'],
  ])('%s keeps what is known, and harms no other', async (_, how, is) => {
    const { outcomes } = await update(['slack', 'signal'], { instead: { [SLACK]: how }, timeoutMs: 1_500 });
    expect(outcomes).toEqual([`slack: ${is}`, 'signal: newer']);
    expect(await newest('slack')).toEqual([]);
    expect(await newest('signal')).toEqual(['8.36.0']);
  });

  test('does not undo an earlier one', async () => {
    await update(['slack']);
    const { outcomes } = await update(['slack'], { instead: { [SLACK]: slackSays('4.52.155') } });
    expect(outcomes).toEqual(['slack: refused']);
    expect(await newest('slack')).toEqual(['4.53.100']);
  });

  test.each([
    ['chrome', 'versionhistory.googleapis.com', '258.0.8200.41', '2026-11-20T00:00:00Z'],
    ['chrome', 'versionhistory.googleapis.com', '159.0.8300.1', '2027-02-01T00:00:00Z'],
  ])('of %s is refused: %s %s', async (product, host, version, startTime) => {
    const answer = JSON.stringify({ releases: [{ version, fraction: 1, serving: { startTime } }] });
    expect((await update([product], { instead: { [host]: answer } })).outcomes).toEqual([`${product}: refused`]);
  });

  test('of Teams from the future is refused', async () => {
    const build = { latestVersion: '27100.1.1.1' };
    const answer = JSON.stringify({ BuildSettings: { WebView2: { x64: build, macOS: build } } });
    const { outcomes } = await update(['teams'], { instead: { 'config.teams.microsoft.com': answer } });
    expect(outcomes).toEqual(['teams: refused']);
  });

  test('makes no list of today where most makers did not answer', async () => {
    const gone: How = (response) => response.writeHead(503).end();
    await update(['slack', 'signal', 'webex'], { instead: { [SLACK]: gone, 'updates.signal.org': gone } });
    expect(await listDay()).toBeUndefined();
    expect(await newest('webex')).toEqual(['46.11.0.36210']);
  });
});

test('it can be stopped: what had come in is kept', async () => {
  const stop = new AbortController();
  const { outcomes } = await update(['slack', 'signal'], {
    stop,
    instead: {
      [SLACK]: () => setTimeout(() => stop.abort(), 0),
    },
  });
  expect(outcomes).toContain('slack: failed');
});

describe('whom it would ask', () => {
  const current = { source: 'built in' };
  const plan = (policy = noPolicy, source = current.source, installed = ['slack', 'zoom']) =>
    planUpdate(policy, { source }, 'win32', new Set(installed));

  test('are the makers of what is installed, by their hosts', () => {
    expect(plan()).toMatchObject({ is: 'may-ask', hosts: ['slack.com', 'zoom.us'] });
    expect(plan(noPolicy, 'built in', ['brave'])).toEqual({ is: 'nothing-to-ask' });
  });

  test('is nobody where policy forbids it, or the organisation hands out a list', () => {
    expect(plan(policyFor('catalogue', { askMakers: false }))).toEqual({ is: 'forbidden' });
    expect(plan(noPolicy, '/home/user/catalogue.json')).toEqual({ is: 'signed' });
    expect(plan(policyFor('catalogue', { address: 'https://it.example/list' }))).toEqual({ is: 'signed' });
  });
});
