/** A fix from the click to the proof and back, with real programs: done, refused, lied about, slow, gone, changed since, left by a crash. */
import { writeFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { isOffered } from '../../../electron/core/fixes/offer.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { noPolicy } from '../../../electron/core/policy/policy.ts';
import { offersNow, runSteps } from '../../../electron/engine/fixes/apply-fix.ts';
import { loadChanges } from '../../../electron/engine/fixes/change-store.ts';
import { undo } from '../../../electron/engine/fixes/put-back.ts';
import { apply, notes, type StandIn, standIn } from './stand-in.ts';

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

test('a last look without an answer takes nothing from one that saw it done', async () => {
  let looks = 0;
  const one: StandIn = standIn({
    wait: () => {
      looks += 1;
      if (looks === 3) one.put('gone');
      return Promise.resolve();
    },
  });
  expect(await apply(one)).toMatchObject({ state: 'done' });
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
  writeFileSync(`${one.folder}/fixes.json`, '{"schema":"greenroom.fixes/1","changes":[{"fix":"reboot"}]}');
  const { value, notices } = await loadChanges(one.folder);
  expect(value).toEqual([]);
  expect(notices.join()).toContain('was moved to');
});
