import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createReportStore } from '../../renderer/report-store.ts';
import { fakeGreenroom, silence } from './fake-greenroom.ts';
import { running, snapshot } from './samples.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
const patience = (): Promise<unknown> => vi.advanceTimersByTimeAsync(60_000);

describe('the page’s state', () => {
  it('shows the first snapshot', async () => {
    const store = createReportStore(fakeGreenroom(snapshot()).api);
    expect(store.state().phase).toBe('loading');
    await settle();
    expect(store.state()).toMatchObject({ phase: 'ready', snapshot: snapshot() });
  });

  it('does not let a late answer replace what was pushed meanwhile', async () => {
    const fake = fakeGreenroom(snapshot({ report: null }));
    const store = createReportStore(fake.api);
    fake.push(snapshot());
    await settle();
    expect(store.state()).toMatchObject({ snapshot: snapshot() });
  });

  it.each([
    ['is missing', undefined],
    ['refuses', fakeGreenroom(snapshot(), { snapshot: () => Promise.reject(new Error('no handler')) }).api],
    ['stays silent', fakeGreenroom(snapshot(), { snapshot: silence }).api],
  ])('says so when the main process %s', async (_how, api) => {
    const store = createReportStore(api);
    await patience();
    expect(store.state().phase).toBe('unanswered');
  });

  it('comes back when it answers after all', async () => {
    let answer = silence<ReturnType<typeof snapshot>>;
    const store = createReportStore(fakeGreenroom(snapshot(), { snapshot: () => answer() }).api);
    await patience();
    answer = async () => snapshot();
    store.retry();
    await settle();
    expect(store.state().phase).toBe('ready');
  });

  it('hands on what is asked for while a run goes on: the program joins it or makes it next', async () => {
    const fake = fakeGreenroom(snapshot());
    const store = createReportStore(fake.api);
    await settle();
    store.check(null);
    store.check(['os-patches']);
    fake.push(running(['os-patches']));
    store.check(['os-patches']);
    expect(fake.calls).toEqual([
      ['check', null],
      ['check', ['os-patches']],
      ['check', ['os-patches']],
    ]);
  });

  it('tells when a run could not be started, and may be asked again', async () => {
    const fake = fakeGreenroom(snapshot(), { check: () => Promise.reject(new Error('refused')) });
    const store = createReportStore(fake.api);
    await settle();
    store.check(null);
    await settle();
    expect(store.state()).toMatchObject({ asking: false, notStarted: true });
    store.check(null);
    expect(fake.calls).toHaveLength(2);
  });

  it('does not call a long run silent', async () => {
    const fake = fakeGreenroom(snapshot(), { check: silence });
    const store = createReportStore(fake.api);
    await settle();
    store.check(null);
    fake.push(running(['os-patches']));
    await patience();
    expect(store.state()).toMatchObject({ phase: 'ready', notStarted: false });
  });
});
