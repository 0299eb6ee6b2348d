/** What of a report matters for one service, and which links may be given to the system. */

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import type { CheckId } from '../../../electron/core/checks/ids.ts';
import { inspectText } from '../../../electron/core/invite/index.ts';
import { mayJoin } from '../../../electron/core/invite/links/is-safe-to-open.ts';
import { SERVICES } from '../../../electron/core/invite/services/index.ts';
import { browsers, clientsOf } from '../../../electron/core/meeting/clients.ts';
import { isReady, linkFor, readinessFor } from '../../../electron/core/meeting/readiness.ts';
import type { Finding } from '../../../electron/core/report/finding.ts';
import { finding } from '../../renderer/samples.ts';

const app = (subject: string | null, state: Finding['state']): Finding =>
  finding({ id: 'meeting-apps', subject, state, title: `${subject}`, found: '', source: '' });
const other = (id: CheckId, state: Finding['state']): Finding =>
  finding({ id, state, title: id, found: '', source: '' });
const zoom = { service: 'zoom', browserJoinUrl: 'https://zoom.us/wc/join/1' };
const signal = { service: 'signal', browserJoinUrl: null };

test('every service with a client, and every client and browser, is one that the program knows', () => {
  const services = SERVICES.map((service) => service.id);
  expect(services).toEqual(expect.arrayContaining(Object.keys(clientsOf)));
  const products = (kind: string) => builtInCatalogue.products.filter((one) => one.kind === kind).map((one) => one.id);
  expect(products('meeting-app')).toEqual(expect.arrayContaining(Object.values(clientsOf).flat()));
  expect([...browsers].sort()).toEqual(products('browser').sort());
});

describe('readiness for a service', () => {
  it('is that of its own app, whatever other apps and browsers are like', () => {
    const all = [app('zoom (dpkg)', 'pass'), app('slack (snap)', 'fail'), app('firefox esr (dpkg)', 'fail')];
    expect(readinessFor(all, zoom)).toMatchObject({ verdict: 'ready', method: 'app', findings: [all[0]] });
  });

  it('counts every installation of the app', () => {
    const all = [app('zoom (dpkg)', 'pass'), app('zoom (flatpak, user)', 'fail')];
    expect(readinessFor(all, zoom).verdict).toBe('not-ready');
  });

  it('is that of the browsers where the app is missing', () => {
    const all = [app('firefox esr (dpkg)', 'caution'), app('teams (msix)', 'fail')];
    expect(readinessFor(all, zoom)).toMatchObject({ verdict: 'caution', method: 'browser' });
  });

  it('leaves out what a browser refuses where the app joins', () => {
    const refused = other('browser-permission', 'caution');
    expect(readinessFor([app('zoom (dpkg)', 'pass'), refused], zoom).findings).not.toContain(refused);
    expect(readinessFor([app('firefox esr (dpkg)', 'pass'), refused], zoom)).toMatchObject({
      verdict: 'caution',
      method: 'browser',
      findings: expect.arrayContaining([refused]),
    });
  });

  it('depends on everything else on this computer', () => {
    const ready = app('zoom (dpkg)', 'pass');
    expect(readinessFor([ready, other('os-patches', 'fail')], zoom).verdict).toBe('not-ready');
    expect(readinessFor([ready, other('os-patches', 'unknown')], zoom).verdict).toBe('undetermined');
  });

  it.each<[string, readonly Finding[], typeof zoom | typeof signal]>([
    ['nothing to join with was found', [app('slack (snap)', 'pass')], zoom],
    ['only browsers were found, and the service needs its app', [app('chrome (dpkg)', 'pass')], signal],
    ['the app was listed and not judged', [app('zoom (dpkg)', 'not-applicable'), other('os-patches', 'pass')], zoom],
    ['the apps could not be read', [app(null, 'unknown')], zoom],
    ['nothing was checked', [], zoom],
  ])('is never “ready” when %s', (_name, all, service) => {
    const readiness = readinessFor(all, service);
    expect(readiness.verdict).toBe('undetermined');
    expect(isReady(readiness)).toBe(false);
  });

  it('leaves programs out where policy has switched their check off', () => {
    expect(readinessFor([other('os-patches', 'pass')], zoom)).toMatchObject({
      verdict: 'ready',
      method: 'not-checked',
    });
  });

  it('a service by the name of an object’s own member has no client', () => {
    const named = { service: 'constructor', browserJoinUrl: null };
    expect(readinessFor([app('zoom (dpkg)', 'pass')], named).method).toBe('not-found');
  });
});

test('without the app, the browser’s own link is opened', () => {
  const links = { joinUrl: 'https://zoom.us/j/1', browserJoinUrl: 'https://zoom.us/wc/join/1' };
  expect(linkFor(links, 'browser')).toBe(links.browserJoinUrl);
  expect(linkFor(links, 'app')).toBe(links.joinUrl);
  expect(linkFor({ ...links, browserJoinUrl: null }, 'browser')).toBe(links.joinUrl);
});

describe('a link that may be given to the system', () => {
  it.each([
    'https://us02web.zoom.us/j/84100020003?pwd=Qk7invented0practice1.1',
    'https://zoom.us/wc/join/84100020003',
    'https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%22Tid%22%3a%22x%22%7d',
    'https://meet.google.com/pqr-wxyz-abc',
    'zoommtg://zoom.us/join?confno=84100020003',
  ])('%s', (link) => {
    expect(mayJoin(link)).toBe(true);
  });

  it.each([
    'https://us02web-zoom.us/j/84100020003',
    'https://zoom.us@call.example/j/84100020003',
    'https://zoom.us:8443/j/84100020003',
    'http://zoom.us/j/84100020003',
    'https://zoom.us/download',
    'https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fmeet.google.com%2Fpqr-wxyz-abc',
    'zoommtg://call.example/join?confno=84100020003',
    'zoommtg://zoom.us/join?confno=84100020003" --url="file:///etc/passwd',
    'zoommtg://zoom.us/join?confno=84100020003\\x',
    ' https://meet.google.com/pqr-wxyz-abc',
    'https://meet.google.com/pqr-wxyz-abc\n',
    'https:\\\\meet.google.com/pqr-wxyz-abc',
    'file:///etc/passwd',
    'javascript:alert(1)//zoom.us/j/84100020003',
    'ms-msdt:/id',
    '',
  ])('is not %j', (link) => {
    expect(mayJoin(link)).toBe(false);
  });

  it('holds nothing that would end an argument, whatever is put into it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a1%&{|\'~"\\<>` \n\u202eä') }), (junk) => {
        for (const link of [
          `https://zoom.us/j/84100020003?x=${junk}`,
          `zoommtg://zoom.us/join?confno=84100020003&x=${junk}`,
          junk,
        ]) {
          if (mayJoin(link)) expect(link).toMatch(/^[!#-;=?-[\]-_a-~]+$/);
        }
      }),
    );
  });

  it('is what the analysis offers for every official link of its own making', () => {
    const { joinUrl, browserJoinUrl, shareUrl } = inspectText('https://zoom.us/j/84100020003?pwd=a.1&zak=secret');
    for (const link of [joinUrl, browserJoinUrl, shareUrl]) expect(mayJoin(link ?? '')).toBe(true);
  });
});
