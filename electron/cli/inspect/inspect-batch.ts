/** Owns `inspect --batch`: JSON lines in, JSON lines out, in order, in bounded memory however long the stream is. */
import { once } from 'node:events';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import type { Inspection } from '../../core/invite/index.ts';
import { batchAnswer } from '../../core/invite/inspection-text.ts';
import { english } from '../../core/messages/format.ts';
import { localise } from '../../core/messages/localise.ts';
import { messages } from '../../core/messages/messages.ts';
import { term } from '../../core/messages/value.ts';
import { InputError, inputProblem } from '../../core/text/input-error.ts';
import { BAD_INPUT, INTERNAL_FAULT } from '../exit.ts';
import type { Io } from '../io.ts';
import { type BatchThreads, startBatchThreads } from './batch-threads.ts';
import { invitationFrom, readInvitation } from './inspect-input.ts';
import { inspectLimited } from './inspect-limited.ts';
import {
  type AnsweredBlock,
  answerPlainRows,
  isRow,
  type LeftLine,
  outputLine,
  plainTextOf,
  type Row,
} from './plain-rows.ts';

const words = messages('inspect-batch', {
  long: 'this line is too long',
  notJson: 'this line isn’t JSON ({what})',
  noObject: 'this line isn’t a JSON object',
  deep: 'this line is nested too deeply to be answered',
  neither: 'the object has neither “{input}” (a text) nor “{file}” (a path)',
  fault: 'a fault in Greenroom itself kept it from judging this line',
});

/** A line with one mail of 20 MB in it passes; a stream without line ends cannot fill the memory. */
const LONGEST_LINE = 64 * 1024 * 1024;
/** From so many lines on, other threads take blocks too: until then none is started, and a short batch pays for none. */
const LONG_BATCH = 500;
/** A stream comes in pieces of 64 kB. A longer line is answered alone, so that not several of them are in memory. */
const LONGEST_SHARED = 256 * 1024;
const SOURCE = 'standard input';

/** The object in a line. Throws `InputError` with the line and the column of the fault. */
const readRow = (line: string | null, number: number): Row => {
  if (line === null) throw new InputError(SOURCE, words.long, { line: number, column: LONGEST_LINE + 1 });
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    const errors: ParseError[] = [];
    parse(line, errors, { disallowComments: true });
    const [first] = errors;
    const what = first ? printParseErrorCode(first.error) : 'InvalidJson';
    throw new InputError(SOURCE, words.notJson({ what: term(what) }), {
      line: number,
      column: (first?.offset ?? 0) + 1,
    });
  }
  if (!isRow(value)) throw new InputError(SOURCE, words.noObject, { line: number, column: 1 });
  try {
    // Some levels more than it has: whatever is joined to it later, it can be written.
    JSON.stringify([[[[value]]]]);
  } catch {
    throw new InputError(SOURCE, words.deep, { line: number, column: 1 });
  }
  return value;
};

const inspectRow = async (row: Row, number: number, io: Io): Promise<Inspection> => {
  if (typeof row.input === 'string') return inspectLimited({ kind: 'text', text: row.input });
  if (typeof row.file === 'string')
    return inspectLimited(invitationFrom(await readInvitation(io, row.file), row.file), row.file);
  throw new InputError(SOURCE, words.neither({ input: term('input'), file: term('file') }), {
    line: number,
    column: 1,
  });
};

/** Cuts a stream behind its line ends into blocks of whole lines. A line that is longer than is read is a null. */
async function* blocksOf(stream: NodeJS.ReadableStream): AsyncGenerator<string | null> {
  let pending: Buffer[] = [];
  let size = 0;
  let tooLong = false;
  for await (const data of stream) {
    let chunk: Buffer = typeof data === 'string' ? Buffer.from(data) : data;
    if (tooLong) {
      const end = chunk.indexOf(10);
      if (end < 0) continue;
      yield null;
      tooLong = false;
      chunk = chunk.subarray(end + 1);
    }
    const end = chunk.lastIndexOf(10);
    if (end >= 0) {
      yield Buffer.concat([...pending, chunk.subarray(0, end)]).toString('utf8');
      pending = [];
      size = 0;
    }
    const rest = chunk.subarray(end + 1);
    size += rest.length;
    tooLong = size > LONGEST_LINE;
    if (tooLong) [pending, size] = [[], 0];
    else if (rest.length > 0) pending.push(rest);
  }
  if (tooLong) yield null;
  else if (size > 0) yield Buffer.concat(pending).toString('utf8');
}

/**
 * Answers every line. A line that cannot be answered (not JSON, no input, a file that is not there) is told on stderr
 * with its line and column and has no line on stdout; the others go on, and the exit code is 65 in the end. A fault in
 * Greenroom itself is that row's answer, the others go on too, and the exit code is 70.
 */
export const runBatch = async (io: Io): Promise<number> => {
  let number = 0;
  let code = 0;
  const write = async (text: string) => {
    if (text !== '' && !io.stdout.write(text)) await once(io.stdout, 'drain');
  };
  const answerLeft = async ({ line, index, lost }: LeftLine): Promise<string> => {
    const place = `${SOURCE}:${number + index + 1}:1: `;
    let row: Row | null = null;
    try {
      row = readRow(line, number + index + 1);
      if (lost && plainTextOf(row) !== null) throw new Error('The thread was ended before its answer.');
      return outputLine(row, batchAnswer(await inspectRow(row, number + index + 1, io)));
    } catch (error) {
      if (error instanceof InputError) {
        if (code === 0) code = BAD_INPUT;
        io.stderr.write(`${error.place === null ? place : ''}${inputProblem(error)}\n`);
        return '';
      }
      code = INTERNAL_FAULT;
      io.stderr.write(`${place}${localise(words.fault)} (${error instanceof Error ? error.name : 'error'})\n`);
      return row === null ? '' : outputLine(row, { error: english(words.fault) });
    }
  };
  // A mail can take seconds; who stops the batch meanwhile keeps what was answered until then.
  const show = async ({ parts, lines }: AnsweredBlock) => {
    for (const part of parts) await write(typeof part === 'string' ? part : await answerLeft(part));
    number += lines;
  };

  let threads: BatchThreads | null = null;
  let shown = Promise.resolve();
  const onTheirWay: Promise<void>[] = [];
  try {
    for await (const block of blocksOf(io.stdin)) {
      if (number >= LONG_BATCH && io.batchWorker) threads ??= startBatchThreads(io.batchWorker);
      const isLong = block !== null && block.length > LONGEST_SHARED;
      if (isLong) await shown;
      const answered =
        block === null
          ? { parts: [{ line: null, index: 0 }], lines: 1 }
          : ((isLong ? null : threads?.answer(block)) ?? answerPlainRows(block));
      const before = shown;
      shown = Promise.all([answered, before]).then(([block]) => show(block));
      // Told where it is awaited: before more is read than may be on its way, or in the end.
      shown.catch(() => {});
      onTheirWay.push(shown);
      while (onTheirWay.length > (threads?.mostBlocks ?? 0)) await onTheirWay.shift();
    }
  } finally {
    await shown.finally(() => threads?.end());
  }
  return code;
};
