import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GreenroomApi, Snapshot } from '../../electron/core/ipc/contract.ts';
import { App } from '../../renderer/App.tsx';
import { createReportStore } from '../../renderer/report-store.ts';
import { meeting } from '../core/meeting/samples.ts';
import { type FakeGreenroom, fakeGreenroom, silence } from './fake-greenroom.ts';
import {
  allWell,
  changes,
  checkIds,
  finding,
  findings,
  lastBackup,
  likeFinding,
  NOW,
  oldZoom,
  patches,
  report,
  running,
  snapshot,
} from './samples.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(NOW) });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const settle = (): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(0)));
const show = async (first: Snapshot, answers: Partial<GreenroomApi> = {}): Promise<FakeGreenroom> => {
  const fake = fakeGreenroom(first, answers);
  render(<App store={createReportStore(fake.api)} />);
  await settle();
  return fake;
};
const headline = (): string => screen.getByRole('heading', { level: 1 }).textContent ?? '';
const groups = (): readonly (string | null)[] =>
  screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
const row = (name: RegExp): HTMLElement => {
  const article = screen.getByRole('button', { name }).closest('article');
  if (article === null) throw new Error(`${name} is no finding`);
  return article;
};
const pressIn = async (where: HTMLElement, name: RegExp): Promise<void> => {
  fireEvent.click(within(where).getByRole('button', { name }));
  await settle();
};

describe('a finished report', () => {
  it('gives the answer in words, with the number of each kind', async () => {
    await show(snapshot());
    expect(headline()).toBe('Not ready: fix 2 things first');
    expect(screen.getByText('2 to fix before the call. 1 to fix after the call. 1 couldn’t be checked.')).toBeTruthy();
    expect(screen.getByText(/It took\s+1\.2 seconds/)).toBeTruthy();
    expect(groups()).toEqual([
      'Before the call 2',
      'After the call 1',
      'Couldn’t check 1',
      'In order 5',
      '1 check doesn’t apply here',
    ]);
  });

  it('opens the first failing finding, and only that', async () => {
    await show(snapshot());
    const open = screen.getAllByRole('button', { expanded: true }).map((button) => button.textContent);
    expect(open).toHaveLength(1);
    expect(open[0]).toContain(oldZoom.title);
  });

  it('shows evidence, reason and numbered steps', async () => {
    await show(snapshot());
    const zoom = within(row(/Zoom is too old/));
    for (const text of ['5.16.2.8828', '5.17.5 or newer', '/var/lib/dpkg/status', oldZoom.why ?? '']) {
      expect(zoom.getByText(text)).toBeTruthy();
    }
    expect(zoom.getAllByRole('listitem')).toHaveLength(oldZoom.remedies[0]?.steps.length ?? 0);
  });

  it('gives the reason of what could not be told', async () => {
    await show(snapshot());
    const unknown = row(/^Couldn’t check when/);
    fireEvent.click(within(unknown).getByRole('button'));
    expect(within(unknown).getByText('Reason')).toBeTruthy();
    expect(within(unknown).getByText(lastBackup.evidence.found)).toBeTruthy();
  });

  it('says who set a finding aside, why and until when', async () => {
    const waiver = {
      by: 'organisation',
      reason: 'New laptops come in June',
      until: new Date('2026-12-31T23:59:59').toISOString(),
      judged: 'fail',
    } as const;
    await show(snapshot({ report: report([likeFinding(patches, { state: 'waived', waiver })]) }));
    expect(groups()).toEqual(['Snoozed 1']);
    fireEvent.click(screen.getByRole('button', { name: /security updates/ }));
    expect(screen.getByText('By your organisation until 31 December 2026: New laptops come in June.')).toBeTruthy();
  });

  it('tells a verdict from long ago as history', async () => {
    vi.setSystemTime(Date.parse(NOW) + 3 * 3_600_000);
    await show(snapshot({ report: report(allWell) }));
    expect(headline()).toBe('Check again before you join');
    expect(screen.getByText(/3 hours old\. It was: You can join/)).toBeTruthy();
  });

  it('turns stale while the page is left open', async () => {
    await show(snapshot({ report: report(allWell) }));
    expect(headline()).toBe('You can join');
    await act(async () => void (await vi.advanceTimersByTimeAsync(61 * 60_000)));
    expect(headline()).toBe('Check again before you join');
  });

  it('says when the time limit cut the run short', async () => {
    await show(snapshot({ report: report(findings, { durationMs: 10_000 }) }));
    expect(screen.getByText(/It took 10 seconds, the time limit, so not everything could be told/)).toBeTruthy();
  });

  it('lists what changed, the worse first, and none of it twice', async () => {
    await show(snapshot({ changes, comparedWith: '2026-11-21T16:02:00.000Z' }));
    const list = screen.getByRole('region', { name: /^Since yesterday at/ });
    expect(within(list).getAllByRole('listitem')[0]?.textContent).toContain(`Worse: ${patches.title}`);
    expect(list.textContent).toContain('2 more changes');
  });

  it('shows what a person must know', async () => {
    await show(snapshot({ notices: ['The stored report was damaged and set aside.'] }));
    expect(screen.getByText('The stored report was damaged and set aside.')).toBeTruthy();
  });
});

describe('the backup drive', () => {
  const drive = { id: 'U1', label: 'Blue disk', attached: true, registered: false, lastSeenAt: NOW };
  const open = async (one: Partial<typeof drive>, answers: Partial<GreenroomApi> = {}) => {
    const { title } = findings.find(({ id }) => id === 'backup-drive') ?? lastBackup;
    const fake = await show(snapshot({ backupDrives: [{ ...drive, ...one }] }), answers);
    const where = row(new RegExp(title));
    if (within(where).queryByRole('region', { name: 'Drives' }) === null) await pressIn(where, new RegExp(title));
    return { fake, where };
  };

  it('is called so by a press, which sends its identity only', async () => {
    const { fake, where } = await open({});
    await pressIn(where, /This is my backup drive.*Blue disk/);
    expect(fake.calls).toEqual([['keepBackupDrive', 'U1', true]]);
    expect(screen.getByText('“Blue disk” is your backup drive.')).toBeTruthy();
  });

  it('is forgotten again, with the day it was last seen beside it', async () => {
    const { fake, where } = await open({ registered: true, attached: false });
    expect(where.textContent).toContain('your backup drive, last seen today');
    await pressIn(where, /Forget this drive.*Blue disk/);
    expect(fake.calls).toEqual([['keepBackupDrive', 'U1', false]]);
  });

  it('says so when it was refused', async () => {
    const { where } = await open({}, { keepBackupDrive: async () => 'refused' });
    await pressIn(where, /This is my backup drive/);
    expect(where.textContent).toContain('That didn’t work.');
  });
});

describe('a remedy', () => {
  it.each([
    ['opened', /^Opened/],
    ['nothing-to-open', /nothing to open/],
    ['refused-by-system', /didn’t open it/],
  ] as const)('sends its id only, and says what came of it: %s', async (opened, words) => {
    const fake = await show(snapshot(), { openRemedy: async () => opened });
    await pressIn(row(/Zoom is too old/), /Open zoom\.us/);
    expect(fake.calls).toEqual([['openRemedy', 'meeting-apps/update-zoom']]);
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('says so when the main process does not answer', async () => {
    await show(snapshot(), { openRemedy: () => Promise.reject(new Error('gone')) });
    await pressIn(row(/Zoom is too old/), /Open zoom\.us/);
    expect(screen.getByText(/didn’t open it/)).toBeTruthy();
  });

  it('tells that a page needs the internet, and only where it does', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await show(snapshot());
    fireEvent.click(screen.getByRole('button', { name: /4 security updates/ }));
    expect(screen.getAllByText(/seem to be offline/)).toHaveLength(1);
    vi.restoreAllMocks();
  });

  it('copies its command, or says that it could not', async () => {
    const writeText = vi.fn(async (_text: string) => {});
    vi.stubGlobal('navigator', Object.create(navigator, { clipboard: { value: { writeText } } }));
    await show(snapshot());
    fireEvent.click(screen.getByRole('button', { name: /4 security updates/ }));
    await pressIn(row(/4 security updates/), /^Copy/);
    expect(writeText).toHaveBeenCalledWith('sudo apt update && sudo apt upgrade');
    expect(screen.getByText('Copied')).toBeTruthy();
    writeText.mockRejectedValueOnce(new Error('denied'));
    await pressIn(row(/4 security updates/), /^Copy/);
    expect(screen.getByText(/Not copied/)).toBeTruthy();
  });

  it('has no button when there is nothing to open', async () => {
    await show(snapshot());
    fireEvent.click(screen.getByRole('button', { name: /backup drive/ }));
    expect(within(row(/backup drive/)).queryByRole('button', { name: /Open/ })).toBeNull();
  });
});

describe('checking', () => {
  it('checks all, or the one that was asked for', async () => {
    const fake = await show(snapshot());
    await pressIn(row(/Zoom is too old/), /Check this again/);
    fireEvent.click(screen.getByRole('button', { name: 'Check again' }));
    await settle();
    expect(fake.calls).toEqual([
      ['check', ['meeting-apps']],
      ['check', null],
    ]);
  });

  it('shows no verdict while results come in', async () => {
    await show(running(['os-patches'], allWell));
    expect(headline()).toBe('Looking at this computer');
    expect(screen.getByText('9 of 10 checked.')).toBeTruthy();
    expect(document.body.textContent).not.toContain('ready to join');
  });

  it('keeps the old finding in view and marks it', async () => {
    const fake = await show(snapshot());
    act(() => fake.push(running(['os-patches'], findings)));
    expect(headline()).toBe('Checking again');
    expect(row(/4 security updates/).getAttribute('aria-busy')).toBe('true');
    expect(within(row(/4 security updates/)).getByText('Checking…')).toBeTruthy();
    expect(groups()[0]).toBe('Before the call before this check');
  });

  it('keeps the row open in which a person works, even when it passes now', async () => {
    const fake = await show(snapshot());
    const again = within(row(/Zoom is too old/)).getByRole('button', { name: /Check this again/ });
    act(() => again.focus());
    const fine = finding({ ...oldZoom, state: 'pass', title: 'Zoom 6.6 is current', found: '6.6', source: 'dpkg' });
    act(() => fake.push(snapshot({ report: report([patches, { ...fine, remedies: [] }]) })));
    expect(document.activeElement).toBe(again);
    expect(within(row(/Zoom 6\.6 is current/)).getByText('6.6')).toBeTruthy();
  });

  it('gives the focus to the row when its button is gone', async () => {
    const fake = await show(snapshot());
    act(() =>
      within(row(/Zoom is too old/))
        .getByRole('button', { name: /Open zoom\.us/ })
        .focus(),
    );
    act(() => fake.push(snapshot({ report: report([{ ...oldZoom, remedies: [] }]) })));
    expect(document.activeElement?.textContent).toContain(oldZoom.title);
  });

  it('says what it waits for once it is slow', async () => {
    const fake = await show(snapshot({ report: null }));
    act(() => fake.push(running(['os-patches', 'backup-drive'], [])));
    expect(screen.queryByText(/Still waiting/)).toBeNull();
    await act(async () => void (await vi.advanceTimersByTimeAsync(3000)));
    expect(screen.getAllByText('Still waiting: “Are security updates waiting?” and 1 other.').length).toBeGreaterThan(
      0,
    );
  });

  it('announces the beginning and the end, and nothing between', async () => {
    const fake = await show(snapshot());
    const status = (): string | null => screen.getAllByRole('status')[0]?.textContent ?? null;
    expect(status()).toBe('');
    act(() => fake.push(running(checkIds, findings)));
    expect(status()).toBe('Checking 10 things.');
    act(() => fake.push(running(['os-patches'], findings)));
    expect(status()).toBe('Checking 10 things.');
    act(() => fake.push(snapshot()));
    expect(status()).toMatch(/^Not ready: fix 2 things first\. 2 to fix before the call/);
  });

  it('says when it couldn’t start', async () => {
    await show(snapshot(), { check: () => Promise.reject(new Error('refused')) });
    fireEvent.click(screen.getByRole('button', { name: 'Check again' }));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('couldn’t start');
  });
});

describe('when there is nothing to show', () => {
  it('offers the first check', async () => {
    const fake = await show(snapshot({ report: null }));
    expect(headline()).toBe('Nothing checked yet');
    fireEvent.click(screen.getByRole('button', { name: 'Check this computer' }));
    expect(fake.calls).toEqual([['check', null]]);
  });

  it('is not ready when no check is switched on', async () => {
    await show(snapshot({ report: report([]) }));
    expect(headline()).toBe('Not everything could be checked');
    expect(screen.getByText('No check is switched on')).toBeTruthy();
  });

  it('says that the main process does not answer, and tries again', async () => {
    let answer = (): Promise<Snapshot> => silence();
    await show(snapshot(), { snapshot: () => answer() });
    expect(headline()).toBe('One moment');
    await act(async () => void (await vi.advanceTimersByTimeAsync(60_000)));
    expect(headline()).toBe('Greenroom isn’t answering');
    answer = async () => snapshot({ report: report(allWell) });
    vi.setSystemTime(Date.parse(NOW));
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await settle();
    expect(headline()).toBe('You can join');
  });
});

describe('what was chosen in the tray', () => {
  it('opens its view, again when it is chosen again, and no other', async () => {
    const { arrive } = await show(snapshot());
    const button = (name: string) => screen.queryByRole('button', { name });
    act(() => arrive({ number: 1, kind: 'view', view: 'invitation' }));
    expect(button('Close the invitation')).not.toBeNull();
    expect(button('Settings')).not.toBeNull();
    expect(button('Show my camera')).not.toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Close the invitation' }));
    act(() => arrive({ number: 2, kind: 'view', view: 'invitation' }));
    expect(button('Close the invitation')).not.toBeNull();
    act(() => arrive({ number: 3, kind: 'view', view: 'settings' }));
    expect(button('Close the settings')).not.toBeNull();
  });
});

describe('the wish to be told after the call', () => {
  const ahead = {
    meetings: [meeting({ startsAt: '2099-01-01T00:00:00.000Z', endsAt: '2099-01-01T01:00:00.000Z' })],
    calendars: [],
  };
  const later = report([likeFinding(lastBackup, { state: 'caution' })]);
  const wish = () => screen.queryByRole('button', { name: 'Remind me after the call' });

  it.each([
    [false, true],
    [true, false],
  ])(
    'is offered where something can wait and a meeting is ahead; as it stands (%s) is what the program says',
    async (reminds, asked) => {
      const wishes: boolean[] = [];
      await show(snapshot({ report: later, agenda: ahead, remindsAfterCall: reminds }), {
        remindAfterCall: async (on) => void wishes.push(on),
      });
      expect(wish()?.getAttribute('aria-pressed')).toBe(String(reminds));
      fireEvent.click(screen.getByRole('button', { name: 'Remind me after the call' }));
      await settle();
      expect(wishes).toEqual([asked]);
      // Another wish of the tray's may have come between.
      expect(wish()?.getAttribute('aria-pressed')).toBe(String(reminds));
    },
  );

  it.each([
    ['no meeting is ahead', snapshot({ report: later })],
    ['nothing can wait', snapshot({ report: report([oldZoom]), agenda: ahead })],
  ])('is not offered where %s', async (_name, first) => {
    await show(first);
    expect(wish()).toBeNull();
  });
});
