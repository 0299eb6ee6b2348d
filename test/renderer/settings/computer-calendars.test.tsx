/** The calendars of this computer in the settings: what is said of each source, its ticks, and the system's question. */

import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { GreenroomApi } from '../../../electron/core/ipc/contract.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import type { SourceListing } from '../../../electron/core/settings/calendar.ts';
import { ComputerCalendars } from '../../../renderer/settings/ComputerCalendars.tsx';
import { fakeGreenroom } from '../fake-greenroom.ts';
import { snapshot } from '../samples.ts';

afterEach(cleanup);

const source = (more: Partial<SourceListing> = {}): SourceListing => ({
  id: 'thunderbird',
  name: 'Thunderbird',
  preview: false,
  use: 'on',
  permission: 'not-needed',
  calendars: [],
  problem: null,
  ...more,
});
const calendars = [
  { id: 'thunderbird:a', name: 'Harbour', on: true },
  { id: 'thunderbird:b', name: 'Quay', on: false },
];
const show = async (sources: readonly SourceListing[], answers: Partial<GreenroomApi> = {}): Promise<void> => {
  const { api } = fakeGreenroom(snapshot({}), { calendarSources: async () => sources, ...answers });
  render(<ComputerCalendars api={api} snapshot={snapshot({})} />);
  await screen.findByText(/Greenroom only reads them|No program with a calendar/);
};
const tick = (name: string): HTMLInputElement => screen.getByRole('checkbox', { name });

describe('the calendars of this computer', () => {
  it('are said to be none where there are none', async () => {
    await show([]);
    expect(screen.getByText(/No program with a calendar/)).toBeTruthy();
  });

  it.each<[Partial<SourceListing>, RegExp]>([
    [{ use: 'off' }, /Not used/],
    [{ use: 'forbidden' }, /does not let Greenroom read it/],
    [{ use: 'required', calendars }, /Your organisation has it read/],
    [{ permission: 'refused' }, /You did not let Greenroom read it/],
    [{ permission: 'restricted' }, /does not let programs read it/],
    [{}, /It holds no calendar/],
    [{ problem: asMessage('It couldn’t be read in time.') }, /couldn’t be read in time/],
  ])('say of a source how it stands: %o', async (more, sentence) => {
    await show([source(more)]);
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('are ticked as they are read; a tick is kept in both lists', async () => {
    const changes: unknown[] = [];
    await show([source({ calendars })], {
      changeSetting: async (...change) => {
        changes.push(change);
        return 'changed';
      },
    });
    expect([tick('Harbour').checked, tick('Quay').checked]).toEqual([true, false]);
    fireEvent.click(tick('Quay'));
    await waitFor(() => expect(changes).toHaveLength(2));
    expect(changes).toEqual([
      ['calendar', 'shown', ['thunderbird:b']],
      ['calendar', 'unshown', []],
    ]);
  });

  it('let the system ask only by a click, and are looked at again once it was answered', async () => {
    const asked: unknown[] = [];
    let permission: SourceListing['permission'] = 'not-asked';
    let looks = 0;
    await show([], {
      calendarSources: async () => {
        looks += 1;
        return [source({ id: 'macos', name: 'macOS Calendar', preview: true, permission, calendars })];
      },
      askForCalendars: async (id) => {
        asked.push(id);
        permission = 'granted';
        return 'granted';
      },
    });
    expect(screen.getByText('preview')).toBeTruthy();
    expect(asked).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Ask to read macOS Calendar' }));
    await waitFor(() => expect(looks).toBe(2));
    expect(asked).toEqual(['macos']);
    await waitFor(() => expect(screen.queryByRole('button')).toBeNull());
  });
});
