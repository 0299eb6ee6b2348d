/** Addresses that carry an official one: known gateways are judged by what they open, others are named as what they are. */
import { describe, expect, it } from 'vitest';
import { inspectText } from '../../../../electron/core/invite/index.ts';
import { examples } from './examples.ts';

const verdict = (text: string): string => inspectText(text).verdict;
const ids = (text: string): string[] => inspectText(text).reasons.map(({ id }) => id);
const of = (kind: string) => examples.filter((row) => row.kind === kind);

describe('every gateway and redirector of the tables', () => {
  it.each(of('known'))('$by opens $target', ({ wrapped, target }) => {
    const inside = inspectText(target ?? '');
    expect(inspectText(wrapped)).toMatchObject({
      verdict: inside.verdict,
      service: inside.service,
      joinUrl: inside.joinUrl,
    });
  });

  it.each(of('known'))('$by, copied out of HTML', ({ wrapped, target }) => {
    expect(verdict(wrapped.replaceAll('&', '&amp;'))).toBe(verdict(target ?? ''));
  });

  it.each(of('known'))('$by with something behind its host is never official', ({ wrapped }) => {
    const url = wrapped.replace(/^(https?:\/\/[^/?]+)/, '$1.desk.example');
    expect(verdict(url)).not.toBe('genuine');
  });

  it.each(of('known'))('$by with user-info is never official', ({ wrapped }) => {
    expect(verdict(wrapped.replace('://', '://mira@'))).not.toBe('genuine');
  });

  it.each(of('sealed'))('$by keeps its secret', ({ wrapped }) => {
    expect(verdict(wrapped)).toBe('unknown-server');
    expect(verdict(`Join Zoom Meeting\n${wrapped}`)).toBe('unknown-server');
  });

  it.each(of('any-host'))('$by stands on anybody’s host, so it is not official', ({ wrapped }) => {
    expect(inspectText(wrapped)).toMatchObject({ verdict: 'unknown-server', service: 'zoom' });
  });

  it.each(of('archive'))('$by is no meeting', ({ wrapped }) => expect(verdict(wrapped)).toBe('not-a-meeting'));
});

describe('a forwarder that is not known', () => {
  const target = 'https://acme.zoom.us/j/84512345678?pwd=Ab1Cd2Ef3Gh4.1';
  const encoded = encodeURIComponent(target);
  const base64 = btoa(target);
  const safe = `https://eur01.safelinks.protection.outlook.com/?url=${encoded}&data=x`;
  it.each([
    ['in a parameter', `https://gate.example/?u=${encoded}`],
    ['in a parameter among others', `https://gate.example/r?a=1&u=${encoded}&e=1`],
    ['encoded twice', `https://gate.example/?u=${encodeURIComponent(encoded)}`],
    ['written plainly', `https://gate.example/?u=${target}`],
    ['in the path', `https://gate.example/v9/${target}`],
    ['in the path, encoded', `https://gate.example/L0/${encoded}/1/sig`],
    ['in the path with marks round it', `https://gate.example/v2/___${target}___.c2ln`],
    ['in the fragment', `https://gate.example/go#${target}`],
    ['in base64', `https://gate.example/?d=acme.zoom.us&u=${base64}&s=x`],
    ['in base64 in the path', `https://gate.example/x/${base64.replace(/=+$/, '')}/sig`],
    ['in JSON in base64', `https://gate.example/?key=${btoa(JSON.stringify({ lang: 'EN', url: target }))}`],
    ['round a known gateway', `https://gate.example/?u=${encodeURIComponent(safe)}`],
    [
      'inside a known gateway',
      `https://www.google.com/url?q=${encodeURIComponent(`https://gate.example/?u=${encoded}`)}`,
    ],
    ['without encryption', `http://gate.example/?u=${encoded}`],
  ])('%s: says where it says it leads', (_what, url) => {
    expect(inspectText(url)).toMatchObject({ verdict: 'unknown-server', service: 'zoom' });
    expect(ids(url)).toContain('unknown-forwarder');
    expect(verdict(`Join Zoom Meeting\n${url}`)).toBe('unknown-server');
  });

  it.each([
    ['an official name without a scheme', 'https://gate.example/?u=acme.zoom.us%2Fj%2F84512345678'],
    ['the same before other parameters', 'https://gate.example/?u=acme.zoom.us%2Fj%2F84512345678&e=1'],
    ['the same in the path', 'https://gate.example/acme.zoom.us/j/84512345678'],
    ['a fake inside', `https://gate.example/?u=${encodeURIComponent('https://us05web-zoom.us/j/84512345678')}`],
    ['no encryption inside', `https://gate.example/?u=${encodeURIComponent('http://acme.zoom.us/j/84512345678')}`],
    ['a gateway’s name that goes on', `https://urldefense.com.gate.example/v3/__${target}__;!!a!b$`],
    ['a gateway’s name with hyphens', `https://safelinks-protection-outlook.com/?url=${encoded}`],
    ['a gateway’s name with other letters', `https://urldefence.com/v3/__${target}__;!!a!b$`],
    ['a service’s name', `https://us05web-zoom.us/?u=${encoded}`],
    ['a number for a host', `https://203.0.113.7/?u=${encoded}`],
    ['user-info', `https://mira@gate.example/?u=${encoded}`],
  ])('%s is a fake', (_what, url) => expect(verdict(url)).toBe('suspicious'));

  it('keeps ordinary pages that only mention a service', () => {
    expect(verdict('https://status.example/zoom.us')).toBe('not-a-meeting');
    expect(verdict(`https://login.example/?next=${encodeURIComponent('https://zoom.us/pricing')}`)).toBe(
      'not-a-meeting',
    );
  });
});

describe('Proofpoint v3', () => {
  it('counts a run of replaced characters in bytes', () => {
    // ã is two bytes, € three: `**A` is two bytes, `**B` three.
    const url = `https://urldefense.com/v3/__https://meet.jit.si/Room**Ax**By__;${btoa(
      String.fromCharCode(...new TextEncoder().encode('ã€')),
    )}!!a!b$`;
    expect(inspectText(url).joinUrl).toBe('https://meet.jit.si/Room%C3%A3x%E2%82%ACy');
  });

  it('leaves stars alone where nothing was replaced', () => {
    expect(inspectText('https://urldefense.com/v3/__https://meet.jit.si/Room*1__;!!a!b$').joinUrl).toBe(
      'https://meet.jit.si/Room*1',
    );
  });
});
