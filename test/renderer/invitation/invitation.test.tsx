import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { verdictNames } from '../../../electron/core/invite/inspection-text.ts';
import { PRACTICE } from '../../../electron/core/invite/practice.ts';
import type { GreenroomApi } from '../../../electron/core/ipc/contract.ts';
import {
  type Inspected,
  MOST_BYTES,
  type SubmittedInvitation,
} from '../../../electron/core/ipc/invitation-messages.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import { inspectInput } from '../../../electron/main/invitations/inspect-input.ts';
import { App } from '../../../renderer/App.tsx';
import { createReportStore } from '../../../renderer/report-store.ts';
import { type FakeGreenroom, fakeGreenroom, silence } from '../fake-greenroom.ts';
import { finding, NOW, report, running, snapshot } from '../samples.ts';

const official = 'https://us02web.zoom.us/j/84100020003?pwd=a.1&zak=hostkey';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse(NOW), shouldAdvanceTime: true });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

let count = 0;
const inspect = async (given: SubmittedInvitation): Promise<Inspected> => {
  count += 1;
  return { id: `id-${count}`, ...(await inspectInput(given)) };
};

/** The panel, open, with the program's own analysis behind it. */
const open = async (answers: Partial<GreenroomApi> = {}, first = snapshot()): Promise<FakeGreenroom> => {
  const fake = fakeGreenroom(first, { inspect, ...answers });
  render(<App store={createReportStore(fake.api)} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Check an invitation' }));
  await screen.findByLabelText('Link, mail or calendar entry');
  return fake;
};
const field = (): HTMLTextAreaElement => screen.getByLabelText('Link, mail or calendar entry');
const type = (text: string): void => void fireEvent.change(field(), { target: { value: text } });
const verdict = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { level: 3, name });
const check = async (text: string, name: string): Promise<HTMLElement> => {
  type(text);
  fireEvent.click(screen.getByRole('button', { name: 'Check it' }));
  return verdict(name);
};
const answer = (): HTMLElement => screen.getByRole('article', { name: 'What Greenroom says about it' });
const transfer = (files: readonly File[], words: Readonly<Record<string, string>> = {}) => ({
  files,
  getData: (kind: string) => words[kind] ?? '',
});
const drop = (files: readonly File[], words = {}): void =>
  void fireEvent.drop(document, { dataTransfer: transfer(files, words) });

describe('the answer', () => {
  it.each([
    [official, 'Official link'],
    ['https://us02web-zoom.us/j/84100020003', 'Suspicious'],
    ['We meet at https://meet.chess-club.example/TuesdayEvening', 'A server Greenroom doesn’t know'],
    ['See you soon', 'No meeting link'],
  ])('to %s is “%s”, in a mark and in words, and never “safe”', async (text, name) => {
    await open();
    const heading = await check(text, name);
    expect(heading.parentElement?.querySelector('svg.mark')).toBeTruthy();
    expect(answer().textContent).not.toMatch(/\bsafe\b/i);
    expect(screen.getAllByRole('status').some((status) => status.textContent?.startsWith(`${name}.`))).toBe(true);
  });

  it('shows the weightiest reason first, each weight in words', async () => {
    await open();
    await check(`${official} https://us02web.zoom.us@call.example/j/84100020003`, 'Suspicious');
    const reasons = within(screen.getByRole('region', { name: 'Why' })).getAllByRole('listitem');
    expect(reasons[0]?.textContent).toMatch(/^Warning: /);
  });

  it('takes the link apart and marks what deceives, also in words', async () => {
    await open();
    await check('https://zoom.us@us02web-zoom.us/j/84100020003', 'Suspicious');
    const marked = [...answer().querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(marked).toContain('misleading: zoom.us@');
    expect(answer().querySelector('.address')?.textContent).toContain('us02web-zoom.us');
  });

  it('says who sent a mail and when a meeting begins', async () => {
    await open();
    const mail = `Received: x\nFrom: "Mira Holt" <mira@holt.example>\nSubject: x\n\nJoin ${official}\n`;
    drop([new File([mail], 'invitation.eml')]);
    await verdict('Official link');
    expect(answer().textContent).toMatch(/“Mira Holt” mira@holt\.example: couldn’t be confirmed/);
    const event = `BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Weekly\nDTSTART:20261126T140000Z\nLOCATION:${official}\nEND:VEVENT\nEND:VCALENDAR`;
    drop([new File([event], 'weekly.ics')]);
    await screen.findByText('Weekly');
    expect(answer().textContent).toMatch(/Thursday,? 26 November 2026 at/);
  });

  it('is that to the newest input, whichever comes back first', async () => {
    const answers: ((inspected: Inspected) => void)[] = [];
    await open({ inspect: () => new Promise((resolve) => answers.push(resolve)) });
    drop([], { 'text/plain': official });
    await screen.findByText(/Looking at the text/);
    drop([], { 'text/plain': 'hello' });
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    await act(async () => answers[1]?.(await inspect({ kind: 'text', text: 'hello' })));
    await act(async () => answers[0]?.(await inspect({ kind: 'text', text: official })));
    await verdict('No meeting link');
  });

  it('is a sentence when the program could not give one', async () => {
    await open({ inspect: () => Promise.reject(new Error('refused')) });
    drop([], { 'text/plain': official });
    expect((await screen.findByRole('alert')).textContent).toContain('couldn’t read this');
  });
});

describe('what is given', () => {
  it('a drop anywhere: text, a link, and words with links behind them by their source', async () => {
    const fake = await open();
    const html = '<a href="https://conference-room.example/j/84100020003">https://zoom.us/j/84100020003</a>';
    drop([], { 'text/html': html, 'text/plain': 'https://zoom.us/j/84100020003' });
    await verdict('Suspicious');
    drop([], { 'text/uri-list': official });
    await verdict('Official link');
    expect(fake.calls).toEqual([
      ['inspect', { kind: 'text', text: html }],
      ['inspect', { kind: 'text', text: official }],
    ]);
    expect(field().value).toBe(official);
  });

  it('a paste of words with links behind them, checked again by their source until they are changed', async () => {
    const fake = await open();
    const html = '<a href="https://conference-room.example/j/84100020003">Join Zoom</a>';
    fireEvent.paste(field(), { clipboardData: transfer([], { 'text/html': html, 'text/plain': 'Join Zoom' }) });
    await verdict('Suspicious');
    fireEvent.keyDown(field(), { key: 'Enter' });
    await vi.waitFor(() => expect(fake.calls).toHaveLength(2));
    type('Join Zoom tomorrow');
    fireEvent.keyDown(field(), { key: 'Enter' });
    await verdict('No meeting link');
    expect(fake.calls.map(([, given]) => (given as { text: string }).text)).toEqual([html, html, 'Join Zoom tomorrow']);
  });

  it('a line break by Shift and Enter is no question', async () => {
    const fake = await open();
    type('https://');
    fireEvent.keyDown(field(), { key: 'Enter', shiftKey: true });
    expect(fake.calls).toEqual([]);
  });

  it.each<[string, readonly File[], RegExp]>([
    [
      'larger than 20 MB',
      [new File([new Uint8Array(MOST_BYTES + 1)], 'big.eml')],
      /“big\.eml” has 21 MB.*at most 20 MB/,
    ],
    ['Only Outlook reads', [new File(['x'], 'mail.msg')], /Save the mail as \.eml/],
    [
      'that is no text',
      [new File([new Uint8Array([137, 80, 0, 0])], 'photo.png')],
      /isn’t a mail, a calendar file or text/,
    ],
    ['beside another', [new File(['x'], 'a.eml'), new File(['x'], 'b.eml')], /One file at a time/],
  ])('a file %s is refused in words and never sent', async (_name, files, words) => {
    const fake = await open();
    drop(files);
    expect((await screen.findByRole('alert')).textContent).toMatch(words);
    expect(fake.calls).toEqual([]);
  });
});

describe('the buttons', () => {
  const buttons = (): readonly (string | null)[] =>
    within(answer())
      .queryAllByRole('button')
      .map((button) => button.textContent);

  it('join by the inspection’s id and a way, never by an address', async () => {
    const fake = await open();
    await check(official, 'Official link');
    fireEvent.click(screen.getByRole('button', { name: 'Join in app' }));
    fireEvent.click(screen.getByRole('button', { name: 'Join in browser' }));
    await screen.findByText('Opened in another program.');
    const id = `id-${count}`;
    expect(fake.calls.slice(1)).toEqual([
      ['openMeeting', id, 'app'],
      ['openMeeting', id, 'browser'],
    ]);
    expect(JSON.stringify(fake.calls.slice(1))).not.toContain('https');
  });

  it.each([
    ['https://meet.google.com/pqr-wxyz-abc', ['Join in app or browser', 'Copy link without keys']],
    ['https://whereby.com/some-room', ['Join in browser', 'Copy link without keys']],
    ['https://us02web-zoom.us/j/84100020003', []],
    ['https://meet.chess-club.example/TuesdayEvening', []],
  ])('for %s are %j', async (link, names) => {
    await open();
    type(link);
    fireEvent.click(screen.getByRole('button', { name: 'Check it' }));
    await screen.findByRole('article', { name: 'What Greenroom says about it' });
    expect(buttons()).toEqual(names);
  });

  it('copy the link without keys', async () => {
    const writeText = vi.fn(async (_text: string) => {});
    vi.stubGlobal('navigator', Object.create(navigator, { clipboard: { value: { writeText } } }));
    await open();
    await check(official, 'Official link');
    fireEvent.click(screen.getByRole('button', { name: 'Copy link without keys' }));
    await screen.findByText(/^Copied/);
    expect(writeText).toHaveBeenCalledWith('https://us02web.zoom.us/j/84100020003?pwd=a.1');
  });

  it.each([
    ['nothing-to-open', /isn’t opened from here/],
    ['refused-by-system', /didn’t open it/],
  ] as const)('say what came of it: %s', async (opened, words) => {
    await open({ openMeeting: async () => opened });
    await check(official, 'Official link');
    fireEvent.click(screen.getByRole('button', { name: 'Join in app' }));
    expect(await screen.findByText(words)).toBeTruthy();
  });

  it('say what stands in the way on this computer, for this service', async () => {
    await open();
    await check(official, 'Official link');
    expect(answer().textContent).toContain('Fix this before you join Zoom:');
    expect(answer().textContent).toContain('Zoom is too old to join');
    expect(answer().textContent).not.toContain('Slack');
  });

  it.each([
    ['pass', 'This computer is ready for Zoom.'],
    ['caution', 'This computer is ready for Zoom, with something to look at.'],
    ['not-applicable', 'Greenroom couldn’t tell whether this computer is ready for Zoom.'],
  ] as const)('or that nothing does: %s', async (state, words) => {
    const zoom = finding({ id: 'meeting-apps', subject: 'zoom (dpkg)', state, title: 'Zoom', found: '', source: '' });
    await open({}, snapshot({ report: report([zoom]) }));
    await check(official, 'Official link');
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('promise nothing while a check goes on', async () => {
    await open({}, running(['os-patches']));
    await check(official, 'Official link');
    expect(screen.getByText('This computer is being checked…')).toBeTruthy();
  });
});

describe('the host’s side', () => {
  it('says what to change before sending, and each step’s page opens by its name', async () => {
    const fake = await open();
    await check(official, 'Official link');
    fireEvent.click(screen.getByRole('switch', { name: 'I’m about to send this' }));
    const side = within(screen.getByRole('region', { name: 'Before you send it' }));
    expect(side.getByText(/a key that is yours alone/)).toBeTruthy();
    expect(side.getByText(/Don’t post it/)).toBeTruthy();
    fireEvent.click(side.getByRole('button', { name: /Only you share the screen/ }));
    await side.findByText('Opened in your browser.');
    expect(fake.calls.at(-1)).toEqual(['openHostPage', 'zoom/screen-sharing']);
    expect(screen.queryByRole('button', { name: 'Join in app' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Ask yourself' })).toBeNull();
  });

  it('warns of a link that is not official, and has no steps for it', async () => {
    await open();
    fireEvent.click(screen.getByRole('switch', { name: 'I’m about to send this' }));
    await check('https://us02web-zoom.us/j/84100020003', 'Suspicious');
    const side = within(screen.getByRole('region', { name: 'Before you send it' }));
    expect(side.getByText(/isn’t an official link/)).toBeTruthy();
    expect(side.queryAllByRole('button')).toEqual([]);
  });
});

describe('practice', () => {
  const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));

  it('leads through all examples, explains each, and counts at the end', async () => {
    const fake = await open();
    press('Practise on ten examples');
    for (const [index, example] of PRACTICE.entries()) {
      expect(document.activeElement?.textContent).toBe(`Example ${index + 1} of ${PRACTICE.length}`);
      expect(document.querySelector('blockquote')?.textContent).toBe(example.invitation);
      expect(screen.queryByText(english(example.explanation))).toBeNull();
      // The first two are judged wrongly.
      const wrong = example.verdict === 'suspicious' ? 'genuine' : 'suspicious';
      press(english(verdictNames[index < 2 ? wrong : example.verdict]));
      expect(screen.getByText(english(example.explanation))).toBeTruthy();
      expect(screen.getByText(index < 2 ? /^Not quite\./ : /^Right\./)).toBeTruthy();
      expect(document.activeElement?.textContent).toContain('the answer');
      press(index === PRACTICE.length - 1 ? 'Show my result' : 'Next example');
    }
    expect(document.activeElement?.textContent).toBe('Your result');
    expect(screen.getByText(new RegExp(`${PRACTICE.length - 2} of ${PRACTICE.length} right`))).toBeTruthy();
    expect(screen.getAllByText(/^What|situation|\./, { selector: '.practice li span' })).toHaveLength(2);
    press('Start again');
    expect(document.activeElement?.textContent).toBe(`Example 1 of ${PRACTICE.length}`);
    press('Back to checking');
    expect(field()).toBeTruthy();
    expect(fake.calls).toEqual([]);
  });

  it('gives the answers that Greenroom itself would give', async () => {
    for (const example of PRACTICE) {
      const { inspection } = await inspectInput({ kind: 'text', text: example.invitation });
      expect(inspection.verdict, example.id).toBe(example.verdict);
    }
  });
});

describe('a link from outside', () => {
  const incoming = async (text: string) =>
    ({ number: 1, kind: 'invitation', inspected: await inspect({ kind: 'text', text }) }) as const;
  const show = async (answers: Partial<GreenroomApi>, first = snapshot()): Promise<FakeGreenroom> => {
    const fake = fakeGreenroom(first, { inspect: () => silence(), ...answers });
    render(<App store={createReportStore(fake.api)} />);
    await screen.findByRole('button', { name: 'Check an invitation' });
    return fake;
  };

  it('that came before the page opens the panel with its answer', async () => {
    const first = { ...(await incoming(official)), progress: 'checking' } as const;
    await show({ incoming: async () => first });
    await verdict('Official link');
    expect(answer().textContent).toContain('It checks this computer first');
  });

  it('that comes later does so too, and its progress is told', async () => {
    const fake = await show({});
    const first = await incoming(official);
    act(() => fake.arrive({ ...first, progress: 'checking' }));
    await verdict('Official link');
    act(() => fake.arrive({ ...first, progress: 'opened' }));
    expect(answer().textContent).toContain('The meeting was opened.');
    fireEvent.click(screen.getByRole('button', { name: 'Overview' }));
    act(() => fake.arrive({ ...first, progress: 'opened' }));
    expect(screen.queryByRole('article', { name: 'What Greenroom says about it' })).toBeNull();
  });

  it('or a file opened with Greenroom opens the panel with its answer and the file’s name', async () => {
    const fake = await show({});
    const { inspected } = await incoming(official);
    act(() => fake.arrive({ number: 1, kind: 'file', inspected, label: asMessage('review.ics, 2 kB') }));
    await verdict('Official link');
    expect(answer().textContent).toContain('review.ics, 2 kB');
    expect(answer().textContent).not.toContain('was asked to join');
  });

  it('that was not understood is told and nothing else', async () => {
    const fake = await show({});
    act(() => fake.arrive({ number: 1, kind: 'refused', sentence: asMessage('It was not understood.') }));
    expect(screen.getByRole('alert').textContent).toBe('It was not understood.');
  });

  it('that names a check opens its finding and leads there', async () => {
    const fake = await show({});
    act(() => fake.arrive({ number: 1, kind: 'finding', checkId: 'os-patches' }));
    const row = screen.getByRole('button', { name: /^Details: 4 security updates/ });
    expect(row.getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement).toBe(row);
  });

  it('does so as well when the finding comes later, and once only', async () => {
    const fake = await show({}, snapshot({ report: null }));
    act(() => fake.arrive({ number: 1, kind: 'finding', checkId: 'os-patches' }));
    act(() => fake.push(snapshot()));
    const row = screen.getByRole('button', { name: /^Details: 4 security updates/ });
    expect(document.activeElement).toBe(row);
    act(() => row.blur());
    act(() => fake.push(snapshot()));
    expect(document.activeElement).not.toBe(row);
  });
});

it('closes by Escape and gives the focus back', async () => {
  await open();
  fireEvent.keyDown(document, { key: 'Escape' });
  expect(screen.queryByLabelText('Link, mail or calendar entry')).toBeNull();
  expect(document.activeElement?.textContent).toBe('Check an invitation');
});
