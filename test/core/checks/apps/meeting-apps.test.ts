import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../../../electron/core/catalogue/catalogue.ts';
import { builtInCatalogue } from '../../../../electron/core/catalogue/index.ts';
import { meetingApps } from '../../../../electron/core/checks/apps/meeting-apps.ts';
import type { Judgement } from '../../../../electron/core/checks/define-check.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import { type InstalledApp, type Platform, platforms } from '../../../../electron/core/facts/index.ts';
import { english } from '../../../../electron/core/messages/format.ts';
import { isMessage } from '../../../../electron/core/messages/value.ts';
import { noPolicy, type PolicyValues, valuesOf } from '../../../../electron/core/policy/policy.ts';
import { noSigns } from '../judged.ts';

const NOW = '2026-11-22T09:00:00.000Z';
type Policy = PolicyValues<typeof meetingApps.policy>;
const defaults = valuesOf(noPolicy, 'meeting-apps', meetingApps.policy);

const app = (product: string, version: string | null, more: Partial<InstalledApp> = {}): InstalledApp => ({
  product,
  version,
  kind: 'exe',
  scope: 'machine',
  source: 'a test',
  ...more,
});

interface Situation {
  readonly platform?: Platform;
  readonly policy?: Partial<Policy>;
  readonly catalogue?: Catalogue;
  readonly now?: string;
  readonly gaps?: readonly string[];
}

/** In English, as it is told. */
const told = (judgement: Judgement<string>): Judgement<string> =>
  Object.fromEntries(
    Object.entries(judgement).map(([key, value]) => [key, isMessage(value) ? english(value) : value]),
  ) as unknown as Judgement<string>;

const judge = (apps: readonly InstalledApp[], situation: Situation = {}): readonly Judgement<string>[] =>
  meetingApps
    .judge({
      facts: {
        installedApps: known({ apps, gaps: situation.gaps ?? [] }, 'a test'),
        nextMeeting: known(null, 'a test'),
        ...noSigns,
      },
      policy: { ...defaults, ...situation.policy } as Policy,
      required: true,
      platform: situation.platform ?? 'win32',
      catalogue: situation.catalogue ?? builtInCatalogue,
      now: situation.now ?? NOW,
    })
    .map(told);

const stateOf = (found: InstalledApp, situation?: Situation): string => judge([found], situation)[0]?.state ?? 'none';
const titleOf = (found: InstalledApp, situation?: Situation): string =>
  english(judge([found], situation)[0]?.title ?? '');

const withoutConfirmation: Catalogue = {
  ...builtInCatalogue,
  products: builtInCatalogue.products.map(({ ageing, retired, ...product }) => ({
    ...product,
    newest: product.newest.map((entry) => ({ ...entry, confirmed: false })),
    minimum: product.minimum.map((entry) => ({ ...entry, confirmed: false })),
    advisories: product.advisories.map((entry) => ({ ...entry, confirmed: false })),
    ...(ageing === undefined ? {} : { ageing: { ...ageing, confirmed: false } }),
    ...(retired === undefined ? {} : { retired: { ...retired, confirmed: false } }),
  })),
};

describe('what the organisation wishes', () => {
  it('fails a program that it forbids, whatever its version', () => {
    const policy = { forbiddenApps: ['discord'] };
    expect(stateOf(app('discord', '1.0.9254', { architecture: 'x64' }), { policy })).toBe('fail');
    expect(stateOf(app('discord', null), { policy })).toBe('fail');
  });

  it('speaks up about a meeting app that is not on its list, and never about a browser', () => {
    const policy = { allowedApps: ['teams'] };
    expect(titleOf(app('zoom', '7.2.0 (48358)'), { policy })).toBe('Zoom isn’t on your organisation’s list');
    expect(stateOf(app('chrome', '157.0.8091.62'), { policy })).toBe('pass');
  });

  it('does not let that hide what else is wrong with it', () => {
    const policy = { allowedApps: ['teams'], allowedVersions: { zoom: '>=7.1.6' } };
    const findings = judge([app('zoom', '7.1.43453')], { policy });
    expect(findings.map(({ state }) => state)).toEqual(['caution', 'fail']);
  });

  it('fails a version outside its range, in every spelling of it', () => {
    const policy = { allowedVersions: { zoom: '>=7.1.6 <8' } };
    expect(titleOf(app('zoom', '7.1.43453'), { policy })).toBe('Zoom 7.1 isn’t a version your organisation accepts');
    expect(stateOf(app('zoom', '8.0.0 (50000)'), { policy })).toBe('fail');
    expect(stateOf(app('zoom', '7.2.0 (48358)'), { policy })).toBe('pass');
  });

  it('says so when a wish cannot be understood, and judges all the rest', () => {
    const policy = {
      allowedVersions: { zoom: 'newest', zomm: '>=7', webex: '>=46.9' },
      allowedApps: ['zom'],
      forbiddenApps: ['\u202ex'],
    };
    const findings = judge([app('webex', '46.8.0.35631')], { policy });
    expect(findings.map(({ state }) => state)).toEqual(['fail', 'caution', 'caution', 'caution', 'caution']);
    expect(new Set(findings.map(({ subject }) => subject)).size).toBe(5);
  });

  it('sets how long a program may go on after a newer one came out', () => {
    const slack = app('slack', '4.51.185');
    expect(stateOf(slack, { policy: { graceDays: 90 } })).toBe('caution');
    expect(stateOf(slack, { policy: { graceDays: 100 } })).toBe('pass');
  });
});

describe('what is not in use', () => {
  it('is listed, not judged, when it was not opened for longer than the policy says', () => {
    const old = app('skype', '8.138.0.203', { lastUsed: '2026-08-01T10:00:00.000Z' });
    expect(judge([old])[0]).toMatchObject({
      state: 'not-applicable',
      title: 'Skype 8.138.0 hasn’t been opened for 112 days',
    });
    expect(stateOf(old, { policy: { unusedDays: 200 } })).toBe('caution');
  });

  it('is judged when nobody knows when it was last opened', () => {
    expect(stateOf(app('skype', '8.138.0.203'))).toBe('caution');
  });
});

describe('what the list cannot know', () => {
  it('becomes unknown when the list is too old, and is never taken for a pass', () => {
    const zoom = app('zoom', '7.2.1 (48556)');
    expect(stateOf(zoom)).toBe('pass');
    expect(stateOf(zoom, { now: '2027-02-10T09:00:00.000Z' })).toBe('unknown');
    expect(stateOf(app('zoom', '7.9.0 (60000)'), { now: '2027-02-10T09:00:00.000Z' })).toBe('unknown');
  });

  it('still fails what was known to be bad, however old the list is', () => {
    expect(stateOf(app('zoom', '5.16.10 (26186)'), { now: '2029-01-01T09:00:00.000Z' })).toBe('fail');
  });

  it('lets no unconfirmed entry make a finding red or green', () => {
    const apps = builtInCatalogue.products.flatMap(({ id }) =>
      ['1.0', '5.16.2', '44.6.1.1', '145.0.1', '2026.1.0', '26149.1.1.1', '99999.9'].map((version) => app(id, version)),
    );
    for (const platform of platforms) {
      const states = judge(apps, { platform, catalogue: withoutConfirmation }).map(({ state }) => state);
      expect(new Set(states)).toEqual(new Set(['unknown']));
    }
  });

  it('does not take the minimum of one system for that of another', () => {
    expect(titleOf(app('zoom', '5.17.11 (31580)'), { platform: 'darwin' })).toMatch(/too old to join/);
    expect(titleOf(app('zoom', '5.17.11 (34827)'), { platform: 'win32' })).not.toMatch(/too old to join/);
  });

  it('uses a minimum only from its day on', () => {
    const zoom = app('zoom', '5.15.12 (21574)');
    expect(titleOf(zoom, { platform: 'linux', now: '2025-05-02T23:00:00.000Z' })).not.toMatch(/too old to join/);
    expect(titleOf(zoom, { platform: 'linux', now: '2025-05-03T00:00:00.000Z' })).toMatch(/too old to join/);
  });

  it('does not call a version of Teams from the future recent', () => {
    expect(titleOf(app('teams', '27100.1.1.1'))).not.toMatch(/recent/);
  });
});

describe('places that could not be searched', () => {
  it('are findings of their own, and nothing found beside them proves nothing', () => {
    const findings = judge([], { gaps: ['The list of Store packages\u202e could not be read.'] });
    expect(findings).toEqual([
      expect.objectContaining({ state: 'unknown', subject: 'nothing' }),
      {
        state: 'unknown',
        subject: 'gap 1',
        title: 'One app folder couldn’t be searched',
        reason: 'The list of Store packages could not be read.',
      },
    ]);
  });
});

describe('whatever is installed', () => {
  const anyApp = fc.record({
    product: fc.constantFrom(...builtInCatalogue.products.map(({ id }) => id)),
    version: fc.option(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('5.16.2', '7.0.36000', '25.21.77', '1.0'),
        fc.constant('9'.repeat(1_048_576)),
      ),
    ),
    kind: fc.constantFrom(
      'dpkg',
      'rpm',
      'pacman',
      'flatpak',
      'snap',
      'appimage',
      'folder',
      'msi',
      'exe',
      'msix',
      'bundle',
    ),
    scope: fc.constantFrom('machine' as const, 'user' as const),
    source: fc.string({ unit: 'binary' }),
  });

  it('is told in short, harmless sentences with remedies that exist, each under a name of its own', () => {
    fc.assert(
      fc.property(fc.array(anyApp, { maxLength: 8 }), fc.constantFrom(...platforms), (apps, platform) => {
        const findings = judge(apps, { platform });
        expect(new Set(findings.map(({ subject }) => subject)).size).toBe(findings.length);
        for (const finding of findings) {
          for (const text of Object.values(finding)
            .flat()
            .filter((one) => typeof one === 'string'))
            expect(text).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
          expect(english(finding.title).length).toBeLessThan(160);
          if ('why' in finding) expect(english(finding.why).length).toBeLessThan(200);
          for (const id of 'remedies' in finding ? (finding.remedies ?? []) : [])
            expect(meetingApps.remedies).toHaveProperty([id]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('offers the browser where the app will not be let in', () => {
    expect(judge([app('zoom', '5.16.10 (26186)')])[0]).toMatchObject({
      why: expect.stringContaining('You can still join from the browser.'),
      remedies: ['update-zoom', 'get-zoom', 'join-in-browser'],
    });
  });

  it('names the way of updating that fits how it was installed', () => {
    const remediesOf = (found: InstalledApp, platform: Platform) => {
      const [finding] = judge([found], { platform });
      return finding !== undefined && 'remedies' in finding ? finding.remedies?.[0] : undefined;
    };
    expect(remediesOf(app('zoom', '5.1', { kind: 'flatpak' }), 'linux')).toBe('update-with-flatpak');
    expect(remediesOf(app('zoom', '5.1', { kind: 'dpkg' }), 'linux')).toBe('get-zoom');
    expect(remediesOf(app('chrome', '140.0', { kind: 'rpm' }), 'linux')).toBe('update-with-rpm');
    expect(remediesOf(app('whatsapp', '2.1', { kind: 'msix' }), 'win32')).toBe('update-in-store');
    expect(remediesOf(app('safari', '27.0', { kind: 'bundle' }), 'darwin')).toBeUndefined();
    expect(remediesOf(app('safari', '26.1', { kind: 'bundle' }), 'darwin')).toBe('update-macos');
  });
});
