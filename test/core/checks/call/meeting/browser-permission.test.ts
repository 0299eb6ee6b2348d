/** What a browser refuses to the meeting's page is said for that browser, and one that could not be read harms no other. */
import { expect, test } from 'vitest';
import { browserPermission } from '../../../../../electron/core/checks/call/meeting/browser-permission.ts';
import type { BrowserAnswers } from '../../../../../electron/core/facts/browsers.ts';
import { known } from '../../../../../electron/core/facts/fact.ts';
import { judged } from '../../judged.ts';

const told = (browserAnswers: BrowserAnswers) =>
  judged(browserPermission, { browserAnswers: known(browserAnswers, 'browsers'), nextMeeting: known(null, '') });

test('without a meeting for a browser, or without a browser, there is nothing to say', () => {
  expect(told('no-host').map(({ state }) => state)).toEqual(['not-applicable']);
  expect(told({ host: 'meet.google.com', answers: [] }).map(({ state }) => state)).toEqual(['not-applicable']);
});

test('each browser has its own answer', () => {
  const findings = told({
    host: 'meet.google.com',
    answers: [
      { browser: 'chrome', refused: ['microphone', 'camera'] },
      { browser: 'edge', refused: [] },
      { browser: 'firefox', refused: null },
    ],
  });
  expect(findings.map(({ subject, state, when, title }) => [subject, state, when, title])).toEqual([
    ['chrome', 'caution', 'before-call', 'Chrome blocks your camera and your microphone here'],
    ['edge', 'pass', null, 'Edge blocks nothing for your meeting'],
    ['firefox', 'unknown', 'before-call', 'Couldn’t check what Firefox allows'],
  ]);
  expect(findings[0]?.evidence.found).toBe('Chrome refuses your camera and your microphone to meet.google.com.');
  expect(findings[0]?.remedies.flatMap(({ steps }) => steps).join(' ')).toContain('chrome://settings/content/camera');
});
