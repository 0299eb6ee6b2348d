/** `greenroom policy lint` and `policy show` as whoever writes a policy uses them: the place, the nearest name, the exit code. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { storeSetting } from '../../electron/engine/storage/settings-store.ts';
import { greenroom, newFolder } from './run.ts';

let folder: string;
beforeEach(() => {
  folder = newFolder();
  process.env.GREENROOM_STATE = path.join(folder, 'state');
});
const head = 'schema: greenroom.policy/1\n';
const lint = (text: string, name = 'p.yaml', ...more: readonly string[]) => {
  writeFileSync(path.join(folder, name), text);
  return greenroom(['policy', 'lint', name, ...more], { cwd: folder });
};

describe('lint', () => {
  test.each([
    [100, 100, null],
    [101, 100, 'and 1 more.'],
    [5_000, 100, 'and 4,900 more.'],
    // So long a file is not read to its end.
    [40_000, 1, null],
  ])('%s problems are told in the first hundred', async (number, told, more) => {
    const keys = Array.from({ length: number }, (_, index) => `  no-such-check-${index}: {}\n`);
    const { code, stdout } = await lint(`${head}checks:\n${keys.join('')}`);
    const lines = stdout
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('and '));
    expect([code, lines.length]).toEqual([65, told]);
    expect(stdout.split('\n').find((line) => line.startsWith('and ')) ?? null).toBe(more);
  });

  test.each<[fault: string, text: string, line: number, column: number, message: RegExp]>([
    [
      'a check that does not exist',
      'checks:\n  meeting-aps: {}\n',
      3,
      3,
      /no check “meeting-aps”.*mean “meeting-apps”\?/,
    ],
    ['an area that does not exist', 'settings:\n  camra: {}\n', 3, 3, /no area of settings “camra”.*mean “camera”\?/],
    ['a key that does not exist', 'checks:\n  screen-lock:\n    maximumMinuets: 5\n', 4, 5, /mean “maximumMinutes”\?/],
    ['a block that does not exist', 'recomended:\n  checks: {}\n', 2, 1, /mean “recommended”\?/],
    ['a choice that does not exist', 'checks:\n  load:\n    importance: advise\n', 4, 17, /mean “advised”\?/],
    ['an unquoted off', 'checks:\n  load:\n    importance: false\n', 4, 17, /must be one of required, advised, off/],
    ['a number in quotes', 'checks:\n  power:\n    minimumPercent: "40"\n', 4, 21, /without quotes/],
    ['a number out of range', 'checks:\n  power:\n    minimumPercent: 101\n', 4, 21, /from 0 to 100; here stands 101/],
    ['a word for true', 'settings:\n  reporting:\n    systemLog: "yes"\n', 4, 16, /Write true without quotes/],
    ['a list that is a word', 'checks:\n  meeting-apps:\n    forbiddenApps: zoom\n', 4, 20, /must be a list/],
    ['one entry of a list', 'checks:\n  meeting-apps:\n    allowedApps: [zoom, wbex]\n', 4, 25, /mean “webex”\?/],
    ['a range that is none', 'checks:\n  meeting-apps:\n    allowedVersions:\n      zoom: new\n', 5, 13, /“new”/],
    ['an address without TLS', 'settings:\n  help-desk:\n    page: http://x.example\n', 4, 11, /https address/],
    ['half a path', 'settings:\n  camera:\n    backgroundFile: a.png\n', 4, 21, /whole path/],
    ['a key twice', 'checks:\n  load: {}\n  load: {}\n', 4, 3, /this name stands/],
  ])('%s is told with its line and column', async (_fault, text, line, column, message) => {
    const { code, stdout } = await lint(head + text);
    expect(stdout).toMatch(new RegExp(`^p\\.yaml:${line}:${column}: `));
    expect(stdout).toMatch(message);
    expect(code).toBe(65);
  });

  test('what is no YAML, no JSON, or speaks of another schema is told with its place', async () => {
    for (const [name, text, place] of [
      ['a.yaml', `${head}checks: [\n`, /^a\.yaml:\d+:\d+: /],
      ['a.json', '{\n  "schema": "greenroom.policy/1",,\n}\n', /^a\.json:2:\d+: /],
      ['b.yaml', 'schema: greenroom.policy/9\n', /^b\.yaml:1:9: .*greenroom\.policy\/1/],
      ['c.yaml', 'checks: {}\n', /^c\.yaml:1:1: .*is missing/],
    ] as const) {
      const { code, stdout } = await lint(text, name);
      expect(stdout).toMatch(place);
      expect(code).toBe(65);
    }
  });

  test('every problem is told, from the top down, for people and for programs', async () => {
    const text = `${head}checks:\n  load:\n    importance: always\nsettings:\n  reporting:\n    systmLog: true\n`;
    const { stdout, stderr } = await lint(text);
    expect(stdout.trim().split('\n')).toEqual([
      expect.stringMatching(/^p\.yaml:4:17: /),
      expect.stringMatching(/^p\.yaml:7:5: .*Did you mean “systemLog”\?/),
    ]);
    expect(stderr).toBe('2 problems.\n');
    const json = await lint(text, 'p.yaml', '--json');
    expect(json.code).toBe(65);
    expect(JSON.parse(json.stdout)).toEqual({
      schema: 'greenroom.policy-lint/1',
      file: 'p.yaml',
      problems: [
        { line: 4, column: 17, message: expect.any(String) },
        { line: 7, column: 5, message: expect.any(String) },
      ],
    });
  });

  test.each(['home', 'office', 'public-body'])('the example %s is in order', async (name) => {
    const file = path.resolve('docs/policies', `${name}.yaml`);
    expect(await greenroom(['policy', 'lint', file])).toEqual({ code: 0, stdout: `${file}: in order.\n`, stderr: '' });
    const { problems } = JSON.parse((await lint(readFileSync(file, 'utf8'), 'p.yaml', '--json')).stdout);
    expect(problems).toEqual([]);
  });

  test('a file that is not there is bad input', async () => {
    const { code, stderr } = await greenroom(['policy', 'lint', 'gone.yaml'], { cwd: folder });
    expect(code).toBe(65);
    expect(stderr).toContain('gone.yaml');
  });
});

describe('show', () => {
  interface Shown {
    readonly source: string | null;
    readonly values: readonly { id: string; key: string; value: unknown; layer: string; source?: string }[];
    readonly faults: readonly string[];
  }
  const show = async (...words: readonly string[]) => {
    const { code, stdout, stderr } = await greenroom(['policy', 'show', '--json', ...words], { cwd: folder });
    const shown: Shown = JSON.parse(stdout);
    const of = (id: string, key: string) => shown.values.find((one) => one.id === id && one.key === key);
    return { code, stderr, shown, of };
  };
  const policy = `${head}checks:\n  load:\n    importance: required\nrecommended:\n  checks:\n    power:\n      minimumPercent: 40\n`;

  test('of a file: each value with its layer and the place where it stands', async () => {
    writeFileSync(path.join(folder, 'p.yaml'), policy);
    const { code, of } = await show('--policy', 'p.yaml');
    expect(code).toBe(0);
    expect(of('load', 'importance')).toMatchObject({ value: 'required', layer: 'enforced', source: 'p.yaml:4:17' });
    expect(of('power', 'minimumPercent')).toMatchObject({ value: 40, layer: 'recommended', source: 'p.yaml:8:23' });
    expect(of('power', 'callMinutes')).toMatchObject({ value: 60, layer: 'default' });
    const { stdout } = await greenroom(['policy', 'show', '--policy', 'p.yaml'], { cwd: folder });
    expect(stdout).toContain('(managed by your organisation, p.yaml:4:17)');
    expect(stdout).toContain('(recommended by your organisation, p.yaml:8:23)');
  });

  test('of this computer: what the person has set, unless a policy fixes it', async () => {
    await storeSetting(path.join(folder, 'state'), 'checking', 'deadlineSeconds', 20);
    expect((await show()).of('checking', 'deadlineSeconds')).toMatchObject({ value: 20, layer: 'user' });
  });

  test('of a recorded computer: no policy, which is said, unless a file is named', async () => {
    const machine = path.resolve('test/machines/debian-12-server.json');
    const alone = await show('--machine', machine);
    expect({ code: alone.code, source: alone.shown.source, faults: alone.shown.faults }).toEqual({
      code: 0,
      source: null,
      faults: [],
    });
    expect(alone.stderr).toContain('A recording holds no policy');
    expect(new Set(alone.shown.values.map(({ layer }) => layer))).toEqual(new Set(['default']));
    writeFileSync(path.join(folder, 'p.yaml'), policy);
    const judged = await show('--machine', machine, '--policy', 'p.yaml');
    expect(judged.of('load', 'importance')).toMatchObject({ layer: 'enforced', source: 'p.yaml:4:17' });
  });

  test('a file with a fault is bad input, and the fault is told with its place', async () => {
    writeFileSync(path.join(folder, 'p.yaml'), policy.replace('required', 'reqired'));
    const { code, stderr } = await greenroom(['policy', 'show', '--policy', 'p.yaml'], { cwd: folder });
    expect(code).toBe(65);
    expect(stderr).toContain('p.yaml:4:17');
    expect(stderr).toContain('Did you mean “required”?');
  });
});
