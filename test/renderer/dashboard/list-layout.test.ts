import { describe, expect, it } from 'vitest';
import { emptyLayout, type ListLayout, nextLayout } from '../../../renderer/dashboard/list-layout.ts';
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

describe('the board while a first run goes on', () => {
  const start = nextLayout(emptyLayout, running(checkIds, []));

  it('has one row for every check that is awaited', () => {
    expect(places(start)).toEqual(checkIds);
    expect(start.rows.every((row) => row.checking && row.finding === null)).toBe(true);
  });

  it('puts an answer where its check stood, and moves nothing', () => {
    const board = nextLayout(start, running(checkIds.filter((id) => id !== 'os-patches')));
    expect(places(board)).toEqual(checkIds);
    expect(board.rows[2]).toMatchObject({ key: 'os-patches', title: patches.title, checking: false });
  });

  it('puts the further findings of a check last', () => {
    const slack = likeFinding(oldZoom, { subject: 'slack (snap)', state: 'pass', title: 'Slack is current' });
    const board = nextLayout(start, running(checkIds.slice(1), [oldZoom, slack]));
    expect(places(board)).toEqual([...checkIds, 'meeting-apps']);
    expect(board.rows.at(-1)?.title).toBe('Slack is current');
  });

  it('keeps the place of a check that found nothing to say, and says so', () => {
    const board = nextLayout(start, running(checkIds.slice(1), []));
    expect(board.rows[0]).toMatchObject({ checkId: 'meeting-apps', finding: null, checking: false, gone: true });
  });

  it('takes the order of the report once, at the end, and opens the first failing one', () => {
    const board = nextLayout(start, snapshot());
    expect(board.rows.map((row) => row.finding)).toEqual(findings);
    expect(board.open).toBe('meeting-apps:zoom (dpkg)');
    expect([...board.headings.values()]).toEqual(['first', 'later', 'unknown', 'pass', 'not-applicable']);
  });
});

describe('the board while a check is made again', () => {
  const settled = nextLayout(emptyLayout, snapshot());

  it('keeps every finding in view and marks those that are awaited', () => {
    const board = nextLayout(settled, running(['os-patches'], findings));
    expect(places(board)).toEqual(places(settled));
    expect(board.rows.filter((row) => row.checking).map((row) => row.title)).toEqual([patches.title]);
    expect(board.headings).toEqual(settled.headings);
  });

  it('replaces a finding in its place, also when it would now stand elsewhere', () => {
    const done = finding({
      id: 'os-patches',
      state: 'pass',
      title: 'No updates waiting',
      found: 'None',
      source: 'apt',
    });
    const now = findings.map((one) => (one.id === 'os-patches' ? done : one));
    const board = nextLayout(settled, running(['backup-drive'], now));
    expect(places(board)).toEqual(places(settled));
    expect(board.rows.find((row) => row.checkId === 'os-patches')?.finding?.state).toBe('pass');
  });

  it('keeps the place of a finding that is no longer there until the run ends', () => {
    const without = findings.filter((one) => one.id !== 'meeting-apps');
    const board = nextLayout(settled, running(['backup-drive'], without));
    expect(board.rows[0]).toMatchObject({ title: oldZoom.title, gone: true, checking: false });
    expect(
      nextLayout(board, snapshot({ report: { ...running([]).report, findings: without } as never })).rows,
    ).toHaveLength(without.length);
  });

  it('leaves alone what was not asked for', () => {
    const only = running(['backup-unplugged'], [drive, lastBackup]);
    const board = nextLayout(settled, {
      ...only,
      running: only.running && { ...only.running, only: ['backup-unplugged'] },
    });
    expect(board.rows[0]).toMatchObject({ title: oldZoom.title, gone: false, checking: false });
    expect(board.rows.filter((row) => row.checking).map((row) => row.checkId)).toEqual(['backup-unplugged']);
  });
});

describe('what does not apply', () => {
  const settled = nextLayout(emptyLayout, snapshot());

  it('is folded away when a run has ended, and stays so in the next, whatever that says of it', () => {
    expect([...settled.collapsed]).toEqual(['power']);
    const found = findings.map((one) => (one.id === 'power' ? likeFinding(one, { state: 'fail' }) : one));
    const going = nextLayout(settled, running(['os-patches'], found));
    expect(going.collapsed).toEqual(settled.collapsed);
    expect([...nextLayout(going, snapshot({ report: report(found) })).collapsed]).toEqual([]);
  });
});
