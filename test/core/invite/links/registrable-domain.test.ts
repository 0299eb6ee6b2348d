/** Whoever registered another name is never taken for the service, whatever stands around it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectText } from '../../../../electron/core/invite/index.ts';
import { registrableDomainOf } from '../../../../electron/core/invite/links/registrable-domain.ts';
import { GENUINE } from '../genuine-links.ts';

const genuine = fc.constantFrom(...GENUINE.map(({ url }) => url));
const many = { numRuns: 1500 };
const some = { numRuns: 300 };

describe('another owner is never official', () => {
  const label = fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,14}[a-z0-9])?$/);
  const domain = fc
    .tuple(label, fc.constantFrom('example', 'com', 'us', 'co.uk', 'pages.dev', 'cn.com'))
    .map((parts) => parts.join('.'));
  const official = new Set(GENUINE.map(({ url }) => registrableDomainOf(new URL(url).hostname).domain));

  it.each(['replaced', 'put behind', 'put before an @', 'glued to the front', 'hyphenated'])('%s', (how) => {
    fc.assert(
      fc.property(genuine, domain, label, (url, other, word) => {
        const { host } = new URL(url);
        const owner = registrableDomainOf(host).domain;
        const below = host.slice(0, host.length - owner.length);
        const changed = {
          replaced: `${below}${other}`,
          'put behind': `${host}.${other}`,
          'put before an @': `${host}@${other}`,
          'glued to the front': `${below}${word}${owner}`,
          hyphenated: `${below}${word}-${owner}`,
        }[how];
        const link = url.replace(host, changed ?? '');
        fc.pre(URL.canParse(link) && !official.has(registrableDomainOf(new URL(link).hostname).domain));
        expect(inspectText(link).verdict).not.toBe('genuine');
      }),
      some,
    );
  });

  it('one letter changed anywhere in the registered name', () => {
    fc.assert(
      fc.property(
        genuine,
        fc.nat(40),
        fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789-'),
        (url, at, letter) => {
          const { host } = new URL(url);
          const owner = registrableDomainOf(host).domain;
          const i = host.length - owner.length + (at % owner.length);
          const link = url.replace(host, `${host.slice(0, i)}${letter}${host.slice(i + 1)}`);
          fc.pre(URL.canParse(link) && !official.has(registrableDomainOf(new URL(link).hostname).domain));
          expect(inspectText(link).verdict).not.toBe('genuine');
        },
      ),
      many,
    );
  });
});
