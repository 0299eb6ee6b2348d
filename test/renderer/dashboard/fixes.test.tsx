/** Fixes in the window: said exactly before the click, done by their id alone, told as they came out, undone. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { GreenroomApi } from '../../../electron/core/ipc/contract.ts';
import type { FixTold } from '../../../electron/core/ipc/fix-messages.ts';
import { ChangedByGreenroom } from '../../../renderer/dashboard/ChangedByGreenroom.tsx';
import { FixOffers } from '../../../renderer/dashboard/finding/FixOffers.tsx';
import { useOffers } from '../../../renderer/dashboard/finding/use-offers.ts';
import { fakeGreenroom } from '../fake-greenroom.ts';
import { NOW, snapshot } from '../samples.ts';

afterEach(cleanup);

const offer = {
  wish: 'loudspeaker-on:alsa_output.usb',
  shown: '5f0c',
  label: 'Turn the sound on',
  says: 'Unmutes “Headset”.',
  mayAsk: null,
};
const Offers = ({ api }: { readonly api: GreenroomApi }) => <FixOffers {...useOffers('loudspeaker-present', api)} />;
const show = (answers: Partial<GreenroomApi> = {}) => {
  const fake = fakeGreenroom(snapshot(), { fixesFor: async () => ({ offers: [offer], later: [] }), ...answers });
  render(<Offers api={fake.api} />);
  return fake;
};
const press = async (name: RegExp): Promise<void> => {
  fireEvent.click(await screen.findByRole('button', { name }));
};

test('it says what will happen, sends an id and nothing else, and can be undone', async () => {
  const fake = show();
  expect(await screen.findByText('Unmutes “Headset”.')).toBeTruthy();
  expect(fake.calls).toEqual([]);
  await press(/Turn the sound on/);
  expect(await screen.findByText('Unmuted “Headset”.')).toBeTruthy();
  await press(/^Undo$/);
  expect(await screen.findByText('Put back as it was.')).toBeTruthy();
  expect(fake.calls).toEqual([
    ['applyFix', 'loudspeaker-on:alsa_output.usb', '5f0c'],
    ['undoFix', 'c1'],
  ]);
});

test('while it is at work nothing else can be asked for', async () => {
  let finish: (told: FixTold) => void = () => {};
  const fake = show({
    applyFix: () =>
      new Promise((resolve) => {
        finish = resolve;
      }),
  });
  await press(/Turn the sound on/);
  await press(/Turn the sound on/);
  expect(fake.calls).toHaveLength(1);
  expect(screen.getByRole('status').textContent).toContain('At work');
  act(fake.late);
  expect(screen.getByRole('status').textContent).toContain('Still working');
  finish({ state: 'not-done', sentence: 'Not done: it’s as it was before.', change: null });
  expect(await screen.findByText(/Not done/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  act(fake.late);
  expect(screen.queryByText(/Still working/)).toBeNull();
});

test('what is held back says why', async () => {
  show({
    fixesFor: async () => ({
      offers: [],
      later: [{ label: 'Turn the microphone on', why: 'Your microphone is in use by Zoom.' }],
    }),
  });
  expect(await screen.findByText(/Turn the microphone on: Your microphone is in use by Zoom/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('what was changed is listed, and put back by its id', async () => {
  const changed = { id: 'c7', did: 'Switched Wi-Fi on.', at: new Date(NOW).toISOString(), until: null };
  const fake = fakeGreenroom(snapshot(), { changedByFixes: async () => [changed] });
  render(<ChangedByGreenroom snapshot={snapshot()} now={Date.parse(changed.at)} api={fake.api} />);
  await press(/Undo: Switched Wi-Fi on/);
  expect(await screen.findByText('Put back as it was.')).toBeTruthy();
  expect(fake.calls).toEqual([['undoFix', 'c7']]);
});
