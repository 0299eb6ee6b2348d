/** The verb `inspect` as a contract: exit codes, JSON, files, standard input, and the batch. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runInspect } from '../../../electron/cli/inspect/inspect.ts';

const GOOD = 'https://zoom.us/j/81000020003?pwd=x1';
const BAD = 'https://us05web-zoom.us/j/81000020003';
const EVENT = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nLOCATION:${GOOD}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
const MAIL = `From: Zoom <x@desk.example>\r\nTo: a@example.org\r\n\r\n${BAD}`;

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'inspect-'));
  await writeFile(path.join(cwd, 'event.ics'), EVENT);
  await writeFile(path.join(cwd, 'mail.eml'), MAIL);
  await writeFile(path.join(cwd, 'empty.ics'), '');
  await writeFile(path.join(cwd, 'letter.ics'), '\n  Dear all,\nwe meet on Monday.\n');
  await writeFile(path.join(cwd, 'letter.eml'), 'Dear all, we meet on Monday.\n');
});
afterAll(() => rm(cwd, { recursive: true }));

class Sink extends Writable {
  text = '';
  readonly slow: boolean;
  constructor(slow = false) {
    super({ highWaterMark: 1024 });
    this.slow = slow;
  }
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    if (this.slow) setImmediate(done);
    else done();
  }
}

async function run(words: string[], input: string | Iterable<string> = '', slow = false) {
  const stdout = new Sink(slow);
  const stderr = new Sink();
  const code = await runInspect(words, {
    stdin: Readable.from(typeof input === 'string' ? [Buffer.from(input)] : input),
    stdout,
    stderr,
    cwd,
  });
  return { code, out: stdout.text, err: stderr.text };
}
const rows = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('one invitation', () => {
  it.each([
    [GOOD, 0],
    [BAD, 20],
    ['https://meet.chess-club.example/Tuesday', 30],
    ['See you at lunch', 40],
    ['event.ics', 0],
    ['mail.eml', 20],
  ])('%s ends with %i', async (word, code) => {
    const text = await run([word]);
    expect(text.code).toBe(code);
    expect(text.out).not.toBe('');
    expect((await run([word, '--json'])).code).toBe(code);
  });

  it('prints one JSON object with the batch fields and the link taken apart', async () => {
    const { out } = await run(['mail.eml', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'greenroom.inspection/1',
      kind: 'mail',
      verdict: 'suspicious',
      service: 'zoom',
      sender: 'spoofed',
      joinUrl: BAD,
      anatomy: { host: 'us05web-zoom.us' },
    });
    expect(out.trim().split('\n')).toHaveLength(1);
  });

  it('reads standard input and finds out what it is', async () => {
    expect((await run(['-'], EVENT)).code).toBe(0);
    expect((await run(['-'], `Return-Path: <x@desk.example>\r\n${MAIL}`)).code).toBe(20);
    expect((await run(['-'], `Come along: ${GOOD}`)).code).toBe(0);
  });

  it('takes an address for a link even if it ends like a file', async () => {
    expect((await run(['https://us05web-zoom.us/j/81000020003/invite.ics'])).code).toBe(20);
  });

  it.each([
    ['nothing.ics', 'nothing.ics: there is no such file'],
    ['empty.ics', 'empty.ics:1:1: the file is empty'],
    ['letter.ics', 'letter.ics:2:3: this is no calendar file'],
    ['letter.eml', 'letter.eml:1:1: this is no saved mail'],
  ])('tells what is wrong with %s', async (name, message) => {
    await expect(run([name])).rejects.toThrow(message);
  });

  it.each([[[]], [['a', 'b']], [['--batch', GOOD]], [['--loud', GOOD]]])('calls %j wrong usage', async (words) => {
    await expect(run(words)).rejects.toMatchObject({ name: 'WrongUsage' });
  });
});

describe('a batch', () => {
  it('answers line by line, in order, with the input’s own fields', async () => {
    const input = [
      { n: 1, input: GOOD },
      { n: 2, file: 'mail.eml' },
      { n: 3, file: 'event.ics' },
      { n: 4, input: BAD, verdict: 'genuine' },
    ];
    const { code, out } = await run(['--batch'], input.map((row) => JSON.stringify(row)).join('\n'));
    expect(code).toBe(0);
    expect(rows(out)).toMatchObject([
      { n: 1, input: GOOD, verdict: 'genuine', service: 'zoom', passcodeInLink: true },
      { n: 2, file: 'mail.eml', verdict: 'suspicious', sender: 'spoofed', joinUrl: BAD },
      { n: 3, verdict: 'genuine', joinUrl: GOOD },
      { n: 4, verdict: 'suspicious' },
    ]);
    expect(rows(out)[0]).not.toHaveProperty('sender');
  });

  it('tells each bad line with its place, loses none of the others, and ends with 65', async () => {
    const lines = [
      JSON.stringify({ input: GOOD }),
      '{"input": }',
      '[1]',
      '{}',
      '{"file": "nothing.eml"}',
      '',
      'null',
      JSON.stringify({ input: BAD }),
    ];
    const { code, out, err } = await run(['--batch'], lines.join('\r\n'));
    expect(code).toBe(65);
    expect(rows(out).map(({ verdict }) => verdict)).toEqual(['genuine', 'suspicious']);
    expect(
      err
        .trim()
        .split('\n')
        .map((line) => line.split(': ')[0]),
    ).toEqual([
      'standard input:2:11',
      'standard input:3:1',
      'standard input:4:1',
      'standard input:5:1',
      'standard input:7:1',
    ]);
    expect(err).toContain('nothing.eml: there is no such file');
  });

  it('a line that is nested too deeply to be written back costs no other its answer', async () => {
    const deep = `{"input": "${GOOD}", "deep": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    const good = JSON.stringify({ input: GOOD });
    const { code, out, err } = await run(['--batch'], `${good}\n${deep}\n${good}`);
    expect(code).toBe(65);
    expect(rows(out)).toHaveLength(2);
    expect(err).toBe('standard input:2:1: this line is nested too deeply to be answered\n');
  });

  it('a fault inside is that line’s answer, the others have theirs, and the batch ends with 70', async () => {
    const real = String.prototype.matchAll;
    const broken = vi.spyOn(String.prototype, 'matchAll').mockImplementation(function (this: string, pattern) {
      if (this.includes('fault.example')) throw new RangeError('broken on purpose');
      return real.call(this, pattern);
    });
    const lines = [GOOD, 'Join Zoom: https://fault.example/j/1 now', BAD].map((input, n) =>
      JSON.stringify({ n, input }),
    );
    const { code, out, err } = await run(['--batch'], lines.join('\n')).finally(() => broken.mockRestore());
    expect(code).toBe(70);
    expect(rows(out)).toMatchObject([
      { n: 0, verdict: 'genuine' },
      { n: 1, error: 'a fault in Greenroom itself kept it from judging this line' },
      { n: 2, verdict: 'suspicious' },
    ]);
    expect(rows(out)[1]).not.toHaveProperty('verdict');
    expect(err).toContain('standard input:2:1: a fault in Greenroom itself');
    expect(err).not.toContain('broken on purpose');
  });

  it('does not care how the stream is cut, also inside a letter', async () => {
    const bytes = Buffer.from(`${JSON.stringify({ input: `Grüße 参加 ${GOOD}` })}\n`.repeat(3));
    const pieces = Array.from({ length: bytes.length }, (_, i) => bytes.subarray(i, i + 1));
    const stdout = new Sink();
    await runInspect(['--batch'], { stdin: Readable.from(pieces), stdout, stderr: new Sink(), cwd });
    expect(rows(stdout.text)).toHaveLength(3);
    expect(rows(stdout.text)[0].input).toBe(`Grüße 参加 ${GOOD}`);
  });

  it('waits for a slow reader', async () => {
    let ahead = 0;
    const stdout = new Sink(true);
    function* endless() {
      for (let n = 0; n < 400; n += 1) {
        ahead = Math.max(ahead, stdout.writableLength);
        yield `${JSON.stringify({ n, input: GOOD })}\n`.repeat(20);
      }
    }
    const code = await runInspect(['--batch'], { stdin: Readable.from(endless()), stdout, stderr: new Sink(), cwd });
    expect(code).toBe(0);
    expect(rows(stdout.text)).toHaveLength(8000);
    // Never more than a few chunks wait to be read, although four megabytes go through.
    expect(ahead).toBeLessThan(300_000);
  });

  it('keeps a field called __proto__ a field', async () => {
    const { out } = await run(['--batch'], `{"__proto__": {"verdict": "genuine"}, "input": "${BAD}"}`);
    expect(JSON.parse(out).verdict).toBe('suspicious');
    expect(({} as Record<string, unknown>).verdict).toBeUndefined();
  });
});
