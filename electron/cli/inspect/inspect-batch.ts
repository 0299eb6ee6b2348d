/** Owns `inspect --batch`: JSON lines in, JSON lines out, in order, in bounded memory however long the stream is. */
import { once } from 'node:events';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { type Inspection, inspectTextBriefly, kindOfText } from '../../core/invite/index.ts';
import { batchAnswer } from '../../core/invite/inspection-text.ts';
import { InputError } from '../../core/text/input-error.ts';
import { BAD_INPUT, INTERNAL_FAULT } from '../exit.ts';
import type { Io } from '../io.ts';
import { invitationFrom, readInvitation } from './inspect-input.ts';
import { inspectLimited } from './inspect-limited.ts';

/** A line with one mail of 20 MB in it passes; a stream without line ends cannot fill the memory. */
const LONGEST_LINE = 64 * 1024 * 1024;
const FLUSH = 64 * 1024;
const SOURCE = 'standard input';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object in a line. Throws `InputError` with the line and the column of the fault. */
const readObject = (line: string, number: number): Record<string, unknown> => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    const errors: ParseError[] = [];
    parse(line, errors, { disallowComments: true });
    const [first] = errors;
    const what = first ? printParseErrorCode(first.error) : 'InvalidJson';
    throw new InputError(SOURCE, `this line is not JSON (${what})`, { line: number, column: (first?.offset ?? 0) + 1 });
  }
  if (!isObject(value)) throw new InputError(SOURCE, 'this line is not a JSON object', { line: number, column: 1 });
  return value;
};

const inspectRow = async (row: Record<string, unknown>, number: number, io: Io): Promise<Inspection> => {
  if (typeof row.input === 'string') return inspectLimited({ kind: 'text', text: row.input });
  if (typeof row.file === 'string')
    return inspectLimited(invitationFrom(await readInvitation(io, row.file), row.file), row.file);
  throw new InputError(SOURCE, 'the object has neither “input” (a text) nor “file” (a path)', {
    line: number,
    column: 1,
  });
};

/**
 * The row with the answer's fields behind its own, which they replace. Joining two texts takes a fifth of the time of
 * joining two objects; that is done only for a row that already has a field of the answer.
 */
const answered = (row: Record<string, unknown>, answer: object): string =>
  Object.keys(answer).some((key) => Object.hasOwn(row, key))
    ? JSON.stringify({ ...row, ...answer })
    : `${JSON.stringify(row).slice(0, -1)},${JSON.stringify(answer).slice(1)}`;

/** Splits a stream into lines of bounded length. A longer line is given as null. */
async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<(string | null)[]> {
  let pending: Buffer[] = [];
  let size = 0;
  let tooLong = false;
  const take = (rest: Buffer): string | null => {
    const line = tooLong ? null : Buffer.concat([...pending, rest]).toString('utf8');
    pending = [];
    size = 0;
    tooLong = false;
    return line;
  };
  for await (const data of stream) {
    const chunk: Buffer = typeof data === 'string' ? Buffer.from(data) : data;
    const lines: (string | null)[] = [];
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      lines.push(take(chunk.subarray(start, end)));
      start = end + 1;
    }
    const rest = chunk.subarray(start);
    size += rest.length;
    tooLong ||= size > LONGEST_LINE;
    if (tooLong) pending = [];
    else if (rest.length > 0) pending.push(rest);
    if (lines.length > 0) yield lines;
  }
  if (pending.length > 0 || tooLong) yield [take(Buffer.alloc(0))];
}

/**
 * Answers every line. A line that cannot be answered (not JSON, no input, a file that is not there) is told on stderr
 * with its line and column and has no line on stdout; the others go on, and the exit code is 65 in the end. A fault in
 * Greenroom itself is that row's answer, the others go on too, and the exit code is 70.
 */
export const runBatch = async (io: Io): Promise<number> => {
  let number = 0;
  let code = 0;
  let out = '';
  const flush = async () => {
    const text = out;
    out = '';
    if (text !== '' && !io.stdout.write(text)) await once(io.stdout, 'drain');
  };
  const fault = (error: unknown, row: Record<string, unknown> | null) => {
    if (!(error instanceof InputError)) {
      code = INTERNAL_FAULT;
      const told = 'a fault in Greenroom itself kept it from judging this line';
      io.stderr.write(`${SOURCE}:${number}:1: ${told} (${error instanceof Error ? error.name : 'error'})\n`);
      if (row !== null) out += `${answered(row, { error: told })}\n`;
      return;
    }
    if (code === 0) code = BAD_INPUT;
    io.stderr.write(`${error.place === null ? `${SOURCE}:${number}:1: ` : ''}${error.message}\n`);
  };
  for await (const lines of linesOf(io.stdin)) {
    for (const line of lines) {
      number += 1;
      let row: Record<string, unknown> | null = null;
      try {
        if (line === null)
          throw new InputError(SOURCE, 'this line is too long', { line: number, column: LONGEST_LINE + 1 });
        if (line.trim() === '') continue;
        row = readObject(line, number);
        // Most rows are plain text: answering them without a promise each is what makes the batch fast.
        const plain = typeof row.input === 'string' && kindOfText(row.input) === 'text' ? row.input : null;
        // A mail can take seconds; who stops the batch meanwhile keeps what was answered until then.
        if (plain === null) await flush();
        const inspection = plain === null ? await inspectRow(row, number, io) : inspectTextBriefly(plain);
        out += `${answered(row, batchAnswer(inspection))}\n`;
      } catch (error) {
        fault(error, row);
      }
      if (out.length > FLUSH) await flush();
    }
    await flush();
  }
  return code;
};
