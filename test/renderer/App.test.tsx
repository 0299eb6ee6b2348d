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
  const found = (): HTMLElement | null => screen.queryByRole('heading', { level: 3, name });
  for (const fold of document.querySelectorAll<HTMLElement>('.quiet button'))
    if (found() === null) fireEvent.click(fold);
  const article = found()?.closest('article');
  if (!article) throw new Error(`${name} is no finding`);
  return article;
};
const openRow = (name: RegExp): HTMLElement => {
  const article = row(name);
  const opener = article.querySelector<HTMLElement>('[data-opens]');
  if (opener?.getAttribute('aria-expanded') === 'false') fireEvent.click(opener);
  return article;
};
const pressIn = async (where: HTMLElement, name: RegExp): Promise<void> => {
  fireEvent.click(within(where).getByRole('button', { name }));
  await settle();
};

describe('a finished report', () => {
  it('gives the answer in words, and the number of each part', async () => {
    await show(snapshot());
    expect(headline()).toBe('Not ready yet');
    expect(screen.getByText('Fix 2 things first.')).toBeTruthy();
    expect(groups().slice(0, 4)).toEqual(['No call known yet', 'Before the call', 'After the call 1', 'When you like']);
    expect(screen.getByText('2 to fix')).toBeTruthy();
    const quiet = [...document.querySelectorAll('.quiet button')].map((button) => button.textContent);
    expect(quiet).toEqual(['5 in order', '1 couldn’t be checked', '1 doesn’t apply here']);
  });

  it('shows the six areas in their order, each of which opens its findings alone', async () => {
    await show(snapshot());
    const tiles = within(screen.getByRole('region', { name: 'Six areas' })).getAllByRole('button');
    expect(tiles.map((tile) => tile.textContent)).toEqual([
      expect.stringContaining('The call'),
      expect.stringContaining('1 to fix first'),
      expect.stringContaining('1 to fix first'),
      expect.stringContaining('Protection'),
      expect.stringContaining('1 to look at'),
      expect.stringContaining('Camera and sound'),
    ]);
    fireEvent.click(tiles[4] as HTMLElement);
    expect(groups()).toContain('Backup');
    expect(groups()).not.toContain('Before the call');
    expect(row(/backup drive/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show what to do' }));
    expect(groups()).toContain('Before the call');
  });

  it('opens nothing by itself, and fills one button: the first fix', async () => {
    await show(snapshot());
    expect(screen.queryAllByRole('button', { expanded: true })).toEqual([]);
    const filled = document.querySelectorAll('button.primary');
    expect([...filled].map((button) => button.textContent)).toEqual(['Open zoom.us']);
  });

  it('shows evidence, reason and numbered steps', async () => {
    await show(snapshot());
    const zoom = within(openRow(/Zoom is too old/));
    for (const text of ['5.16.2.8828', '5.17.5 or newer', '/var/lib/dpkg/status', oldZoom.why ?? '']) {
      expect(zoom.getByText(text)).toBeTruthy();
    }
    expect(zoom.getAllByRole('listitem')).toHaveLength(oldZoom.remedies[0]?.steps.length ?? 0);
  });

  it('gives the reason of what could not be told', async () => {
    await show(snapshot());
    const unknown = openRow(/Couldn’t check when/);
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
    openRow(/security updates/);
    expect(screen.getByText('By your organisation until 31 December 2026: New laptops come in June.')).toBeTruthy();
  });

  it('tells a verdict from long ago as history', async () => {
    vi.setSystemTime(Date.parse(NOW) + 3 * 3_600_000);
    await show(snapshot({ report: report(allWell) }));
    expect(headline()).toBe('Check again before you join');
    expect(screen.getByText('As of today at 09:30: You can join.')).toBeTruthy();
    expect(screen.getByText('All of this is as of today at 09:30.')).toBeTruthy();
  });

  it('turns stale while the page is left open', async () => {
    await show(snapshot({ report: report(allWell) }));
    expect(headline()).toBe('You can join');
    await act(async () => void (await vi.advanceTimersByTimeAsync(61 * 60_000)));
    expect(headline()).toBe('Check again before you join');
  });

  it('says when the time limit cut the run short', async () => {
    await show(snapshot({ report: report(findings, { durationMs: 10_000 }) }));
    expect(screen.getByText(/Time ran out, so not everything could be told/)).toBeTruthy();
  });

  it('lists what changed, the worse first, and none of it twice', async () => {
    await show(snapshot({ changes, comparedWith: '2026-11-21T16:02:00.000Z' }));
    const list = screen.getByRole('region', { name: /^Since yesterday at/ });
    expect(within(list).getAllByRole('listitem')[0]?.textContent).toBe(`${patches.title}Worse`);
    expect(list.textContent).toContain('1 more change');
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
    const where = openRow(new RegExp(title));
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
    openRow(/Zoom is too old/);
    openRow(/4 security updates/);
    expect(screen.getAllByText(/seem to be offline/)).toHaveLength(1);
    vi.restoreAllMocks();
  });

  it('copies its command, or says that it could not', async () => {
    const writeText = vi.fn(async (_text: string) => {});
    vi.stubGlobal('navigator', Object.create(navigator, { clipboard: { value: { writeText } } }));
    await show(snapshot());
    openRow(/4 security updates/);
    fireEvent.click(within(row(/4 security updates/)).getByText('Copy'));
    await settle();
    expect(writeText).toHaveBeenCalledWith('sudo apt update && sudo apt upgrade');
    expect(screen.getByText('Copied')).toBeTruthy();
    writeText.mockRejectedValueOnce(new Error('denied'));
    fireEvent.click(within(row(/4 security updates/)).getByText('Copy'));
    await settle();
    expect(screen.getByText(/Not copied/)).toBeTruthy();
  });

  it('has no button when there is nothing to open', async () => {
    await show(snapshot());
    openRow(/backup drive/);
    expect(within(row(/backup drive/)).queryByRole('button', { name: /Open/ })).toBeNull();
  });
});

describe('checking', () => {
  it('checks all, or the one that was asked for', async () => {
    const fake = await show(snapshot());
    await pressIn(openRow(/Zoom is too old/), /Check this again/);
    fireEvent.click(screen.getByRole('button', { name: 'Check again' }));
    await settle();
    expect(fake.calls).toEqual([
      ['check', ['meeting-apps']],
      ['check', null],
    ]);
  });

  it('shows no verdict while results come in', async () => {
    await show(running(['os-patches'], allWell));
    expect(headline()).toBe('Checking…');
    expect(screen.getByText('9 of 10 checked.')).toBeTruthy();
    expect(document.body.textContent).not.toContain('ready to join');
  });

  it('keeps the old finding in view and marks it', async () => {
    const fake = await show(snapshot());
    act(() => fake.push(running(['os-patches'], findings)));
    expect(headline()).toBe('Checking…');
    expect(row(/4 security updates/).getAttribute('aria-busy')).toBe('true');
    expect(within(row(/4 security updates/)).getAllByText('Checking…').length).toBeGreaterThan(0);
    expect(screen.getByText('1 to fix so far')).toBeTruthy();
  });

  it('keeps the row open in which a person works, even when it passes now', async () => {
    const fake = await show(snapshot());
    const again = within(openRow(/Zoom is too old/)).getByRole('button', { name: /Check this again/ });
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
    expect(document.activeElement?.closest('article')?.textContent).toContain(oldZoom.title);
  });

  it('says what it waits for once it is slow', async () => {
    const fake = await show(snapshot({ report: null }));
    act(() => fake.push(running(['os-patches', 'backup-drive'], [])));
    expect(screen.queryByText(/Still reading/)).toBeNull();
    await act(async () => void (await vi.advanceTimersByTimeAsync(3000)));
    expect(screen.getAllByText('Still reading: “Are security updates waiting?” and 1 other.').length).toBeGreaterThan(
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
    expect(status()).toBe('Not ready yet. Fix 2 things first.');
    // Time that goes by is no news.
    await act(async () => void (await vi.advanceTimersByTimeAsync(60_000)));
    expect(status()).toBe('Not ready yet. Fix 2 things first.');
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
  it('opens its page, again when it is chosen again, and no other', async () => {
    const { arrive } = await show(snapshot());
    const place = () => document.querySelector('[aria-current="page"]')?.textContent;
    act(() => arrive({ number: 1, kind: 'view', view: 'invitation' }));
    expect(place()).toBe('Check an invitation');
    fireEvent.click(screen.getByRole('button', { name: 'Overview' }));
    act(() => arrive({ number: 2, kind: 'view', view: 'invitation' }));
    expect(place()).toBe('Check an invitation');
    act(() => arrive({ number: 3, kind: 'view', view: 'settings' }));
    expect(place()).toBe('Settings');
  });
});

describe('the wish to be told after the call', () => {
  const ahead = {
    meetings: [meeting({ startsAt: '2099-01-01T00:00:00.000Z', endsAt: '2099-01-01T01:00:00.000Z' })],
    calendars: [],
  };
  const later = report([likeFinding(lastBackup, { state: 'caution' })]);
  const wish = () => screen.queryByRole('button', { name: /remind(ed| me) after the call/i });

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
      fireEvent.click(wish() as HTMLElement);
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
