/** “Try the connection” in the window: it says which host before the click, asks on the click alone, shows how far it is, and can be stopped. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { TrialProgress, TrialTold } from '../../electron/core/connection/trial-told.ts';
import { TryConnection } from '../../renderer/components/TryConnection.tsx';
import { fakeGreenroom } from './fake-greenroom.ts';
import { snapshot } from './samples.ts';

afterEach(cleanup);

const show = (host?: string) => {
  const asked: string[] = [];
  let tell: (progress: TrialProgress) => void = () => {};
  let finish: (told: TrialTold) => void = () => {};
  const { api } = fakeGreenroom(snapshot(), {
    tryConnection: (name) => {
      asked.push(name);
      return new Promise((resolve) => {
        finish = resolve;
      });
    },
    stopConnection: async () => void asked.push('stop'),
    onTrialProgress: (listener) => {
      tell = listener;
      return () => {};
    },
  });
  render(<TryConnection api={api} host={host} />);
  return {
    asked,
    tell: (progress: TrialProgress) => act(() => tell(progress)),
    finish: (told: TrialTold) => act(async () => finish(told)),
  };
};
const click = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));

test('it names the meeting’s host, and asks it only when told so', async () => {
  const { asked, tell, finish } = show('us02web.zoom.us');
  expect(screen.getByText(/ten connections to us02web\.zoom\.us.*sees this computer’s internet address/)).toBeTruthy();
  expect(asked).toEqual([]);
  click('Try the connection to us02web.zoom.us');
  expect(asked).toEqual(['us02web.zoom.us']);
  tell({ host: 'us02web.zoom.us', done: 3, total: 10 });
  expect(screen.getByText('Asking us02web.zoom.us: 3 of 10…')).toBeTruthy();
  await finish({ is: 'tried', state: 'caution', sentences: ['It answered late.', 'Move closer.'] });
  expect(await screen.findByText(/It answered late\./)).toBeTruthy();
  expect(screen.getByText('Move closer.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Try us02web.zoom.us again' })).toBeTruthy();
});

test('the progress of a trial that was asked for elsewhere is not taken for this one', () => {
  const { tell } = show('zoom.us');
  click('Try the connection to zoom.us');
  tell({ host: 'meet.google.com', done: 9, total: 10 });
  expect(screen.getByText('Asking zoom.us…')).toBeTruthy();
});

test('it can be stopped', async () => {
  const { asked, finish } = show('zoom.us');
  click('Try the connection to zoom.us');
  click('Stop');
  expect(asked).toEqual(['zoom.us', 'stop']);
  await finish({ is: 'stopped' });
  expect(await screen.findByText('Stopped. Nothing is kept of it.')).toBeTruthy();
});

test('without a meeting the person chooses a service, and the button names its host', () => {
  const { asked } = show();
  fireEvent.change(screen.getByLabelText('Which service?'), { target: { value: 'meet.google.com' } });
  click('Try the connection to meet.google.com');
  expect(asked).toEqual(['meet.google.com']);
});

test.each<[TrialTold, RegExp]>([
  [{ is: 'busy' }, /Another connection is being tried/],
  [{ is: 'refused' }, /doesn’t ask this host/],
  [{ is: 'impossible', sentence: 'HTTPS_PROXY: it is no proxy' }, /it is no proxy/],
])('%j is said', async (told, words) => {
  const { finish } = show('zoom.us');
  click('Try the connection to zoom.us');
  await finish(told);
  expect(await screen.findByText(words)).toBeTruthy();
});
