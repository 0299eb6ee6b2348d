/** The host's side, the practice invitations, and the answers as views. */
import { describe, expect, it } from 'vitest';
import { adviseHost, hostSteps } from '../../../electron/core/invite/host-advice.ts';
import { inspectInvitation, inspectText, kindOfText } from '../../../electron/core/invite/index.ts';
import { batchAnswer, terminalLines } from '../../../electron/core/invite/inspection-text.ts';
import { PRACTICE } from '../../../electron/core/invite/practice.ts';

describe('before an invitation goes out', () => {
  const advice = (text: string) => adviseHost(inspectText(text), text).map(({ id }) => id);
  it.each([
    ['https://zoom.us/j/81000020003', ['passcode-missing', 'public-place']],
    ['https://zoom.us/j/81000020003?pwd=x1', ['public-place']],
    ['https://zoom.us/j/81000020003\nPasscode: 204060', ['public-place']],
    ['https://zoom.us/my/mira?pwd=x1', ['personal-room', 'public-place']],
    ['https://zoom.us/s/81000020003?zak=k&pwd=x1', ['token-included', 'start-link', 'public-place']],
    ['https://zoom.us/w/81000020003?tk=t&pwd=x1', ['token-included', 'public-place']],
    ['https://meet.google.com/pqr-stuv-wxy', ['public-place']],
    ['https://us05web-zoom.us/j/81000020003', ['not-official']],
    ['See you at lunch', []],
  ])('%j', (text, expected) => expect(advice(text)).toEqual(expected));

  it('has steps with the vendor’s page for the large services, and none for names that are no service', () => {
    for (const service of ['zoom', 'teams', 'meet', 'webex']) {
      expect(hostSteps(service).length).toBeGreaterThan(0);
      for (const { steps, page } of hostSteps(service)) {
        expect(steps.length).toBeGreaterThan(0);
        expect(new URL(page).hostname).toMatch(/(?:^|\.)(?:zoom\.com|microsoft\.com|google\.com|webex\.com)$/);
      }
    }
    expect(hostSteps('constructor')).toEqual([]);
    expect(hostSteps(null)).toEqual([]);
  });
});

describe('practice', () => {
  it.each(PRACTICE)('$id is judged as its explanation says', async ({ invitation, verdict }) => {
    expect((await inspectInvitation({ kind: 'text', text: invitation })).verdict).toBe(verdict);
  });

  it('has ten, some of each kind', () => {
    expect(PRACTICE).toHaveLength(10);
    expect(new Set(PRACTICE.map(({ verdict }) => verdict))).toEqual(
      new Set(['genuine', 'suspicious', 'unknown-server']),
    );
  });
});

describe('the kind of a pasted text', () => {
  it.each([
    ['BEGIN:VCALENDAR\nEND:VCALENDAR', 'calendar'],
    ['\ufeff begin:vcalendar', 'calendar'],
    ['Return-Path: <a@example.org>\nFrom: a@example.org\n\nhello', 'mail'],
    ['From: Anna\nSent: Monday\nTo: Mira\nSubject: Meeting\n\nhttps://zoom.us/j/81000020003', 'text'],
    ['Topic: Review\nTime: 10:00\n\nhttps://zoom.us/j/81000020003', 'text'],
    ['https://zoom.us/j/81000020003', 'text'],
  ])('%j is %s', (text, kind) => expect(kindOfText(text)).toBe(kind));
});

describe('views', () => {
  it('gives the batch line exactly its fields', () => {
    expect(Object.keys(batchAnswer(inspectText('https://zoom.us/j/81000020003')))).toEqual([
      'verdict',
      'service',
      'joinUrl',
      'browserJoinUrl',
      'passcodeInLink',
      'personalRoom',
      'hostToken',
      'registrantToken',
      'reasons',
    ]);
  });

  it('puts what decides first', () => {
    const inspection = inspectText('http://us05web-zoom.us@desk.example:81/j/81000020003');
    const weights = inspection.reasons.map(({ weight }) => weight);
    expect(weights).toEqual([...weights].sort());
  });

  it('keeps a stranger’s control characters out of the terminal', () => {
    const lines = terminalLines(inspectText('zoommtg://desk.example/join?confno=1\u001b[2J\u202e')).join('');
    expect(lines).not.toContain('\u001b');
    expect(lines).not.toContain('\u202e');
  });

  it('cuts a very long address', () => {
    expect(
      terminalLines(inspectText(`https://zoom.us/j/81000020003?pwd=${'x'.repeat(100_000)}`)).join('').length,
    ).toBeLessThan(12_000);
  });
});
