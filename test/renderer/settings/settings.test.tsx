import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { SettingChange } from '../../../electron/core/ipc/contract.ts';
import { localise } from '../../../electron/core/messages/localise.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import { choice, flag, integerKey, list, type PolicyKey, type Setting } from '../../../electron/core/policy/policy.ts';
import { sourceListWords } from '../../../electron/core/settings/calendar-words.ts';
import { App } from '../../../renderer/App.tsx';
import { createReportStore } from '../../../renderer/report-store.ts';
// Loaded here, so that no test waits for it.
import '../../../renderer/settings/SettingsPage.tsx';
import { SettingField } from '../../../renderer/settings/SettingField.tsx';
import { fakeGreenroom } from '../fake-greenroom.ts';
import { snapshot } from '../samples.ts';

afterEach(cleanup);

const minutes = integerKey(10, 'minutes', 5, 60, asMessage('Time between checks.'));
const asked: unknown[] = [];
const show = (policyKey: PolicyKey, setting: Setting, answer: SettingChange | 'throws' = 'changed'): void => {
  asked.length = 0;
  render(
    <SettingField
      policyKey={policyKey}
      words={{ label: asMessage('Every'), choices: { fast: asMessage('Quickly') } }}
      setting={setting}
      source="/etc/greenroom/policy.json"
      change={async (value) => {
        asked.push(value);
        if (answer === 'throws') throw new Error('no room on the disk');
        return answer;
      }}
    />,
  );
};
const field = (): HTMLElement => screen.getByLabelText('Every');
const type = (text: string): void => {
  fireEvent.change(field(), { target: { value: text } });
  fireEvent.blur(field());
};

describe('a setting', () => {
  it('is stored when its field is left, once, and only when it was changed', async () => {
    show(minutes, { value: 10, layer: 'default' });
    fireEvent.blur(field());
    expect(asked).toEqual([]);
    type('20');
    expect(asked).toEqual([20]);
    expect(await screen.findByText('Saved.')).toBeTruthy();
  });

  it.each(['4', '61', '1.5', ''])('is never asked for with a value it cannot have: "%s"', (text) => {
    show(minutes, { value: 10, layer: 'default' });
    type(text);
    expect(asked).toEqual([]);
    expect(screen.getByRole('status').textContent).toBe(
      'Not changed: this must be a whole number of minutes from 5 to 60.',
    );
  });

  it('of each kind is asked for with a value of its type', () => {
    show(flag(false, asMessage('On.')), { value: false, layer: 'default' });
    fireEvent.click(field());
    expect(asked).toEqual([true]);
    cleanup();
    show(choice(['slow', 'fast'], 'slow', asMessage('Speed.')), { value: 'slow', layer: 'default' });
    fireEvent.change(field(), { target: { value: 'fast' } });
    expect(within(field()).getByText('Quickly')).toBeTruthy();
    expect(asked).toEqual(['fast']);
    cleanup();
    show(list('programs', asMessage('Names.')), { value: [], layer: 'default' });
    type(' one \n\n two');
    expect(asked).toEqual([['one', 'two']]);
  });

  it('that the organisation has fixed cannot be changed, and says where it is set when asked', () => {
    show(minutes, { value: 10, layer: 'enforced' });
    expect((field() as HTMLInputElement).disabled).toBe(true);
    expect(screen.getByText('Managed by your organisation').closest('details')?.textContent).toContain(
      '/etc/greenroom/policy.json',
    );
  });

  it('of the person’s own can be taken back; what is only recommended says so', () => {
    show(minutes, { value: 20, layer: 'user' });
    fireEvent.click(screen.getByRole('button', { name: /Undo my choice/ }));
    expect(asked).toEqual([null]);
    cleanup();
    show(minutes, { value: 20, layer: 'recommended' });
    expect(screen.getByText('Recommended by your organisation.')).toBeTruthy();
  });

  it.each([
    ['managed', 'Not changed: your organisation has set it meanwhile.'],
    ['throws', 'Not changed: it couldn’t be stored. Try again.'],
  ] as const)('says what came of it when the answer is %s', async (answer, words) => {
    show(minutes, { value: 10, layer: 'default' }, answer);
    type('20');
    expect(await screen.findByText(words)).toBeTruthy();
  });
});

it('the page opens with its button, shows every value in force, and gives the focus back', async () => {
  const { api } = fakeGreenroom(snapshot());
  render(<App store={createReportStore(api)} />);
  const button = await screen.findByRole('button', { name: 'Settings' });
  fireEvent.click(button);
  const heading = await screen.findByRole('heading', { name: 'Settings' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  expect((screen.getByLabelText('Wait at most') as HTMLInputElement).value).toBe('35');
  // What only an organisation may say is not offered.
  expect(screen.queryByText(/people may snooze findings/)).toBeNull();
  fireEvent.keyDown(document, { key: 'Escape' });
  expect(screen.queryByLabelText('Wait at most')).toBeNull();
  expect(document.activeElement).toBe(button);
});

it('the calendars of this computer are listed beside the switch that fills the list', async () => {
  const { api } = fakeGreenroom(snapshot());
  render(<App store={createReportStore(api)} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Settings' }));
  const list = await screen.findByText(localise(sourceListWords.none));
  const isBefore = (one: HTMLElement, other: HTMLElement): boolean =>
    (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  expect(isBefore(screen.getByRole('switch', { name: 'Use the calendars on this computer' }), list)).toBe(true);
  expect(isBefore(list, screen.getByText('Look ahead'))).toBe(true);
});
