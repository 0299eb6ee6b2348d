/** A fix from the click to the proof and back, with real programs: done, refused, lied about, slow, gone, changed since, left by a crash. */
import { expect, test, vi } from 'vitest';
import type { AppliedFix } from '../../../electron/core/fixes/change.ts';
import { isOffered } from '../../../electron/core/fixes/offer.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { noPolicy } from '../../../electron/core/policy/policy.ts';
import { applyFix, offersNow, runSteps } from '../../../electron/engine/fixes/apply-fix.ts';
import { beginChange, loadChanges } from '../../../electron/engine/fixes/change-store.ts';
import { putBackDue, undo } from '../../../electron/engine/fixes/put-back.ts';
import { type StandIn, standIn } from './stand-in.ts';

const notes = async ({ folder }: StandIn): Promise<readonly AppliedFix[]> => (await loadChanges(folder)).value;
const apply = (one: StandIn, wish = 'wifi-on') => applyFix(wish, one.place, null);

/** A process that has ended. */
const ENDED = 2 ** 22 + 1;
const crashed = (more: Partial<AppliedFix> = {}): AppliedFix => ({
  ...{ id: 'crashed', way: 'nmcli', key: '', did: { id: 'fix-wifi-on.did' }, pid: ENDED },
  ...{ at: new Date().toISOString(), until: null, before: { on: false }, after: { on: true } },
  fix: 'wifi-on',
  state: 'begun',
  ...more,
});

test('done, noted, and undone', async () => {
  const one = standIn();
  const done = await apply(one);
  expect(done).toMatchObject({ state: 'done' });
  expect(english(done.sentence)).toBe('Switched Wi-Fi on.');
  expect(one.read('radio')).toBe('enabled');
  expect(await notes(one)).toMatchObject([
    { fix: 'wifi-on', state: 'done', before: { on: false }, after: { on: true } },
  ]);

  expect(await undo('wifi-on', one.place)).toMatchObject({ state: 'put-back' });
  expect(one.read('radio')).toBe('disabled');
  expect(await notes(one)).toMatchObject([{ state: 'undone' }]);
  expect(await undo('wifi-on', one.place)).toMatchObject({ state: 'not-done' });
});

test('refused: not done, in the program’s own words, and no note stays', async () => {
  const one = standIn();
  one.put('refuse');
  const { state, sentence } = await apply(one);
  expect(state).toBe('not-done');
  expect(english(sentence)).toContain('Not authorized to perform this operation');
  expect(await notes(one)).toEqual([]);
});

test('a program that says it went well, and changed nothing, is not believed', async () => {
  const one = standIn();
  one.put('lie');
  expect(await apply(one)).toMatchObject({ state: 'not-done' });
  expect(await notes(one)).toEqual([]);
});

test('the proof is looked for at once, after two and after ten seconds', async () => {
  const waits: number[] = [];
  const one: StandIn = standIn({
    wait: (milliseconds) => {
      waits.push(milliseconds);
      if (waits.length === 3) one.put('radio', 'enabled\n');
      return Promise.resolve();
    },
  });
  one.put('lie');
  expect(await apply(one)).toMatchObject({ state: 'done' });
  expect(waits).toEqual([0, 2_000, 8_000]);
});

test('a value that something takes back within ten seconds is not done', async () => {
  let looks = 0;
  const one: StandIn = standIn({
    wait: () => {
      looks += 1;
      if (looks === 3) one.put('radio', 'disabled\n');
      return Promise.resolve();
    },
  });
  expect(await apply(one)).toMatchObject({ state: 'not-done' });
  expect([one.read('asked'), await notes(one)]).toEqual(['radio wifi on', []]);
});

test('gone meanwhile: whether it worked can’t be seen, and the note stays for the way back', async () => {
  const one: StandIn = standIn({
    wait: () => {
      one.put('gone');
      return Promise.resolve();
    },
  });
  expect(await apply(one)).toMatchObject({ state: 'unseen' });
  expect(await notes(one)).toMatchObject([{ state: 'unseen' }]);
  expect(await undo('wifi-on', one.place)).toMatchObject({ state: 'unseen' });
  one.take('gone');
  const still = { ...one.place, wait: () => Promise.resolve() };
  expect(await undo('wifi-on', still)).toMatchObject({ state: 'put-back' });
});

test('while one is at work its note is written, nothing has been changed yet, and no other begins', async () => {
  const one = standIn();
  one.put('slow');
  const first = apply(one);
  await vi.waitFor(() => expect(one.read('asked')).toBe('radio wifi on'), { timeout: 20_000 });
  expect(await notes(one)).toMatchObject([{ state: 'begun', before: { on: false } }]);
  expect(one.read('radio')).toBe('disabled');
  const second = await apply(one);
  expect([second.state, english(second.sentence)]).toEqual(['not-done', expect.stringContaining('still at work')]);
  expect(await undo('wifi-on', one.place)).toMatchObject({ state: 'not-done' });
  one.take('slow');
  expect(await first).toMatchObject({ state: 'done' });
  expect(one.read('asked')).toBe('radio wifi on');
  // A second click on Undo while the first is at work.
  const backs = await Promise.all([undo('wifi-on', one.place), undo('wifi-on', one.place)]);
  expect(backs.map(({ state }) => state).toSorted()).toEqual(['not-done', 'put-back']);
  expect(await notes(one)).toMatchObject([{ state: 'undone' }]);
});

test('what takes longer than it should is told of, and goes on to its end', async () => {
  const one = standIn();
  one.put('slow');
  let late = 0;
  const place = {
    ...one.place,
    onLate: () => {
      late += 1;
    },
  };
  const steps = [{ does: 'run', program: '/usr/bin/nmcli', args: ['radio', 'wifi', 'on'] }] as const;
  const end = runSteps(steps, 'late', 0, place);
  await vi.waitFor(() => expect([late, one.read('asked')]).toEqual([1, 'radio wifi on']), { timeout: 20_000 });
  expect(one.read('radio')).toBe('disabled');
  one.take('slow');
  expect(await end).toBeUndefined();
  expect(one.read('radio')).toBe('enabled');
});

test('killed between note and change: nothing is done', async () => {
  const one = standIn();
  await beginChange(one.folder, crashed());
  expect(await putBackDue(one.place)).toEqual([]);
  expect(one.read('asked')).toBe('');
  expect(await notes(one)).toMatchObject([{ state: 'undone' }]);
});

test('killed after the change: what was for the call is put back at the next start', async () => {
  const one = standIn();
  one.put('radio', 'enabled\n');
  await beginChange(one.folder, crashed({ until: new Date(Date.now() + 3_600_000).toISOString() }));
  expect(await putBackDue(one.place)).toMatchObject([{ outcome: { state: 'put-back' } }]);
  expect([one.read('asked'), one.read('radio')]).toEqual(['radio wifi off', 'disabled']);
  expect(await putBackDue(one.place)).toEqual([]);
});

test('killed after the change: what was to stay stays, and can be put back by a click', async () => {
  const one = standIn();
  one.put('radio', 'enabled\n');
  await beginChange(one.folder, crashed());
  expect(await putBackDue(one.place)).toEqual([]);
  expect([one.read('asked'), one.read('radio')]).toEqual(['', 'enabled']);
  expect(await notes(one)).toMatchObject([{ state: 'done' }]);
  expect(await undo('wifi-on', one.place)).toMatchObject({ state: 'put-back' });
});

test('changed since: not touched', async () => {
  const one = standIn();
  await apply(one);
  one.put('radio', 'disabled\n');
  expect(english((await undo('wifi-on', one.place)).sentence)).toContain('as it was before');

  const until = new Date(Date.now() + 3_600_000).toISOString();
  await beginChange(one.folder, crashed({ until, after: { on: 'as-no-longer' }, before: { on: null } }));
  one.put('asked', '');
  expect(await putBackDue(one.place)).toMatchObject([{ outcome: { state: 'left' } }]);
  expect(one.read('asked')).toBe('');
});

test('what is for the call ends with it, what stays does not', async () => {
  const one = standIn();
  const ahead = new Date(Date.now() + 3_600_000).toISOString();
  await apply(one);
  await beginChange(one.folder, crashed({ id: 'later', state: 'done', until: ahead, pid: process.pid }));
  expect(await putBackDue(one.place)).toEqual([]);
  const after = { ...one.place, clock: () => new Date(Date.parse(ahead) + 1) };
  expect((await putBackDue(after)).map(({ change }) => change.id)).toEqual(['later']);
});

test('what is for the call and whose Greenroom has ended is put back at the next start', async () => {
  const one = standIn();
  one.put('radio', 'enabled\n');
  const ahead = new Date(Date.now() + 3_600_000).toISOString();
  await beginChange(one.folder, crashed({ state: 'done', until: ahead }));
  expect(await putBackDue(one.place)).toMatchObject([{ outcome: { state: 'put-back' } }]);
  expect(one.read('radio')).toBe('disabled');
});

test.each(['wifi-on:x', 'no-such-fix', 'loudspeaker-on', '__proto__', '', 'wifi-on; reboot'])(
  'what is not offered is not done: “%s”',
  async (wish) => {
    const one = standIn();
    expect(await apply(one, wish)).toMatchObject({ state: 'not-done' });
    expect(one.read('asked')).toBe('');
  },
);

test('a policy takes it away at the click too, and in the list with the reason', async () => {
  const policy = { ...noPolicy, layers: { enforced: { fixes: { without: ['wifi-on'] } } } };
  const one = standIn({ policy });
  expect(english((await apply(one)).sentence)).toContain('organisation');
  expect(one.read('asked')).toBe('');
  const [result] = await offersNow(one.place, null, ['wifi-on']);
  expect(result !== undefined && isOffered(result)).toBe(false);
});

test('a damaged file of notes is set aside and said, and changes nothing', async () => {
  const one = standIn();
  const { writeFileSync } = await import('node:fs');
  writeFileSync(`${one.folder}/fixes.json`, '{"schema":"greenroom.fixes/1","changes":[{"fix":"reboot"}]}');
  const { value, notices } = await loadChanges(one.folder);
  expect(value).toEqual([]);
  expect(notices.join()).toContain('was moved to');
});
