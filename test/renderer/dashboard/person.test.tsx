/** What a person does on the page: set something aside, bring it back, give their word, take random words. */

import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attestationsOf } from '../../../electron/core/checks/attestations.ts';
import { checks } from '../../../electron/core/checks/index.ts';
import { known } from '../../../electron/core/facts/fact.ts';
import type { GreenroomApi, Snapshot } from '../../../electron/core/ipc/contract.ts';
import type { Policy, PolicyValue } from '../../../electron/core/policy/policy.ts';
import { settingsInForce } from '../../../electron/core/settings/index.ts';
import { App } from '../../../renderer/App.tsx';
import { createReportStore } from '../../../renderer/report-store.ts';
import { judged } from '../../core/checks/judged.ts';
import { fakeGreenroom } from '../fake-greenroom.ts';
import { drive, likeFinding, patches, report, snapshot } from '../samples.ts';

const NOW = '2026-11-22T09:31:00.000Z';
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(NOW);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const show = async (first: Snapshot, answers: Partial<GreenroomApi> = {}) => {
  const fake = fakeGreenroom(first, answers);
  await act(async () => void render(<App store={createReportStore(fake.api)} />));
  return fake;
};
/** Every part of the quiet line is folded out in turn until the row is there; then it is opened. */
const openRow = (name: RegExp): HTMLElement => {
  const found = (): HTMLElement | null => screen.queryByRole('heading', { level: 3, name });
  for (const fold of document.querySelectorAll<HTMLElement>('.quiet button'))
    if (found() === null) fireEvent.click(fold);
  const row = found()?.closest('article') as HTMLElement;
  const opener = row.querySelector('[data-opens]') as HTMLElement;
  if (opener.getAttribute('aria-expanded') === 'false') fireEvent.click(opener);
  return row;
};
const waive = (row: HTMLElement, offer: string, reason: string): void => {
  fireEvent.click(within(row).getByText('Snooze…'));
  fireEvent.change(within(row).getByLabelText('How long'), { target: { value: offer } });
  fireEvent.change(within(row).getByLabelText('Why'), { target: { value: reason } });
  fireEvent.submit(within(row).getByRole('button', { name: /^Snooze ?:/ }));
};

describe('setting a finding aside', () => {
  it('is asked for with its key, an end and the reason, and a refusal is told', async () => {
    const { calls } = await show(snapshot({ report: report([patches]) }), {
      waive: async () => 'For more than a day a reason is needed.',
    });
    waive(openRow(/security updates/), 'week', 'The rollout is on Monday');
    const [call] = calls;
    expect(call?.slice(0, 2)).toEqual(['waive', 'os-patches']);
    const end = new Date(String(call?.[2]));
    expect([end.getDate(), end.getHours(), end.getMinutes()]).toEqual([29, 23, 59]);
    expect(call?.[3]).toBe('The rollout is on Monday');
    await screen.findByText('For more than a day a reason is needed.');
  });

  it('is not offered where policy does not let it, nor for what is in order', async () => {
    const policy = (values: Readonly<Record<string, PolicyValue>>): Policy => ({
      source: null,
      digest: null,
      layers: { enforced: { waivers: values } },
    });
    const offered = async (values: Readonly<Record<string, PolicyValue>>): Promise<readonly boolean[]> => {
      await show(snapshot({ report: report([patches, drive]), settings: settingsInForce(policy(values)) }));
      const found = [/security updates/, /backup drive/].map(
        (name) => within(openRow(name)).queryByText('Snooze…') !== null,
      );
      cleanup();
      return found;
    };
    expect(patches.required && !drive.required).toBe(true);
    expect(await offered({})).toEqual([true, true]);
    expect(await offered({ allowed: false })).toEqual([false, false]);
    expect(await offered({ longestDays: 0 })).toEqual([false, false]);
    expect(await offered({ requiredToo: false })).toEqual([false, true]);
    expect(await offered({ onlyChecks: [patches.id] })).toEqual([true, false]);
  });

  it('ends with one click, but not what the organisation has snoozed', async () => {
    const waiver = { reason: 'Busy', until: '2026-12-04T12:00:00.000Z', judged: 'fail' } as const;
    const waived = (by: 'user' | 'organisation') =>
      likeFinding(patches, { state: 'waived', waiver: { ...waiver, by } });
    const { calls } = await show(snapshot({ report: report([waived('user')]) }));
    fireEvent.click(within(openRow(/security updates/)).getByText('Show again'));
    expect(calls).toEqual([['revokeWaiver', 'os-patches']]);
    cleanup();
    await show(snapshot({ report: report([waived('organisation')]) }));
    expect(within(openRow(/security updates/)).queryByText('Show again')).toBeNull();
  });
});

describe('what only the person can tell', () => {
  const shown = (confirmed: Readonly<Record<string, { readonly at: string }>>) => {
    const attestations = { confirmed };
    const findings = checks
      .filter((check) => check.statement !== undefined)
      .flatMap((check) => judged(check, { attestations: known(attestations, 'test') }, { now: NOW }));
    return snapshot({ report: report(findings), attestations: attestationsOf(checks, attestations) });
  };

  it('is confirmed with one click and taken back with another', async () => {
    const { calls, push } = await show(shown({}));
    fireEvent.click(within(openRow(/Waiting room/)).getByRole('button', { name: 'Yes, I’ve done this' }));
    expect(calls).toEqual([['attest', 'waiting-room', true]]);
    await act(async () => push(shown({ 'waiting-room': { at: NOW } })));
    fireEvent.click(within(openRow(/Waiting room: confirmed/)).getByRole('button', { name: 'Undo' }));
    expect(calls.at(-1)).toEqual(['attest', 'waiting-room', false]);
  });

  it('never stands among what is to be done, and makes nothing ready by itself', async () => {
    const { report: made } = shown({});
    expect(made?.verdict).toBe('undetermined');
    expect(made?.findings.every((finding) => finding.state === 'not-done')).toBe(true);
  });

  it('offers random words that are copied for a minute, or said to stay where the clipboard cannot be watched', async () => {
    let takes = true;
    const { calls } = await show(shown({}), { copyForAMinute: async () => takes });
    const written: string[] = [];
    vi.stubGlobal('navigator', {
      ...navigator,
      clipboard: { writeText: async (text: string) => void written.push(text) },
    });
    const row = openRow(/Strong passwords/);
    fireEvent.click(within(row).getByRole('button', { name: 'Choose random words for me' }));
    fireEvent.click(await within(row).findByRole('button', { name: 'Copy the words' }));
    await within(row).findByText(/cleared in a minute/);
    expect(String(calls.at(-1)?.[1]).split(' ')).toHaveLength(3);
    takes = false;
    fireEvent.change(within(row).getByLabelText('Words'), { target: { value: '6' } });
    fireEvent.click(within(row).getByRole('button', { name: 'Copy the words' }));
    await within(row).findByText(/can’t clear the clipboard/);
    await waitFor(() => expect(written[0]?.split(' ')).toHaveLength(6));
    vi.unstubAllGlobals();
  });
});
