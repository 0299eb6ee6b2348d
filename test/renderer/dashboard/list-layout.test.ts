import { describe, expect, it } from 'vitest';
import { emptyLayout, isDone, type ListLayout, nextLayout } from '../../../renderer/dashboard/list-layout.ts';
import {
  checkIds,
  drive,
  finding,
  findings,
  lastBackup,
  likeFinding,
  oldZoom,
  patches,
  report,
  running,
  snapshot,
} from '../samples.ts';

const places = (board: ListLayout): readonly string[] => board.rows.map((row) => row.checkId);
const fine = finding({ id: 'os-patches', state: 'pass', title: 'No updates waiting', found: 'None', source: 'apt' });
const fixed = finding({
  id: 'meeting-apps',
  subject: oldZoom.subject,
  state: 'pass',
  title: 'Zoom is current',
  found: '',
  source: '',
});
const only = (id: (typeof checkIds)[number], list = findings) => {
  const snap = running([id], list);
  return { ...snap, running: snap.running && { ...snap.running, only: [id] } };
};

describe('the rows while a first run goes on', () => {
  const start = nextLayout(emptyLayout, running(checkIds, []));

  it('come as the answers do, each at the end', () => {
    expect(start.rows).toEqual([]);
    const board = nextLayout(start, running(['os-patches'], [oldZoom]));
    const more = nextLayout(board, running([], [patches, oldZoom]));
    expect(places(more)).toEqual(['meeting-apps', 'os-patches']);
  });

  it('take the order of the report once, at the end', () => {
    const board = nextLayout(nextLayout(start, running([], [...findings].reverse())), snapshot());
    expect(board.rows.map((row) => row.finding)).toEqual(findings);
    expect([...new Set(board.rows.map(({ section }) => section))]).toEqual([
      'first',
      'later',
      'unknown',
      'pass',
      'not-applicable',
    ]);
  });
});

describe('the rows while a check is made again', () => {
  const settled = nextLayout(emptyLayout, snapshot());

  it('stay in view, and those that are awaited are marked', () => {
    const board = nextLayout(settled, running(['os-patches'], findings));
    expect(places(board)).toEqual(places(settled));
    expect(board.rows.filter((row) => row.checking).map((row) => row.finding.title)).toEqual([patches.title]);
  });

  it('keep their place with their new answer, also when it would now stand elsewhere', () => {
    const now = findings.map((one) => (one.id === 'os-patches' ? fine : one));
    const board = nextLayout(settled, running(['backup-drive'], now));
    expect(places(board)).toEqual(places(settled));
    const row = board.rows.find(({ checkId }) => checkId === 'os-patches');
    expect([row?.finding.state, row?.section]).toEqual(['pass', 'first']);
  });

  it('go to the end of their section when they ask for more than before', () => {
    const worse = findings.map((one) => (one.id === 'wifi' ? likeFinding(patches, { ...one, state: 'fail' }) : one));
    const board = nextLayout(settled, running(['backup-drive'], worse));
    expect(board.rows.at(-1)).toMatchObject({ checkId: 'wifi', section: 'first' });
  });

  it('keep the place of what is no longer there until the run ends', () => {
    const without = findings.filter((one) => one.id !== 'meeting-apps');
    const board = nextLayout(settled, running(['backup-drive'], without));
    expect(board.rows[0]).toMatchObject({ finding: { title: oldZoom.title }, gone: true, checking: false });
    const made = report(without, { startedAt: '2026-11-22T09:40:00.000Z' });
    expect(nextLayout(board, snapshot({ report: made })).rows).toHaveLength(without.length);
  });

  it('leave alone what was not asked for', () => {
    const board = nextLayout(settled, only('backup-unplugged', [drive, lastBackup]));
    expect(board.rows[0]).toMatchObject({ finding: { title: oldZoom.title }, gone: false, checking: false });
    expect(board.rows.filter((row) => row.checking).map((row) => row.checkId)).toEqual(['backup-unplugged']);
  });
});

describe('what was put right by itself', () => {
  const now = findings.map((one) => (one === oldZoom ? fixed : one));
  const made = report(now, { startedAt: '2026-11-22T09:40:00.000Z' });

  it('stays where it was, as done, until everything is checked again', () => {
    const going = nextLayout(nextLayout(emptyLayout, snapshot()), only('meeting-apps'));
    const after = nextLayout(going, snapshot({ report: made }));
    expect(after.rows[0]).toMatchObject({ checkId: 'meeting-apps', section: 'first' });
    expect(after.rows.map(isDone).indexOf(true)).toBe(0);
    const whole = nextLayout(nextLayout(after, running(checkIds, now)), snapshot({ report: made }));
    expect(whole.rows.some(isDone)).toBe(false);
  });

  it('keeps its place when it was snoozed, too', () => {
    const waiver = { by: 'user', reason: 'Busy', until: '2026-12-04T12:00:00.000Z', judged: 'fail' };
    const snoozed = findings.map((one) => (one === patches ? likeFinding(patches, { state: 'waived', waiver }) : one));
    const before = nextLayout(emptyLayout, snapshot());
    const after = nextLayout(before, snapshot({ report: report(snoozed) }));
    expect(places(after)).toEqual(places(before));
    expect(after.rows.find(({ checkId }) => checkId === 'os-patches')).toMatchObject({ section: 'first' });
  });
});
