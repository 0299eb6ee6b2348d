import { expect, test } from 'vitest';
import type { Catalogue } from '../../../../electron/core/catalogue/catalogue.ts';
import { builtInCatalogue } from '../../../../electron/core/catalogue/index.ts';
import { greenroomAge } from '../../../../electron/core/checks/system/greenroom-age.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import type { OwnProgram } from '../../../../electron/core/facts/profile.ts';
import { judged, NOW, policyFor } from '../judged.ts';

const own: OwnProgram = { version: '0.3.0', builtOn: NOW.slice(0, 10), electron: '45.5.0' };
const listed = (newest: string, ends = '2027-05-01'): Catalogue => ({
  ...builtInCatalogue,
  greenroom: { newest, electron: [{ major: 45, ends }] },
});
const said = (
  program: OwnProgram | null,
  { newest = '', catalogue = builtInCatalogue }: { newest?: string; catalogue?: Catalogue } = {},
) =>
  judged(
    greenroomAge,
    { ownProgram: known(program, 'test') },
    { policy: policyFor('greenroom-age', { newest }), catalogue },
  )
    .filter(({ subject }) => subject === null)
    .map(({ state, title }) => `${state}: ${title}`);

test.each<[string, Parameters<typeof said>, string]>([
  ['new, and nobody names a newer one', [own], 'pass: This Greenroom is recent'],
  ['older than policy names', [own, { newest: '0.3.1' }], 'caution: Greenroom 0.3.1 is out'],
  ['older than a signed list names', [own, { catalogue: listed('0.4.0') }], 'caution: Greenroom 0.4.0 is out'],
  [
    'older than the newer of both',
    [own, { newest: '0.3.1', catalogue: listed('0.4.0') }],
    'caution: Greenroom 0.4.0 is out',
  ],
  [
    'a beta of the named one',
    [{ ...own, version: '0.3.1-beta.2' }, { newest: '0.3.1' }],
    'caution: Greenroom 0.3.1 is out',
  ],
  ['newer than named', [own, { newest: '0.2.9' }], 'pass: Greenroom is up to date'],
  [
    'as named, and built long ago',
    [{ ...own, builtOn: '2025-01-01' }, { newest: '0.3.0' }],
    'pass: Greenroom is up to date',
  ],
  ['a name that is no version', [own, { newest: 'the new one' }], 'unknown: The newest version named isn’t one'],
  ['built after now', [{ ...own, builtOn: '2031-01-01' }], 'pass: This Greenroom is recent'],
  ['not built at all', [{ ...own, builtOn: null }], 'not-applicable: This Greenroom runs from its sources'],
  ['not built, and as named', [{ ...own, builtOn: null }, { newest: '0.3.0' }], 'pass: Greenroom is up to date'],
  [
    'on an Electron whose line has ended',
    [own, { catalogue: listed('0.3.0', '2026-11-21') }],
    'caution: This Greenroom’s engine is no longer supported',
  ],
  ['on its last day', [own, { catalogue: listed('0.3.0', '2026-11-22') }], 'pass: Greenroom is up to date'],
  [
    'on plain Node',
    [{ ...own, electron: null }, { catalogue: listed('0.3.0', '2026-11-21') }],
    'pass: Greenroom is up to date',
  ],
  ['in a recording', [null, { newest: '9.0.0' }], 'not-applicable: Another computer’s Greenroom isn’t judged'],
])('%s', (_what, given, expected) => {
  expect(said(...given)).toEqual([expected]);
});

test('an old list of versions is one finding about Greenroom, with its day, and never an unknown', () => {
  const listOn = (now: string) =>
    judged(
      greenroomAge,
      { ownProgram: known(null, 'test') },
      { now, catalogue: { ...builtInCatalogue, asOf: '2026-11-28' } },
    )
      .filter(({ subject }) => subject === 'list')
      .map(({ state, evidence }) => `${state}: ${evidence.found}`);
  expect(listOn('2026-11-22T12:00:00.000Z')).toEqual(['pass: The list of versions is of 28 November 2026.']);
  expect(listOn('2027-05-30T12:00:00.000Z')).toEqual(['pass: The list of versions is of 28 November 2026.']);
  expect(listOn('2027-05-31T12:00:00.000Z')).toEqual(['caution: The list of versions is of 28 November 2026.']);
  expect(listOn('2031-01-01T12:00:00.000Z')).toEqual(['caution: The list of versions is of 28 November 2026.']);
});

test('makers who were asked since make the list no younger, but spare the person the advice', () => {
  const catalogue = { ...builtInCatalogue, asOf: '2026-11-28', askedOn: '2027-06-01' };
  const [finding] = judged(
    greenroomAge,
    { ownProgram: known(null, 'test') },
    { now: '2027-06-20T12:00:00.000Z', catalogue },
  ).filter(({ subject }) => subject === 'list');
  expect(finding).toMatchObject({
    state: 'pass',
    evidence: {
      found: 'The list of versions is of 28 November 2026. The makers of your apps were asked on 1 June 2027.',
    },
  });
});
