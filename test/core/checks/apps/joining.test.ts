/** An app that is not let in: when it stands in the way of the next call, and when something else joins it. */
import { describe, expect, test } from 'vitest';
import { meetingApps } from '../../../../electron/core/checks/apps/meeting-apps.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import type { InstalledApp } from '../../../../electron/core/facts/index.ts';
import { meetingFact, type NextMeeting } from '../../../../electron/core/meeting/meeting.ts';
import { meeting } from '../../meeting/samples.ts';
import { judged, NOW } from '../judged.ts';

const app = (product: string, version: string): InstalledApp => ({
  product,
  version,
  kind: 'exe',
  scope: 'machine',
  source: 'a test',
});
/** Far too old for its service. */
const oldZoom = app('zoom', '5.10.0');
const chrome = app('chrome', '154.0.1.1');
const ahead = (service: string, serviceName: string) =>
  meeting({
    inspection: { ...meeting({}).inspection, service, serviceName },
    startsAt: NOW,
    endsAt: '2026-11-22T13:00:00.000Z',
  });

const zoomAmong = (apps: readonly InstalledApp[], next: NextMeeting | null) =>
  judged(
    meetingApps,
    {
      installedApps: known({ apps, gaps: [] }, 'a test'),
      nextMeeting: meetingFact({ meetings: next === null ? [] : [next], calendars: [] }, NOW).nextMeeting.fact,
    },
    { platform: 'win32' },
  ).find((finding) => finding.app?.product === 'zoom');

describe('Zoom that Zoom does not let in', () => {
  test.each([
    ['alone, with no meeting ahead', [oldZoom], null, 'fail', 'before-call'],
    ['alone, before a Zoom meeting', [oldZoom], ahead('zoom', 'Zoom'), 'fail', 'before-call'],
    ['beside a browser', [oldZoom, chrome], null, 'caution', 'before-call'],
    ['beside a browser, before a Zoom meeting', [oldZoom, chrome], ahead('zoom', 'Zoom'), 'caution', 'before-call'],
    ['before a meeting of another service', [oldZoom], ahead('teams', 'Teams'), 'fail', 'after-call'],
  ] as const)('%s', (_name, apps, next, state, when) => {
    expect(zoomAmong(apps, next)).toMatchObject({ state, when });
  });

  test('beside a browser, joining there comes first', () => {
    expect(zoomAmong([oldZoom, chrome], null)?.remedies[0]?.label).toMatch(/browser/);
  });
});
