/** Which words of the facts are taken for names that people gave: what stands before a service's own name is one. */

import { expect, test } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { known } from '../../../electron/core/facts/fact.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import { givenNamesIn } from '../../../electron/core/redaction/given-names.ts';

const installer = (from: string) => ({
  product: 'zoom',
  path: '/home/user/Downloads/zoom.deb',
  sizeBytes: 1,
  modifiedAt: '2026-11-22T12:00:00.000Z',
  from: [from],
  signature: null,
});
const origin = (name: string) => ({
  product: 'zoom',
  kind: 'dpkg',
  source: 'dpkg',
  proof: { is: 'source', name: asMessage(name) } as const,
});
const names = (from: string, source: string): readonly string[] =>
  givenNamesIn(
    {
      installers: { fact: known({ files: [installer(from)], gaps: [] }, 'test') },
      appOrigins: { fact: known({ origins: [origin(source)] }, 'test') },
    },
    builtInCatalogue,
  );

test('a customer’s own address at a service, and a package source of an organisation, are; the makers’ are not', () => {
  expect(names('https://acme.zoom.us/client/zoom.deb', 'apt.acme.example stable')).toEqual([
    'apt.acme.example',
    'acme.zoom.us',
  ]);
  expect(names('https://zoom.us/client/zoom.deb', 'deb.debian.org stable')).toEqual([]);
});
