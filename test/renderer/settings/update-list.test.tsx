/** “Update list” in the window: nobody is asked before it has said whom, it shows how far it is, and it can be stopped. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { GreenroomApi, ListProgress, ListUpdated } from '../../../electron/core/ipc/contract.ts';
import { UpdateList } from '../../../renderer/settings/UpdateList.tsx';
import { fakeGreenroom } from '../fake-greenroom.ts';
import { snapshot } from '../samples.ts';

afterEach(cleanup);

const show = (answers: Partial<GreenroomApi> = {}) => {
  const asked: string[] = [];
  let tell: (progress: ListProgress) => void = () => {};
  let finish: (updated: ListUpdated) => void = () => {};
  const { api } = fakeGreenroom(snapshot(), {
    updateList: () => {
      asked.push('updateList');
      return new Promise((resolve) => {
        finish = resolve;
      });
    },
    stopListUpdate: async () => {
      asked.push('stop');
    },
    onListProgress: (listener) => {
      tell = listener;
      return () => {};
    },
    ...answers,
  });
  render(<UpdateList api={api} />);
  return {
    asked,
    tell: (progress: ListProgress) => act(() => tell(progress)),
    finish: (updated: ListUpdated) => finish(updated),
  };
};
const click = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));

test('it names the servers, and asks them only when told so', async () => {
  const { asked, tell, finish } = show();
  click('Update list');
  expect(await screen.findByText(/asks slack\.com and zoom\.us .*see this computer’s internet address/)).toBeTruthy();
  expect(asked).toEqual([]);
  click('Ask them');
  expect(asked).toEqual(['updateList']);
  tell({ done: 1, total: 2 });
  expect(screen.getByText(/1 of 2/)).toBeTruthy();
  finish({ asked: 2, answered: 1, newer: 1, stopped: false });
  expect(await screen.findByText('1 of 2 makers answered: one newer version is known now.')).toBeTruthy();
});

test('it can be left alone, and stopped', async () => {
  const { asked, finish } = show();
  click('Update list');
  await screen.findByText(/asks slack/);
  click('Don’t ask');
  expect(asked).toEqual([]);
  click('Update list');
  await screen.findByText(/asks slack/);
  click('Ask them');
  click('Stop');
  expect(asked).toEqual(['updateList', 'stop']);
  finish({ asked: 2, answered: 1, newer: 0, stopped: true });
  expect(await screen.findByText('Stopped. 1 of 2 makers had answered.')).toBeTruthy();
});

test.each([
  ['forbidden', /organisation doesn’t let/],
  ['signed', /It stays as it is/],
  ['nothing-to-ask', /None of your apps/],
] as const)('it says why it may not: %s', async (is, sentence) => {
  const { asked } = show({ listPlan: async () => ({ is }) });
  click('Update list');
  expect(await screen.findByText(sentence)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Ask them' })).toBeNull();
  expect(asked).toEqual([]);
});

test('a program that does not answer is told', async () => {
  show({ listPlan: () => Promise.reject(new Error('gone')) });
  click('Update list');
  expect(await screen.findByText(/didn’t answer/)).toBeTruthy();
});
