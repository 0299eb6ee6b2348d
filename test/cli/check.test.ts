/** `greenroom check` as a person, a script and a careless or hostile file would use it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { checks } from '../../electron/core/checks/index.ts';
import { formatNames } from '../../electron/core/formats/index.ts';
import { isNotRevealed } from '../../electron/core/report/finding.ts';
import { parseReport } from '../../electron/core/report/schema.ts';
import { greenroom, newFolder, recorded } from './run.ts';

const machine = path.resolve('test/machines/ubuntu-24.04-ready.json');

let folder: string;
beforeEach(() => {
  folder = newFolder();
  process.env.GREENROOM_STATE = path.join(folder, 'state');
});

const write = (name: string, content: string): string => {
  writeFileSync(path.join(folder, name), content);
  return name;
};

describe('this computer', () => {
  test('one JSON object of the published shape, its exit code by verdict, and the report stored', async () => {
    const { code, stdout, stderr } = await greenroom(['check', '--json']);
    const report = parseReport('stdout', stdout);
    expect(stderr).toBe('');
    expect(code).toBe({ ready: 0, caution: 10, 'not-ready': 20, undetermined: 30 }[report.verdict]);
    expect(new Set(report.findings.map((finding) => finding.id))).toEqual(new Set(checks.map((check) => check.id)));
    expect(JSON.parse(readFileSync(path.join(folder, 'state/report.json'), 'utf8'))).toEqual(report);
  });

  test('the same exit code in text, and nothing of the machine is left out', async () => {
    // Recorded: how busy a real computer is changes from one run to the next.
    const data = await greenroom(['check', '--json', '--machine', machine]);
    const words = await greenroom(['check', '--details', '--machine', machine]);
    expect(words.code).toBe(data.code);
    const said = words.stdout.replaceAll(/\s+/g, ' ');
    const rows = parseReport('stdout', data.stdout).findings.filter((one) => !isNotRevealed(one));
    for (const { title } of rows) expect(said).toContain(title);
  });

  test('what cannot be known in time is told as not known, and the run ends', async () => {
    const { stdout } = await greenroom(['check', '--json', '--only', 'os-patches', '--timeout', '0.1']);
    const report = parseReport('stdout', stdout);
    expect(report.deadlineMs).toBe(100);
    expect(report.findings.map((finding) => finding.state)).not.toContain('pass');
  });

  test('an earlier report that is damaged is set aside, and that is said', async () => {
    mkdirSync(path.join(folder, 'state'));
    writeFileSync(path.join(folder, 'state/report.json'), '{"schema":"greenroom.rep');
    const { stderr } = await greenroom(['check', '--json'], { port: recorded('ubuntu-24.04-ready') });
    expect(stderr).toContain('damaged');
    expect(readdirSync(path.join(folder, 'state')).some((name) => name.includes('.damaged-'))).toBe(true);
  });

  test('a folder that cannot be written costs the report nothing but its storing', async () => {
    write('state', 'a file where the folder should be');
    const { code, stderr } = await greenroom(['check', '--json'], { port: recorded('ubuntu-24.04-ready') });
    expect([0, 10, 20, 30]).toContain(code);
    expect(stderr).toContain('couldn’t be stored');
  });
});

describe('a recorded machine', () => {
  test('it is judged as of its recording, again and again the same', async () => {
    const findings = async (...more: string[]) =>
      parseReport('stdout', (await greenroom(['check', '--json', '--machine', machine, ...more])).stdout).findings.map(
        ({ durationMs, ...finding }) => finding,
      );
    const first = await findings();
    expect(await findings()).toEqual(first);
    expect(await findings('--now', '2031-01-01T00:00:00Z')).not.toEqual(first);
    expect(existsSync(path.join(folder, 'state'))).toBe(false);
  });

  test('recording this computer and checking the recording gives the same findings', async () => {
    expect((await greenroom(['record', 'machine.json'], { cwd: folder })).code).toBe(0);
    const strip = (stdout: string) =>
      parseReport('stdout', stdout).findings.map(({ durationMs, evidence, remedies, ...finding }) => ({
        ...finding,
        found: evidence.found,
        wanted: evidence.wanted,
        remedies,
      }));
    const { recordedAt } = JSON.parse(readFileSync(path.join(folder, 'machine.json'), 'utf8'));
    const steady = 'meeting-apps,os-supported,os-patches,backup-drive';
    const live = await greenroom(['check', '--json', '--only', steady, '--now', recordedAt]);
    const replayed = await greenroom(['check', '--json', '--only', steady, '--machine', 'machine.json'], {
      cwd: folder,
    });
    expect(strip(replayed.stdout)).toEqual(strip(live.stdout));
  });

  test('an existing file is not overwritten unasked', async () => {
    write('machine.json', 'mine');
    const { code, stderr } = await greenroom(['record', 'machine.json'], { cwd: folder });
    expect([code, readFileSync(path.join(folder, 'machine.json'), 'utf8')]).toEqual([64, 'mine']);
    expect(stderr).toContain('--overwrite');
  });
});

describe('bad input: exit code 65, file and place named, nothing written', () => {
  const good = readFileSync(machine, 'utf8');
  const recordings: [string, string, RegExp][] = [
    ['not JSON', 'hello', /^bad\.json:1:1: /],
    ['empty', '', /^bad\.json/],
    ['cut off', good.slice(0, good.lastIndexOf('"op"') + 3), /^bad\.json:\d+:\d+: .*cut off/],
    [
      'another schema version',
      good.replace('greenroom.machine/1', 'greenroom.machine/2'),
      /^bad\.json:2:\d+: “schema”: /,
    ],
    [
      'a reading of an unknown kind',
      good.replace('"op": "run"', '"op": "delete"'),
      /^bad\.json:\d+:\d+: “reads\[\d+\]/,
    ],
    [
      'no host',
      '{"schema":"greenroom.machine/1","recordedAt":"2026-11-22T09:30:00Z","redacted":true,"reads":[]}',
      /"host"/,
    ],
    ['hostile keys', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}', /^bad\.json/],
    ['deep nesting', '['.repeat(200_000), /^bad\.json/],
    ['a time that is none', good.replace('2026-11-22T09:30:00.000Z', 'yesterday'), /recordedAt/],
  ];
  test.each(recordings)('a recording: %s', async (_name, content, message) => {
    const { code, stdout, stderr } = await greenroom(['check', '--json', '--machine', write('bad.json', content)], {
      cwd: folder,
    });
    expect({ code, stdout }).toEqual({ code: 65, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.length).toBeLessThan(1000);
    expect(readdirSync(folder)).toEqual(['bad.json']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  const policies: [string, string, RegExp][] = [
    ['not JSON', '{"schema": "greenroom.policy/1",}', /^bad\.json:1:\d+: /],
    ['another schema version', '{"schema": "greenroom.policy/7"}', /^bad\.json:1:12: /],
    [
      'an unknown check',
      '{"schema": "greenroom.policy/1",\n "checks": {"os-patchs": {}}}',
      /^bad\.json:2:\d+: .*Did you mean “os-patches”/,
    ],
    [
      'an unknown setting',
      '{"schema": "greenroom.policy/1",\n "checks": {"os-patches": {\n "lookMaximumAge": 3}}}',
      /^bad\.json:3:\d+: .*Did you mean “lookMaximumAgeDays”/,
    ],
    [
      'a value of the wrong type',
      '{"schema": "greenroom.policy/1",\n "checks": {"os-patches": {"importance": "maybe"}}}',
      /^bad\.json:2:\d+: .*one of required, advised, off/,
    ],
    [
      'a number beyond its limits',
      '{"schema": "greenroom.policy/1", "checks": {"os-patches": {"lookMaximumAgeDays": -1}}}',
      /from 0 to/,
    ],
    [
      'a prototype in disguise',
      '{"schema": "greenroom.policy/1", "checks": {"__proto__": {"importance": "off"}}}',
      /^bad\.json|no check/,
    ],
  ];
  test.each(policies)('a policy: %s', async (_name, content, message) => {
    const { code, stdout, stderr } = await greenroom(
      ['check', '--policy', write('bad.json', content), '--machine', machine],
      { cwd: folder },
    );
    expect({ code, stdout }).toEqual({ code: 65, stdout: '' });
    expect(stderr).toMatch(message);
  });

  test('a file of 200 MB is refused before it is read', async () => {
    write('huge.json', '');
    truncateSync(path.join(folder, 'huge.json'), 200 * 1024 * 1024);
    const { code, stderr } = await greenroom(['check', '--machine', 'huge.json'], { cwd: folder });
    expect(code).toBe(65);
    expect(stderr).toMatch(/^huge\.json: the file has 200 MB/);
  });

  test.each([
    ['a file that is not there', 'none.json', 'there is no such file'],
    ['a folder', 'folder', 'this is a folder'],
    ['bytes that are no text', 'bytes.json', 'not text'],
  ])('%s', async (_name, file, message) => {
    mkdirSync(path.join(folder, 'folder'));
    writeFileSync(path.join(folder, 'bytes.json'), Buffer.from([0xff, 0xfe, 0x00, 0x80]));
    const { code, stderr } = await greenroom(['check', '--machine', file], { cwd: folder });
    expect(code).toBe(65);
    expect(stderr).toContain(message);
  });
});

describe('wrong usage: exit code 64 and what would be right', () => {
  test.each([
    [['check', '--only', 'os-patchez'], 'os-patches'],
    [['check', '--only', ''], '--only needs'],
    [['check', '--now', 'tomorrow'], '--now needs'],
    [['check', '--timeout', 'soon'], '--timeout needs'],
    [['check', '--frobnicate'], 'frobnicate'],
    [['chekc'], 'check'],
    [['help', 'nonsense'], 'no verb “nonsense”'],
    [['check', '--only', 'backup'], 'backup-drive'],
    [['record'], 'file'],
  ])('%j', async (words, hint) => {
    const { code, stdout, stderr } = await greenroom(words);
    expect(code).toBe(64);
    expect(stdout + stderr).toContain(hint);
  });
});

describe('policy', () => {
  test('a check that is off is not run, one that is advised does not decide', async () => {
    write(
      'policy.json',
      JSON.stringify({
        schema: 'greenroom.policy/1',
        checks: { 'os-patches': { importance: 'off' }, 'backup-drive': { importance: 'advised' } },
      }),
    );
    const { stdout } = await greenroom(
      ['check', '--json', '--policy', 'policy.json', '--machine', path.resolve('test/machines/debian-12-server.json')],
      { cwd: folder },
    );
    const report = parseReport('stdout', stdout);
    expect(report.findings.some((finding) => finding.id === 'os-patches')).toBe(false);
    expect(report.findings.find((finding) => finding.id === 'backup-drive')).toMatchObject({
      state: 'fail',
      required: false,
    });
    expect(report.verdict).not.toBe('not-ready');
    expect(report.policy).toMatchObject({ source: 'policy.json', digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });
});

test('help names every verb and the exit codes, and is no error', async () => {
  const { code, stdout } = await greenroom(['--help']);
  expect(code).toBe(0);
  for (const word of ['check', 'checks', 'record', 'inspect', '65']) expect(stdout).toContain(word);
});

test('the list of checks says what each reads on every system, and its settings', async () => {
  const { stdout } = await greenroom(['checks', '--json']);
  const { checks: listed } = JSON.parse(stdout);
  expect(listed.map((check: { id: string }) => check.id)).toEqual(checks.map((check) => check.id));
  const words = await greenroom(['checks']);
  for (const { id } of checks) expect(words.stdout).toContain(id);
});

describe('formats for other tools', () => {
  test('every format has the exit code of the plain report, and prints nothing else', async () => {
    const plain = await greenroom(['check', '--machine', machine]);
    for (const format of formatNames) {
      const { code, stdout, stderr } = await greenroom(['check', '--format', format, '--machine', machine]);
      expect([format, code, stderr]).toEqual([format, plain.code, '']);
      expect(stdout).not.toBe('');
    }
  });

  test('an unknown format is named with those that exist; two at once are refused', async () => {
    const wrong = await greenroom(['check', '--format', 'yaml', '--machine', machine]);
    expect(wrong.code).toBe(64);
    expect(wrong.stderr).toContain('line, intune, jamf');
    expect((await greenroom(['check', '--format', 'line', '--json', '--machine', machine])).code).toBe(64);
  });

  test('Intune’s rules name the settings that its script prints', async () => {
    const rules = JSON.parse((await greenroom(['checks', '--intune-rules'])).stdout) as {
      Rules: readonly { SettingName: string }[];
    };
    const printed = JSON.parse(
      (await greenroom(['check', '--format', 'intune', '--machine', machine])).stdout,
    ) as object;
    const names = new Set(rules.Rules.map((rule) => rule.SettingName));
    const settings = Object.keys(printed).filter((name) => name.startsWith('Greenroom.'));
    expect(settings.filter((name) => !names.has(name))).toEqual([]);
  });

  test('the person is shown to the letter what is shared, and where it goes', async () => {
    mkdirSync(path.join(folder, 'state'));
    write(
      'state/settings.json',
      JSON.stringify({ schema: 'greenroom.settings/1', values: { reporting: { jsonLines: true } } }),
    );
    await greenroom(['check', '--json'], { port: recorded('ubuntu-24.04-ready') });
    const { code, stdout } = await greenroom(['sharing', '--json']);
    const sharing = JSON.parse(stdout) as { destinations: string[]; result: unknown };
    expect(code).toBe(0);
    expect(sharing.destinations).toHaveLength(1);
    expect(sharing.result).toEqual(JSON.parse(readFileSync(path.join(folder, 'state/results.jsonl'), 'utf8')));
  });
});
